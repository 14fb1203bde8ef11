// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <cstdint>
#include <optional>

namespace regnet {

/// The RegNet nearest to given parameters that skips no level, has the wanted number of stages, lies in the
/// paper's ranges (explain.h, PaperRanges) and has compatible groups; the parameters themselves when they are
/// already so. Nearest means: as few of d, w0, wa, wm changed as possible, then the smallest shift, each
/// measured against its range (w0, wa and wm on a log scale). Searched on a grid: d 1..63, w0 8..256 step 8,
/// wa 0 and 256 steps to 256, wm 1.50..3.00 step 0.01. What is wrong by itself (w0 = 20, b = 0.3) is first
/// brought to the nearest allowed value. None where the grid has no answer (more than about ten stages).
/// Cost: below a millisecond when one parameter is enough, tens of milliseconds otherwise.
std::optional<RegnetParameters> nearestValid(const RegnetParameters& wanted, BlockType block,
                                             std::int64_t stages);

} // namespace regnet
