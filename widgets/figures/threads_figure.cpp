// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/threads_figure.h"

#include "core/stats/selection.h"

#include <QCoreApplication>

namespace regnet {

const ThreadsFigure::Bundle* ThreadsFigure::bundleAt(const PlotHover& hover) const
{
    for (const Bundle& bundle : m_bundles)
        if (hover.series >= 0 && bundle.series == static_cast<std::size_t>(hover.series) &&
            hover.point >= 0 && static_cast<std::size_t>(hover.point) < bundle.members.size())
            return &bundle;
    return nullptr;
}

std::optional<std::size_t> ThreadsFigure::rowAt(const PlotHover& hover) const
{
    const Bundle* bundle = bundleAt(hover);
    if (bundle == nullptr) return std::nullopt;
    return bundle->firstRow + bundle->members[static_cast<std::size_t>(hover.point)];
}

PlotHighlight ThreadsFigure::highlightOf(SelectedRows selected) const
{
    PlotHighlight highlight;
    for (const Bundle& bundle : m_bundles) {
        const PlotSeries& drawn = m_plot.series[bundle.series];
        const auto columns = static_cast<std::ptrdiff_t>(drawn.x.size());
        PlotSeries threads{
            .kind = PlotSeries::Kind::Threads, .x = drawn.x, .slot = drawn.slot, .width = m_highlightWidth};
        for (std::size_t k = 0; k < bundle.members.size(); ++k) {
            const std::size_t row = bundle.firstRow + bundle.members[k];
            if (row >= selected.size() || selected[row] == 0) continue;
            const auto from = drawn.y.begin() + static_cast<std::ptrdiff_t>(k) * columns;
            threads.y.insert(threads.y.end(), from, from + columns);
        }
        if (!threads.y.empty()) highlight.series.push_back(std::move(threads));
    }
    highlight.isDimming = !highlight.series.empty();
    return highlight;
}

PlotCard ThreadsFigure::card(const PlotHover& hover) const
{
    const Bundle* bundle = bundleAt(hover);
    if (bundle == nullptr) return {};
    const Member& member =
        bundle->population->members[bundle->members[static_cast<std::size_t>(hover.point)]];
    QStringList lines{QStringLiteral("<b>%1</b>").arg(displayName(*bundle->population).toHtmlEscaped())};
    if (const auto error = propertyOf(member, "error"))
        lines << QCoreApplication::translate("regnet::ThreadsFigure", "error %1 %").arg(*error, 0, 'g', 5);
    lines << memberLines(member);
    return {lines.join(QLatin1String("<br>")), std::nullopt, std::nullopt};
}

} // namespace regnet
