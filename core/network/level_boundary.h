// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/quantise.h"
#include "core/network/rounding.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace regnet {

/// The level of one block by the exact rule (ratio first, then logarithms, half to even).
inline double exactLevel(const LinearWidths& line, std::int64_t block)
{
    const double u = static_cast<double>(block) * line.wa + line.w0;
    return std::nearbyint(std::log(u / line.w0) / std::log(line.wm));
}

/// How many blocks of the line have level k or less, 0..line.depth, where `boundary` is w0·wm^(k + 1/2). The
/// closed form ceil((boundary - w0) / wa) decides, but within 1e-9 of a block (the logarithms and powers are
/// good to 1e-13) that block is decided by the exact rule, so that the count is equal to the exact one. Needs
/// wm >= 1.05, wa >= 1e-3, w0 / wa <= 1e6.
inline std::int64_t blocksUpTo(const LinearWidths& line, double k, double boundary, double perWa)
{
    const double x = (boundary - line.w0) * perWa;
    const auto depth = static_cast<double>(line.depth);
    if (x > depth) return line.depth;
    const double nearest = rintSmall(x);
    const auto block = static_cast<std::int64_t>(nearest);
    if (std::abs(x - nearest) > 1e-9 * (x + line.w0 * perWa + 1)) [[likely]]
        return std::min(line.depth, nearest < x ? block + 1 : block);
    return std::min(line.depth, exactLevel(line, block) <= k ? block + 1 : block);
}

/// w0·wm^k snapped to a multiple of 8, where `raw` is the same by repeated multiplication: within 1e-9 of a
/// tie the power decides, as in quantise().
inline double levelWidth(const LinearWidths& line, double k, double raw)
{
    const double eighths = raw * 0.125;
    const double snapped = rintSmall(eighths);
    if (0.5 - std::abs(eighths - snapped) > 1e-9 * eighths) [[likely]]
        return snapped * 8;
    return snapToEight(line.w0 * std::pow(line.wm, k));
}

} // namespace regnet
