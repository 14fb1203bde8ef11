// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/properties.h"

#include <algorithm>

namespace regnet {
namespace {

template <typename Value>
bool isShared(const std::vector<Stage>& stages, Value Stage::*member)
{
    return !stages.empty() && std::ranges::all_of(stages, [&](const Stage& stage) {
        return stage.*member == stages.front().*member;
    });
}

} // namespace

std::map<std::string, double> propertiesOf(const NetworkSpec& asked, const Network& network,
                                           const Cost& total)
{
    std::map<std::string, double> properties{
        {"depth", static_cast<double>(depthOf(network))},
        {"stages", static_cast<double>(network.stages.size())},
        {"flops", static_cast<double>(total.flops)},
        {"params", static_cast<double>(total.params)},
        {"activations", static_cast<double>(total.activations)},
        {"resolution", static_cast<double>(network.resolution)},
        {"se_ratio", network.seRatio},
    };
    for (std::size_t i = 0; i < network.stages.size(); ++i) {
        const std::string suffix = "_" + std::to_string(i + 1);
        properties["depth" + suffix] = static_cast<double>(network.stages[i].depth);
        properties["width" + suffix] = static_cast<double>(network.stages[i].width);
    }
    if (asked.regnet) {
        properties["w0"] = asked.regnet->line.w0;
        properties["wa"] = asked.regnet->line.wa;
        properties["wm"] = asked.regnet->line.wm;
        properties["bottleneck_ratio"] = asked.regnet->bottleneckRatio;
        properties["group_width"] = static_cast<double>(asked.regnet->groupWidth);
        return properties;
    }
    if (isShared(asked.stages, &Stage::bottleneckRatio))
        properties["bottleneck_ratio"] = asked.stages.front().bottleneckRatio;
    if (isShared(asked.stages, &Stage::groupWidth))
        properties["group_width"] = static_cast<double>(asked.stages.front().groupWidth);
    return properties;
}

std::map<std::string, double> propertiesOf(const NetworkSpec& asked)
{
    const Network network = realise(asked);
    return propertiesOf(asked, network, cost(network));
}

} // namespace regnet
