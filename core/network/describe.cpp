// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/complexity.h"
#include "core/network/linear_fit.h"
#include "core/network/network_json.h"

#include <nlohmann/json.hpp>

namespace regnet {
namespace {

using nlohmann::json;

void addCost(json& object, const Cost& cost)
{
    object["flops"] = cost.flops;
    object["params"] = cost.params;
    object["activations"] = cost.activations;
}

json withCost(const Cost& cost)
{
    json object = json::object();
    addCost(object, cost);
    return object;
}

} // namespace

nlohmann::json describe(const NetworkSpec& spec, const DescribeOptions& options)
{
    const Network network = realise(spec);
    const Complexity costs = complexity(network);
    const std::vector<GroupFix> fixes = groupFixes(spec);
    json answer;
    json& stages = answer["stages"] = json::array();
    for (std::size_t i = 0; i < network.stages.size(); ++i) {
        // Of blocks without a bottleneck the network keeps no b and g, but pycls reports what was adjusted.
        const Stage& stage = hasBottleneck(network.block) ? network.stages[i] : fixes[i].after;
        json part{{"width", stage.width},
                  {"depth", stage.depth},
                  {"stride", stage.stride},
                  {"bottleneck_ratio", stage.bottleneckRatio},
                  {"group_width", stage.groupWidth},
                  {"groups", groups(stage, network.block)},
                  {"resolution", costs.stages[i].resolution}};
        addCost(part, costs.stages[i].cost);
        if (options.blocks)
            for (const Cost& block : costs.stages[i].blocks)
                part["blocks"].push_back(withCost(block));
        stages.push_back(std::move(part));
    }
    addCost(answer, costs.total);
    answer["stem"] = withCost(costs.stem);
    answer["stem"]["resolution"] = costs.stemResolution;
    answer["head"] = withCost(costs.head);
    answer["depth"] = depthOf(network);
    answer["hash"] = hashOf(network);
    if (spec.regnet) {
        const Quantisation quantised = quantise(spec.regnet->line);
        answer["regnet"] = toJson(*spec.regnet);
        answer["levels"] = quantised.levels;
        answer["valid"] = !quantised.skipsLevel();
        answer["e_fit"] = meanSquaredLog2Ratio(blockWidths(network.stages), blockWidths(quantised));
    } else {
        const auto fit = options.fit ? findLine(network.stages) : std::nullopt;
        answer["e_fit"] = fit ? json(fit->error) : json(nullptr);
    }
    return answer;
}

} // namespace regnet
