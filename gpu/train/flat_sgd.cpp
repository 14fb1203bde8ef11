// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/train/flat_sgd.h"

#include <ATen/ops/zeros.h>
#include <c10/core/GradMode.h>

#include <array>

namespace regnet {
namespace {

enum GroupIndex : std::size_t { Norms, Biases, Weights, GroupCount };

GroupIndex groupOf(const std::string& name)
{
    if (name.find("bn") != std::string::npos) return Norms;
    return name.find("bias") != std::string::npos ? Biases : Weights;
}

/// Each parameter starts at a multiple of 64 bytes (in float), as a tensor of its own would.
std::int64_t padded(std::int64_t elements)
{
    return (elements + 15) / 16 * 16;
}

at::Tensor viewOf(const at::Tensor& buffer, std::int64_t start, const at::Tensor& like, bool isChannelsLast)
{
    const at::Tensor flat = buffer.narrow(0, start, like.numel());
    if (!isChannelsLast || like.dim() != 4) return flat.view(like.sizes());
    const auto s = like.sizes();
    return flat.view({s[0], s[2], s[3], s[1]}).permute({0, 3, 1, 2});
}

} // namespace

FlatSgd::FlatSgd(torch::nn::Module& module, const Recipe& recipe, bool isChannelsLast)
    : m_momentum(recipe.momentum), m_dampening(recipe.dampening), m_isNesterov(recipe.nesterov)
{
    const c10::AutoGradMode noGradients(false);
    const auto named = module.named_parameters();
    std::array<std::int64_t, GroupCount> sizes{};
    for (const auto& item : named)
        sizes[groupOf(item.key())] += padded(item.value().numel());

    const std::array<double, GroupCount> decays{
        recipe.batchNormWeightDecay, recipe.biasWeightDecay.value_or(recipe.weightDecay), recipe.weightDecay};
    const auto options = named.front().value().options().requires_grad(false);
    for (std::size_t g = 0; g < GroupCount; ++g)
        m_groups.push_back({at::zeros({sizes[g]}, options), at::zeros({sizes[g]}, options),
                            at::zeros({sizes[g]}, options), decays[g]});

    std::array<std::int64_t, GroupCount> starts{};
    for (const auto& item : named) {
        at::Tensor parameter = item.value();
        const GroupIndex g = groupOf(item.key());
        const Group& group = m_groups[g];
        at::Tensor place = viewOf(group.parameters, starts[g], parameter, isChannelsLast);
        place.copy_(parameter);
        parameter.set_data(place);
        parameter.mutable_grad() = viewOf(group.gradients, starts[g], parameter, isChannelsLast);
        m_slots.push_back(
            {item.key(), parameter, viewOf(group.momenta, starts[g], parameter, isChannelsLast)});
        starts[g] += padded(parameter.numel());
    }
}

void FlatSgd::step(double learningRate)
{
    const c10::AutoGradMode noGradients(false);
    const double share = m_hasStepped ? 1 - m_dampening : 1;
    m_hasStepped = true;
    for (Group& group : m_groups) {
        if (group.weightDecay != 0) group.gradients.add_(group.parameters, group.weightDecay);
        group.momenta.mul_(m_momentum).add_(group.gradients, share);
        if (m_isNesterov) group.gradients.add_(group.momenta, m_momentum);
        group.parameters.add_(m_isNesterov ? group.gradients : group.momenta, -learningRate);
        group.gradients.zero_();
    }
}

} // namespace regnet
