// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/table_figure.h"

#include "widgets/shown_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace regnet {
namespace {

using Kind = PlotSeries::Kind;
using Row = std::vector<std::string>;

constexpr double gap = 3;       ///< between columns, in characters
constexpr double fewRows = 12;  ///< shorter tables keep their rows together
constexpr double header = 0.45; ///< of a card's height, for its texts

QString tr(const char* text)
{
    return QCoreApplication::translate("regnet::TableFigure", text);
}

bool isNumber(const std::string& text)
{
    if (text.empty() || text == "-") return true;
    bool isOne = false;
    QString::fromStdString(text).toDouble(&isOne);
    return isOne;
}

void hideAxes(Plot& plot, double width, double low, double high)
{
    plot.x = {.low = 0, .high = width, .ticks = {{0, {}}}};
    plot.y = {.low = low, .high = high, .ticks = {{0, {}}}};
    plot.legend = LegendPlace::None;
}

struct Column
{
    double start = 0, width = 0;
    bool isNumeric = true;
};

std::vector<Column> columnsOf(const std::vector<Row>& table)
{
    std::vector<Column> columns(table.front().size());
    double x = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        Column& column = columns[i];
        for (std::size_t row = 0; row < table.size(); ++row) {
            if (i >= table[row].size()) continue;
            column.width = std::max(column.width, static_cast<double>(shownText(table[row][i]).size()));
            if (row > 0) column.isNumeric = column.isNumeric && isNumber(table[row][i]);
        }
        column.start = x;
        x += column.width + gap;
    }
    return columns;
}

PlotSeries rule(double from, double to, double y)
{
    PlotSeries line{
        .kind = Kind::Line, .name = tr("rule"), .isInLegend = false, .x = {from, to}, .y = {y, y}};
    line.colour = PlotSeries::Colour::Secondary;
    line.width = 0.75;
    return line;
}

/// Values of a card's row by the names of their columns.
using Facts = std::map<std::string, std::string>;

Facts factsOf(const std::vector<Row>& table, const std::string& model)
{
    Facts facts;
    for (std::size_t row = 1; row < table.size(); ++row)
        if (!table[row].empty() && table[row].front() == model)
            for (std::size_t i = 0; i < table[row].size() && i < table.front().size(); ++i)
                if (table[row][i] != "-") facts[table.front()[i]] = table[row][i];
    return facts;
}

QString factLine(const Facts& facts, std::initializer_list<std::pair<const char*, const char*>> wanted)
{
    QStringList parts;
    for (const auto& [column, format] : wanted)
        if (const auto found = facts.find(column); found != facts.end())
            parts << QString::fromUtf8(format).arg(shownText(found->second));
    return parts.join(QLatin1String(", "));
}

/// Where a card lies, and how its blocks and widths are scaled.
struct Card
{
    double left = 0, bottom = 0;
    double most = 1;           ///< blocks of the deepest model
    double low = 4, high = 10; ///< log2 of widths

    double x(double block) const { return left + 0.06 + 0.88 * (block + 0.5) / most; }
    double y(double width) const
    {
        return bottom + 0.06 + (0.94 - header - 0.06) * (std::log2(width) - low) / (high - low);
    }
};

void addCard(Plot& plot, const Card& card, const PanelSeries& widths, const Facts& facts)
{
    PlotSeries base = rule(card.left + 0.05, card.left + 0.95, card.bottom + 0.05);
    base.colour = PlotSeries::Colour::Grid;
    plot.series.push_back(std::move(base));
    const auto numberOf = [&](const char* name) -> std::optional<double> {
        const auto found = facts.find(name);
        return found == facts.end() ? std::nullopt : std::optional(std::stod(found->second));
    };
    const auto w0 = numberOf("w0"), wa = numberOf("wa");
    if (w0 && wa && *w0 > 0) {
        PlotSeries line{.kind = Kind::Line, .name = shownText(widths.label), .isInLegend = false, .slot = 1};
        line.dash = Qt::DashLine;
        for (const auto& [block, width, unused] : widths.points) {
            const double u = *w0 + *wa * block;
            line.x.push_back(card.x(block));
            line.y.push_back(card.y(u));
            line.names.push_back(tr("block %1: u = %2").arg(block).arg(u));
        }
        plot.series.push_back(std::move(line));
    }
    PlotSeries steps{.kind = Kind::Centred, .name = shownText(widths.label), .isInLegend = false};
    steps.width = 1.75;
    for (const auto& [block, width, unused] : widths.points) {
        steps.x.push_back(card.x(block));
        steps.y.push_back(card.y(width));
        steps.names.push_back(tr("block %1: width %2").arg(block).arg(width));
    }
    plot.series.push_back(std::move(steps));
    PlotSeries label{.kind = Kind::Labels, .name = shownText(widths.label), .isInLegend = false};
    label.x = {card.left + 0.5};
    label.y = {card.bottom + 0.99};
    label.names = {shownText(widths.label) + QLatin1Char('\n') +
                   factLine(facts, {{"depth", "d %1"}, {"g", "g %1"}, {"error", "e %1 %"}}) +
                   QLatin1Char('\n') + factLine(facts, {{"w0", "w₀ %1"}, {"wa", "wₐ %1"}, {"wm", "wₘ %1"}})};
    label.colour = PlotSeries::Colour::Ink;
    label.anchor = Qt::AlignHCenter | Qt::AlignBottom;
    plot.series.push_back(std::move(label));
}

} // namespace

void arrangeTable(Plot& plot, const std::vector<Row>& table)
{
    if (table.empty() || table.front().empty()) return;
    const std::vector<Column> columns = columnsOf(table);
    const double width = columns.back().start + columns.back().width;
    hideAxes(plot, width + 1, -std::max(fewRows, static_cast<double>(table.size())), 0.75);
    plot.series.push_back(rule(0, width, -0.5));
    for (std::size_t row = 0; row < table.size(); ++row) {
        for (std::size_t i = 0; i < table[row].size() && i < columns.size(); ++i) {
            const Column& column = columns[i];
            PlotSeries cell{.kind = Kind::Labels, .name = shownText(table.front()[i]), .isInLegend = false};
            cell.x = {column.isNumeric ? column.start + column.width : column.start};
            cell.y = {-static_cast<double>(row)};
            cell.names = {shownText(table[row][i])};
            cell.colour = row == 0 ? PlotSeries::Colour::Secondary : PlotSeries::Colour::Ink;
            cell.anchor = (column.isNumeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
            plot.series.push_back(std::move(cell));
        }
    }
    plot.series.push_back(rule(0, width, 0.5 - static_cast<double>(table.size())));
}

void arrangeCards(Plot& plot, const PanelData& data)
{
    const std::size_t n = data.series.size();
    if (n == 0) return;
    const std::size_t columns = std::min<std::size_t>(n, 3); // as in the paper
    const std::size_t rows = (n + columns - 1) / columns;
    Card card;
    double low = 1e9, high = 1;
    for (const PanelSeries& series : data.series) {
        card.most = std::max(card.most, static_cast<double>(series.points.size()));
        for (const auto& [block, width, unused] : series.points) {
            low = std::min(low, width);
            high = std::max(high, width);
        }
    }
    card.low = std::floor(std::log2(low));
    card.high = std::max(card.low + 1, std::ceil(std::log2(high)));
    hideAxes(plot, static_cast<double>(columns), 0, static_cast<double>(rows));
    for (std::size_t i = 0; i < n; ++i) {
        card.left = static_cast<double>(i % columns);
        const std::size_t row = i / columns;
        card.bottom = static_cast<double>(rows - 1 - row);
        addCard(plot, card, data.series[i], factsOf(data.table, data.series[i].label));
    }
    plot.caption.prepend(
        tr("Width per block, on one logarithmic scale from %1 to %2; dashed: u = w₀ + wₐ j. ")
            .arg(std::exp2(card.low))
            .arg(std::exp2(card.high)));
}

} // namespace regnet
