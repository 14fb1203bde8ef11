// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/findings.h"

#include "core/format/published_population.h"
#include "core/space/philox_stream.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace regnet {
namespace {

using testing::HasSubstr;

FindingInput paper(const std::string& role, const std::string& address, const std::string& setting = "400MF")
{
    return {role, setting, publishedPopulations(address).front()};
}

const Finding& findingOf(const std::vector<Finding>& all, const std::string& claim)
{
    const auto found = std::ranges::find(all, claim, &Finding::claim);
    if (found == all.end()) throw std::runtime_error("no finding: " + claim);
    return *found;
}

// The paper's claims hold on the paper's own populations, with its numbers.
TEST(Findings, ThePapersOwnPopulations)
{
    const std::vector<FindingInput> inputs{paper("AnyNetX_A", "paper:fig9-left/AnyNetX_A"),
                                           paper("AnyNetX_B", "paper:fig5-left/AnyNetX_B"),
                                           paper("AnyNetX_C", "paper:fig5-middle/AnyNetX_C"),
                                           paper("AnyNetX_D", "paper:fig7-left/AnyNetX_D"),
                                           paper("AnyNetX_E", "paper:fig9-left/AnyNetX_E"),
                                           paper("RegNetX", "paper:fig9-left/RegNetX"),
                                           paper("RegNetX_wm=2", "paper:fig9-middle/RegNetX_wm=2"),
                                           paper("RegNetX_w0=wa", "paper:fig9-middle/RegNetX_w0=wa"),
                                           paper("AnyNetX_C_w_equal", "paper:fig7-left/AnyNetX_C_w_equal")};
    const std::vector<Finding> all = findings(inputs);
    for (const char* claim :
         {"RegNetX is better than AnyNetX_E", "RegNetX is better than AnyNetX_A",
          "AnyNetX_E is better than AnyNetX_A", "AnyNetX_E is better than AnyNetX_D",
          "AnyNetX_D is better than AnyNetX_C", "RegNetX_w0=wa is better than RegNetX",
          "AnyNetX_C is better than AnyNetX_C_w_equal", "AnyNetX_B is as good as AnyNetX_A",
          "AnyNetX_C is as good as AnyNetX_B", "about 32 random networks of RegNetX are enough"})
        EXPECT_EQ(findingOf(all, claim).verdict, Verdict::Holds)
            << claim << ": " << findingOf(all, claim).here << " " << findingOf(all, claim).why;
    EXPECT_THAT(findingOf(all, "RegNetX is better than AnyNetX_E").here,
                HasSubstr("-1.75 in the mean, KS 0.410"));
    EXPECT_THAT(findingOf(all, "AnyNetX_D is better than AnyNetX_C").here,
                HasSubstr("-6.18 in the mean, KS 0.588"));
    // Within noise: 206 and 200 networks do not show that the two are alike, nor that they
    // differ.
    EXPECT_NE(findingOf(all, "RegNetX_wm=2 is as good as RegNetX").verdict, Verdict::DoesNotHold);
}

TEST(Findings, TooFewNetworksCannotBeJudged)
{
    FindingInput a = paper("RegNetX", "paper:fig9-left/RegNetX");
    FindingInput b = paper("AnyNetX_E", "paper:fig9-left/AnyNetX_E");
    a.population.members.resize(3);
    b.population.members.resize(3);
    const std::vector<Finding> all = findings(std::vector{a, b});
    const Finding& finding = findingOf(all, "RegNetX is better than AnyNetX_E");
    EXPECT_EQ(finding.verdict, Verdict::CannotJudge);
    EXPECT_THAT(finding.why, HasSubstr("no difference whatever is significant"));
    EXPECT_EQ(findingOf(all, "about 32 random networks of RegNetX are enough").verdict, Verdict::CannotJudge);
}

TEST(Findings, OnlyWithinASettingAndOnlyWhatCompares)
{
    const FindingInput a = paper("RegNetX", "paper:fig9-left/RegNetX");
    FindingInput b = paper("AnyNetX_E", "paper:fig9-left/AnyNetX_E", "800MF");
    const auto isPair = [](const Finding& finding) {
        return finding.claim == "RegNetX is better than AnyNetX_E";
    };
    EXPECT_TRUE(std::ranges::none_of(findings(std::vector{a, b}), isPair));
    b.setting = a.setting;
    b.population.recipe = "another";
    const std::vector<Finding> all = findings(std::vector{a, b});
    EXPECT_EQ(findingOf(all, "RegNetX is better than AnyNetX_E").verdict, Verdict::CannotJudge);
    EXPECT_THAT(findingOf(all, "RegNetX is better than AnyNetX_E").why,
                HasSubstr("different recipes or data"));
}

TEST(Findings, AClaimThatIsTurnedRoundDoesNotHold)
{
    const std::vector<FindingInput> inputs{paper("AnyNetX_E", "paper:fig9-left/RegNetX"),
                                           paper("RegNetX", "paper:fig9-left/AnyNetX_E")};
    EXPECT_EQ(findingOf(findings(inputs), "RegNetX is better than AnyNetX_E").verdict, Verdict::DoesNotHold);
}

/// RegNetX whose best networks have depth 20 and w_0 in proportion to FLOPs, and whose time follows
/// activations.
FindingInput regnetAt(double flops, std::uint64_t seed)
{
    FindingInput input{"RegNetX", std::to_string(flops), {}};
    PhiloxStream random(seed, 81);
    for (int i = 0; i < 200; ++i) {
        Member member;
        const double depth = 1 + std::floor(63 * random.nextUnit());
        const double w0 = 8 + 248 * random.nextUnit();
        const double wm = 1.5 + 1.5 * random.nextUnit();
        const double b = random.nextUnit() < 0.5 ? 1 : 2;
        member.error = 30 + std::abs(depth - 20) / 5 + std::abs(w0 - flops * 2e-7) / 20 +
                       2 * std::abs(wm - 2.5) + 3 * (b - 1);
        const double activations = 1e6 * (2 + random.nextUnit());
        member.properties = {{"depth", depth},
                             {"w0", w0},
                             {"wm", wm},
                             {"bottleneck_ratio", b},
                             {"flops", flops * (1 + 0.05 * random.nextUnit())},
                             {"activations", activations},
                             {"time", activations * 1e-6 + random.nextUnit()}};
        input.population.members.push_back(member);
    }
    return input;
}

TEST(Findings, TrendsBestValuesAndRunTime)
{
    const std::vector<FindingInput> inputs{regnetAt(2e8, 1), regnetAt(4e8, 2), regnetAt(8e8, 3)};
    const std::vector<Finding> all = findings(inputs);
    EXPECT_EQ(findingOf(all, "the depth of the best is stable across regimes").verdict, Verdict::Holds);
    EXPECT_EQ(findingOf(all, "w_0 of the best grows with FLOPs").verdict, Verdict::Holds);
    EXPECT_EQ(findingOf(all, "activations predict run time better than FLOPs").verdict, Verdict::Holds);
    EXPECT_EQ(findingOf(all, "b = 1 is best in RegNetX").verdict, Verdict::Holds);
    const std::vector<Finding> two = findings(std::span(inputs).first(2));
    EXPECT_EQ(findingOf(two, "the depth of the best is stable across regimes").verdict, Verdict::CannotJudge);
    EXPECT_THAT(findingOf(two, "the depth of the best is stable across regimes").why,
                HasSubstr("in 3 regimes or more"));
}

TEST(Findings, EmptyFailedAndUnknown)
{
    EXPECT_TRUE(findings({}).empty());
    FindingInput a = paper("RegNetX", "paper:fig9-left/RegNetX");
    FindingInput b = a;
    b.role = "AnyNetX_E";
    b.population.members.clear();
    EXPECT_EQ(findingOf(findings(std::vector{a, b}), "RegNetX is better than AnyNetX_E").verdict,
              Verdict::CannotJudge);
    for (Member& member : a.population.members)
        member.state = Member::State::Failed;
    EXPECT_NO_THROW(findings(std::vector{a, b}));
    a.role = "Mine";
    EXPECT_TRUE(findings(std::vector{a}).empty());
    EXPECT_EQ(roleOf("RegNetX@cpu"), "RegNetX");
    EXPECT_EQ(roleOf("RegNetX 400MF cpu n=24"), "RegNetX"); // as studies name their populations
}

} // namespace
} // namespace regnet
