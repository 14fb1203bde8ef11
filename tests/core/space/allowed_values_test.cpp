// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/allowed_values.h"

#include "core/network/published.h"
#include "core/space/built_in_spaces.h"
#include "core/space/membership.h"
#include "core/space/sampler.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace regnet {
namespace {

const AllowedValues& of(const std::vector<AllowedValues>& all, const std::string& parameter)
{
    const auto found = std::ranges::find(all, parameter, &AllowedValues::parameter);
    if (found == all.end()) throw std::out_of_range(parameter);
    return *found;
}

bool holds(const AllowedValues& allowed, double value)
{
    return std::ranges::any_of(allowed.ranges,
                               [&](const auto& run) { return run.first <= value && value <= run.second; });
}

TEST(AllowedValues, AreThoseThatKeepTheLineInTheSpace)
{
    const DesignSpace space = builtInSpace("RegNetX@400MF");
    const NetworkSpec start = sample(space, {.n = 1, .seed = 2}).networks.front().spec;
    const auto all = allowedValues(space, start);
    ASSERT_EQ(all.size(), 6u);
    EXPECT_TRUE(holds(of(all, "depth"), static_cast<double>(start.regnet->line.depth)));
    EXPECT_TRUE(holds(of(all, "wa"), start.regnet->line.wa));
    EXPECT_TRUE(holds(of(all, "wm"), start.regnet->line.wm));
    for (std::int64_t depth = 1; depth < 64; ++depth) {
        NetworkSpec moved = start;
        moved.regnet->line.depth = depth;
        const Cost counted = cost(realise(moved));
        const Quantisation stages = quantise(moved.regnet->line);
        const bool isIn = !stages.skipsLevel() && stages.levels == 4 && counted.flops >= 360'000'000 &&
                          counted.flops <= 400'000'000;
        EXPECT_EQ(holds(of(all, "depth"), static_cast<double>(depth)), isIn) << depth;
    }
}

TEST(AllowedValues, SlopeFollowsW0WhereTheyAreOne)
{
    const DesignSpace space = builtInSpace("RegNetX_w0=wa");
    const NetworkSpec start = sample(space, {.n = 1}).networks.front().spec;
    const auto all = allowedValues(space, start);
    EXPECT_EQ(all.size(), 5u);
    EXPECT_TRUE(holds(of(all, "w0"), start.regnet->line.w0));
}

TEST(AllowedValues, OrdersBoundTheStages)
{
    NetworkSpec spec;
    spec.stages = {{32, 1, 2, 1, 8}, {64, 2, 2, 1, 8}, {128, 4, 2, 1, 8}, {256, 4, 2, 1, 8}};
    const auto all = allowedValues(builtInSpace("AnyNetX_E"), spec);
    EXPECT_EQ(all.size(), 16u);
    using Ranges = std::vector<std::pair<double, double>>;
    EXPECT_EQ(of(all, "width_2").ranges, (Ranges{{32, 128}}));
    EXPECT_EQ(of(all, "depth_2").ranges, (Ranges{{1, 4}}));
    EXPECT_EQ(of(all, "depth_4").ranges, (Ranges{{4, 16}}));
    EXPECT_EQ(of(all, "group_width_1").ranges, (Ranges{{1, 32}})); // moves in all stages
    spec.stages.pop_back();
    EXPECT_TRUE(allowedValues(builtInSpace("AnyNetX_E"), spec).empty());
}

TEST(AllowedValues, OfANetworkOutsideNothingOrTheWayBack)
{
    NetworkSpec spec = publishedModel("RegNetX-400MF").spec;
    spec.regnet->line.depth = 23; // 406 MF: a little too much
    const auto all = allowedValues(builtInSpace("RegNetX@400MF"), spec);
    EXPECT_FALSE(holds(of(all, "depth"), 23));
    EXPECT_TRUE(holds(of(all, "depth"), 22));
    std::stop_source source;
    source.request_stop();
    EXPECT_TRUE(allowedValues(builtInSpace("RegNetX"), spec, source.get_token()).empty());
}

} // namespace
} // namespace regnet
