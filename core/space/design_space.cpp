// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/design_space.h"

#include "core/text/readable.h"

#include <algorithm>
#include <cmath>

namespace regnet {
namespace {

constexpr std::int64_t mostStages = 64;

struct Bounds
{
    double least;
    double most;
    bool isWhole;
    const char* right;
};

constexpr Bounds blocks{1, 1024, true, "whole numbers from 1 to 1024"};
constexpr Bounds channels{1, 1 << 20, true, "whole numbers from 1 to 2^20"};
constexpr Bounds pixels{1, 1 << 14, true, "whole numbers from 1 to 16384"};

/// Problems of a distribution, or of the values that it can give.
void checkValues(std::vector<Problem>& problems, const Distribution& distribution, const std::string& where,
                 const Bounds& bounds)
{
    const std::vector<Problem> found = check(distribution, where);
    problems.insert(problems.end(), found.begin(), found.end());
    if (!found.empty()) return;
    const DiscreteDistribution drawn(distribution);
    for (const double value : drawn.values()) {
        const bool isFine =
            value >= bounds.least && value <= bounds.most && (!bounds.isWhole || value == std::floor(value));
        if (isFine) continue;
        problems.push_back({ProblemKind::BadInput, where, "can be " + shortest(value), bounds.right});
        return;
    }
}

/// Ratios that realise() accepts: at least 1, or 1 divided by a whole number.
void checkRatios(std::vector<Problem>& problems, const Distribution& distribution, const std::string& where)
{
    const std::vector<Problem> found = check(distribution, where);
    problems.insert(problems.end(), found.begin(), found.end());
    if (!found.empty()) return;
    const DiscreteDistribution drawn(distribution);
    for (const double ratio : drawn.values()) {
        const bool isReciprocal = ratio > 0 && std::abs(1 / ratio - std::nearbyint(1 / ratio)) < 1e-9;
        if (ratio >= 1 || isReciprocal) continue;
        problems.push_back({ProblemKind::BadInput, where, "can be " + shortest(ratio),
                            "numbers of at least 1, or 1 divided by a whole number"});
        return;
    }
}

void checkShape(std::vector<Problem>& problems, const AnyNetShape& shape)
{
    if (shape.stages < 1 || shape.stages > mostStages)
        problems.push_back(
            {ProblemKind::BadInput, "anynet.stages", "is " + std::to_string(shape.stages), "1 to 64"});
    checkValues(problems, shape.depth, "anynet.depth", blocks);
    checkValues(problems, shape.width, "anynet.width", channels);
    checkRatios(problems, shape.bottleneckRatio, "anynet.bottleneck_ratio");
    checkValues(problems, shape.groupWidth, "anynet.group_width", channels);
    if (!shape.strides.empty() && static_cast<std::int64_t>(shape.strides.size()) != shape.stages)
        problems.push_back({ProblemKind::BadInput, "anynet.strides",
                            "has " + std::to_string(shape.strides.size()) + " strides",
                            "one for each of the " + std::to_string(shape.stages) + " stages"});
    for (const std::int64_t stride : shape.strides)
        if (stride < 1 || stride > 64)
            problems.push_back(
                {ProblemKind::BadInput, "anynet.strides", "has " + std::to_string(stride), "1 to 64"});
}

void checkInitialWidth(std::vector<Problem>& problems, const Distribution& w0)
{
    const std::size_t before = problems.size();
    checkValues(problems, w0, "regnet.w0", channels);
    if (problems.size() > before) return;
    const DiscreteDistribution drawn(w0);
    const auto& values = drawn.values();
    const auto odd = std::ranges::find_if(values, [](double value) { return std::fmod(value, 8) != 0; });
    if (odd != values.end())
        problems.push_back(
            {ProblemKind::BadInput, "regnet.w0", "can be " + shortest(*odd), "multiples of 8"});
}

/// Each stage needs a block.
void checkBlocksSuffice(std::vector<Problem>& problems, const RegnetShape& shape)
{
    const DiscreteDistribution depths(shape.depth);
    const double most = depths.values().back();
    if (most < static_cast<double>(shape.fewestStages))
        problems.push_back({ProblemKind::BadInput, "regnet.depth", "is at most " + shortest(most),
                            "at least " + std::to_string(shape.fewestStages) + ", a block for each stage"});
}

void checkShape(std::vector<Problem>& problems, const RegnetShape& shape)
{
    checkValues(problems, shape.depth, "regnet.depth", blocks);
    checkInitialWidth(problems, shape.w0);
    if (!shape.isW0EqualToWa)
        checkValues(problems, shape.wa, "regnet.wa", {0, 1 << 20, false, "numbers from 0 to 2^20"});
    checkValues(problems, shape.wm, "regnet.wm", {std::nextafter(1.0, 2.0), 1e6, false, "numbers above 1"});
    checkRatios(problems, shape.bottleneckRatio, "regnet.bottleneck_ratio");
    checkValues(problems, shape.groupWidth, "regnet.group_width", channels);
    if (shape.fewestStages < 1 || shape.mostStages < shape.fewestStages || shape.mostStages > mostStages)
        problems.push_back(
            {ProblemKind::BadInput, "regnet.stages",
             "is " + std::to_string(shape.fewestStages) + " to " + std::to_string(shape.mostStages),
             "a range within 1 to 64"});
    if (problems.empty()) checkBlocksSuffice(problems, shape);
}

void checkRange(std::vector<Problem>& problems, const CountRange& range, const std::string& where)
{
    if (range.low && *range.low < 0)
        problems.push_back({ProblemKind::BadInput, where, "begins at " + std::to_string(*range.low),
                            "a count of at least 0"});
    if (range.high && range.high < range.low.value_or(0))
        problems.push_back({ProblemKind::BadInput, where,
                            "ends at " + std::to_string(*range.high) + ", below its beginning",
                            "an upper limit of at least " + std::to_string(range.low.value_or(0))});
}

/// A curve's highest value that the FLOPs allow must not lie below the range's beginning.
void checkCurves(std::vector<Problem>& problems, const Limits& limits)
{
    const std::optional<std::int64_t> flops = limits.curves.flops ? limits.curves.flops : limits.flops.high;
    if (limits.curves.flops && *limits.curves.flops < 0)
        problems.push_back({ProblemKind::BadInput, "limits.curves.flops",
                            "is " + std::to_string(*limits.curves.flops), "a count of at least 0"});
    if (!flops || *flops < 0) return;
    const auto compare = [&](bool isOn, const CountRange& range, double most, const char* field) {
        if (!isOn || !range.low || static_cast<double>(*range.low) <= most) return;
        problems.push_back({ProblemKind::BadInput, field,
                            "begins at " + std::to_string(*range.low) + ", above the curve's " +
                                std::to_string(std::llround(most)) + " at " + std::to_string(*flops) +
                                " FLOPs",
                            "a beginning below the curve, or no curve"});
    };
    const auto f = static_cast<double>(*flops);
    compare(limits.curves.params, limits.params, CurveLimits::paramsAt(f), "limits.params");
    compare(limits.curves.activations, limits.activations, CurveLimits::activationsAt(f),
            "limits.activations");
}

} // namespace

NetworkSpec frameOf(const DesignSpace& space)
{
    NetworkSpec frame{space.stem, space.block, {}, {}, space.seRatio, space.head, 224, space.activation};
    const DiscreteDistribution resolution(space.resolution);
    frame.resolution = static_cast<std::int64_t>(resolution.values().front());
    return frame;
}

std::int64_t strideOf(const DesignSpace& space, std::size_t stage)
{
    const auto* anynet = std::get_if<AnyNetShape>(&space.shape);
    return anynet != nullptr && stage < anynet->strides.size() ? anynet->strides[stage] : space.stride;
}

std::vector<Problem> check(const DesignSpace& space)
{
    std::vector<Problem> problems;
    std::visit([&](const auto& shape) { checkShape(problems, shape); }, space.shape);
    checkValues(problems, space.resolution, "resolution", pixels);
    if (space.stride < 1 || space.stride > 64)
        problems.push_back(
            {ProblemKind::BadInput, "stride", "is " + std::to_string(space.stride), "1 to 64"});
    checkRange(problems, space.limits.flops, "limits.flops");
    checkRange(problems, space.limits.params, "limits.params");
    checkRange(problems, space.limits.activations, "limits.activations");
    checkCurves(problems, space.limits);
    // Stem, head and SE are checked where all networks are: on one with these and any stage.
    NetworkSpec spec{space.stem, space.block, {Stage{8, 1, 1, 1, 8}}, {}, space.seRatio,
                     space.head, 32,          space.activation};
    for (Problem& problem : check(spec))
        problems.push_back(std::move(problem));
    return problems;
}

} // namespace regnet
