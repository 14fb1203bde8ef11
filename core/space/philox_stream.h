// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace regnet {

/// Random numbers of one network of a population: a stream that follows from (seed, index) alone, so that a
/// population is the same on every platform and with any number of threads. Counter-based: Philox 4x32 with
/// ten rounds (Salmon et al., SC 2011); the key is the seed, the counter is (block, index).
class PhiloxStream
{
public:
    PhiloxStream(std::uint64_t seed, std::uint64_t index) : m_seed(seed), m_index(index) {}

    std::uint32_t next32()
    {
        if (m_used == 4) {
            m_words = block(m_seed, m_block++, m_index);
            m_used = 0;
        }
        return m_words[m_used++];
    }

    /// Uniform in [0, 1), a multiple of 2^-53: 27 bits of the first word, then 26 of the second.
    double nextUnit()
    {
        const std::uint64_t high = next32() >> 5;
        const std::uint64_t low = next32() >> 6;
        return static_cast<double>((high << 26) | low) * 0x1p-53;
    }

    /// Philox 4x32-10 of the counter (low half, high half) under the key.
    static std::array<std::uint32_t, 4> block(std::uint64_t key, std::uint64_t low, std::uint64_t high);

private:
    std::uint64_t m_seed;
    std::uint64_t m_index;
    std::uint64_t m_block = 0;
    std::array<std::uint32_t, 4> m_words{};
    unsigned m_used = 4;
};

inline std::array<std::uint32_t, 4> PhiloxStream::block(std::uint64_t key, std::uint64_t low,
                                                        std::uint64_t high)
{
    std::array<std::uint32_t, 4> c{static_cast<std::uint32_t>(low), static_cast<std::uint32_t>(low >> 32),
                                   static_cast<std::uint32_t>(high), static_cast<std::uint32_t>(high >> 32)};
    auto k0 = static_cast<std::uint32_t>(key);
    auto k1 = static_cast<std::uint32_t>(key >> 32);
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t p0 = std::uint64_t{0xD2511F53} * c[0];
        const std::uint64_t p1 = std::uint64_t{0xCD9E8D57} * c[2];
        c = {static_cast<std::uint32_t>(p1 >> 32) ^ c[1] ^ k0, static_cast<std::uint32_t>(p1),
             static_cast<std::uint32_t>(p0 >> 32) ^ c[3] ^ k1, static_cast<std::uint32_t>(p0)};
        k0 += 0x9E3779B9; // the key schedule's constants: golden ratio, square root of three
        k1 += 0xBB67AE85;
    }
    return c;
}

} // namespace regnet
