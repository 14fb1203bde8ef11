// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/sampler.h"

#include <array>
#include <cstdint>
#include <limits>

namespace regnet {

/// What a candidate passes one after the other.
enum class Gate { Levels, Groups, Flops, Params, Activations, Duplicates };
constexpr std::size_t gates = 6;

/// What came of the candidates of one place: counts by reason, and what those that a limit stopped had.
struct Tally
{
    std::int64_t candidates = 0;
    std::array<std::int64_t, rejectionKinds> rejections{};
    struct Seen
    {
        std::int64_t low = std::numeric_limits<std::int64_t>::max();
        std::int64_t high = 0;
    };
    std::array<Seen, gates> seen{};

    void add(Rejection rejection, const Cost& cost);
};

/// Throws the Error of a place `index` (from 0) of `n` for which no candidate was found: names the last gate
/// that any candidate reached, since none passed it, and what those had that it stopped.
[[noreturn]] void throwExhausted(const DesignSpace& space, const Tally& tally, std::int64_t index,
                                 std::int64_t n);

} // namespace regnet
