// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <string_view>

namespace regnet {

/// What a scheme multiplies, for a factor in FLOPs.
struct ScaleFactors
{
    double depth = 1;
    double width = 1;
    double groupWidth = 1;
    double resolution = 1;
};

/// The scheme weighs d, w, g and r by letters ("dwr", each 1) or numbers ("d1_w2"; what is not named weighs
/// 0): with s = d + w + r (or g / 2, or 1 where that is 0), depth takes factor^(d/s) and the others
/// factor^(w/s/2), factor^(g/s/2), factor^(r/s/2). Throws Error for a scheme that cannot be read.
ScaleFactors scaleFactors(std::string_view scheme, double factor);

/// Compound scaling of a network by a factor in FLOPs: "d1_w8_g8_r1" and friends, as pycls's
/// models/scaler.py. A RegNet becomes its stages. Widths are rounded to multiples of 8, group widths to 1, 2,
/// 4 and multiples of 8, the resolution to multiples of 4, half to even; then groups are made compatible.
/// Throws Error for a scheme that cannot be read.
NetworkSpec scaled(const NetworkSpec& spec, std::string_view scheme, double factor);

} // namespace regnet
