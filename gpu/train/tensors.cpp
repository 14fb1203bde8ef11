// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/train/tensors.h"

#include "core/problem.h"

#include <ATen/ops/from_blob.h>
#include <c10/core/GradMode.h>

#include <map>

namespace regnet {
namespace {

std::string typeName(const at::Tensor& tensor)
{
    switch (tensor.scalar_type()) {
    case at::kFloat:
        return "float32";
    case at::kDouble:
        return "float64";
    case at::kLong:
        return "int64";
    default:
        break;
    }
    return c10::toString(tensor.scalar_type());
}

/// All that a training changes, by name.
std::map<std::string, at::Tensor> byName(const TrainedState& trained)
{
    std::map<std::string, at::Tensor> state;
    for (const FlatSgd::Slot& slot : trained.learner.optimiser().slots()) {
        state.emplace("net/" + slot.name, slot.parameter);
        state.emplace("momentum/" + slot.name, slot.momentum);
    }
    for (const auto& buffer : trained.learner.net().named_buffers())
        state.emplace("net/" + buffer.key(), buffer.value());
    if (!trained.average) return state;
    for (const auto& parameter : trained.average->net().named_parameters())
        state.emplace("ema/" + parameter.key(), parameter.value());
    for (const auto& buffer : trained.average->net().named_buffers())
        state.emplace("ema/" + buffer.key(), buffer.value());
    return state;
}

} // namespace

std::vector<StoredTensor> storedTensors(const TrainedState& state)
{
    std::vector<StoredTensor> stored;
    for (const auto& [name, tensor] : byName(state)) {
        const at::Tensor plain = tensor.detach().to(at::kCPU).contiguous();
        const auto* bytes = static_cast<const char*>(plain.data_ptr());
        stored.push_back({name, typeName(tensor), tensor.sizes().vec(), std::string(bytes, plain.nbytes())});
    }
    return stored;
}

void restoreTensors(const std::vector<StoredTensor>& tensors, const TrainedState& trained,
                    const std::string& where)
{
    const c10::AutoGradMode noGradients(false);
    std::map<std::string, at::Tensor> state = byName(trained);
    if (tensors.size() != state.size())
        throwBadInput(where, "has " + std::to_string(tensors.size()) + " tensors",
                      std::to_string(state.size()) + " of this network");
    for (const StoredTensor& stored : tensors) {
        const auto found = state.find(stored.name);
        if (found == state.end())
            throwBadInput(where, "has a tensor " + stored.name + " that the network lacks");
        const at::Tensor& tensor = found->second;
        if (stored.type != typeName(tensor) || stored.shape != tensor.sizes().vec() ||
            stored.bytes.size() != tensor.nbytes())
            throwBadInput(where + ", " + stored.name, "has another type or shape than the network's");
    }
    for (const StoredTensor& stored : tensors) {
        at::Tensor& tensor = state.at(stored.name);
        // from_blob wants a pointer that may be written to; copy_ only reads.
        auto* bytes = const_cast<char*>(stored.bytes.data());
        tensor.copy_(at::from_blob(bytes, tensor.sizes(), at::TensorOptions(tensor.scalar_type())));
    }
}

} // namespace regnet
