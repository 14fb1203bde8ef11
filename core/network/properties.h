// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/complexity.h"
#include "core/network/network.h"

#include <map>
#include <string>

namespace regnet {

/// What ranges, scatters and filters ask of a network, by name. Of what is built: depth, stages, flops,
/// params, activations, resolution, se_ratio, and stage by stage depth_1, width_1, ... Of what was asked for:
/// w0, wa, wm of a RegNet; bottleneck_ratio and group_width where one value holds for all stages. `network`
/// is the realised `asked`, `total` its cost.
std::map<std::string, double> propertiesOf(const NetworkSpec& asked, const Network& network,
                                           const Cost& total);

/// The same; realises and counts. Throws Error for a network that cannot be built.
std::map<std::string, double> propertiesOf(const NetworkSpec& asked);

} // namespace regnet
