// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace regnet {

/// True when the program was started for a figure ("--figure" is its first argument): main() then calls
/// runFigure() and shows no window.
bool isFigureCall(int argc, char** argv);

/// The whole of such a program, with its own QApplication, offscreen: no display is needed.
///   regnet-explorer --figure edf SOURCE... --out FILE.pdf|svg|png|tex|csv [--no-sidecar, and the options of
///     FigureCall]
///   regnet-explorer --figure --verify FILE
///   regnet-explorer --figure --help
/// Exit code 0, 2 for bad input, 1 for what failed or differs; one sentence to stderr.
int runFigure(int argc, char** argv);

/// The work itself, in a program that has a QApplication; `arguments` begin with the figure's name. Throws
/// Error.
void makeFigure(const QStringList& arguments);

} // namespace regnet
