// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/palette.h"
#include "widgets/plot/plot.h"
#include "widgets/plot/theme.h"

#include <QImage>
#include <QString>

#include <optional>

namespace regnet {

constexpr double mmPerInch = 25.4;

enum class FigureFormat { Pdf, Svg, Png, Tex, Csv };

/// How a figure looks on paper, and what stands in the file beside the picture.
struct FigureOptions
{
    double widthMm = 120; ///< 20..1000
    double heightMm = 90; ///< 20..1000
    double fontPt = 9;    ///< 4..48
    QString family{};     ///< of the font; empty: DejaVu Sans, which is there everywhere
    double linePt = 0;    ///< width of a curve, 0.1..10; 0: follows the font (0.94 pt at 9 pt)
    int dpi = 300;        ///< of PNG, 36..2400
    Palette palette = Palette::ColourBlindSafe;
    std::optional<LegendPlace> legend{}; ///< the plot's own where not set
    bool isDark = false;
    bool hasTitle = true; ///< false: the plot's title goes into the metadata only
    QString title{};      ///< metadata; the plot's title or subject where empty
    QString provenance{}; ///< one line, embedded as it is (core/provenance)
    QString creator{};    ///< metadata; this program and its version where empty

    friend bool operator==(const FigureOptions&, const FigureOptions&) = default;
};

/// By the ending of the file name. Throws Error that lists the formats.
FigureFormat formatOf(const QString& path);
/// ".pdf, .svg, .png, .tex or .csv"
QString formatList();
/// What is out of range; throws Error.
void checkOptions(const FigureOptions& options);
/// The same, field by field: the names as in FigureOptions, and "20 to 1000".
struct OptionProblem
{
    QString field;
    QString allowed;
};
std::vector<OptionProblem> problemsOf(const FigureOptions& options);

/// The plot as these options show it: legend and title; the theme is themeOf().
Plot styled(Plot plot, const FigureOptions& options);
Theme themeOf(const FigureOptions& options);

/// The file as bytes. The same plot and options give the same bytes on every screen and at every hour: no
/// time stamp is in them. PDF and SVG are vectors with text as text, but for layers of many points, which are
/// pictures inside; PNG carries its resolution; TeX is PGFPlots and compiles by itself or by \input. Needs a
/// QApplication; offscreen is enough.
QByteArray figureBytes(const Plot& plot, FigureFormat format, const FigureOptions& options);
/// The picture of figureBytes() at `dpi` pixels an inch.
QImage figureImage(const Plot& plot, const FigureOptions& options, double dpi);

/// A table for spreadsheets: no text in it is taken for a formula or begins a new cell.
QString tabSeparated(const PlotTable& table);

/// Writes the file whole or not at all. Throws Error (Failed) when the folder cannot be written.
void exportFigure(const Plot& plot, const QString& path, const FigureOptions& options);

} // namespace regnet
