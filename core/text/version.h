// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace regnet {

std::string_view version();  ///< "0.1.0"
std::string_view revision(); ///< git revision of the build, "-dirty" appended where it had changes; "unknown"
                             ///< without git
std::string_view buildFlags(); ///< compiler, type and flags: "GNU 12.2.0, Release, -O3 -DNDEBUG"

} // namespace regnet
