// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problem.h"
#include "core/provenance/provenance.h"
#include "widgets/figures/figure_call.h"
#include "widgets/plot/embedded.h"

#include <QByteArray>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

// Whatever a figure file holds: what would make it again, or an Error. Nothing is made.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using regnet::FigureFormat;
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    for (const FigureFormat format :
         {FigureFormat::Pdf, FigureFormat::Svg, FigureFormat::Png, FigureFormat::Tex, FigureFormat::Csv}) {
        const QString embedded = regnet::embeddedProvenance(bytes, format);
        if (embedded.isEmpty()) continue;
        try {
            const regnet::Provenance provenance = regnet::provenanceFrom(embedded.toStdString(), "fuzz");
            QStringList words;
            for (const std::string& word : provenance.command)
                words << QString::fromStdString(word);
            const regnet::FigureCall call = regnet::FigureCall::from(words.mid(1));
            if (regnet::FigureCall::from(call.words()).words() != call.words()) std::abort();
            call.picture();
            call.slots();
        } catch (const regnet::Error&) { // the answer to bad input
        }
    }
    return 0;
}
