// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/scatter_figure.h"

#include "core/stats/correlation.h"
#include "core/stats/selection.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace regnet {
namespace {

/// From this ratio on a linear axis would press most networks into a corner.
constexpr double logarithmicFrom = 30;
/// Clouds of more networks do not carry their names into the table of a figure.
constexpr std::size_t mostNamed = 20'000;

QString tr(const char* text)
{
    return QCoreApplication::translate("regnet::ScatterFigure", text);
}

struct Ends
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void take(double value)
    {
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

bool isCount(std::string_view property)
{
    return property == "flops" || property == "params" || property == "activations";
}

QString rangeText(const std::string& property, const BestRange& range)
{
    const auto number = [&property](double value) {
        return isCount(property) ? QString::number(value / 1e6, 'g', 4) + QStringLiteral(" M")
                                 : QString::number(value, 'g', 4);
    };
    return tr("%1–%2, best %3").arg(number(range.low), number(range.high), number(range.best));
}

} // namespace

PlotAxis axisOf(std::string_view property, double low, double high)
{
    PlotAxis axis{.title = propertyTitle(property)};
    if (low > 0 && high / low > logarithmicFrom) axis.scale = PlotAxis::Scale::Log10;
    if (isCount(property)) axis.numbers = PlotAxis::Numbers::Readable;
    return axis;
}

ScatterFigure::ScatterFigure(std::span<const ShownPopulation> populations, const ScatterOptions& options)
{
    m_plot.title = options.title;
    m_plot.warnings = comparisonWarnings(populations);
    setAxes(populations, options);
    if (options.hasBestRange && options.y == "error" && options.x != "error") addBest(populations, options);
    addClouds(populations, options);
    if (options.y == "error" && options.x != "error") addFailed(populations, options);
    m_plot.caption = captionOf(populations, options);
    QStringList names;
    for (const Cloud& cloud : m_clouds)
        if (!cloud.isFailed)
            names << tr("%1, %2 networks").arg(displayName(*cloud.population)).arg(cloud.members.size());
    m_plot.subject = tr("%1 against %2").arg(propertyTitle(options.y), propertyTitle(options.x));
    m_plot.description =
        tr("Scatter of %1: %2. %3").arg(m_plot.subject, names.join(QLatin1String("; ")), m_plot.caption);
}

void ScatterFigure::setAxes(std::span<const ShownPopulation> populations, const ScatterOptions& options)
{
    Ends x, y;
    bool hasFailed = false;
    for (const ShownPopulation& shown : populations) {
        if (!shown.isVisible) continue;
        for (const Member& member : shown.population->members) {
            const auto atX = propertyOf(member, options.x), atY = propertyOf(member, options.y);
            hasFailed = hasFailed || member.state == Member::State::Failed;
            if (!atX || !atY) continue;
            x.take(*atX);
            y.take(*atY);
        }
    }
    m_plot.x = axisOf(options.x, x.low, x.high);
    m_plot.y = axisOf(options.y, y.low, y.high);
    if (options.y != "error" || y.low > y.high) return;
    // Errors stay linear, and there is room for failed ones above.
    m_plot.y.scale = PlotAxis::Scale::Linear;
    const double air = std::max(0.04 * (y.high - y.low), 0.2);
    m_plot.y.low = y.low - air;
    m_plot.y.high = y.high + (hasFailed ? 3 : 1) * air;
}

void ScatterFigure::addBest(std::span<const ShownPopulation> populations, const ScatterOptions& options)
{
    for (const ShownPopulation& shown : populations) {
        if (!shown.isVisible || !m_plot.y.high) continue;
        const auto range = bestRange(*shown.population, options.x, options.confidence);
        if (!range) continue;
        m_best.push_back({shown.population, *range});
        PlotSeries band{.kind = PlotSeries::Kind::Band, .isInLegend = false, .slot = shown.slot};
        band.name = tr("%1: best range").arg(displayName(*shown.population));
        // A range of one value is still seen.
        const double air = range->low < range->high ? 0 : 0.004 * std::max(1.0, std::abs(range->low));
        band.x = {range->low - air, range->high + air};
        band.y = {*m_plot.y.high, *m_plot.y.high};
        band.low = {*m_plot.y.low, *m_plot.y.low};
        m_plot.series.push_back(std::move(band));
        PlotSeries best{.kind = PlotSeries::Kind::Upright, .isInLegend = false, .slot = shown.slot};
        best.name = tr("%1: best").arg(displayName(*shown.population));
        best.x = {range->best};
        best.width = 2;
        m_plot.series.push_back(std::move(best));
    }
}

void ScatterFigure::addClouds(std::span<const ShownPopulation> populations, const ScatterOptions& options)
{
    std::size_t row = 0;
    for (const ShownPopulation& shown : populations) {
        const std::size_t firstRow = row;
        const std::vector<Member>& members = shown.population->members;
        row += members.size();
        if (!shown.isVisible) continue;
        Cloud cloud{shown.population, shown.slot, firstRow, {}, 0, false};
        const bool isSecondRound = shown.slot >= Theme::slotCount; // it has a colour and a symbol again
        PlotSeries points{
            .kind = PlotSeries::Kind::Points, .slot = shown.slot, .size = 5, .isFilled = isSecondRound};
        const bool hasNames = members.size() <= mostNamed;
        for (std::size_t i = 0; i < members.size(); ++i) {
            const auto x = propertyOf(members[i], options.x), y = propertyOf(members[i], options.y);
            if (!x || !y) continue;
            points.x.push_back(*x);
            points.y.push_back(*y);
            if (hasNames) points.names.push_back(toText(members[i].label));
            cloud.members.push_back(i);
        }
        if (cloud.members.empty()) continue;
        if (std::ranges::all_of(points.names, &QString::isEmpty)) points.names.clear();
        points.name = tr("%1 [%2]").arg(displayName(*shown.population)).arg(cloud.members.size());
        points.tooltip = sourceText(*shown.population);
        cloud.series = m_plot.series.size();
        m_plot.series.push_back(std::move(points));
        m_clouds.push_back(std::move(cloud));
    }
}

/// They have no error, but they count: a row of symbols above all others.
void ScatterFigure::addFailed(std::span<const ShownPopulation> populations, const ScatterOptions& options)
{
    if (!m_plot.y.high) return;
    std::size_t row = 0, failed = 0;
    const double level = *m_plot.y.high - 0.02 * (*m_plot.y.high - *m_plot.y.low);
    for (const ShownPopulation& shown : populations) {
        const std::size_t firstRow = row;
        const std::vector<Member>& members = shown.population->members;
        row += members.size();
        if (!shown.isVisible) continue;
        Cloud cloud{shown.population, shown.slot, firstRow, {}, 0, true};
        PlotSeries points{
            .kind = PlotSeries::Kind::Points, .isInLegend = false, .slot = shown.slot, .size = 5};
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (members[i].state != Member::State::Failed) continue;
            const auto x = propertyOf(members[i], options.x);
            if (!x) continue;
            points.x.push_back(*x);
            points.y.push_back(level);
            cloud.members.push_back(i);
        }
        if (cloud.members.empty()) continue;
        failed += cloud.members.size();
        points.name = tr("%1: failed").arg(displayName(*shown.population));
        cloud.series = m_plot.series.size();
        m_plot.series.push_back(std::move(points));
        m_clouds.push_back(std::move(cloud));
    }
    if (failed == 0) return;
    PlotSeries label{.kind = PlotSeries::Kind::Labels, .isInLegend = false};
    label.name = tr("failed");
    label.colour = PlotSeries::Colour::Secondary;
    label.x = {m_plot.series.back().x.front()};
    label.y = {level};
    label.names = {tr("failed: %1").arg(failed)};
    label.anchor = Qt::AlignLeft | Qt::AlignBottom;
    m_plot.series.push_back(std::move(label));
}

QString ScatterFigure::captionOf(std::span<const ShownPopulation> populations,
                                 const ScatterOptions& options) const
{
    QStringList parts, ranges, correlations;
    for (const Best& best : m_best)
        ranges << QStringLiteral("%1 %2").arg(displayName(*best.population),
                                              rangeText(options.x, best.range));
    if (!ranges.isEmpty())
        parts << tr("Shaded: where the best network of a quarter of the sample lies, %1 % (empirical "
                    "bootstrap, "
                    "exact); a range of the winner, not a confidence interval: %2.")
                     .arg(options.confidence * 100)
                     .arg(ranges.join(QLatin1String("; ")));
    for (const ShownPopulation& shown : populations) {
        if (!shown.isVisible) continue;
        const Correlation rho = correlate(pairsOf(*shown.population, options.x, options.y),
                                          CorrelationKind::Spearman, options.confidence);
        if (!rho.value) continue;
        correlations
            << (rho.low && rho.high
                    ? QStringLiteral("%1 %2 (%3 to %4)")
                          .arg(displayName(*shown.population))
                          .arg(*rho.value, 0, 'f', 2)
                          .arg(*rho.low, 0, 'f', 2)
                          .arg(*rho.high, 0, 'f', 2)
                    : QStringLiteral("%1 %2").arg(displayName(*shown.population)).arg(*rho.value, 0, 'f', 2));
    }
    if (!correlations.isEmpty()) parts << tr("Spearman ρ: %1.").arg(correlations.join(QLatin1String("; ")));
    const QString citation = citationText(populations);
    if (!citation.isEmpty()) parts << citation;
    return parts.join(QLatin1Char(' '));
}

const ScatterFigure::Cloud* ScatterFigure::cloudAt(const PlotHover& hover) const
{
    const auto found = std::ranges::find_if(m_clouds, [&hover](const Cloud& cloud) {
        return hover.series >= 0 && cloud.series == static_cast<std::size_t>(hover.series);
    });
    if (found == m_clouds.end() || hover.point < 0 ||
        static_cast<std::size_t>(hover.point) >= found->members.size())
        return nullptr;
    return &*found;
}

std::optional<std::size_t> ScatterFigure::rowAt(const PlotHover& hover) const
{
    const Cloud* cloud = cloudAt(hover);
    if (cloud == nullptr) return std::nullopt;
    return cloud->firstRow + cloud->members[static_cast<std::size_t>(hover.point)];
}

PlotHighlight ScatterFigure::highlightOf(SelectedRows selected) const
{
    PlotHighlight highlight;
    for (const Cloud& cloud : m_clouds) {
        const PlotSeries& drawn = m_plot.series[cloud.series];
        PlotSeries points{.kind = PlotSeries::Kind::Points, .slot = cloud.slot, .size = 7};
        for (std::size_t k = 0; k < cloud.members.size(); ++k) {
            const std::size_t row = cloud.firstRow + cloud.members[k];
            if (row >= selected.size() || selected[row] == 0) continue;
            points.x.push_back(drawn.x[k]);
            points.y.push_back(drawn.y[k]);
        }
        if (!points.x.empty()) highlight.series.push_back(std::move(points));
    }
    highlight.isDimming = !highlight.series.empty();
    return highlight;
}

PlotCard ScatterFigure::card(const PlotHover& hover) const
{
    const Cloud* cloud = cloudAt(hover);
    if (cloud == nullptr) return {};
    const Member& member = cloud->population->members[cloud->members[static_cast<std::size_t>(hover.point)]];
    QStringList lines{QStringLiteral("<b>%1</b>").arg(displayName(*cloud->population).toHtmlEscaped())};
    lines << (cloud->isFailed ? tr("failed") : tr("error %1 %").arg(member.error, 0, 'g', 5));
    lines << memberLines(member);
    const PlotSeries& drawn = m_plot.series[cloud->series];
    const auto point = static_cast<std::size_t>(hover.point);
    return {lines.join(QLatin1String("<br>")), QPointF(drawn.x[point], drawn.y[point]), std::nullopt};
}

} // namespace regnet
