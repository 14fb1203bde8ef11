// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/design_space.h"

#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace regnet {

/// Where one parameter may stand while the others stay where they are.
struct AllowedValues
{
    std::string parameter; ///< as in ParameterHistogram: "depth", "wa", ...; "depth_1", "width_1", ...
    /// Runs of neighbouring values of the space that are allowed, [lowest, highest], ascending; empty when
    /// none is.
    std::vector<std::pair<double, double>> ranges;
};

/// For the shading of sliders: for each parameter of the space the values that keep `current` in it, rules
/// and limits included; stem, block, head and the rest are the space's own. `current` is a line for a space
/// of RegNets, stages for a space of AnyNets, and need not be in the space; nothing comes back where it is
/// the other of the two, or has another number of stages. A shared parameter and equal widths or depths move
/// in all stages at once. When it is stopped, what is done so far. Throws Error for a space with problems.
/// Cost: about a millisecond for RegNetX (4,000 values).
std::vector<AllowedValues> allowedValues(const DesignSpace& space, const NetworkSpec& current,
                                         std::stop_token stop = {});

} // namespace regnet
