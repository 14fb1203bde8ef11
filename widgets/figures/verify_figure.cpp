// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/verify_figure.h"

#include "core/format/png_damage.h"
#include "core/format/source_address.h"
#include "core/format/text_file.h"
#include "core/problem.h"
#include "core/store/store_address.h"
#include "core/text/sha256.h"
#include "core/text/version.h"
#include "widgets/figures/make_figure.h"
#include "widgets/plot/embedded.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QImage>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>

namespace regnet {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("regnet::VerifyFigure", text);
}

QByteArray bytesOf(const QString& file)
{
    return QByteArray::fromStdString(readTextFile(file.toStdString()));
}

std::string hashOf(const QByteArray& bytes)
{
    return sha256({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

/// The file and all that is known of how it was made.
struct Exported
{
    QByteArray bytes;
    FigureFormat format = FigureFormat::Pdf;
    QString embedded;               ///< text inside the file
    std::optional<QString> sidecar; ///< text of the file beside it
};

Exported read(const QString& file)
{
    Exported exported;
    exported.format = formatOf(file);
    exported.bytes = bytesOf(file);
    exported.embedded = embeddedProvenance(exported.bytes, exported.format);
    if (QFileInfo::exists(sidecarOf(file))) exported.sidecar = QString::fromUtf8(bytesOf(sidecarOf(file)));
    return exported;
}

/// Of a damaged picture nothing is decoded, its words neither: that it carries none would be misleading.
void requireWhole(const Exported& exported, const QString& file)
{
    if (exported.format != FigureFormat::Png) return;
    const std::string damage =
        pngDamage({exported.bytes.constData(), static_cast<std::size_t>(exported.bytes.size())});
    if (!damage.empty()) throwBadInput(file.toStdString(), damage, "the file as it was exported");
}

Provenance provenanceIn(const Exported& exported, const QString& file)
{
    if (!exported.embedded.isEmpty())
        return provenanceFrom(exported.embedded.toStdString(), file.toStdString());
    if (exported.sidecar)
        return provenanceFrom(exported.sidecar->toStdString(), sidecarOf(file).toStdString());
    requireWhole(exported, file);
    throwBadInput(file.toStdString(),
                  "carries no provenance, and " + sidecarOf(file).toStdString() + " is not there",
                  "a figure that this program exported");
}

/// Whether the sidecar belongs to this file; a sentence where not.
QString quarrelOf(const Exported& exported, const Provenance& provenance, const QString& file)
{
    if (!exported.sidecar) return {};
    const Provenance beside = provenanceFrom(exported.sidecar->toStdString(), sidecarOf(file).toStdString());
    if (!(beside == provenance))
        return tr("The provenance in %1 is not that in the file.").arg(sidecarOf(file));
    const auto json = nlohmann::json::parse(exported.sidecar->toStdString(), nullptr, false);
    const nlohmann::json::json_pointer place("/file/sha256");
    if (json.contains(place) && json.at(place) != hashOf(exported.bytes))
        return tr("The file was changed after it was exported: its SHA-256 is not the one in %1.")
            .arg(sidecarOf(file));
    return {};
}

FigureCall callOf(const Provenance& provenance, const QString& file)
{
    QStringList words;
    for (const std::string& word : provenance.command)
        words << QString::fromStdString(word);
    if (words.value(0) != QLatin1String("figure"))
        throwBadInput(file.toStdString(),
                      "was not made by a command: it was drawn from what the window showed",
                      "a figure that \"regnet figure\" makes");
    return FigureCall::from(words.mid(1));
}

/// Relative files are meant from where the figure was made: here, or else the figure's folder.
QString located(const QString& source, const QDir& beside)
{
    const QString path = QString::fromStdString(storeAddress(source.toStdString()).file.string());
    if (path.isEmpty() || QFileInfo::exists(path) || !QFileInfo(path).isRelative()) return source;
    const QString there = beside.filePath(path);
    return QFileInfo::exists(there) ? there + source.mid(path.size()) : source;
}

/// Only what is read is moved: the words that are recorded stay.
FigureCall relocated(FigureCall call, const QString& file)
{
    const QDir beside = QFileInfo(file).absoluteDir();
    QStringList sources;
    for (const QString& source : call.sources()) {
        // Of a study the panel stands behind the file.
        const qsizetype end =
            call.name() == QLatin1String("study") ? source.lastIndexOf(QLatin1Char('/')) : source.size();
        sources << located(source.first(std::max<qsizetype>(end, 0)), beside) +
                       source.sliced(std::max<qsizetype>(end, 0));
    }
    call.setSources(sources);
    if (const QString store = call.value(QStringLiteral("store")); !store.isEmpty())
        call.set(QStringLiteral("store"), located(store, beside));
    return call;
}

/// The file that the figure was made of and that is gone, with the word of the command that names it. What
/// opens it cannot know that it was one, and may ask for an address.
std::optional<Problem> goneFile(const FigureCall& call, const Provenance& then)
{
    const auto problemOf = [](const char* word, const std::filesystem::path& path) {
        return Problem{ProblemKind::BadInput, std::string(word) + " " + path.string(), "does not exist",
                       "the file that it was made of, here or beside the figure"};
    };
    std::error_code failure;
    const std::filesystem::path store = call.value(QStringLiteral("store")).toStdString();
    if (!store.empty() && !std::filesystem::exists(store, failure)) return problemOf("--store", store);
    for (const QString& source : call.sources()) {
        const std::filesystem::path path = storeAddress(source.toStdString()).file;
        const bool wasRead = std::ranges::any_of(then.populations, [&path](const PopulationOrigin& origin) {
            return !isCompiledIn(origin.source) && storeAddress(origin.source).file == path;
        });
        if (wasRead && !std::filesystem::exists(path, failure)) return problemOf("SOURCE", path);
    }
    return std::nullopt;
}

/// What is missing is named as what the figure was made of: there may be several figures.
MadeFigure madeAgain(const FigureCall& call, const Provenance& then, const QString& file)
{
    try {
        return madeFigure(call);
    } catch (const Error& error) {
        Problem problem = goneFile(call, then).value_or(error.problem());
        problem.where =
            file.toStdString() + " cannot be made again: " + (problem.where.empty() ? "it" : problem.where);
        throw Error(problem);
    }
}

QString programText(const Provenance& provenance)
{
    return QStringLiteral("%1 (%2)").arg(QString::fromStdString(provenance.version),
                                         QString::fromStdString(provenance.revision));
}

void comparePopulations(const Provenance& then, const Provenance& now, QStringList& differences)
{
    if (then.populations.size() != now.populations.size()) {
        differences << tr("It was made of %1 populations, and the sources have %2 now.")
                           .arg(then.populations.size())
                           .arg(now.populations.size());
        return;
    }
    for (std::size_t i = 0; i < then.populations.size(); ++i) {
        const PopulationOrigin &old = then.populations[i], &found = now.populations[i];
        const QString name = QString::fromStdString(old.name);
        if (old.runTimes != found.runTimes)
            differences
                << tr("The run times of population %1 are others now: they were measured anew.").arg(name);
        if (old.hash == found.hash) continue;
        const auto counts = [](const PopulationOrigin& origin) {
            return tr("%1 finished, %2 failed, %3 pending")
                .arg(origin.finished)
                .arg(origin.failed)
                .arg(origin.pending);
        };
        differences
            << tr("Population %1 is another one now: %2 then, %3 now.").arg(name, counts(old), counts(found));
    }
}

/// What is recorded beside the data follows from the command: somebody who changed it may have mended the
/// checksum. Not the program's version, nor, where files were `moved`, where the populations were found.
void compareRecords(const Provenance& then, const Provenance& now, bool isMoved, QStringList& differences)
{
    QStringList others;
    if (then.command != now.command) others << QStringLiteral("command");
    if (then.query != now.query) others << QStringLiteral("query");
    if (then.settings != now.settings) others << QStringLiteral("settings");
    if (then.seed != now.seed) others << QStringLiteral("seed");
    const auto isSame = [&](const PopulationOrigin& old, PopulationOrigin found) {
        if (old.hash != found.hash || old.runTimes != found.runTimes) return true; // told as another one
        if (isMoved) found.source = old.source;
        return old == found;
    };
    if (then.populations.size() == now.populations.size() &&
        !std::ranges::equal(then.populations, now.populations, isSame))
        others << QStringLiteral("populations");
    if (!others.isEmpty())
        differences << tr("What is recorded of it (%1) is not what its command gives: the record was edited, "
                          "or made by another version (then %2, now %3).")
                           .arg(others.join(QStringLiteral(", ")), programText(then), programText(now));
}

bool isSamePicture(const Exported& exported, const QByteArray& again)
{
    return exported.format == FigureFormat::Png &&
           QImage::fromData(exported.bytes, "png").convertToFormat(QImage::Format_RGB32) ==
               QImage::fromData(again, "png").convertToFormat(QImage::Format_RGB32);
}

} // namespace

Verification verifyFigure(const QString& file)
{
    const Exported exported = read(file);
    const Provenance then = provenanceIn(exported, file);
    Verification verification;
    QStringList differences;
    if (const QString quarrel = quarrelOf(exported, then, file); !quarrel.isEmpty()) differences << quarrel;
    const FigureCall call = callOf(then, file);
    const FigureCall found = relocated(call, file);
    const MadeFigure again = madeAgain(found, then, file);
    // Through its text, as the one of then went: that has marks for what is no UTF-8.
    const Provenance now = provenanceFrom(toText(provenanceOf(call, again)), file.toStdString());
    comparePopulations(then, now, differences);
    compareRecords(then, now, found.words() != call.words(), differences);
    const bool hasSameData = then.data == now.data;
    if (!hasSameData) differences << tr("The data are not those that were drawn then.");
    // The program's version is in the file: it is made again with the one of then.
    FigureOptions options = call.picture();
    options.provenance = QString::fromStdString(toText(then));
    options.creator = QStringLiteral("RegNet Explorer ") + programText(then);
    const QByteArray bytes = figureBytes(again.plot, exported.format, options);
    bool isSameDrawing = bytes == exported.bytes;
    if (!isSameDrawing && exported.embedded.isEmpty() && exported.format != FigureFormat::Csv)
        isSameDrawing = isSamePicture(exported, bytes);
    if (!isSameDrawing)
        differences << (hasSameData
                            ? tr("The drawing is not the one that this program makes of these data: it was "
                                 "edited, or drawn by another version or with other fonts (then %1, now %2).")
                                  .arg(programText(then), programText(now))
                            : tr("The drawing differs."));
    verification.isSame = differences.isEmpty();
    if (verification.isSame)
        verification.lines
            << tr("%1 is the same: %2 populations, data and drawing.").arg(file).arg(then.populations.size());
    else
        verification.lines << tr("%1 is not the same:").arg(file) << differences;
    return verification;
}

} // namespace regnet
