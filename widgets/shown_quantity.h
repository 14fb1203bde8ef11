// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace regnet {

// Quantities as labels and tables of the window show them: as core writes them, but with a blank between
// number and unit at which no line ends. Where the window is laid out from right to left they are isolated
// ("5.16 M" would read "M 5.16"). Files take core's own functions.

QString shownCount(double count);            ///< readableCount(): "5.16 M"
QString shownExactCount(std::int64_t count); ///< exactCount(): "199,040,872"
QString shownDuration(double seconds);       ///< readableDuration(): "3 min 20 s"
QString shownBytes(std::int64_t bytes);      ///< readableBytes(): "1.2 GB"

/// What tr() made of "%n job(s)", with the number as shownExactCount() has it: Qt knows no groups there.
QString withGroups(QString text, std::int64_t count);
/// A sentence for a label that is wrapped: "1.2 GB" and "5 %" in it stay in one line.
QString unitsTogether(QString sentence);
/// Text that goes from left to right whatever lies around it.
QString inOnePiece(const QString& text);
/// What was shown without the signs that isolate and with plain blanks, for the clipboard.
QString withoutSigns(QString text);

} // namespace regnet
