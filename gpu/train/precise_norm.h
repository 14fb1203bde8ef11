// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/network/any_net.h"

#include <functional>

namespace regnet {

/// Replaces the running statistics of every BN, which lag behind the weights, by the mean over some batches
/// of each batch's mean and (unbiased) variance, under the weights as they are. Batches are asked for by
/// number, 0 .. batches - 1; none leaves everything as it is. Source: pycls/core/net.py. Includes torch: for
/// the units of gpu/ only.
void setPreciseStatistics(AnyNet& net, std::int64_t batches,
                          const std::function<at::Tensor(std::int64_t)>& images);

} // namespace regnet
