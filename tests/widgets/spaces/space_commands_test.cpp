// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/space_commands.h"

#include "core/network/published.h"

#include <gmock/gmock.h>

namespace regnet {
namespace {

TEST(SpaceCommands, SampleSaysWhatThePageAsksFor)
{
    SampleOrder order{"RegNetX", "", 50, 7, "X", "/runs.db"};
    EXPECT_EQ(commandOf(order).toStdString(),
              "regnet sample RegNetX --n 50 --seed 7 --store /runs.db --population X");
    order = {"/own spaces/mine.json", "cpu", 8, 1, "unused", {}};
    EXPECT_EQ(commandOf(order).toStdString(), "regnet sample '/own spaces/mine.json@cpu' --n 8 --seed 1");
}

TEST(SpaceCommands, DesignLeavesOutWhatIsUsual)
{
    DesignQuery query;
    query.flops = 400'000'000;
    EXPECT_EQ(commandOf(query, "RegNetX", "").toStdString(),
              "regnet design --space RegNetX --flops 400000000");
    query.tolerance = 0.05;
    query.params.high = 6'000'000;
    query.depth = {12, 20};
    query.mostRunTime = 12.5;
    query.rank = DesignRank::Params;
    EXPECT_EQ(commandOf(query, "RegNetX", "paper").toStdString(),
              "regnet design --space RegNetX --flops 400000000 --tolerance 0.05 --params :6000000 "
              "--depth 12:20 --run-time :12.5 --measurements paper --rank params");
    query.rank = DesignRank::RunTime;
    EXPECT_THAT(commandOf(query, "RegNetX", "paper").toStdString(),
                testing::Not(testing::HasSubstr("--rank")));
}

TEST(SpaceCommands, SurveyAndMembershipNameTheSpaceAsTheCommandLineFindsIt)
{
    EXPECT_EQ(surveyCommand("/own spaces/mine.json").toStdString(),
              "regnet space survey '/own spaces/mine.json'");
    EXPECT_EQ(memberCommand(publishedModel("RegNetX-400MF").spec, "/own spaces/mine.json").toStdString(),
              "regnet space member '/own spaces/mine.json' --d 22 --w0 24 --wa 24.48 --wm 2.54 --g 16");
}

// The FLOPs are the network's: those that are typed play no part.
TEST(SpaceCommands, FewerActivationsNamesTheNetwork)
{
    DesignQuery query;
    query.flops = 1;
    const std::string line =
        fewerActivationsCommand(publishedModel("RegNetX-400MF").spec, query, "RegNetX", "paper")
            .toStdString();
    EXPECT_THAT(line, testing::StartsWith("regnet design --space RegNetX --like '{"));
    EXPECT_THAT(line, testing::HasSubstr("\"depth\":22"));
    EXPECT_THAT(line, testing::EndsWith("--measurements paper --rank activations"));
    EXPECT_THAT(line, testing::Not(testing::HasSubstr("--flops")));
}

} // namespace
} // namespace regnet
