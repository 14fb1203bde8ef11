// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/curves_figure.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace regnet {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("regnet::CurvesFigure", text);
}

double median(std::vector<double> values)
{
    std::erase_if(values, [](double value) { return std::isnan(value); });
    if (values.empty()) return std::nan("");
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

} // namespace

CurvesFigure::CurvesFigure(std::span<const ShownPopulation> populations, const QString& title,
                           const std::function<bool()>& isStopped)
{
    std::size_t row = 0;
    for (const ShownPopulation& shown : populations) {
        if (shown.isVisible) add(shown, trainingCurves(*shown.population, isStopped), row);
        row += shown.population->members.size();
    }
    m_plot.title = title;
    m_plot.warnings = comparisonWarnings(populations);
    m_plot.x = {.title = tr("epoch"), .numbers = PlotAxis::Numbers::Whole};
    m_plot.y = {.title = tr("test error (%)")};
    m_plot.subject = tr("Training curves");
    m_plot.caption = m_plot.series.empty() ? QString() : tr("Thin: networks. Thick: their median.");
    m_plot.description = tr("Test error over epochs of %1 populations.").arg(m_bundles.size());
}

void CurvesFigure::add(const ShownPopulation& shown, const TrainingCurves& curves, std::size_t firstRow)
{
    if (curves.epochs.size() < 2) return;
    Bundle bundle{shown.population, m_plot.series.size(), firstRow, {}};
    PlotSeries threads{.kind = PlotSeries::Kind::Threads,
                       .name = tr("networks of %1").arg(displayName(*shown.population)),
                       .isInLegend = false,
                       .x = curves.epochs,
                       .slot = shown.slot,
                       .width = 0.75};
    PlotSeries middle{.kind = PlotSeries::Kind::Line,
                      .name = displayName(*shown.population),
                      .slot = shown.slot,
                      .width = 2.25};
    for (std::size_t i = 0; i < curves.testErrors.size(); ++i) {
        const std::vector<double>& errors = curves.testErrors[i];
        if (std::ranges::all_of(errors, [](double error) { return std::isnan(error); })) continue;
        threads.y.insert(threads.y.end(), errors.begin(), errors.end());
        bundle.members.push_back(i);
    }
    if (bundle.members.empty()) return;
    for (std::size_t epoch = 0; epoch < curves.epochs.size(); ++epoch) {
        std::vector<double> at;
        for (const std::size_t member : bundle.members)
            at.push_back(curves.testErrors[member][epoch]);
        middle.x.push_back(curves.epochs[epoch]);
        middle.y.push_back(median(std::move(at)));
    }
    middle.hasPoints = middle.x.size() <= 30;
    middle.size = 5;
    m_plot.series.push_back(std::move(threads));
    m_plot.series.push_back(std::move(middle));
    m_bundles.push_back(std::move(bundle));
}

const CurvesFigure::Bundle* CurvesFigure::bundleAt(const PlotHover& hover) const
{
    for (const Bundle& bundle : m_bundles)
        if (hover.series == static_cast<int>(bundle.series) && hover.point >= 0 &&
            static_cast<std::size_t>(hover.point) < bundle.members.size())
            return &bundle;
    return nullptr;
}

std::optional<std::size_t> CurvesFigure::rowAt(const PlotHover& hover) const
{
    const Bundle* bundle = bundleAt(hover);
    if (bundle == nullptr) return std::nullopt;
    return bundle->firstRow + bundle->members[static_cast<std::size_t>(hover.point)];
}

PlotHighlight CurvesFigure::highlightOf(SelectedRows selected) const
{
    PlotHighlight highlight;
    for (const Bundle& bundle : m_bundles) {
        const PlotSeries& drawn = m_plot.series[bundle.series];
        const auto columns = static_cast<std::ptrdiff_t>(drawn.x.size());
        PlotSeries threads{.kind = PlotSeries::Kind::Threads, .x = drawn.x, .slot = drawn.slot, .width = 1.5};
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

PlotCard CurvesFigure::card(const PlotHover& hover) const
{
    const Bundle* bundle = bundleAt(hover);
    if (bundle == nullptr) return {};
    const Member& member =
        bundle->population->members[bundle->members[static_cast<std::size_t>(hover.point)]];
    QStringList lines{QStringLiteral("<b>%1</b>").arg(displayName(*bundle->population).toHtmlEscaped())};
    if (member.state == Member::State::Finished) lines << tr("error %1 %").arg(member.error, 0, 'g', 5);
    lines << memberLines(member);
    return {lines.join(QLatin1String("<br>")), std::nullopt, std::nullopt};
}

} // namespace regnet
