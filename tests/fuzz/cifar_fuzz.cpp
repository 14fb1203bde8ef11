// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/cifar.h"
#include "core/problem.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Whatever bytes come: as many images as they have records, or an Error and nothing.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const regnet::CifarFormat& format : {regnet::cifar10Format, regnet::cifar100Format}) {
        regnet::CifarRecords records;
        try {
            regnet::appendCifar(bytes, format, "fuzz", records);
            if (records.pixels.size() != records.labels.size() * 3072 || records.labels.empty()) std::abort();
        } catch (const regnet::Error&) { // the answer to bad input
            if (!records.labels.empty() || !records.pixels.empty()) std::abort();
        }
    }
    return 0;
}
