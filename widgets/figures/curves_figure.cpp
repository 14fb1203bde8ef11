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
    m_highlightWidth = 1.5;
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
    middle.hasPoints = true; // colour is never the only sign
    middle.symbolEvery = static_cast<int>(middle.x.size() / 30) + 1;
    middle.size = 5;
    m_plot.series.push_back(std::move(threads));
    m_plot.series.push_back(std::move(middle));
    m_bundles.push_back(std::move(bundle));
}

} // namespace regnet
