// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/export.h"

#include <QString>
#include <QStringList>

namespace regnet {

/// What the export dialog remembers from one figure to the next: the last look and place, and looks that were
/// kept under a name. In the user's settings, or in the file that REGNET_SETTINGS names.
namespace exportMemory {

struct Last
{
    FigureOptions look;
    QString folder; ///< the home folder at first
    QString ending = QStringLiteral("pdf");
    bool hasSidecar = true;
};

Last last();
void setLast(const Last& last);

QStringList presets(); ///< names, sorted whatever their case
/// None where there is no such preset, or it cannot be read.
std::optional<FigureOptions> preset(const QString& name);
void savePreset(const QString& name, const FigureOptions& look);
void deletePreset(const QString& name);

} // namespace exportMemory
} // namespace regnet
