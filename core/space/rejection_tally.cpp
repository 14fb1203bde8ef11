// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/rejection_tally.h"

#include "core/text/readable.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace regnet {
namespace {

Gate gateOf(Rejection rejection)
{
    switch (rejection) {
    case Rejection::SkippedLevel:
    case Rejection::StageCount:
        return Gate::Levels;
    case Rejection::Incompatible:
        return Gate::Groups;
    case Rejection::FlopsLow:
    case Rejection::FlopsHigh:
        return Gate::Flops;
    case Rejection::ParamsLow:
    case Rejection::ParamsHigh:
        return Gate::Params;
    case Rejection::ActivationsLow:
    case Rejection::ActivationsHigh:
        return Gate::Activations;
    case Rejection::Duplicate:
        break;
    }
    return Gate::Duplicates;
}

/// The constraint that empties the space: the last gate that any candidate reached, since none passed it.
Gate emptyingGate(const Tally& tally)
{
    Gate last = Gate::Levels;
    for (std::size_t i = 0; i < rejectionKinds; ++i)
        if (tally.rejections[i] > 0) last = std::max(last, gateOf(static_cast<Rejection>(i)));
    return last;
}

std::string adviceFor(const DesignSpace& space, Gate gate, const Tally& tally)
{
    const auto within = [&](const char* field) {
        const Tally::Seen& seen = tally.seen[static_cast<std::size_t>(gate)];
        return std::string(field) + " within " + exactCount(seen.low) + " to " + exactCount(seen.high) +
               ", which is what they have";
    };
    switch (gate) {
    case Gate::Levels: {
        const auto* shape = std::get_if<RegnetShape>(&space.shape);
        if (shape == nullptr) break;
        const std::string stages =
            shape->fewestStages == shape->mostStages
                ? std::to_string(shape->mostStages)
                : std::to_string(shape->fewestStages) + " to " + std::to_string(shape->mostStages);
        return "parameters whose lines have " + stages + " levels, none of them skipped (regnet.stages)";
    }
    case Gate::Groups:
        return "bottleneck ratios and group widths that fit the widths";
    case Gate::Flops:
        return within("limits.flops");
    case Gate::Params:
        return within("limits.params");
    case Gate::Activations:
        return within("limits.activations");
    case Gate::Duplicates:
        return "fewer networks, or ones that may repeat";
    }
    return "limits that the space can meet";
}

} // namespace

void Tally::add(Rejection rejection, const Cost& cost)
{
    ++rejections[static_cast<std::size_t>(rejection)];
    const Gate gate = gateOf(rejection);
    const std::int64_t count = gate == Gate::Flops         ? cost.flops
                               : gate == Gate::Params      ? cost.params
                               : gate == Gate::Activations ? cost.activations
                                                           : 0;
    Seen& range = seen[static_cast<std::size_t>(gate)];
    range.low = std::min(range.low, count);
    range.high = std::max(range.high, count);
}

void throwExhausted(const DesignSpace& space, const Tally& tally, std::int64_t index, std::int64_t n)
{
    const Gate gate = emptyingGate(tally);
    std::int64_t reached = 0;
    std::string reasons;
    for (std::size_t i = 0; i < rejectionKinds; ++i) {
        const auto reason = static_cast<Rejection>(i);
        if (tally.rejections[i] == 0 || gateOf(reason) != gate) continue;
        reached += tally.rejections[i];
        const double share = static_cast<double>(tally.rejections[i]) / static_cast<double>(tally.candidates);
        reasons += (reasons.empty() ? "" : " and ") + shortest(std::round(share * 1e3) / 10) + " % have " +
                   std::string(nameOf(reason));
    }
    const std::string last = reached == tally.candidates ? "" : ", and all others failed before";
    throwBadInput(space.name,
                  "gives no network " + std::to_string(index + 1) + " of " + std::to_string(n) + " among " +
                      exactCount(tally.candidates) + " candidates: " + reasons + last,
                  adviceFor(space, gate, tally));
}

} // namespace regnet
