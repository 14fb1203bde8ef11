// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/nearest_valid.h"

#include "core/network/explain.h"
#include "core/problem.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace regnet {
namespace {

using Vector = std::array<double, 4>; // d, w0, wa, wm
using Grid = std::array<std::vector<double>, 4>;

LinearWidths lineOf(const Vector& v)
{
    return {std::llround(v[0]), v[1], v[2], v[3]};
}

Vector vectorOf(const LinearWidths& line)
{
    return {static_cast<double>(line.depth), line.w0, line.wa, line.wm};
}

/// Shift of one parameter, measured against its range, squared.
double shift(std::size_t parameter, double from, double to)
{
    const auto square = [](double x) { return x * x; };
    switch (parameter) {
    case 0:
        return square((to - from) / 62);
    case 1:
        return square(std::log2(to / from) / 5);
    case 2:
        return square(std::log2((to + 1) / (from + 1)) / 8);
    default:
        return square(std::log2(to / from));
    }
}

bool hasStages(const Vector& v, std::int64_t stages)
{
    const Quantisation q = quantise(lineOf(v));
    return !q.skipsLevel() && static_cast<std::int64_t>(q.widths.size()) == stages;
}

/// Rounded so that people can read the answer.
double toHundredths(double value)
{
    return std::round(value * 100) / 100;
}

Grid grid(int waSteps, double wmStep)
{
    Grid all;
    for (int d = 1; d <= PaperRanges::maxDepth; ++d)
        all[0].push_back(d);
    for (int w0 = 8; w0 <= 256; w0 += 8)
        all[1].push_back(w0);
    all[2].push_back(0);
    for (int i = 0; i <= waSteps; ++i)
        all[2].push_back(toHundredths(std::pow(256.0, static_cast<double>(i) / waSteps)));
    const int wmSteps = static_cast<int>(std::lround((PaperRanges::maxWm - PaperRanges::minWm) / wmStep));
    for (int i = 0; i <= wmSteps; ++i)
        all[3].push_back(toHundredths(PaperRanges::minWm + i * wmStep));
    return all;
}

/// The nearest so far; candidates farther away are not even quantised.
class Search
{
public:
    Search(const Vector& from, std::int64_t stages) : m_from(from), m_stages(stages) {}

    void alongOne(std::size_t p, const Grid& all)
    {
        Vector v = m_from;
        for (const double value : all[p]) {
            v[p] = value;
            offer(v, shift(p, m_from[p], value));
        }
    }

    void alongTwo(std::size_t p, std::size_t q, const Grid& all)
    {
        Vector v = m_from;
        for (const double first : all[p]) {
            v[p] = first;
            const double far = shift(p, m_from[p], first);
            if (far >= m_distance) continue;
            for (const double second : all[q]) {
                v[q] = second;
                offer(v, far + shift(q, m_from[q], second));
            }
        }
    }

    void alongAll(const Grid& all)
    {
        for (std::size_t d = 0; d < all[0].size(); d += 2)
            for (std::size_t w0 = 0; w0 < all[1].size(); w0 += 4)
                for (const double wa : all[2])
                    for (const double wm : all[3])
                        offerAll({all[0][d], all[1][w0], wa, wm});
    }

    bool found() const { return m_distance < std::numeric_limits<double>::infinity(); }
    const Vector& best() const { return m_best; }

private:
    void offerAll(const Vector& v)
    {
        double distance = 0;
        for (std::size_t p = 0; p < v.size(); ++p)
            distance += shift(p, m_from[p], v[p]);
        offer(v, distance);
    }

    void offer(const Vector& v, double distance)
    {
        if (distance >= m_distance || !hasStages(v, m_stages)) return;
        m_distance = distance;
        m_best = v;
    }

    Vector m_from;
    std::int64_t m_stages;
    Vector m_best{};
    double m_distance = std::numeric_limits<double>::infinity();
};

double nearestBottleneckRatio(double b)
{
    if (!(b > 0) || std::isinf(b)) return 1;
    double best = 1;
    for (const double allowed : {1.0 / 8, 1.0 / 4, 1.0 / 2, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0})
        if (std::abs(std::log2(allowed / b)) < std::abs(std::log2(best / b))) best = allowed;
    return best;
}

bool isCompatible(const RegnetParameters& regnet, BlockType block)
{
    try {
        NetworkSpec spec;
        spec.block = block;
        spec.regnet = regnet;
        return check(spec).empty() && !realise(spec).stages.empty();
    } catch (const Error&) {
        return false;
    }
}

/// NaN goes to the low end.
double clamped(double value, double low, double high)
{
    return value > low ? std::min(value, high) : low;
}

} // namespace

std::optional<RegnetParameters> nearestValid(const RegnetParameters& wanted, BlockType block,
                                             std::int64_t stages)
{
    RegnetParameters answer = wanted;
    answer.groupWidth = std::max<std::int64_t>(1, wanted.groupWidth);
    LinearWidths& line = answer.line;
    line.depth = std::clamp<std::int64_t>(line.depth, 1, PaperRanges::maxDepth);
    line.w0 = clamped(8 * std::round(line.w0 / 8), PaperRanges::minW0, PaperRanges::maxW0);
    line.wa = clamped(line.wa, 0, PaperRanges::maxWa);
    line.wm = clamped(line.wm, PaperRanges::minWm, PaperRanges::maxWm);

    const Vector from = vectorOf(line);
    if (!hasStages(from, stages)) {
        Search search(from, stages);
        const Grid fine = grid(256, 0.01);
        for (std::size_t p = 0; p < 4; ++p)
            search.alongOne(p, fine);
        if (!search.found()) {
            const Grid middle = grid(64, 0.02);
            for (std::size_t p = 0; p < 4; ++p)
                for (std::size_t q = p + 1; q < 4; ++q)
                    search.alongTwo(p, q, middle);
        }
        if (!search.found()) search.alongAll(grid(12, 0.1));
        if (!search.found()) return std::nullopt;
        line = lineOf(search.best());
    }
    if (!isCompatible(answer, block)) answer.bottleneckRatio = nearestBottleneckRatio(answer.bottleneckRatio);
    if (!isCompatible(answer, block)) return std::nullopt;
    return answer;
}

} // namespace regnet
