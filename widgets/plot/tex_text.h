// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace regnet {

/// Text as LaTeX sets it: commands, comments and maths in it mean themselves, line breaks are blanks. Signs
/// that pdflatex does not have without further packages are written as their code, "U+4E2D".
QString texText(const QString& text);

/// Lines of such text, one below the other. The empty group keeps TeX from taking a "[" or a "*" that a line
/// begins with for an argument of the line break.
QString texLines(const QStringList& lines);

} // namespace regnet
