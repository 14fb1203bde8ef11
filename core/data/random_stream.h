// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>

namespace regnet {

/// The finaliser of SplitMix64: every bit of the result depends on every bit of x.
constexpr std::uint64_t mixed(std::uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// Random numbers that are counted, not carried along: a stream is named by its keys (seed, epoch, image),
/// and its k-th number depends on these alone. So any thread can make any image at any time, a resumed
/// training needs no stored state, and there is nothing but integer arithmetic: the same on every platform.
class RandomStream
{
public:
    constexpr RandomStream(std::initializer_list<std::uint64_t> keys)
    {
        for (const std::uint64_t key : keys)
            m_state = mixed(m_state ^ mixed(key + golden));
    }

    constexpr std::uint64_t next() { return mixed(m_state + golden * ++m_count); }

    /// Uniform in 0 .. bound - 1; bound > 0 and below 2^32, where the bias of one multiplication is below
    /// 2^-32.
    constexpr std::int64_t below(std::int64_t bound)
    {
        return static_cast<std::int64_t>(((next() >> 32) * static_cast<std::uint64_t>(bound)) >> 32);
    }

    /// Uniform in low .. high, both included.
    constexpr std::int64_t between(std::int64_t low, std::int64_t high)
    {
        return low + below(high - low + 1);
    }

    /// Uniform in [0, 1), a multiple of 2^-53.
    constexpr double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }

    // What Boost.Random's distributions ask of a generator.
    using result_type = std::uint64_t;
    static constexpr std::uint64_t min() { return 0; }
    static constexpr std::uint64_t max() { return ~std::uint64_t{0}; }
    constexpr std::uint64_t operator()() { return next(); }

private:
    static constexpr std::uint64_t golden = 0x9e3779b97f4a7c15ULL;
    std::uint64_t m_state = 0;
    std::uint64_t m_count = 0;
};

} // namespace regnet
