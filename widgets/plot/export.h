// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/plot.h"

#include <QImage>
#include <QString>

namespace regnet {

enum class FigureFormat { Pdf, Svg, Png, Csv };

/// The size of a figure on paper, and what stands in the file beside the picture.
struct FigureOptions
{
    double widthMm = 120; ///< 20..1000
    double heightMm = 90; ///< 20..1000
    double fontPt = 9;    ///< 4..48
    int dpi = 300;        ///< of PNG, 72..1200
    bool isDark = false;
    QString title{};      ///< metadata; the plot's title or subject where empty
    QString provenance{}; ///< metadata: sources, the command that makes this figure again
};

/// By the ending of the file name. Throws Error that lists the formats.
FigureFormat formatOf(const QString& path);
/// What is out of range; throws Error.
void checkOptions(const FigureOptions& options);

/// The file as bytes. The same plot and options give the same picture on every screen; PDF and SVG are
/// vectors with text as text, PNG carries its resolution. Needs a QApplication; offscreen is enough.
QByteArray figureBytes(const Plot& plot, FigureFormat format, const FigureOptions& options);
/// The picture of figureBytes() at `dpi` pixels an inch.
QImage figureImage(const Plot& plot, const FigureOptions& options, double dpi);

/// Writes the file whole or not at all. Throws Error (Failed) when the folder cannot be written.
void exportFigure(const Plot& plot, const QString& path, const FigureOptions& options);

} // namespace regnet
