// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/design_space.h"

#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// The spaces of the paper for ImageNet at 224 px: AnyNetX_A to E, RegNetX, RegNetX_wm=2, RegNetX_w0=wa,
/// RegNetY. Source: paper sections 3 and 4, Table 1, Figures 7 and 9.
const std::vector<DesignSpace>& paperSpaces();

/// All that can be named, the paper's first; a parent comes before its children. The lineage of the paper and
/// its side branches (keys as in the paper's figures: AnyNetX_C_w_equal, ...); the blocks R, V, VR; five and
/// three stages; RegNetX constrained (section 4), with 12 <= d <= 28 and with d = 20; b = 1, inverted
/// bottleneck, depthwise; varying resolution; Swish; RegNetZ; pycls's sampler with its defaults and its sweep
/// cifar_regnet; the spaces of NDS that are networks of stages. What the sources leave open is said in each
/// note.
const std::vector<DesignSpace>& builtInSpaces();

/// A regime fits a space to a data set and a budget.
struct Regime
{
    std::string name;
    std::string note;
};
const std::vector<Regime>& regimes();

/// "RegNetX", or "RegNetX@cpu" for the space in a regime. Case does not matter. Throws Error that lists the
/// names.
///
/// Regime "cpu": 32 px, 10 classes, stem res_stem_cifar of width 16, 2.5 to 3 M multiply-adds, the same for
/// all spaces, so that their populations compare. AnyNet has 1..5 blocks and widths of 8..256 a stage, RegNet
/// 4..20 blocks and w0, wa of 8..64, so that both reach the same depths. "cpu-10MF", "cpu-40MF": 9 to 10 and
/// 36 to 40 M, wider ranges. "200MF", "400MF", ... "32GF": the space as it is, within 1 % of the number;
/// "400MF" is the window of section 3, 360 to 400 MF. The paper's curves take the regime's FLOPs for f.
DesignSpace builtInSpace(std::string_view name);

/// Any space in a regime, as builtInSpace("NAME@REGIME") does it, its name included ("mine@400MF"). Throws
/// Error that lists the regimes, and where "cpu" does not apply.
DesignSpace inRegime(DesignSpace space, std::string_view regime);

} // namespace regnet
