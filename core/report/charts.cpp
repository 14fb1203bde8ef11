// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/charts.h"

#include "core/report/markup.h"
#include "core/stats/edf.h"
#include "core/stats/selection.h"
#include "core/text/readable.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace regnet {
namespace {

constexpr std::size_t mostCircles = 3'000;
constexpr std::size_t mostBands = 5;
constexpr std::size_t colours = 8;

struct Range
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void take(double value)
    {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    bool isEmpty() const { return low > high; }
};

/// From values to the units of the drawing; linear or logarithmic.
class Axis
{
public:
    Axis(Range range, bool isLog, double from, double to) : m_isLog(isLog), m_from(from), m_to(to)
    {
        if (!(range.high > range.low)) range = {range.low - 0.5, range.high + 0.5};
        m_low = shown(range.low);
        m_high = shown(range.high);
        const double air = 0.03 * (m_high - m_low);
        m_low -= air;
        m_high += air;
    }

    double at(double value) const
    {
        return m_from + (shown(value) - m_low) / (m_high - m_low) * (m_to - m_from);
    }

    std::vector<double> ticks() const
    {
        std::vector<double> ticks;
        if (m_isLog) {
            for (double decade = std::floor(m_low); decade <= m_high; ++decade)
                for (const double digit : {1.0, 2.0, 5.0})
                    if (const double value = digit * std::pow(10.0, decade); isInside(value))
                        ticks.push_back(value);
            if (ticks.size() >= 2 && ticks.size() <= 8) return ticks;
            std::erase_if(
                ticks, [](double v) { return std::abs(std::log10(v) - std::round(std::log10(v))) > 1e-9; });
            if (ticks.size() >= 2) return ticks;
            return {std::pow(10.0, m_low + 0.1 * (m_high - m_low)),
                    std::pow(10.0, m_high - 0.1 * (m_high - m_low))};
        }
        const double raw = (m_high - m_low) / 6;
        const double unit = std::pow(10.0, std::floor(std::log10(raw)));
        const double step = unit * (raw / unit > 5 ? 10 : raw / unit > 2 ? 5 : raw / unit > 1 ? 2 : 1);
        for (double k = std::ceil(m_low / step); k * step <= m_high; ++k)
            ticks.push_back(k * step);
        return ticks;
    }

private:
    double shown(double value) const { return m_isLog ? std::log10(value) : value; }
    bool isInside(double value) const { return shown(value) >= m_low && shown(value) <= m_high; }

    bool m_isLog;
    double m_from, m_to;
    double m_low = 0, m_high = 1;
};

std::string tickText(double value)
{
    if (std::abs(value) >= 1000) return readableCount(value);
    return fmt::format("{:g}", std::abs(value) < 1e-12 ? 0.0 : value);
}

/// The area inside the axes, and what all charts have around it.
struct Frame
{
    double width = 0, height = 0;
    double left = 52, right = 10, top = 8, bottom = 40;

    double x0() const { return left; }
    double x1() const { return width - right; }
    double y0() const { return height - bottom; }
    double y1() const { return top; }

    std::string begin(const std::string& description) const
    {
        return fmt::format("<svg class=\"chart\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">",
                           width, height, escaped(description));
    }
    std::string axes(const Axis& x, const Axis& y, const std::string& xTitle, const std::string& yTitle) const
    {
        std::string text = "<g class=\"axes\">";
        for (const double tick : x.ticks())
            text += fmt::format("<path d=\"M{0:.1f} {1}V{2}\"/><text x=\"{0:.1f}\" y=\"{3}\" "
                                "text-anchor=\"middle\">{4}</text>",
                                x.at(tick), y0(), y1(), y0() + 14, escaped(tickText(tick)));
        for (const double tick : y.ticks())
            text += fmt::format("<path d=\"M{0} {1:.1f}H{2}\"/><text x=\"{3}\" y=\"{4:.1f}\" "
                                "text-anchor=\"end\">{5}</text>",
                                x0(), y.at(tick), x1(), x0() - 5, y.at(tick) + 4, escaped(tickText(tick)));
        text += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" class=\"t\">{}</text>",
                            (x0() + x1()) / 2, height - 6, escaped(xTitle));
        text += fmt::format("<text transform=\"translate(12 {}) rotate(-90)\" text-anchor=\"middle\" "
                            "class=\"t\">{}</text></g>",
                            (y0() + y1()) / 2, escaped(yTitle));
        return text;
    }
};

/// A staircase as a path. Steps within a fifth of a unit of the drawing are one: nobody sees them apart.
std::string stepPath(std::span<const EdfStep> steps, const Axis& x, const Axis& y, double end, double shift)
{
    if (steps.empty()) return {};
    const auto height = [&](double probability) { return y.at(std::clamp(probability + shift, 0.0, 1.0)); };
    std::string path = fmt::format("M{:.1f} {:.1f}", x.at(steps.front().error), height(0));
    double lastX = x.at(steps.front().error), lastY = height(0);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const double px = x.at(steps[i].error), py = height(steps[i].probability);
        const bool isLast = i + 1 == steps.size();
        if (!isLast && px - lastX < 0.2 && std::abs(py - lastY) < 0.2) continue;
        path += fmt::format("H{:.1f}V{:.1f}", px, py);
        lastX = px;
        lastY = py;
    }
    return path + fmt::format("H{:.1f}", end);
}

bool isLogarithmic(const Range& range)
{
    return range.low > 0 && range.high / range.low > 30;
}

struct Dot
{
    double x, y;
};

std::string circles(std::span<const Dot> dots, std::size_t population)
{
    std::string text = fmt::format("<g class=\"dots s{}\">", population % colours);
    for (const Dot& dot : dots)
        text += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"2.2\"/>", dot.x, dot.y);
    return text + "</g>";
}

/// A cell of three units holds what falls into it; five shades, one path each.
std::string cells(std::span<const Dot> dots, std::size_t population)
{
    constexpr double side = 3;
    constexpr int shades = 5;
    std::map<std::pair<int, int>, int> counts;
    int most = 1;
    for (const Dot& dot : dots)
        most = std::max(most, ++counts[{static_cast<int>(dot.y / side), static_cast<int>(dot.x / side)}]);
    std::vector<std::string> paths(shades);
    for (const auto& [cell, count] : counts) {
        const int shade =
            std::min(shades - 1, static_cast<int>(shades * std::log1p(count) / std::log1p(most + 1)));
        paths[static_cast<std::size_t>(shade)] +=
            fmt::format("M{} {}h3v3h-3z", cell.second * side, cell.first * side);
    }
    std::string text = fmt::format("<g class=\"cells s{}\">", population % colours);
    for (int shade = 0; shade < shades; ++shade)
        if (!paths[static_cast<std::size_t>(shade)].empty())
            text += fmt::format("<path opacity=\"{:.2f}\" d=\"{}\"/>", (shade + 1.0) / shades,
                                paths[static_cast<std::size_t>(shade)]);
    return text + "</g>";
}

} // namespace

std::string swatch(std::size_t population)
{
    return fmt::format(
        "<svg class=\"swatch\" viewBox=\"0 0 24 10\" aria-hidden=\"true\"><path class=\"curve s{}\" "
        "d=\"M0 5H24\"/></svg>",
        population % colours);
}

std::string edfChart(std::span<const Population> populations, double confidence)
{
    std::vector<Edf> curves;
    Range errors;
    for (const Population& population : populations) {
        curves.emplace_back(population);
        for (const double error : curves.back().errors())
            errors.take(error);
    }
    if (errors.isEmpty()) return {};
    const Frame frame{600, 370};
    const Axis x(errors, false, frame.x0(), frame.x1());
    const Axis y({0, 1}, false, frame.y0(), frame.y1());
    std::string text =
        frame.begin("Error distributions of " + std::to_string(populations.size()) + " populations");
    text += frame.axes(x, y, "error (%)", "share of networks with at most this error");
    if (populations.size() <= mostBands)
        for (std::size_t i = 0; i < curves.size(); ++i) {
            const double half = dkwHalfWidth(curves[i].size(), confidence);
            const auto steps = curves[i].steps();
            for (const double shift : {half, -half})
                text += fmt::format("<path class=\"band s{}\" d=\"{}\"/>", i % colours,
                                    stepPath(steps, x, y, frame.x1(), shift));
        }
    double lastNote = -1e9;
    for (std::size_t i = 0; i < curves.size(); ++i) {
        text += fmt::format("<path class=\"curve s{}\" d=\"{}\"><title>{}</title></path>", i % colours,
                            stepPath(curves[i].steps(), x, y, frame.x1(), 0), escaped(populations[i].name));
        if (curves[i].failed() == 0 || curves[i].errors().empty()) continue;
        const double plateau =
            y.at(1 - static_cast<double>(curves[i].failed()) / static_cast<double>(curves[i].size()));
        // The summary has all the numbers; here those that have room.
        if (std::abs(plateau - lastNote) < 16) continue;
        lastNote = plateau;
        text += fmt::format(
            "<text class=\"note\" x=\"{}\" y=\"{:.1f}\" text-anchor=\"end\">{} of {} failed</text>",
            frame.x1() - 3, plateau + 14, curves[i].failed(), curves[i].size());
    }
    return text + "</svg>\n";
}

std::string scatterChart(std::span<const Population> populations, const std::string& property)
{
    Range values, errors;
    std::vector<std::vector<Dot>> clouds(populations.size());
    for (std::size_t i = 0; i < populations.size(); ++i)
        for (const Member& member : populations[i].members) {
            const auto value = propertyOf(member, property), error = propertyOf(member, "error");
            if (!value || !error) continue;
            values.take(*value);
            errors.take(*error);
            clouds[i].push_back({*value, *error});
        }
    if (values.isEmpty()) return {};
    const Frame frame{360, 260};
    const Axis x(values, isLogarithmic(values), frame.x0(), frame.x1());
    const Axis y(errors, false, frame.y0(), frame.y1());
    std::string text = frame.begin("Error against " + property);
    text += frame.axes(x, y, property, "error (%)");
    std::size_t dots = 0;
    for (const auto& cloud : clouds)
        dots += cloud.size();
    for (std::size_t i = 0; i < clouds.size(); ++i) {
        for (Dot& dot : clouds[i])
            dot = {x.at(dot.x), y.at(dot.y)};
        text += dots > mostCircles ? cells(clouds[i], i) : circles(clouds[i], i);
    }
    return text + "</svg>\n";
}

std::string staircase(std::span<const std::pair<std::int64_t, std::int64_t>> stages)
{
    std::int64_t blocks = 0, widest = 1;
    for (const auto& [depth, width] : stages) {
        blocks += depth;
        widest = std::max(widest, width);
    }
    if (blocks == 0) return {};
    constexpr double width = 90, height = 26;
    const double unit = width / static_cast<double>(blocks);
    std::string path = fmt::format("M0 {:g}", height);
    double at = 0;
    for (const auto& [depth, channels] : stages) {
        at += unit * static_cast<double>(depth);
        path += fmt::format(
            "V{:.1f}H{:.1f}",
            height - (height - 2) * static_cast<double>(channels) / static_cast<double>(widest), at);
    }
    path += fmt::format("V{:g}Z", height);
    return fmt::format(
        "<svg class=\"stairs\" viewBox=\"0 0 {:g} {:g}\" role=\"img\" aria-label=\"Widths of {} blocks, "
        "at most {}\"><path d=\"{}\"/></svg>",
        width, height, blocks, widest, path);
}

} // namespace regnet
