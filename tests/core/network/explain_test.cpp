// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/explain.h"

#include "core/network/nearest_valid.h"
#include "core/network/published.h"
#include "core/problem.h"

#include <gmock/gmock.h>

namespace regnet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

NetworkSpec regnetSpec(LinearWidths line, double b = 1, std::int64_t g = 8)
{
    NetworkSpec spec;
    spec.regnet = RegnetParameters{line, b, g, 2};
    return spec;
}

std::vector<RemarkKind> reasons(const Explanation& of)
{
    std::vector<RemarkKind> kinds;
    for (const Remark& remark : of.remarks)
        if (!remark.isNote) kinds.push_back(remark.kind);
    return kinds;
}

TEST(Explain, EveryPublishedModelCostsWhatIsPublishedAndOnlyOneLeavesThePapersRanges)
{
    for (const PublishedModel& model : publishedModels()) {
        const Explanation of = explain(model.spec);
        EXPECT_TRUE(of.isBuilt()) << model.name;
        // w0 = 320, though the paper samples up to 256.
        if (model.name == "RegNetX-32GF")
            EXPECT_THAT(reasons(of), ElementsAre(RemarkKind::OutsidePaper));
        else
            EXPECT_THAT(reasons(of), IsEmpty()) << model.name;
        EXPECT_EQ(of.complexity.total, model.cost) << model.name;
    }
}

TEST(Explain, ASkippedLevelIsNamed)
{
    const Explanation of = explain(regnetSpec({2, 8, 56, 2.0}), 2); // widths 8, 64: k = 0 and 3
    ASSERT_TRUE(of.isBuilt());
    EXPECT_THAT(reasons(of), ElementsAre(RemarkKind::SkippedLevel));
    EXPECT_EQ(of.remarks.front().text, "no block rounds to level k = 1, 2: the line is too steep for wm");
}

TEST(Explain, TheNumberOfStagesIsComparedWithTheWantedOne)
{
    const NetworkSpec spec = regnetSpec({13, 24, 36.44, 2.49}); // RegNetX-200MF, 4 stages
    EXPECT_TRUE(explain(spec, 4).isValid());
    const Explanation of = explain(spec, 3);
    EXPECT_FALSE(of.isValid());
    ASSERT_THAT(reasons(of), ElementsAre(RemarkKind::StageCount));
    EXPECT_EQ(of.remarks.front().text, "4 stages, not the 3 wanted");
}

TEST(Explain, ThePapersRangesAreInclusiveWhereThePaperSays)
{
    EXPECT_THAT(reasons(explain(regnetSpec({63, 256, 0, 1.5}), 1)), IsEmpty());
    EXPECT_THAT(reasons(explain(regnetSpec({64, 264, 0, 3.01}), 1)),
                ElementsAre(RemarkKind::OutsidePaper, RemarkKind::OutsidePaper, RemarkKind::OutsidePaper));
}

TEST(Explain, AGroupFixSaysFromWhatToWhatAndWhy)
{
    // RegNetX-400MF: quantised widths 24 64 160 400, g = 16; the first stage becomes 32.
    const Explanation of = explain(publishedModel("RegNetX-400MF").spec);
    ASSERT_EQ(of.fixes.size(), 4U);
    EXPECT_EQ(reasonOf(of.fixes[0], BlockType::X), "width 24 → 32: 24 is no multiple of g = 16");
    EXPECT_EQ(reasonOf(of.fixes[1], BlockType::X), "");
    EXPECT_TRUE(of.isValid()); // a fix is no reason against a network
}

TEST(Explain, AWrongFieldGivesAProblemAndNoNetwork)
{
    const Explanation of = explain(regnetSpec({13, 20, 36.44, 2.49}));
    EXPECT_FALSE(of.isBuilt());
    ASSERT_EQ(of.problems.size(), 1U);
    EXPECT_THAT(of.problems.front().where, testing::EndsWith("w0"));
}

TEST(Explain, IncompatibleGroupsAreAProblemNotACrash)
{
    const Explanation of = explain(regnetSpec({13, 24, 36.44, 2.49}, 1 / 0.3, 24));
    EXPECT_FALSE(of.isBuilt());
    EXPECT_FALSE(of.problems.empty());
}

TEST(NearestValid, AValidSettingIsItsOwnAnswer)
{
    const RegnetParameters x400 = *publishedModel("RegNetX-400MF").spec.regnet;
    EXPECT_EQ(nearestValid(x400, BlockType::X, 4), x400);
}

TEST(NearestValid, ChangesOneParameterWhereOneIsEnough)
{
    RegnetParameters wanted = *publishedModel("RegNetX-400MF").spec.regnet;
    wanted.line.depth = 8; // three stages
    ASSERT_EQ(quantise(wanted.line).widths.size(), 3U);
    const auto nearest = nearestValid(wanted, BlockType::X, 4);
    ASSERT_TRUE(nearest);
    const LinearWidths& line = nearest->line;
    EXPECT_EQ((line.depth != wanted.line.depth) + (line.w0 != wanted.line.w0) + (line.wa != wanted.line.wa) +
                  (line.wm != wanted.line.wm),
              1);
    NetworkSpec spec;
    spec.regnet = *nearest;
    EXPECT_TRUE(explain(spec, 4).isValid());
}

TEST(NearestValid, AnswersEveryWantedNumberOfStagesFromBadSettings)
{
    const RegnetParameters settings[] = {
        {{1, 20, 0, 1.2}, 0.3, 0, 2},      // everything wrong at once
        {{1000, 5000, 300, 9}, 3.7, 48, 2} // far outside
    };
    for (const RegnetParameters& from : settings)
        for (std::int64_t stages = 1; stages <= 8; ++stages) {
            const auto nearest = nearestValid(from, BlockType::X, stages);
            ASSERT_TRUE(nearest) << stages;
            NetworkSpec spec;
            spec.regnet = *nearest;
            EXPECT_TRUE(explain(spec, stages).isValid()) << stages;
        }
}

} // namespace
} // namespace regnet
