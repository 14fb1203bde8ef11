// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"

#include <cstdint>
#include <vector>

namespace regnet {

/// The line of block widths of a RegNet, u_j = w0 + wa·j for 0 <= j < depth (paper, equation 2). Widths in
/// channels.
struct LinearWidths
{
    std::int64_t depth = 22; ///< blocks, 1..1024
    double w0 = 24;          ///< channels, above 0 and a multiple of 8
    double wa = 24.48;       ///< channels a block, >= 0
    double wm = 2.54;        ///< factor between levels, > 1

    friend bool operator==(const LinearWidths&, const LinearWidths&) = default;
};

/// The stages into which a line of block widths falls, narrowest first.
struct Quantisation
{
    std::vector<std::int64_t> widths; ///< channels, multiples of 8, strictly increasing
    std::vector<std::int64_t> depths; ///< blocks; same length as widths; sum = depth
    std::int64_t levels = 0; ///< largest k + 1; differs from widths.size() when a k is skipped or two merge

    bool skipsLevel() const { return levels != static_cast<std::int64_t>(widths.size()); }
    friend bool operator==(const Quantisation&, const Quantisation&) = default;
};

/// How the width of one block came about (paper, equations 2 to 4).
struct BlockDerivation
{
    double u = 0;           ///< on the line: w0 + wa·j
    double s = 0;           ///< its level, ln(u / w0) / ln(wm)
    std::int64_t k = 0;     ///< s rounded, half to even
    double level = 0;       ///< w0·wm^k
    std::int64_t width = 0; ///< level snapped to a multiple of 8, half to even
};

/// What is wrong with a line, one problem a field ("depth", "w0", "wa", "wm"); empty when quantise() accepts
/// it.
std::vector<Problem> check(const LinearWidths& line);

/// Snaps u_j = w0 + wa·j to w0·wm^k, k an integer, and that to a multiple of 8. Both round half to even, in
/// doubles and in pycls's order, so that the integers are equal to the last one. No block gives no stage.
/// Throws Error for what check(line) reports. Source: paper section 3.3; pycls models/regnet.py.
Quantisation quantise(const LinearWidths& line);

/// The same per block; size = line.depth.
std::vector<BlockDerivation> derive(const LinearWidths& line);

} // namespace regnet
