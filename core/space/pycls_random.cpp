// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/pycls_random.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <utility>

namespace regnet {

double PyclsRandom::unit()
{
    const auto high = static_cast<std::uint64_t>(m_twister()) >> 5;
    const auto low = static_cast<std::uint64_t>(m_twister()) >> 6;
    return static_cast<double>((high << 26) | low) * 0x1p-53;
}

double PyclsRandom::normal(double mean, double sigma)
{
    if (m_spareNormal) return mean + sigma * *std::exchange(m_spareNormal, std::nullopt);
    double x = 0;
    double y = 0;
    double square = 0;
    do {
        x = 2 * unit() - 1;
        y = 2 * unit() - 1;
        square = x * x + y * y;
    } while (square >= 1 || square == 0);
    const double factor = std::sqrt(-2 * std::log(square) / square);
    m_spareNormal = factor * x;
    return mean + sigma * (factor * y);
}

std::uint32_t PyclsRandom::below(std::uint32_t n)
{
    if (n <= 1) return 0;
    const std::uint32_t mask = static_cast<std::uint32_t>((std::uint64_t{1} << std::bit_width(n - 1)) - 1);
    std::uint32_t value = 0;
    do {
        value = static_cast<std::uint32_t>(m_twister()) & mask;
    } while (value > n - 1);
    return value;
}

std::vector<std::uint32_t> PyclsRandom::choose(std::uint32_t n, std::size_t count)
{
    std::vector<std::uint32_t> all(n);
    std::iota(all.begin(), all.end(), 0U);
    for (std::uint32_t i = n; i-- > 1;)
        std::swap(all[i], all[below(i + 1)]);
    all.resize(std::min<std::size_t>(count, n));
    return all;
}

double PyclsRandom::logUniform(double low, double high, double quantum)
{
    // The signs as pycls has them: they decide which end is open, and the rounding of the sum.
    const double from = -std::log(high);
    const double to = -std::log(low - std::min(quantum, low / 2));
    const double value = std::exp(-uniform(from, to));
    return DecimalGrid(quantum).at(std::ceil(value / quantum));
}

double PyclsRandom::draw(const Distribution& d)
{
    const auto power2 = [&] {
        return std::exp2(std::floor(uniform(std::log2(d.low), std::log2(d.high) + 1)));
    };
    const auto cutNormal = [&](double low, double high, auto shape) {
        const double mean = (low + high) / 2;
        const double sigma = (high - low) / 6;
        double value = 0;
        do {
            value = shape(normal(mean, sigma));
        } while (!(d.low <= value && value <= d.high));
        return DecimalGrid(d.quantum).at(std::nearbyint(value / d.quantum));
    };
    switch (d.kind) {
    case DistributionKind::Uniform:
        return DecimalGrid(d.quantum).at(std::floor(uniform(d.low, d.high + d.quantum) / d.quantum));
    case DistributionKind::LogUniform:
        return logUniform(d.low, d.high, d.quantum);
    case DistributionKind::Power2:
        return power2();
    case DistributionKind::Power2OrLogUniform: {
        const double value = power2();
        if (value < d.quantum) return value;
        return logUniform(std::max(d.low, d.quantum), d.high, std::min(d.high, d.quantum));
    }
    case DistributionKind::Normal:
        return cutNormal(d.low, d.high, [](double x) { return x; });
    case DistributionKind::LogNormal:
        return cutNormal(std::log(d.low), std::log(d.high), [](double x) { return std::exp(x); });
    case DistributionKind::List:
        break;
    }
    return d.values[below(static_cast<std::uint32_t>(d.values.size()))];
}

} // namespace regnet
