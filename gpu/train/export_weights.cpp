// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/train/export_weights.h"

#include "core/problem.h"
#include "gpu/network/state_dict.h"
#include "gpu/train/checkpoint.h"

#include <ATen/ops/from_blob.h>

namespace regnet {
namespace {

at::Tensor tensorOf(const StoredTensor& stored)
{
    const at::ScalarType type = stored.type == "int64"     ? at::kLong
                                : stored.type == "float64" ? at::kDouble
                                                           : at::kFloat;
    // from_blob wants a pointer that may be written to; clone() only reads.
    auto* bytes = const_cast<char*>(stored.bytes.data());
    return at::from_blob(bytes, stored.shape, at::TensorOptions(type)).clone();
}

} // namespace

void exportWeights(const std::filesystem::path& checkpoint, const std::filesystem::path& file)
{
    const std::optional<Checkpoint> state = readCheckpoint(checkpoint);
    if (!state) throwBadInput(checkpoint.string(), "is missing", "a checkpoint of a training");
    WeightFile weights;
    weights.epoch = state->position.epoch;
    for (const StoredTensor& stored : state->tensors) {
        if (stored.name.starts_with("net/"))
            weights.modelState.emplace_back(stored.name.substr(4), tensorOf(stored));
        if (stored.name.starts_with("ema/"))
            weights.emaState.emplace_back(stored.name.substr(4), tensorOf(stored));
    }
    writeWeights(file, weights);
}

} // namespace regnet
