// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/parallel_figure.h"

#include "core/stats/best_range.h"
#include "core/text/readable.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

namespace regnet {
namespace {

constexpr double logarithmicFrom = 30;

QString tr(const char* text)
{
    return QCoreApplication::translate("regnet::ParallelFigure", text);
}

QString number(double value)
{
    return std::abs(value) < 10'000 ? QString::number(value, 'g', 4)
                                    : QString::fromStdString(readableCount(value));
}

bool varies(std::span<const ShownPopulation> populations, const std::string& property)
{
    std::optional<double> first;
    for (const ShownPopulation& shown : populations) {
        if (!shown.isVisible) continue;
        for (const Member& member : shown.population->members) {
            const auto value = propertyOf(member, property);
            if (!value) continue;
            if (first && *first != *value) return true;
            first = value;
        }
    }
    return false;
}

} // namespace

std::vector<std::string> parallelProperties(std::span<const ShownPopulation> populations, std::size_t most)
{
    static const std::array<std::string, 11> known{
        "depth", "w0",     "wa",          "wm",    "bottleneck_ratio", "group_width",
        "e_fit", "params", "activations", "flops", "resolution"};
    std::set<std::string> all;
    for (const ShownPopulation& shown : populations)
        if (shown.isVisible)
            for (std::string& property : propertiesOf(*shown.population))
                all.insert(std::move(property));
    std::vector<std::string> chosen;
    const auto take = [&](const std::string& property) {
        if (chosen.size() + 1 < most && all.erase(property) > 0 && varies(populations, property))
            chosen.push_back(property);
    };
    for (const std::string& property : known)
        take(property);
    for (const std::string& property : std::set<std::string>(all))
        take(property);
    chosen.emplace_back("error");
    return chosen;
}

double ParallelFigure::Column::share(double value) const
{
    if (high <= low) return 0.5;
    return isLog ? std::log(value / low) / std::log(high / low) : (value - low) / (high - low);
}

double ParallelFigure::Column::value(double share) const
{
    return isLog ? low * std::pow(high / low, share) : low + share * (high - low);
}

ParallelFigure::ParallelFigure(std::span<const ShownPopulation> populations, const ParallelOptions& options)
{
    m_plot.title = options.title;
    m_plot.warnings = comparisonWarnings(populations);
    const std::vector<std::string> properties =
        options.properties.empty() ? parallelProperties(populations) : options.properties;
    for (const std::string& property : properties)
        addColumn(populations, property);
    m_plot.x = {.low = -0.35, .high = static_cast<double>(m_columns.size()) - 0.65};
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        m_plot.x.ticks.emplace_back(static_cast<double>(i), propertySymbol(m_columns[i].property));
    m_plot.y = {.low = -0.1, .high = 1.1, .ticks = {{0, tr("least")}, {1, tr("most")}}};
    if (m_columns.size() < 2) return;
    addBundles(populations);
    addLabels();
    QStringList names;
    for (const Column& column : m_columns)
        names << propertyTitle(column.property);
    m_plot.subject = tr("Parallel coordinates of %1").arg(names.join(QLatin1String("; ")));
    m_plot.description = m_plot.subject;
    m_plot.legend = LegendPlace::Below;
    m_plot.caption = citationText(populations);
}

void ParallelFigure::addColumn(std::span<const ShownPopulation> populations, const std::string& property)
{
    Column column{property, std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
                  false};
    for (const ShownPopulation& shown : populations) {
        if (!shown.isVisible) continue;
        for (const Member& member : shown.population->members)
            if (const auto value = propertyOf(member, property)) {
                column.low = std::min(column.low, *value);
                column.high = std::max(column.high, *value);
            }
    }
    if (column.low > column.high) return;
    column.isLog = property != "error" && column.low > 0 && column.high / column.low > logarithmicFrom;
    m_columns.push_back(std::move(column));
}

void ParallelFigure::addBundles(std::span<const ShownPopulation> populations)
{
    std::size_t row = 0;
    for (const ShownPopulation& shown : populations) {
        const std::size_t firstRow = row;
        const std::vector<Member>& members = shown.population->members;
        row += members.size();
        if (!shown.isVisible) continue;
        Bundle bundle{shown.population, m_plot.series.size(), firstRow, {}};
        PlotSeries threads{.kind = PlotSeries::Kind::Threads, .slot = shown.slot, .width = 1};
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            threads.x.push_back(static_cast<double>(i));
        threads.y.reserve(members.size() * m_columns.size());
        for (std::size_t i = 0; i < members.size(); ++i) {
            std::size_t known = 0;
            for (const Column& column : m_columns) {
                const auto value = propertyOf(members[i], column.property);
                known += value ? 1 : 0;
                threads.y.push_back(value ? column.share(*value) : std::numeric_limits<double>::quiet_NaN());
            }
            if (known > 1)
                bundle.members.push_back(i);
            else
                threads.y.resize(threads.y.size() - m_columns.size());
        }
        if (bundle.members.empty()) continue;
        threads.name = tr("%1 [%2]").arg(displayName(*shown.population)).arg(bundle.members.size());
        threads.tooltip = sourceText(*shown.population);
        m_plot.series.push_back(std::move(threads));
        m_bundles.push_back(std::move(bundle));
    }
}

/// The ends of each column in its own units.
void ParallelFigure::addLabels()
{
    PlotSeries rails{.kind = PlotSeries::Kind::Upright, .isInLegend = false};
    rails.colour = PlotSeries::Colour::Secondary;
    rails.name = tr("columns");
    PlotSeries below{.kind = PlotSeries::Kind::Labels, .isInLegend = false}, above = below;
    below.name = above.name = tr("ends of the columns");
    below.anchor = Qt::AlignBottom | Qt::AlignHCenter;
    above.anchor = Qt::AlignTop | Qt::AlignHCenter;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Column& column = m_columns[i];
        const auto x = static_cast<double>(i);
        rails.x.push_back(x);
        below.x.push_back(x);
        below.y.push_back(0);
        below.names.push_back(number(column.low));
        above.x.push_back(x);
        above.y.push_back(1);
        above.names.push_back(number(column.high));
    }
    m_plot.series.push_back(std::move(rails));
    m_plot.series.push_back(std::move(below));
    m_plot.series.push_back(std::move(above));
}

std::optional<PropertyRange> ParallelFigure::rangeAt(double x, double low, double high) const
{
    const auto index = static_cast<std::ptrdiff_t>(std::lround(x));
    if (index < 0 || index >= static_cast<std::ptrdiff_t>(m_columns.size())) return std::nullopt;
    const Column& column = m_columns[static_cast<std::size_t>(index)];
    PropertyRange range{column.property, std::nullopt, std::nullopt};
    // Written out as they are taken: to about a pixel of the column.
    const auto valueAt = [&column](double share) {
        const double value = column.value(share);
        return shortened(value, std::abs(column.value(share + 0.001) - value));
    };
    if (low > 0) range.low = valueAt(low);
    if (high < 1) range.high = valueAt(high);
    return range;
}

} // namespace regnet
