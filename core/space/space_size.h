// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/design_space.h"

#include <cstdint>
#include <optional>
#include <string>

namespace regnet {

/// How large a space is. Counts are decimal texts: they are exact and may be beyond 64 bits.
struct SpaceSize
{
    std::int64_t dimensions = 0; ///< free parameters, as Table 1 of the paper counts them
    std::string settings;        ///< parameter settings on the grid of the distributions, before limits
    /// As Table 1 prints it, for the paper's own spaces: AnyNetX_D and E divided by 4! where the exact count
    /// is of multisets, RegNet with 64 levels for each of d, w0, wa, wm.
    struct Printed
    {
        std::string formula; ///< "(16·128)^4·3·6 / 4!"
        std::string value;   ///< "13194139533312"
    };
    std::optional<Printed> printed;
};

/// Throws Error for what check(space) reports.
SpaceSize sizeOf(const DesignSpace& space);

/// The count of settings alone; ordered parameters count as multisets, shared ones once.
std::string settingsOf(const DesignSpace& space);
bool isSmallerThan(const DesignSpace& space, std::int64_t n);

} // namespace regnet
