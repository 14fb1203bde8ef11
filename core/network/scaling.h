// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <string_view>

namespace regnet {

/// Compound scaling of a network by a factor in FLOPs: "d1_w8_g8_r1" and friends, as pycls's models/scaler.py
/// (pycls.md section 3). A RegNet becomes its stages. Throws Error for a scheme that cannot be read.
NetworkSpec scaled(const NetworkSpec& spec, std::string_view scheme, double factor);

} // namespace regnet
