// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/design_space.h"

#include <string>

namespace regnet::cli {

/// A range of counts as people type it: "360e6:400e6", "360M:400M", "2.5M:", ":3M"; k, M, G stand for 10^3,
/// 10^6, 10^9. An empty text is no limit. Throws Error that names `option`.
CountRange countRange(const std::string& text, const std::string& option);

/// One count: "400e6", "400M", "400MF". Throws Error that names `option`.
std::int64_t countOf(const std::string& text, const std::string& option);

} // namespace regnet::cli
