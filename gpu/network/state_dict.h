// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace regnet {

using NamedTensors = std::vector<std::pair<std::string, at::Tensor>>;

/// Weights as pycls keeps them in a checkpoint.
struct WeightFile
{
    std::int64_t epoch = 0;  ///< complete epochs
    NamedTensors modelState; ///< by pycls's names
    NamedTensors emaState;   ///< averaged weights; empty = none
};

/// Writes {"epoch": ..., "model_state": {...}, "ema_state": {...}} as a file that Python reads with
/// torch.load(file, weights_only=True); whole or not at all. Throws Error where it cannot be written.
/// Includes torch: for the units of gpu/ only.
void writeWeights(const std::filesystem::path& file, const WeightFile& weights);

} // namespace regnet
