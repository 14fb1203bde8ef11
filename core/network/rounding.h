// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>

namespace regnet {

/// Sizes (widths, depths, resolutions) stop here: above it doubles, and so pycls, no longer count exactly.
inline constexpr std::int64_t largestSize = std::int64_t{1} << 53;

/// Rounds to the nearest whole number, half to even, as Python's and NumPy's round; for 0 <= value < 2^51.
/// Adding and taking away 2^52 does it in two additions, where std::nearbyint may be a library call. Needs
/// the default rounding mode and no -ffast-math.
inline double rintSmall(double value)
{
    constexpr double shift = 4503599627370496.0; // 2^52
    return (value + shift) - shift;
}

/// The nearest multiple of 8, half to even, as a double (it may be beyond 64 bits).
inline double snapToEight(double width)
{
    return std::nearbyint(width / 8) * 8;
}

} // namespace regnet
