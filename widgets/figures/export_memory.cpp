// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/export_memory.h"

#include "core/problem.h"
#include "widgets/figures/figure_call.h"
#include "widgets/settings.h"

#include <QDir>

#include <memory>

namespace regnet::exportMemory {
namespace {

const QString presetsKey = QStringLiteral("export/presets"), lookKey = QStringLiteral("export/look"),
              endingKey = QStringLiteral("export/ending"), folderKey = QStringLiteral("export/folder"),
              sidecarKey = QStringLiteral("export/sidecar");

/// The user's own, or the file that REGNET_SETTINGS names, as for the window itself.
std::unique_ptr<Settings> openSettings()
{
    const QString file = qEnvironmentVariable("REGNET_SETTINGS");
    return file.isEmpty() ? std::make_unique<Settings>() : std::make_unique<Settings>(file);
}

/// A look as words of the command line, which outlive versions.
QStringList wordsOf(const FigureOptions& look)
{
    FigureCall call(QStringLiteral("look"));
    call.setPicture(look);
    return call.words();
}

std::optional<FigureOptions> lookFrom(const QStringList& words)
{
    try {
        return FigureCall::from(words).picture();
    } catch (const Error&) {
        return std::nullopt;
    }
}

} // namespace

Last last()
{
    const auto settings = openSettings();
    Last last;
    last.look = lookFrom(settings->value(lookKey).toStringList()).value_or(FigureOptions());
    last.folder = settings->value(folderKey, QDir::homePath()).toString();
    last.ending = settings->value(endingKey, last.ending).toString();
    last.hasSidecar = settings->value(sidecarKey, last.hasSidecar).toBool();
    return last;
}

void setLast(const Last& last)
{
    const auto settings = openSettings();
    settings->setValue(lookKey, wordsOf(last.look));
    settings->setValue(folderKey, last.folder);
    settings->setValue(endingKey, last.ending);
    settings->setValue(sidecarKey, last.hasSidecar);
}

QStringList presets()
{
    QStringList names = openSettings()->value(presetsKey).toMap().keys();
    names.sort(Qt::CaseInsensitive);
    return names;
}

std::optional<FigureOptions> preset(const QString& name)
{
    const QVariantMap all = openSettings()->value(presetsKey).toMap();
    return all.contains(name) ? lookFrom(all.value(name).toStringList()) : std::nullopt;
}

void savePreset(const QString& name, const FigureOptions& look)
{
    const auto settings = openSettings();
    QVariantMap all = settings->value(presetsKey).toMap();
    all.insert(name, wordsOf(look));
    settings->setValue(presetsKey, all);
    settings->sync();
}

void deletePreset(const QString& name)
{
    const auto settings = openSettings();
    QVariantMap all = settings->value(presetsKey).toMap();
    all.remove(name);
    settings->setValue(presetsKey, all);
    settings->sync();
}

} // namespace regnet::exportMemory
