// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/distribution.h"

#include "core/text/readable.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace regnet {
namespace {

constexpr double mostValues = 3e5; // wa from 8 to 256 in steps of 0.001 is within

bool isPowerOfTwo(double value)
{
    int exponent = 0;
    return value > 0 && std::isfinite(value) && std::frexp(value, &exponent) == 0.5;
}

double normalCdf(double x)
{
    return std::erfc(-x / std::sqrt(2.0)) / 2;
}

struct Weighted
{
    double value;
    double weight;
};

std::vector<Weighted> uniformWeights(const Distribution& d)
{
    std::vector<Weighted> weights;
    const DecimalGrid grid(d.quantum);
    for (double k = grid.indexOf(d.low); k <= grid.indexOf(d.high); ++k)
        weights.push_back({grid.at(k), 1});
    return weights;
}

/// P(v) = ln(v / (v - q)) / ln(high / (low - q*)), P(low) = ln(low / (low - q*)) / the same, q* = min(q, low
/// / 2).
std::vector<Weighted> logUniformWeights(double low, double high, double quantum)
{
    std::vector<Weighted> weights;
    const DecimalGrid grid(quantum);
    double below = low - std::min(quantum, low / 2);
    for (double k = grid.indexOf(low); k <= grid.indexOf(high); ++k) {
        const double value = grid.at(k);
        weights.push_back({value, std::log(value / below)});
        below = value;
    }
    return weights;
}

std::vector<Weighted> power2Weights(const Distribution& d)
{
    std::vector<Weighted> weights;
    for (double value = d.low; value <= d.high; value *= 2)
        weights.push_back({value, 1});
    return weights;
}

std::vector<Weighted> power2OrLogUniformWeights(const Distribution& d)
{
    std::vector<Weighted> weights = power2Weights(d);
    const auto beyond =
        std::ranges::find_if(weights, [&](const Weighted& w) { return w.value >= d.quantum; });
    const auto redrawn = static_cast<double>(weights.end() - beyond);
    weights.erase(beyond, weights.end());
    if (redrawn == 0) return weights;
    std::vector<Weighted> rest =
        logUniformWeights(std::max(d.low, d.quantum), d.high, std::min(d.high, d.quantum));
    double sum = 0;
    for (const Weighted& w : rest)
        sum += w.weight;
    for (const Weighted& w : rest)
        weights.push_back({w.value, w.weight / sum * redrawn});
    return weights;
}

std::vector<Weighted> normalWeights(const Distribution& d)
{
    if (d.low == d.high) return {{d.low, 1}};
    std::vector<Weighted> weights;
    const DecimalGrid grid(d.quantum);
    const double middle = (d.low + d.high) / 2;
    const double sigma = (d.high - d.low) / 6;
    for (double k = grid.indexOf(d.low); k <= grid.indexOf(d.high); ++k) {
        const double value = grid.at(k);
        const double from = std::max(d.low, value - d.quantum / 2);
        const double to = std::min(d.high, value + d.quantum / 2);
        weights.push_back({value, normalCdf((to - middle) / sigma) - normalCdf((from - middle) / sigma)});
    }
    return weights;
}

std::vector<Weighted> logNormalWeights(const Distribution& d)
{
    if (d.low == d.high) return {{d.low, 1}};
    std::vector<Weighted> weights;
    const DecimalGrid grid(d.quantum);
    const double middle = (std::log(d.low) + std::log(d.high)) / 2;
    const double sigma = (std::log(d.high) - std::log(d.low)) / 6;
    const auto below = [&](double x) { return normalCdf((std::log(x) - middle) / sigma); };
    for (double k = grid.indexOf(d.low); k <= grid.indexOf(d.high); ++k) {
        const double value = grid.at(k);
        weights.push_back({value, below(std::min(d.high, value + d.quantum / 2)) -
                                      below(std::max(d.low, value - d.quantum / 2))});
    }
    return weights;
}

std::vector<Weighted> weightsOf(const Distribution& d)
{
    switch (d.kind) {
    case DistributionKind::Uniform:
        return uniformWeights(d);
    case DistributionKind::LogUniform:
        return logUniformWeights(d.low, d.high, d.quantum);
    case DistributionKind::Power2:
        return power2Weights(d);
    case DistributionKind::Power2OrLogUniform:
        return power2OrLogUniformWeights(d);
    case DistributionKind::Normal:
        return normalWeights(d);
    case DistributionKind::LogNormal:
        return logNormalWeights(d);
    case DistributionKind::List:
        break;
    }
    std::vector<Weighted> weights;
    for (const double value : d.values)
        weights.push_back({value, 1});
    return weights;
}

/// From here on a double no longer tells every whole number from the next.
constexpr double largestIndex = 9007199254740992.0; // 2^53

void checkEnds(std::vector<Problem>& problems, const Distribution& d, const std::string& where)
{
    const auto add = [&](const char* field, double value, const char* right) {
        problems.push_back({ProblemKind::BadInput, where + "." + field, "is " + shortest(value), right});
    };
    const bool isLogarithmic = d.kind != DistributionKind::Uniform && d.kind != DistributionKind::Normal;
    if (!std::isfinite(d.low))
        add("low", d.low, "a number");
    else if (isLogarithmic && d.low <= 0)
        add("low", d.low, "a number above 0");
    if (!std::isfinite(d.high) || d.high < d.low) add("high", d.high, "a number of at least low");
    if (d.kind == DistributionKind::Power2 || d.kind == DistributionKind::Power2OrLogUniform) {
        if (!isPowerOfTwo(d.low)) add("low", d.low, "a power of two");
        if (!isPowerOfTwo(d.high)) add("high", d.high, "a power of two");
    }
}

void checkQuantum(std::vector<Problem>& problems, const Distribution& d, const std::string& where)
{
    const auto add = [&](const char* field, double value, const char* right) {
        problems.push_back({ProblemKind::BadInput, where + "." + field, "is " + shortest(value), right});
    };
    if (!(d.quantum > 0) || !std::isfinite(d.quantum)) return add("quantum", d.quantum, "a number above 0");
    const DecimalGrid grid(d.quantum);
    if ((d.high - d.low) / d.quantum >= mostValues)
        return add("quantum", d.quantum, "one that leaves at most 300000 values");
    for (const auto& [field, end] : {std::pair{"low", d.low}, std::pair{"high", d.high}})
        if (std::abs(end) / d.quantum >= largestIndex)
            return add(field, end, "a number below 2^53 times the quantum");
    if (d.kind == DistributionKind::Power2OrLogUniform) {
        // Below the quantum there are powers of two; from it on its multiples, up to high.
        if (d.quantum > d.high) return;
        if (!grid.contains(std::max(d.low, d.quantum)) || !grid.contains(d.high))
            add("quantum", d.quantum, "one that high is a multiple of, and low where it is above");
        return;
    }
    if (!grid.contains(d.low)) add("low", d.low, "a multiple of the quantum");
    if (!grid.contains(d.high)) add("high", d.high, "a multiple of the quantum");
}

} // namespace

DecimalGrid::DecimalGrid(double quantum)
{
    const auto isWhole = [](double value) {
        return value >= 0.5 && std::abs(value - std::nearbyint(value)) <= 1e-9 * value;
    };
    while (m_scale < 1e15 && !isWhole(quantum * m_scale))
        m_scale *= 10;
    m_step = std::nearbyint(quantum * m_scale);
}

double DecimalGrid::indexOf(double value) const
{
    return std::nearbyint(value * m_scale / m_step);
}

bool DecimalGrid::contains(double value) const
{
    return std::abs(at(indexOf(value)) - value) <= 1e-9 * std::max(1.0, std::abs(value));
}

Distribution uniform(double low, double high, double quantum)
{
    return {DistributionKind::Uniform, low, high, quantum, {}};
}

Distribution logUniform(double low, double high, double quantum)
{
    return {DistributionKind::LogUniform, low, high, quantum, {}};
}

Distribution power2(double low, double high)
{
    return {DistributionKind::Power2, low, high, 1, {}};
}

Distribution power2OrLogUniform(double low, double high, double quantum)
{
    return {DistributionKind::Power2OrLogUniform, low, high, quantum, {}};
}

Distribution listed(std::vector<double> values)
{
    return {DistributionKind::List, 0, 0, 1, std::move(values)};
}

Distribution fixedAt(double value)
{
    return listed({value});
}

std::string_view nameOf(DistributionKind kind)
{
    switch (kind) {
    case DistributionKind::Uniform:
        return "uniform";
    case DistributionKind::LogUniform:
        return "log_uniform";
    case DistributionKind::Power2:
        return "power2";
    case DistributionKind::Power2OrLogUniform:
        return "power2_or_log_uniform";
    case DistributionKind::Normal:
        return "normal";
    case DistributionKind::LogNormal:
        return "log_normal";
    case DistributionKind::List:
        return "list";
    }
    return "?";
}

std::vector<Problem> check(const Distribution& distribution, const std::string& where)
{
    std::vector<Problem> problems;
    if (distribution.kind != DistributionKind::List) {
        checkEnds(problems, distribution, where);
        if (distribution.kind != DistributionKind::Power2 && problems.empty())
            checkQuantum(problems, distribution, where);
        return problems;
    }
    if (static_cast<double>(distribution.values.size()) > mostValues)
        problems.push_back({ProblemKind::BadInput, where + ".values",
                            "are " + std::to_string(distribution.values.size()), "at most 300000"});
    if (distribution.values.empty())
        problems.push_back({ProblemKind::BadInput, where + ".values", "is empty", "at least one value"});
    if (!std::ranges::all_of(distribution.values, [](double value) { return std::isfinite(value); }))
        problems.push_back(
            {ProblemKind::BadInput, where + ".values", "has a value that is no number", "numbers"});
    return problems;
}

DiscreteDistribution::DiscreteDistribution(const Distribution& distribution)
{
    std::vector<Weighted> weights = weightsOf(distribution);
    std::ranges::stable_sort(weights, {}, &Weighted::value);
    double sum = 0;
    for (const Weighted& w : weights)
        sum += w.weight;
    for (const Weighted& w : weights)
        add(w.value, w.weight / sum);
    makeGuide();
}

void DiscreteDistribution::makeGuide()
{
    const std::size_t size = std::bit_ceil(2 * m_values.size());
    m_guide.resize(size);
    std::uint32_t first = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const double from = static_cast<double>(i) / static_cast<double>(size) * m_cumulative.back();
        while (first + 1 < m_values.size() && m_cumulative[first] <= from)
            ++first;
        m_guide[i] = first;
    }
}

bool DiscreteDistribution::contains(double value) const
{
    const double slack = 1e-9 * std::max(1.0, std::abs(value));
    const auto found = std::ranges::lower_bound(m_values, value - slack);
    return found != m_values.end() && *found <= value + slack;
}

void DiscreteDistribution::add(double value, double probability)
{
    const double before = m_cumulative.empty() ? 0 : m_cumulative.back();
    if (!m_values.empty() && m_values.back() == value) {
        m_probabilities.back() += probability;
        m_cumulative.back() += probability;
        return;
    }
    m_values.push_back(value);
    m_probabilities.push_back(probability);
    m_cumulative.push_back(before + probability);
}

std::size_t DiscreteDistribution::drawIndex(PhiloxStream& random) const
{
    if (m_values.size() == 1) return 0; // a fixed value costs no random number
    const double unit = random.nextUnit();
    const double wanted = unit * m_cumulative.back();
    // The guide's size is a power of two: unit * size is exact, and the guide's first value is at most the
    // one that is wanted.
    std::size_t index = m_guide[static_cast<std::size_t>(unit * static_cast<double>(m_guide.size()))];
    while (index + 1 < m_values.size() && m_cumulative[index] <= wanted)
        ++index;
    return index;
}

OrderedDraws::OrderedDraws(const Distribution& distribution, Order order, std::int64_t stages)
    : m_each(distribution), m_order(order), m_stages(static_cast<std::size_t>(stages))
{
    if (order == Order::Any || order == Order::Equal) return;
    const std::vector<double>& p = m_each.probabilities();
    m_suffix.assign(m_stages + 1, std::vector<double>(p.size() + 1, 0.0));
    std::ranges::fill(m_suffix[m_stages], 1.0);
    for (std::size_t stage = m_stages; stage-- > 0;)
        for (std::size_t v = p.size(); v-- > 0;)
            // This stage takes v, the later ones v or more; or this stage takes more than v.
            m_suffix[stage][v] = m_suffix[stage][v + 1] + p[v] * m_suffix[stage + 1][v];
}

void OrderedDraws::draw(PhiloxStream& random, std::vector<double>& values) const
{
    values.resize(m_stages);
    if (m_order == Order::Equal) {
        std::ranges::fill(values, m_each.draw(random));
        return;
    }
    if (m_order == Order::Any) {
        for (double& value : values)
            value = m_each.draw(random);
        return;
    }
    std::size_t least = 0;
    for (std::size_t stage = 0; stage < m_stages; ++stage) {
        // The weight of "index >= v" falls with v: take the last v whose weight still exceeds the draw.
        const std::vector<double>& suffix = m_suffix[stage];
        const double draw = (1 - random.nextUnit()) * suffix[least];
        const auto begin = suffix.begin() + static_cast<std::ptrdiff_t>(least);
        const auto found =
            std::partition_point(begin, suffix.end() - 1, [&](double weight) { return weight >= draw; });
        least = static_cast<std::size_t>(found - suffix.begin()) - 1;
        values[stage] = m_each.values()[least];
    }
    if (m_order == Order::NonIncreasing) std::ranges::reverse(values);
}

} // namespace regnet
