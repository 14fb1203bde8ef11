// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network.h"

#include "core/network/group_compatibility.h"
#include "core/text/readable.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace regnet {
namespace {

constexpr std::int64_t maxBlocks = 1024;

void checkSize(std::vector<Problem>& problems, const std::string& field, std::int64_t value,
               std::int64_t least, const char* what)
{
    if (value >= least && value <= largestSize) return;
    problems.push_back({ProblemKind::BadInput, field, "is " + std::to_string(value),
                        std::string(what) + ", a whole number from " + std::to_string(least) + " to 2^53"});
}

void checkRatio(std::vector<Problem>& problems, const std::string& field, double ratio, bool isUsed)
{
    const double multiplier = multiplierOf(ratio);
    const bool isNumber = ratio > 0 && std::isfinite(multiplier) && multiplier > 0;
    const bool isLegal = isNumber && (!isUsed || multiplier < 1 || multiplier == std::floor(multiplier));
    if (!isLegal)
        problems.push_back(
            {ProblemKind::BadInput, field, "is " + shortest(ratio),
             isUsed ? "a number of at least 1, or 1 divided by a whole number" : "a number above 0"});
}

void checkStages(std::vector<Problem>& problems, const NetworkSpec& spec)
{
    if (spec.stages.empty())
        problems.push_back({ProblemKind::BadInput, "stages", "has no stage", "1 to 1024 stages"});
    std::int64_t blocks = 0;
    for (std::size_t i = 0; i < spec.stages.size(); ++i) {
        const Stage& stage = spec.stages[i];
        const std::string field = "stages[" + std::to_string(i) + "].";
        checkSize(problems, field + "width", stage.width, 1, "channels");
        if (stage.depth < 1 || stage.depth > maxBlocks)
            problems.push_back({ProblemKind::BadInput, field + "depth", "is " + std::to_string(stage.depth),
                                "1 to 1024 blocks"});
        else
            blocks = std::min(blocks + stage.depth, maxBlocks + 1);
        checkSize(problems, field + "stride", stage.stride, 1, "pixels");
        checkSize(problems, field + "group_width", stage.groupWidth, 1, "channels");
        checkRatio(problems, field + "bottleneck_ratio", stage.bottleneckRatio, hasBottleneck(spec.block));
    }
    if (blocks > maxBlocks)
        problems.push_back(
            {ProblemKind::BadInput, "stages", "have more than 1024 blocks together", "1 to 1024 blocks"});
}

void checkRegnet(std::vector<Problem>& problems, const NetworkSpec& spec)
{
    const RegnetParameters& regnet = *spec.regnet;
    if (!spec.stages.empty())
        problems.push_back(
            {ProblemKind::BadInput, "regnet", "stands beside stages", "either regnet or stages"});
    for (Problem& problem : check(regnet.line)) {
        problem.where = "regnet." + problem.where;
        problems.push_back(std::move(problem));
    }
    checkSize(problems, "regnet.stride", regnet.stride, 1, "pixels");
    checkSize(problems, "regnet.group_width", regnet.groupWidth, 1, "channels");
    checkRatio(problems, "regnet.bottleneck_ratio", regnet.bottleneckRatio,
               hasBottleneck(spec.block) || adjustsLine(spec.block));
}

/// quantise() with the field's name in the network JSON, where it refuses.
Quantisation quantiseField(const LinearWidths& line)
{
    try {
        return quantise(line);
    } catch (const Error& error) {
        Problem problem = error.problem();
        problem.where = "regnet." + problem.where;
        throw Error(problem);
    }
}

std::string fieldOf(const NetworkSpec& spec, std::size_t stage)
{
    return spec.regnet ? "regnet" : "stages[" + std::to_string(stage) + "]";
}

[[noreturn]] void throwIncompatible(const Stage& stage, const std::string& where)
{
    const double bottleneck = static_cast<double>(stage.width) * multiplierOf(stage.bottleneckRatio);
    constexpr auto limit = static_cast<double>(largestSize);
    if (!(bottleneck < limit) || !(static_cast<double>(stage.width) < limit))
        throwBadInput(where,
                      "has a width of " + std::to_string(stage.width) + " and a bottleneck of " +
                          shortest(bottleneck) + " channels",
                      "less than 2^53 channels");
    throwBadInput(where,
                  "width " + std::to_string(stage.width) + " with bottleneck ratio " +
                      shortest(stage.bottleneckRatio) + " and group width " +
                      std::to_string(stage.groupWidth) + " cannot be made compatible with its groups",
                  "a bottleneck ratio that is a power of two or 1 divided by a whole number");
}

GroupFix fixed(const Stage& stage, BlockType block, const std::string& where)
{
    GroupFix fix{stage, stage};
    if (!hasBottleneck(block)) return fix;
    if (block == BlockType::R) {
        fix.after.groupWidth = bottleneckWidth(stage, block);
        return fix;
    }
    const CompatibleWidths widths =
        compatibleWidths(stage.width, multiplierOf(stage.bottleneckRatio), stage.groupWidth);
    if (!widths.isCompatible) throwIncompatible(stage, where);
    fix.after.width = widths.width;
    fix.after.groupWidth = widths.groupWidth;
    return fix;
}

/// One value for ratios that mean the same multiplier (0.3333333333 and 1/3), so that networks compare equal.
double canonicalRatio(double ratio)
{
    const double multiplier = multiplierOf(ratio);
    if (multiplier >= 1) return 1 / multiplier;
    const double whole = std::nearbyint(1 / multiplier);
    return multiplier == 1 / whole ? whole : ratio;
}

} // namespace

bool hasBottleneck(BlockType block)
{
    switch (block) {
    case BlockType::X:
    case BlockType::R:
    case BlockType::ResBottleneckLinear:
        return true;
    case BlockType::V:
    case BlockType::VR:
    case BlockType::Vanilla:
    case BlockType::ResBasic:
        break;
    }
    return false;
}

std::string_view nameOf(BlockType block)
{
    switch (block) {
    case BlockType::X:
        return "X";
    case BlockType::R:
        return "R";
    case BlockType::V:
        return "V";
    case BlockType::VR:
        return "VR";
    case BlockType::Vanilla:
        return "vanilla";
    case BlockType::ResBasic:
        return "res_basic";
    case BlockType::ResBottleneckLinear:
        return "res_bottleneck_linear";
    }
    return "?";
}

std::string_view nameOf(StemType stem)
{
    switch (stem) {
    case StemType::SimpleStemIn:
        return "simple_stem_in";
    case StemType::ResStemIn:
        return "res_stem_in";
    case StemType::ResStemCifar:
        return "res_stem_cifar";
    }
    return "?";
}

std::string_view nameOf(Activation activation)
{
    return activation == Activation::Relu ? "relu" : "silu";
}

std::vector<Problem> check(const NetworkSpec& spec)
{
    std::vector<Problem> problems;
    if (spec.regnet)
        checkRegnet(problems, spec);
    else
        checkStages(problems, spec);
    checkSize(problems, "stem.width", spec.stem.width, 1, "channels");
    checkSize(problems, "head.width", spec.head.width, 0, "channels");
    checkSize(problems, "head.classes", spec.head.classes, 1, "classes");
    checkSize(problems, "resolution", spec.resolution, 1, "pixels");
    if (!(spec.seRatio >= 0) || std::isinf(spec.seRatio))
        problems.push_back(
            {ProblemKind::BadInput, "se_ratio", "is " + shortest(spec.seRatio), "a number of at least 0"});
    return problems;
}

std::vector<Stage> requestedStages(const NetworkSpec& spec)
{
    if (!spec.regnet) return spec.stages;
    const RegnetParameters& regnet = *spec.regnet;
    const Quantisation quantised = quantiseField(regnet.line);
    std::vector<Stage> stages(quantised.widths.size());
    for (std::size_t i = 0; i < stages.size(); ++i)
        stages[i] = {quantised.widths[i], quantised.depths[i], regnet.stride, regnet.bottleneckRatio,
                     regnet.groupWidth};
    return stages;
}

GroupFix makeCompatible(const Stage& stage, BlockType block)
{
    return fixed(stage, block, {});
}

std::vector<GroupFix> groupFixes(const NetworkSpec& spec)
{
    const BlockType rule = spec.regnet && adjustsLine(spec.block) ? BlockType::X : spec.block;
    std::vector<GroupFix> fixes;
    const std::vector<Stage> stages = requestedStages(spec);
    fixes.reserve(stages.size());
    for (std::size_t i = 0; i < stages.size(); ++i)
        fixes.push_back(fixed(stages[i], rule, fieldOf(spec, i)));
    return fixes;
}

Network realise(const NetworkSpec& spec)
{
    if (const auto problems = check(spec); !problems.empty()) throw Error(problems.front());
    Network network{spec.stem, spec.block, {}, 0, spec.head, spec.resolution, spec.activation};
    for (const GroupFix& fix : groupFixes(spec)) {
        Stage stage = fix.after;
        stage.bottleneckRatio = canonicalRatio(stage.bottleneckRatio);
        if (!hasBottleneck(spec.block)) {
            stage.bottleneckRatio = Stage{}.bottleneckRatio;
            stage.groupWidth = Stage{}.groupWidth;
        }
        network.stages.push_back(stage);
    }
    if (hasBottleneck(spec.block)) network.seRatio = effectiveSeRatio(network, spec.seRatio);
    return network;
}

double effectiveSeRatio(const Network& network, double ratio)
{
    std::int64_t widest = network.stem.width; // of what goes into a block
    for (const Stage& stage : network.stages)
        if (stage.depth > 1 || &stage != &network.stages.back()) widest = std::max(widest, stage.width);
    return std::nearbyint(static_cast<double>(widest) * ratio) >= 1 ? ratio : 0;
}

std::int64_t bottleneckWidth(const Stage& stage, BlockType block)
{
    if (!hasBottleneck(block)) return stage.width;
    const double exact = static_cast<double>(stage.width) * multiplierOf(stage.bottleneckRatio);
    const double rounded = std::nearbyint(exact);
    if (!(rounded <= static_cast<double>(largestSize)))
        throwBadInput("bottleneck_ratio", "makes a bottleneck of " + shortest(exact) + " channels",
                      "at most 2^53 channels");
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(rounded));
}

std::int64_t groups(const Stage& stage, BlockType block)
{
    if (!hasBottleneck(block) || block == BlockType::R) return 1;
    return std::max<std::int64_t>(1, bottleneckWidth(stage, block) /
                                         std::max<std::int64_t>(1, stage.groupWidth));
}

std::int64_t depthOf(const Network& network)
{
    std::int64_t depth = 0;
    for (const Stage& stage : network.stages)
        depth += stage.depth;
    return depth;
}

} // namespace regnet
