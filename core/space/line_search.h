// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"
#include "core/space/design_space.h"

#include <optional>

namespace regnet {

/// Parameters of a space of RegNets that realise to these stages, limits aside; none where the space has
/// none, or is one of AnyNets. Stages fix the block at which each level ends, so that each w0 and wm of the
/// space leave an interval of wa; the lines in it are realised and compared. Cost: some milliseconds.
std::optional<RegnetParameters> lineIn(const DesignSpace& space, const Network& network);

} // namespace regnet
