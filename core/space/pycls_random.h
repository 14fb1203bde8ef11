// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/distribution.h"

#include <cstdint>
#include <optional>
#include <random>
#include <vector>

namespace regnet {

/// The random numbers that pycls draws: NumPy's legacy generator, a Mersenne Twister that is seeded with one
/// 32-bit number (pycls/sweep/random.py).
class PyclsRandom
{
public:
    explicit PyclsRandom(std::uint32_t seed) : m_twister(seed) {}

    /// In [0, 1), a multiple of 2^-53: 27 bits of the first word, then 26 of the second.
    double unit();
    double uniform(double low, double high) { return low + (high - low) * unit(); }
    double normal(double mean, double sigma); ///< Marsaglia's polar method, two numbers at a time
    std::uint32_t below(std::uint32_t n);     ///< 0..n - 1, by masking and rejection; n >= 1
    /// `count` different numbers of 0..n - 1: the first of a shuffled list.
    std::vector<std::uint32_t> choose(std::uint32_t n, std::size_t count);

    /// One value of a distribution, in pycls's own arithmetic; equal to what pycls draws to the last bit.
    /// Needs what check() asks. A list is drawn as its value_sampler.
    double draw(const Distribution& distribution);

private:
    double logUniform(double low, double high, double quantum);

    std::mt19937 m_twister;
    std::optional<double> m_spareNormal;
};

} // namespace regnet
