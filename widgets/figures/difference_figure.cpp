// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/difference_figure.h"

#include "core/stats/edf.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace regnet {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("regnet::DifferenceFigure", text);
}

PlotSeries differenceOf(const Edf& first, const Edf& other)
{
    PlotSeries steps{.kind = PlotSeries::Kind::Steps};
    std::vector<double> errors(first.errors().begin(), first.errors().end());
    errors.insert(errors.end(), other.errors().begin(), other.errors().end());
    std::ranges::sort(errors);
    errors.erase(std::unique(errors.begin(), errors.end()), errors.end());
    if (!errors.empty()) {
        steps.x.push_back(errors.front());
        steps.y.push_back(0);
    }
    for (const double error : errors) {
        steps.x.push_back(error);
        steps.y.push_back(other.at(error) - first.at(error));
    }
    return steps;
}

} // namespace

DifferenceFigure::DifferenceFigure(std::span<const ShownPopulation> populations)
{
    m_plot.warnings = comparisonWarnings(populations);
    m_plot.x = {.title = tr("error (%)")};
    m_plot.y = {.title = tr("difference in F")};
    const ShownPopulation* first = nullptr;
    std::optional<Edf> base;
    QStringList distances;
    for (const ShownPopulation& shown : populations) {
        if (!shown.isVisible) continue;
        if (first == nullptr) {
            first = &shown;
            base.emplace(*shown.population);
            continue;
        }
        const Edf edf(*shown.population);
        PlotSeries steps = differenceOf(*base, edf);
        if (steps.x.empty()) continue;
        const auto farthest = std::ranges::max_element(steps.y, {}, [](double y) { return std::abs(y); });
        const auto at = static_cast<std::size_t>(farthest - steps.y.begin());
        PlotSeries mark{.kind = PlotSeries::Kind::Points, .isInLegend = false, .slot = shown.slot};
        mark.size = 9; // seen among the symbols of the curve
        mark.isFilled = false;
        mark.name = tr("%1: D").arg(displayName(*shown.population));
        mark.x = {steps.x[at]};
        mark.y = {steps.y[at]};
        distances << tr("%1 %2 at %3 %")
                         .arg(displayName(*shown.population))
                         .arg(std::abs(*farthest), 0, 'f', 3)
                         .arg(steps.x[at], 0, 'g', 4);
        const double half = dkwHalfWidth(base->size(), 0.975) + dkwHalfWidth(edf.size(), 0.975);
        PlotSeries band{
            .kind = PlotSeries::Kind::Band, .isInLegend = false, .slot = shown.slot, .isFilled = false};
        band.name = tr("%1: DKW bounds of both").arg(displayName(*shown.population));
        band.x = {steps.x.front(), steps.x.back()};
        band.y = {std::min(1.0, half), std::min(1.0, half)};
        band.low = {std::max(-1.0, -half), std::max(-1.0, -half)};
        band.dash = Qt::DotLine;
        band.width = 1;
        steps.name = tr("%1 − %2").arg(displayName(*shown.population), displayName(*first->population));
        steps.slot = shown.slot;
        markCurve(steps, shown.population->isPublished);
        steps.width = 1.75;
        m_plot.series.push_back(std::move(band));
        m_plot.series.push_back(std::move(steps));
        m_plot.series.push_back(std::move(mark));
    }
    if (m_plot.series.empty()) return;
    PlotSeries zero{.kind = PlotSeries::Kind::Level, .isInLegend = false};
    zero.name = tr("no difference");
    zero.y = {0};
    zero.colour = PlotSeries::Colour::Secondary;
    m_plot.series.insert(m_plot.series.begin(), std::move(zero));
    m_plot.subject = tr("Differences of error distributions to %1").arg(displayName(*first->population));
    m_plot.caption =
        tr("Above 0: more networks with at most this error than %1. Marked: the largest distance, D: %2. "
           "Dotted: bounds of no difference, the 97.5 % DKW bands of both curves together (at least 95 % "
           "for one pair; conservative). Failures count as infinite error.")
            .arg(displayName(*first->population), distances.join(QLatin1String("; ")));
    const QString citation = citationText(populations);
    if (!citation.isEmpty()) m_plot.caption += QLatin1Char(' ') + citation;
    m_plot.description = m_plot.subject + QLatin1String(". ") + m_plot.caption;
}

PlotCard DifferenceFigure::card(const PlotHover& hover) const
{
    if (hover.series < 0 || hover.point < 0) return {};
    const PlotSeries& series = m_plot.series[static_cast<std::size_t>(hover.series)];
    const auto point = static_cast<std::size_t>(hover.point);
    if (point >= series.x.size() || point >= series.y.size()) return {};
    return {QStringLiteral("<b>%1</b><br>%2")
                .arg(series.name.toHtmlEscaped(), tr("error %1 %, difference %2")
                                                      .arg(series.x[point], 0, 'g', 5)
                                                      .arg(series.y[point], 0, 'f', 3)),
            QPointF(series.x[point], series.y[point]), std::nullopt};
}

} // namespace regnet
