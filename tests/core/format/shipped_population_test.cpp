// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/shipped_population.h"

#include "core/format/open_source.h"
#include "core/problem.h"
#include "core/space/built_in_spaces.h"
#include "core/stats/edf.h"
#include "core/stats/line_fits.h"
#include "core/stats/two_sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

using testing::HasSubstr;

TEST(ShippedPopulation, EveryFileIsAPopulationOfEachSpace)
{
    for (const ShippedResults& results : shippedResults()) {
        const std::vector<Population> populations = shippedPopulations("shipped:" + results.name);
        ASSERT_EQ(populations.size(), 5U);
        for (const Population& population : populations) {
            EXPECT_FALSE(population.members.empty()) << population.name;
            EXPECT_FALSE(population.isPublished);
            EXPECT_EQ(population.recipe, populations.front().recipe) << population.name;
            EXPECT_EQ(openSource(population.source).front().members.size(), population.members.size());
            const CountRange flops = builtInSpace(population.name).limits.flops;
            for (const Member& member : population.members) {
                EXPECT_FALSE(stagesOf(member).empty()) << population.name;
                EXPECT_GE(member.properties.at("flops"), static_cast<double>(*flops.low));
                EXPECT_LE(member.properties.at("flops"), static_cast<double>(*flops.high));
            }
        }
    }
}

// What the guide says of them.
TEST(ShippedPopulation, RegNetXIsBetterThanAnyNetXA)
{
    const Edf a(shippedPopulations("shipped:cpu-spaces/AnyNetX_A@cpu").front());
    const Edf x(shippedPopulations("shipped:cpu-spaces/RegNetX@cpu").front());
    const MannWhitney test = mannWhitney(x, a);
    EXPECT_GT(test.superiority, 0.5);
    EXPECT_LT(test.pValue, 0.01);
}

TEST(ShippedPopulation, AnAddressThatIsNoneListsWhatThereIs)
{
    const auto problem = [](const char* address) {
        try {
            openSource(address);
        } catch (const Error& error) {
            return std::string(error.what());
        }
        return std::string("no problem");
    };
    EXPECT_THAT(problem("shipped:none"), HasSubstr("expected shipped: and one of cpu-spaces"));
    EXPECT_THAT(problem("shipped:cpu-spaces/RegNetZ"), HasSubstr("one of AnyNetX_A@cpu, "));
}

} // namespace
} // namespace regnet
