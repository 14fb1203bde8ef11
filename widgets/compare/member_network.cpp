// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/member_network.h"

#include "core/network/network_json.h"
#include "core/problem.h"
#include "core/space/built_in_spaces.h"
#include "core/stats/line_fits.h"
#include "core/stats/selection.h"
#include "core/store/store.h"
#include "core/store/store_address.h"

#include <cmath>
#include <optional>
#include <vector>

namespace regnet {
namespace {

std::optional<NetworkSpec> fromStore(const Member& member, const std::string& source)
{
    const StoreAddress address = storeAddress(source);
    if (member.networkHash.empty() || !isStore(address.file)) return std::nullopt;
    const StoreReader store(address.file);
    std::vector<std::string> names;
    if (!address.name.empty())
        names.push_back(address.name);
    else
        for (const PopulationSummary& population : store.populations())
            names.push_back(population.name);
    for (const std::string& name : names)
        for (const NetworkSpec& spec : store.populationSpec(name).networks)
            if (hashOf(realise(spec)) == member.networkHash) return spec;
    return std::nullopt;
}

std::optional<NetworkSpec> fromParameters(const Member& member)
{
    const auto depth = propertyOf(member, "depth"), w0 = propertyOf(member, "w0"),
               wa = propertyOf(member, "wa"), wm = propertyOf(member, "wm");
    if (!depth || !w0 || !wa || !wm) return std::nullopt;
    NetworkSpec spec;
    RegnetParameters parameters;
    parameters.line.depth = std::llround(*depth);
    parameters.line.w0 = *w0;
    parameters.line.wa = *wa;
    parameters.line.wm = *wm;
    parameters.bottleneckRatio = propertyOf(member, "bottleneck_ratio").value_or(1);
    parameters.groupWidth = std::llround(propertyOf(member, "group_width").value_or(16));
    spec.regnet = parameters;
    spec.seRatio = propertyOf(member, "se_ratio").value_or(0);
    spec.resolution = std::llround(propertyOf(member, "resolution").value_or(224));
    return spec;
}

/// From the built-in space that the population is named after: its stem, head and block around the member's
/// own line or stages. Only where the hash says that it is that network.
std::optional<NetworkSpec> fromSpace(const Member& member, const std::string& source)
{
    const std::size_t slash = source.rfind('/');
    if (!source.starts_with("shipped:") || slash == std::string::npos || member.networkHash.empty())
        return std::nullopt;
    const DesignSpace space = builtInSpace(source.substr(slash + 1));
    NetworkSpec spec;
    if (auto line = fromParameters(member)) {
        spec = *line;
    } else {
        spec.stages = stagesOf(member);
        for (Stage& stage : spec.stages) {
            stage.bottleneckRatio = propertyOf(member, "bottleneck_ratio").value_or(1);
            stage.groupWidth = std::llround(propertyOf(member, "group_width").value_or(1));
        }
    }
    spec.stem = space.stem;
    spec.head = space.head;
    spec.block = space.block;
    spec.activation = space.activation;
    spec.seRatio = space.seRatio;
    spec.resolution = std::llround(propertyOf(member, "resolution").value_or(224));
    if (!check(spec).empty() || hashOf(realise(spec)) != member.networkHash) return std::nullopt;
    return spec;
}

} // namespace

NetworkSpec networkOf(const Member& member, const std::string& source)
{
    if (auto spec = fromStore(member, source)) return *spec;
    if (auto spec = fromSpace(member, source)) return *spec;
    if (auto spec = fromParameters(member)) return *spec;
    throwBadInput(member.label.empty() ? "this network" : member.label,
                  "is known by its error and single properties only",
                  "a network of a store, or one with depth, w0, wa and wm");
}

} // namespace regnet
