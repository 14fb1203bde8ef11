// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/network/load_weights.h"

#include "core/problem.h"

#include <ATen/ops/from_blob.h>
#include <c10/core/GradMode.h>

#include <map>

namespace regnet {
namespace {

constexpr std::string_view headName = "head.fc.";

std::map<std::string, at::Tensor> stateOf(AnyNet& net)
{
    std::map<std::string, at::Tensor> state;
    for (const auto& parameter : net.named_parameters())
        state.emplace(parameter.key(), parameter.value());
    for (const auto& buffer : net.named_buffers())
        state.emplace(buffer.key(), buffer.value());
    return state;
}

} // namespace

void loadWeights(AnyNet& net, const Weights& weights, HeadRule head, const std::string& where)
{
    const c10::AutoGradMode noGradients(false);
    std::map<std::string, at::Tensor> state = stateOf(net);
    std::vector<std::pair<at::Tensor, const StoredTensor*>> copies;
    for (const StoredTensor& stored : weights.tensors) {
        const auto found = state.find(stored.name);
        if (found == state.end())
            throwBadInput(where, "has " + stored.name + ", which the network lacks",
                          "weights of this network");
        const bool fits = found->second.sizes().vec() == stored.shape;
        const bool isOtherHead = !fits && head == HeadRule::MayDiffer && stored.name.starts_with(headName);
        if (!fits && !isOtherHead)
            throwBadInput(where + ", tensor \"" + stored.name + "\"", "has another shape than the network's",
                          "weights of this network");
        if (fits) copies.emplace_back(found->second, &stored);
        state.erase(found);
    }
    if (!state.empty()) throwBadInput(where, "has no " + state.begin()->first, "weights of this network");
    for (auto& [tensor, stored] : copies) {
        const at::ScalarType type = stored->type == "int64" ? at::kLong : at::kFloat;
        // from_blob wants a pointer that may be written to; copy_ only reads.
        auto* bytes = const_cast<char*>(stored->bytes.data());
        tensor.copy_(at::from_blob(bytes, tensor.sizes(), at::TensorOptions(type)));
    }
}

} // namespace regnet
