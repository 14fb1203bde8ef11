// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace regnet {

/// One axis of a plot.
struct PlotAxis
{
    enum class Scale { Linear, Log10, Log2 };
    enum class Numbers {
        Plain,    ///< 0.2, 40, 1,024
        Readable, ///< 200 k, 3.1 M, 400 MF (with unit "F")
        Whole,    ///< whole numbers only, ticks included
    };

    QString title{}; ///< with its unit: "error (%)"
    Scale scale = Scale::Linear;
    Numbers numbers = Numbers::Plain;
    QString unit{};                      ///< put behind readable numbers: "F" gives "400 MF"
    std::optional<double> low{}, high{}; ///< fixed ends; without them the axis fits the data, with some air
    std::vector<std::pair<double, QString>> ticks{}; ///< these and no others, when not empty (categories)
    QString shortTitle{}; ///< where a low plot has no room for the title; empty: the title is cut
};

/// Something drawn with x and y in the units of the axes. Vectors are of equal length. NaN is a gap; values
/// at or below 0 on a logarithmic axis are left out.
struct PlotSeries
{
    enum class Kind {
        Line,    ///< points joined in the order of x
        Steps,   ///< y holds from x to the next x (an EDF)
        Centred, ///< steps that change half-way between two x (a value per block)
        Points,  ///< symbols; the symbol follows the slot
        Level,   ///< a horizontal line across the plot at each y; x is not used
        Upright, ///< a vertical line across the plot at each x; y is not used
        Band,    ///< filled from low to y, steps as Steps where isStepped
        Bars,    ///< upright bars from low (0 where empty) to y, barWidth wide
        Labels,  ///< a text at each point
        Threads, ///< a polyline a row over the columns x: y has x.size() values a row, row after row
                 ///< (parallel coordinates); many rows are drawn as a density
    };
    enum class Colour {
        Slot, ///< Theme::series(slot)
        Ink,
        Secondary,
        Grid,
    };

    Kind kind = Kind::Line;
    QString name{}; ///< in the legend, the data table and the accessible description; empty: a drawing aid
    bool isInLegend = true;
    std::vector<double> x{};
    std::vector<double> y{};
    std::vector<double> low{}; ///< Band, Bars: the lower edge
    std::vector<QString>
        names{}; ///< Labels: the texts; Points, Bars: what a point is (data table); may be empty
    Colour colour = Colour::Slot;
    int slot = 0; ///< colour and symbol
    Qt::PenStyle dash = Qt::SolidLine;
    double width = 1.25;    ///< of lines, logical pixels at a font of 9 pt; solid lines stay fast
    double size = 6;        ///< of symbols, likewise
    double barWidth = 0.8;  ///< in units of x
    bool isStepped = false; ///< Band
    bool isFilled = true;   ///< Band: false = edges only. Points: false = open symbols
    bool hasPoints = false; ///< Line, Steps, Centred: symbols as well
    int symbolEvery = 1;    ///< with hasPoints: a symbol at every so manieth point
    Qt::Alignment anchor =
        Qt::AlignLeft | Qt::AlignVCenter; ///< Labels: where the text lies, seen from the point
    bool isMovable = false; ///< a single one of Labels: moves up or down where it would lie on a curve
    QString tooltip{};      ///< of the legend entry: a citation, a source
};

/// Where the legend lies.
enum class LegendPlace {
    None,
    Automatic, ///< the corner with the fewest points under it
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
    Right, ///< beside the plot
    Below, ///< under the plot
};

/// A figure as data: all that a PlotWidget shows and an export writes. The same Plot gives the same picture
/// in the window and from the command line.
struct Plot
{
    QString title;       ///< above the plot; may be empty
    QString subject;     ///< what it is in a few words: accessible name, title of exported files
    QString description; ///< one sentence for those who do not see the picture
    PlotAxis x, y;
    std::vector<PlotSeries> series; ///< later ones lie above earlier ones
    LegendPlace legend = LegendPlace::Automatic;
    QStringList warnings; ///< printed in the figure itself, with a sign
    QString caption;      ///< small, under the plot: method, confidence, source
};

/// A table of what a plot shows.
struct PlotTable
{
    QStringList columns;
    std::vector<QStringList> rows;
};

/// Long form, one row a point of a named series: series, x, y (axes' titles), low and name where there are.
/// Numbers are the shortest text that gives the same double again.
PlotTable tableOf(const Plot& plot);

} // namespace regnet
