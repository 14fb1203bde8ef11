// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/design_space.h"

#include <optional>
#include <vector>

namespace regnet {

/// Whether a network is in a space, and if not, which rules exclude it.
struct Membership
{
    /// Parameters of the space that realise to the network: those given, where they are the space's own, else
    /// others that were found. None when the network is not in the space.
    std::optional<NetworkSpec> setting;
    /// One problem a rule (fields as in the space JSON: "anynet.width", "regnet.wa", "limits.flops"), the
    /// most general first; empty for a member.
    std::vector<Problem> exclusions;

    bool isMember() const { return setting.has_value(); }
};

/// A network is in a space when some setting of the space realises to it: group compatibility may have
/// changed widths and group widths since, and a line with wa = 24.48 may be the same network as one with
/// wa = 24.5 that the space has. The probability of the setting does not matter. Throws Error for a space
/// with problems and for a spec that cannot be realised. Cost: below a millisecond for given parameters,
/// some milliseconds where a line has to be found for given stages.
Membership membershipOf(const DesignSpace& space, const NetworkSpec& spec);

} // namespace regnet
