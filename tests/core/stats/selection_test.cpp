// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/selection.h"

#include "core/format/open_source.h"
#include "core/problem.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

namespace regnet {
namespace {

TEST(PropertyRange, Texts)
{
    EXPECT_EQ(propertyRangeFrom("depth=12:28"), (PropertyRange{"depth", 12, 28}));
    EXPECT_EQ(propertyRangeFrom("flops=:400e6"), (PropertyRange{"flops", std::nullopt, 400e6}));
    EXPECT_EQ(propertyRangeFrom("b=1"), (PropertyRange{"b", 1, 1}));
    EXPECT_EQ(describe({"depth", 12, 28}), "12 <= depth <= 28");
    EXPECT_EQ(describe({"depth", std::nullopt, 28}), "depth <= 28");
    EXPECT_EQ(describe({"b", 1, 1}), "b = 1");
    for (const char* bad : {"", "depth", "=3", "depth=", "depth=a", "depth=3:1", "depth=nan", "depth=1:2:3"})
        EXPECT_THROW(propertyRangeFrom(bad), Error) << bad;
}

// apply_filters_kept of statistics.json: how many of the sweep pycls keeps within the ranges of its seed 0.
TEST(Select, KeepsWhatPyclsKeeps)
{
    std::ifstream file(REGNET_TEST_DATA "/pycls/statistics.json");
    const nlohmann::json reference = nlohmann::json::parse(file);
    const Population sweep = openSource(REGNET_TEST_DATA "/pycls/sweep.json").front();
    const nlohmann::json& ranges = reference.at("bootstrap").at("runs").at("seed0_default");
    const auto rangeOf = [&](const char* name, double unit) {
        const nlohmann::json& range = ranges.at(name);
        return PropertyRange{name, std::round(range[0].get<double>() * unit * 1000) / 1000,
                             std::round(range[2].get<double>() * unit * 1000) / 1000};
    };
    const PropertyRange depth = rangeOf("regnet_depth", 1);
    const PropertyRange flops = rangeOf("flops", 1e9); // pycls counts in 10^9
    const nlohmann::json& kept = reference.at("apply_filters_kept");
    const auto count = [&](std::vector<PropertyRange> filters) {
        std::int64_t finished = 0;
        for (const Member& member : select(sweep, filters).members)
            if (member.state == Member::State::Finished) ++finished;
        return finished;
    };
    EXPECT_EQ(count({depth}), kept.at("regnet_depth"));
    EXPECT_EQ(count({flops}), kept.at("flops"));
    EXPECT_EQ(count({depth, flops}), kept.at("regnet_depth+flops"));
}

Population threeDepths()
{
    Population population;
    population.name = "P";
    for (const double depth : {12.0, 12.0, 20.0, 28.0}) {
        Member member;
        member.properties["depth"] = depth;
        population.members.push_back(member);
    }
    population.members.emplace_back(); // without one
    return population;
}

TEST(Split, ByValueAndByEdges)
{
    const auto byValue = split(threeDepths(), "depth");
    ASSERT_EQ(byValue.size(), 3u);
    EXPECT_EQ(byValue[0].name, "P, depth = 12");
    EXPECT_EQ(byValue[0].members.size(), 2u);
    const auto byEdges = split(threeDepths(), "depth", std::vector<double>{12, 24});
    ASSERT_EQ(byEdges.size(), 3u);
    EXPECT_EQ(byEdges[0].name, "P, depth <= 12");
    EXPECT_EQ(byEdges[1].name, "P, 12 < depth <= 24");
    EXPECT_EQ(byEdges[2].name, "P, 24 < depth");
    EXPECT_EQ(byEdges[1].members.size(), 1u);
}

TEST(Split, RefusesWhatCannotBeRead)
{
    EXPECT_THROW(split(threeDepths(), "depth", {}, 2), Error);
    EXPECT_THROW(split(threeDepths(), "depth", std::vector<double>{3, 3}), Error);
    EXPECT_THROW(split(threeDepths(), "depth", std::vector<double>{std::nan(""), 3}), Error);
    EXPECT_TRUE(split(threeDepths(), "width").empty());
}

} // namespace
} // namespace regnet
