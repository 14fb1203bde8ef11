// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/explain.h"

#include "core/problem.h"
#include "core/text/readable.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace regnet {
namespace {

/// "1 stage", "4 stages".
std::string stagesText(std::int64_t count)
{
    return fmt::format("{} stage{}", count, count == 1 ? "" : "s");
}

void remarkLevels(const Explanation& of, std::vector<Remark>& remarks)
{
    if (!of.quantised.skipsLevel()) return;
    std::set<std::int64_t> used;
    for (const BlockDerivation& block : of.derivation)
        used.insert(block.k);
    std::string missing;
    for (std::int64_t k = 0; k < of.quantised.levels && missing.size() < 40; ++k)
        if (!used.contains(k)) missing += (missing.empty() ? "" : ", ") + std::to_string(k);
    if (!missing.empty())
        remarks.push_back(
            {RemarkKind::SkippedLevel, false, "wm",
             fmt::format("no block rounds to level k = {}: the line is too steep for wm", missing)});
    if (used.size() > of.quantised.widths.size())
        remarks.push_back({RemarkKind::MergedLevels, false, "wm",
                           "two levels round to the same multiple of 8: wm is too small for w0"});
}

void remarkRanges(const RegnetParameters& regnet, std::vector<Remark>& remarks)
{
    const LinearWidths& line = regnet.line;
    const auto outside = [&remarks](bool isOutside, const char* field, std::string text) {
        if (isOutside) remarks.push_back({RemarkKind::OutsidePaper, false, field, std::move(text)});
    };
    outside(line.depth > PaperRanges::maxDepth, "depth",
            fmt::format("d = {} is outside the paper's d < 64", line.depth));
    outside(line.w0 > PaperRanges::maxW0, "w0",
            fmt::format("w0 = {} is outside the paper's 8 to 256", shortest(line.w0)));
    outside(line.wa > PaperRanges::maxWa, "wa",
            fmt::format("wa = {} is outside the paper's 0 to 256", shortest(line.wa)));
    outside(line.wm < PaperRanges::minWm || line.wm > PaperRanges::maxWm, "wm",
            fmt::format("wm = {} is outside the paper's 1.5 to 3", shortest(line.wm)));
}

void noteBottleneckAndGroups(const RegnetParameters& regnet, std::vector<Remark>& remarks)
{
    const double b = regnet.bottleneckRatio;
    if (b != 1 && b != 2 && b != 4)
        remarks.push_back({RemarkKind::OutsidePaper, true, "bottleneck_ratio",
                           fmt::format("b = {} is not one of the paper's 1, 2, 4", shortest(b))});
    if (regnet.groupWidth > PaperRanges::maxGroupWidth)
        remarks.push_back(
            {RemarkKind::OutsidePaper, true, "group_width",
             fmt::format("g = {} is above the 32 of the paper's small regimes; its large models "
                         "go up to 232",
                         regnet.groupWidth)});
}

void noteGroupFixes(const Explanation& of, std::vector<Remark>& remarks)
{
    for (std::size_t i = 0; i < of.fixes.size(); ++i) {
        const std::string reason = reasonOf(of.fixes[i], of.spec.block);
        if (!reason.empty())
            remarks.push_back(
                {RemarkKind::GroupFix, true, "group_width", fmt::format("stage {}: {}", i + 1, reason)});
    }
}

std::vector<Remark> remarksOn(const Explanation& of)
{
    std::vector<Remark> remarks;
    if (of.spec.regnet) {
        remarkLevels(of, remarks);
        remarkRanges(*of.spec.regnet, remarks);
    }
    const auto stages = static_cast<std::int64_t>(of.network->stages.size());
    if (stages != of.wantedStages)
        remarks.push_back({RemarkKind::StageCount, false, "",
                           fmt::format("{}, not the {} wanted", stagesText(stages), of.wantedStages)});
    if (of.spec.regnet && hasBottleneck(of.spec.block)) noteBottleneckAndGroups(*of.spec.regnet, remarks);
    noteGroupFixes(of, remarks);
    return remarks;
}

} // namespace

bool Explanation::isValid() const
{
    return isBuilt() && std::all_of(remarks.begin(), remarks.end(), [](const Remark& r) { return r.isNote; });
}

std::string reasonOf(const GroupFix& fix, BlockType block)
{
    if (!fix.changedWidth() && !fix.changedGroupWidth()) return {};
    const Stage& before = fix.before;
    const Stage& after = fix.after;
    if (block == BlockType::R && !fix.changedWidth()) return {}; // one group by definition
    if (fix.changedGroupWidth() && !fix.changedWidth())
        return fmt::format("g {} → {}: a group cannot be wider than the bottleneck of {}", before.groupWidth,
                           after.groupWidth, bottleneckWidth(after, block));
    const std::string bottleneck = (before.bottleneckRatio == 1 ? "" : "the bottleneck of ") +
                                   std::to_string(bottleneckWidth(before, block));
    std::string text = fmt::format("width {} → {}: {} is no multiple of g = {}", before.width, after.width,
                                   bottleneck, after.groupWidth);
    if (after.bottleneckRatio < 1)
        text += fmt::format(" and of 1/b = {}", shortest(1 / after.bottleneckRatio));
    if (fix.changedGroupWidth())
        text += fmt::format(" (g {} → {}, the width of the bottleneck)", before.groupWidth, after.groupWidth);
    return text;
}

Explanation explain(const NetworkSpec& spec, std::int64_t wantedStages)
{
    Explanation of;
    of.spec = spec;
    of.wantedStages = wantedStages;
    try {
        if (spec.regnet && check(spec.regnet->line).empty()) {
            of.derivation = derive(spec.regnet->line);
            of.quantised = quantise(spec.regnet->line);
        }
        of.problems = check(spec);
        if (!of.problems.empty()) return of;
        of.fixes = groupFixes(spec);
        Network network = realise(spec);
        of.complexity = complexity(network);
        of.network = std::move(network);
        of.remarks = remarksOn(of);
    } catch (const Error& error) {
        of.network.reset();
        of.problems.push_back(error.problem());
    }
    return of;
}

} // namespace regnet
