// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/provenance.h"
#include "widgets/figures/figure_call.h"

#include <memory>
#include <vector>

namespace regnet {

/// A figure before it becomes a file, and what went into it.
struct MadeFigure
{
    Plot plot;
    std::vector<std::shared_ptr<const Population>> populations;
};

/// "edf, difference, …": what can be drawn.
QString figureNames();
/// Throws Error that lists them.
void checkFigureName(const QString& name);
/// Reads the sources and draws, with English texts whatever the window's language is. Throws Error.
MadeFigure madeFigure(const FigureCall& call);
/// The figure for a file, of the one that the window shows: itself in an English window, otherwise made again
/// in English, so that the same call gives the same bytes in every language. What no call makes stays as it
/// is shown.
MadeFigure figureForFile(MadeFigure shown, const FigureCall& call);

/// What the exported file carries. The window, which has its populations already, calls this one too: equal
/// calls of equal populations give equal texts.
Provenance provenanceOf(const FigureCall& call, const MadeFigure& figure);

/// The bytes of the file, provenance inside; what is added to the figure is English.
QByteArray fileBytes(const FigureCall& call, const MadeFigure& figure, FigureFormat format);
/// Writes the figure, and beside it FILE.json with the provenance unless there shall be none: each whole or
/// not at all. Throws Error.
void writeFigure(const FigureCall& call, const MadeFigure& figure, const FigureCall::Target& target);

QString sidecarOf(const QString& file); ///< "edf.pdf.json"

} // namespace regnet
