// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace regnet {

// Quantities as labels and tables of the window show them: as core writes them. Where the window is laid out
// from right to left they are isolated ("5.16 M" would read "M 5.16"). Files take core's own functions.

QString shownCount(double count);       ///< readableCount(): "5.16 M"
QString shownDuration(double seconds);  ///< readableDuration(): "3 min 20 s"
QString shownBytes(std::int64_t bytes); ///< readableBytes(): "1.2 GB"

/// Text that goes from left to right whatever lies around it.
QString inOnePiece(const QString& text);
/// What was shown without the signs that isolate, for the clipboard.
QString withoutSigns(QString text);

} // namespace regnet
