// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/plot.h"

#include "core/text/readable.h"

#include <algorithm>

namespace regnet {
namespace {

QString number(double value)
{
    return QString::fromStdString(shortest(value));
}

} // namespace

PlotTable tableOf(const Plot& plot)
{
    const auto any = [&](auto has) {
        return std::any_of(plot.series.begin(), plot.series.end(),
                           [&](const PlotSeries& series) { return !series.name.isEmpty() && has(series); });
    };
    const bool hasLow = any([](const PlotSeries& series) { return !series.low.empty(); });
    const bool hasNames = any([](const PlotSeries& series) { return !series.names.empty(); });
    PlotTable table;
    table.columns << QStringLiteral("series") << plot.x.title << plot.y.title;
    if (hasLow) table.columns << QStringLiteral("low");
    if (hasNames) table.columns << QStringLiteral("name");
    for (const PlotSeries& series : plot.series) {
        if (series.name.isEmpty()) continue;
        const std::size_t n = std::max(series.x.size(), series.y.size());
        for (std::size_t i = 0; i < n; ++i) {
            const bool isThreads = series.kind == PlotSeries::Kind::Threads && !series.x.empty();
            const std::size_t atX = isThreads ? i % series.x.size() : i;
            const bool hasX = atX < series.x.size() && series.kind != PlotSeries::Kind::Level;
            const bool hasY = i < series.y.size() && series.kind != PlotSeries::Kind::Upright;
            QStringList row{series.name, hasX ? number(series.x[atX]) : QString(),
                            hasY ? number(series.y[i]) : QString()};
            if (hasLow) row << (i < series.low.size() ? number(series.low[i]) : QString());
            if (hasNames) row << (i < series.names.size() ? series.names[i] : QString());
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

} // namespace regnet
