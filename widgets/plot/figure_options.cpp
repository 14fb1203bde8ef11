// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a figure may look like. It needs no more of Qt than texts: a fuzzer reads figures without a window.
#include "widgets/plot/export.h"

#include "core/problem.h"

#include <cmath>
#include <string>
#include <vector>

namespace regnet {
namespace {

/// Fields of FigureOptions with their ranges, in the words of the command line.
struct OptionRange
{
    const char* field;
    const char* name;
    double value, low, high;

    bool holds() const { return std::isfinite(value) && value >= low && value <= high; }
    QString allowed() const { return QStringLiteral("%1 to %2").arg(low).arg(high); }
};

std::vector<OptionRange> rangesOf(const FigureOptions& options)
{
    std::vector<OptionRange> ranges{{"widthMm", "width in mm", options.widthMm, 20, 1000},
                                    {"heightMm", "height in mm", options.heightMm, 20, 1000},
                                    {"fontPt", "font in pt", options.fontPt, 4, 48},
                                    {"dpi", "dpi", static_cast<double>(options.dpi), 36, 2400}};
    if (options.linePt != 0) ranges.push_back({"linePt", "line width in pt", options.linePt, 0.1, 10});
    return ranges;
}

double pixelsOf(const FigureOptions& options)
{
    return options.widthMm / mmPerInch * options.dpi * options.heightMm / mmPerInch * options.dpi;
}

/// A picture of 300 million pixels takes 1.2 GB.
constexpr double mostPixels = 3e8;

} // namespace

void checkOptions(const FigureOptions& options)
{
    for (const OptionRange& range : rangesOf(options))
        if (!range.holds())
            throwBadInput(range.name, "is " + QString::number(range.value).toStdString(),
                          range.allowed().toStdString());
    if (pixelsOf(options) > mostPixels)
        throwBadInput("dpi",
                      "gives a picture of " + std::to_string(std::llround(pixelsOf(options) / 1e6)) +
                          " million pixels",
                      "at most 300 million: fewer dpi or a smaller size");
}

std::vector<OptionProblem> problemsOf(const FigureOptions& options)
{
    std::vector<OptionProblem> problems;
    for (const OptionRange& range : rangesOf(options))
        if (!range.holds()) problems.push_back({QLatin1String(range.field), range.allowed()});
    if (problems.empty() && pixelsOf(options) > mostPixels)
        problems.push_back({QStringLiteral("dpi"), QStringLiteral("at most 300 million pixels in all")});
    return problems;
}

} // namespace regnet
