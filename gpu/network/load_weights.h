// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/weights.h"
#include "gpu/network/any_net.h"

#include <string>

namespace regnet {

enum class HeadRule {
    MustFit,
    MayDiffer, ///< one for other classes stays as it was initialised
};

/// Puts weights into a network, strictly: every parameter and buffer, and nothing left over. Throws Error,
/// and leaves the network as it was, with `where` and the first tensor that does not fit. Includes torch: for
/// the units of gpu/ only.
void loadWeights(AnyNet& net, const Weights& weights, HeadRule head, const std::string& where);

} // namespace regnet
