// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/job_curves.h"

#include "widgets/plot/theme.h"
#include "widgets/shown_quantity.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <optional>

namespace regnet {
namespace {

/// Curves of more epochs than that are lines without symbols.
constexpr std::size_t fewEpochs = 30;

QString translated(const char* text)
{
    return QCoreApplication::translate("regnet::JobCurves", text);
}

PlotSeries seriesOf(const JobCurve& curve,
                    const std::function<std::optional<double>(const EpochEvent&)>& value)
{
    PlotSeries series;
    for (const EpochRecord& epoch : curve.values)
        if (const auto error = value(epoch.values)) {
            series.x.push_back(static_cast<double>(epoch.values.epoch));
            series.y.push_back(*error);
        }
    series.hasPoints = series.x.size() <= fewEpochs;
    series.size = 5;
    return series;
}

/// What a recipe asks for beyond the two of every training.
void addMore(Plot& plot, const JobCurve& curve)
{
    const auto add = [&](const QString& name, int slot, std::optional<double> EpochEvent::*value) {
        PlotSeries series = seriesOf(curve, value);
        if (series.x.empty()) return;
        series.name = name;
        series.slot = slot;
        series.dash = Theme::dash(slot);
        plot.series.push_back(std::move(series));
    };
    add(translated("averaged weights, test images"), 2, &EpochEvent::emaTestError);
    add(translated("held-out images"), 3, &EpochEvent::heldOutError);
    add(translated("averaged weights, held-out images"), 4, &EpochEvent::emaHeldOutError);
}

} // namespace

Plot curvesPlot(const std::vector<JobCurve>& curves, std::size_t selected)
{
    Plot plot;
    plot.subject = translated("training curves");
    plot.x.title = translated("epoch");
    plot.x.numbers = PlotAxis::Numbers::Whole;
    plot.y.title = translated("error (%)");
    const std::size_t count = std::min(curves.size(), maximalCurves);
    const bool isSingle = count == 1;
    double epochs = 1;
    for (std::size_t i = 0; i < count; ++i) {
        const JobCurve& curve = curves[i];
        if (curve.values.empty()) continue;
        epochs = std::max(epochs, static_cast<double>(curve.epochs));
        const QString job = QString::fromStdString(curve.id.substr(0, 8));
        PlotSeries train = seriesOf(curve, &EpochEvent::trainError);
        train.name = isSingle ? translated("training images") : translated("%1, training images").arg(job);
        train.isInLegend = isSingle;
        train.slot = isSingle ? 1 : static_cast<int>(i);
        train.dash = isSingle ? Qt::DashLine : Qt::DotLine;
        train.hasPoints = train.hasPoints && isSingle;
        PlotSeries test = seriesOf(curve, &EpochEvent::testError);
        test.name = isSingle ? translated("test images") : job;
        test.slot = static_cast<int>(i);
        test.width = 1.75;
        plot.series.push_back(std::move(train));
        plot.series.push_back(std::move(test));
        if (isSingle) addMore(plot, curve);
    }
    plot.x.low = 0;
    plot.x.high = epochs;
    if (count > 1) plot.caption = translated("Solid: test images. Dotted: training images.");
    if (selected > maximalCurves)
        plot.caption = translated("The first %1 of %2 selected jobs. %3")
                           .arg(maximalCurves)
                           .arg(shownExactCount(static_cast<std::int64_t>(selected)))
                           .arg(plot.caption);
    plot.legend = LegendPlace::TopRight;
    plot.description = translated("Error over epochs of %1 jobs.").arg(count);
    return plot;
}

} // namespace regnet
