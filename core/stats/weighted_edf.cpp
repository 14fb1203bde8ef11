// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/weighted_edf.h"

#include "core/problem.h"
#include "core/text/readable.h"

#include <algorithm>
#include <cmath>

namespace regnet {
namespace {

constexpr double rounding = 1e-12;

} // namespace

WeightedEdf::WeightedEdf(std::vector<WeightedError> networks)
    : m_networks(std::move(networks)), m_size(static_cast<std::int64_t>(m_networks.size()))
{
    double sum = 0;
    double squares = 0;
    for (const WeightedError& network : m_networks) {
        if (!(network.weight >= 0) || !std::isfinite(network.weight))
            throwBadInput("weight", "is " + shortest(network.weight), "a number of 0 or more");
        sum += network.weight;
        squares += network.weight * network.weight;
    }
    if (sum > 0) m_effectiveSize = sum * sum / squares;
    std::erase_if(m_networks, [](const WeightedError& network) { return !std::isfinite(network.error); });
    std::ranges::stable_sort(m_networks, {}, &WeightedError::error);
    m_steps.reserve(m_networks.size());
    double reached = 0;
    for (WeightedError& network : m_networks) {
        if (sum > 0) network.weight /= sum;
        reached += network.weight;
        m_steps.push_back({network.error, std::min(1.0, reached)});
    }
}

double WeightedEdf::at(double error) const
{
    if (std::isnan(error)) return 0;
    const auto above = std::ranges::upper_bound(m_steps, error, {}, &EdfStep::error);
    return above == m_steps.begin() ? 0 : std::prev(above)->probability;
}

std::optional<double> WeightedEdf::min() const
{
    if (m_networks.empty()) return std::nullopt;
    return m_networks.front().error;
}

std::optional<double> WeightedEdf::mean() const
{
    double sum = 0;
    double weights = 0;
    for (const WeightedError& network : m_networks) {
        sum += network.weight * network.error;
        weights += network.weight;
    }
    if (weights <= 0) return std::nullopt;
    return sum / weights;
}

std::optional<double> WeightedEdf::quantile(double probability) const
{
    if (m_effectiveSize <= 0 || !(probability <= 1)) return std::nullopt;
    const auto found = std::ranges::lower_bound(m_steps, probability - rounding, {}, &EdfStep::probability);
    if (found == m_steps.end()) return std::nullopt;
    return found->error;
}

} // namespace regnet
