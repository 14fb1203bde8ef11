// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/survey.h"

#include "core/space/built_in_spaces.h"
#include "core/space/space_size.h"
#include "tests/core/network/reference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace regnet {
namespace {

// Clopper-Pearson against values of the defining equations, worked out by hand for the ends.
TEST(Survey, TheIntervalOfAShare)
{
    EXPECT_DOUBLE_EQ(shareInterval(0, 10).low, 0);
    EXPECT_NEAR(shareInterval(0, 10).high, 1 - std::pow(0.025, 0.1), 1e-12);
    EXPECT_NEAR(shareInterval(10, 10).low, std::pow(0.025, 0.1), 1e-12);
    EXPECT_DOUBLE_EQ(shareInterval(10, 10).high, 1);
    // 5 of 10 by the tables: 0.1871 to 0.8129.
    EXPECT_NEAR(shareInterval(5, 10).low, 0.1871, 5e-5);
    EXPECT_NEAR(shareInterval(5, 10).high, 0.8129, 5e-5);
    EXPECT_DOUBLE_EQ(shareInterval(0, 0).low, 0);
    EXPECT_DOUBLE_EQ(shareInterval(0, 0).high, 1);
}

// What pycls counted on 20,000 candidates, against ours on 200,000 with other random numbers: chi-square of
// a table of two rows, three columns; 99.9 % point with two degrees of freedom.
TEST(Survey, RejectionsOfTheCifarSweepAsPyclsCountedThem)
{
    const auto& peer = pyclsReference("sampler");
    const std::array theirs{peer.at("rejections").at("regnet_stages").get<double>(),
                            peer.at("rejections").at("complexity").get<double>(),
                            peer.at("accepted").get<double>()};
    const Survey seen = survey(builtInSpace("cifar_regnet"), 200'000, 7);
    const auto of = [&](Rejection r) {
        return static_cast<double>(seen.rejections[static_cast<std::size_t>(r)]);
    };
    const double stages = of(Rejection::SkippedLevel) + of(Rejection::StageCount);
    const auto accepted = static_cast<double>(seen.accepted);
    const std::array ours{stages, 200'000 - stages - accepted, accepted};
    double chi = 0;
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const double pooled = (ours[i] + theirs[i]) / 220'000;
        chi += std::pow(ours[i] - pooled * 200'000, 2) / (pooled * 200'000);
        chi += std::pow(theirs[i] - pooled * 20'000, 2) / (pooled * 20'000);
    }
    EXPECT_LT(chi, 13.8);
    EXPECT_LT(seen.acceptanceInterval().low, 0.0029);
    EXPECT_NEAR(seen.acceptance(), 0.0029, 0.0008); // three standard errors of their 58
}

TEST(Survey, HistogramsCountWhatIsAccepted)
{
    const Survey seen = survey(builtInSpace("RegNetX"), 20'000, 3);
    ASSERT_EQ(seen.histograms.size(), 7u);
    for (const ParameterHistogram& histogram : seen.histograms) {
        EXPECT_EQ(std::accumulate(histogram.accepted.begin(), histogram.accepted.end(), std::int64_t{0}),
                  seen.accepted)
            << histogram.parameter;
        EXPECT_NEAR(std::accumulate(histogram.share.begin(), histogram.share.end(), 0.0), 1, 1e-9);
        EXPECT_LE(histogram.low.size(), 64u);
    }
    EXPECT_EQ(seen.histograms[1].parameter, "w0");
    EXPECT_EQ(seen.histograms[1].low.size(), 31u); // 8, 16, ..., 248
    EXPECT_EQ(seen.histograms[2].low.size(), 64u); // 2,480 values of wa in bins
    std::int64_t rejected = 0;
    for (const std::int64_t count : seen.rejections)
        rejected += count;
    EXPECT_EQ(rejected + seen.accepted, 20'000);
}

// Without limits nothing is rejected, and each stage's parameters follow the distributions of Table 1's grid.
TEST(Survey, AnyNetsFollowTheClosedForms)
{
    constexpr int draws = 100'000;
    const Survey seen = survey(builtInSpace("AnyNetX_A"), draws, 11);
    EXPECT_EQ(seen.accepted, draws);
    for (const ParameterHistogram& histogram : seen.histograms) {
        double chi = 0;
        for (std::size_t i = 0; i < histogram.share.size(); ++i)
            chi += std::pow(static_cast<double>(histogram.accepted[i]) - draws * histogram.share[i], 2) /
                   (draws * histogram.share[i]);
        EXPECT_LT(chi, histogram.share.size() == 1 ? 1e-9 : 103.4) // 99.9 % point, 63 degrees of freedom
            << histogram.parameter;
    }
}

TEST(Survey, ACandidateCanBeHadAgain)
{
    Surveyor surveyor(builtInSpace("RegNetX@400MF"), 5, 10);
    while (surveyor.survey().accepts.size() < 3)
        surveyor.draw(1000);
    for (const SurveyPoint& point : surveyor.survey().accepts) {
        const Candidate again = candidateAt(builtInSpace("RegNetX@400MF"), 5, point.index);
        EXPECT_FALSE(again.rejection);
        EXPECT_EQ(again.drawn.cost, point.cost);
        EXPECT_EQ(depthOf(again.drawn.network), point.depth);
    }
    EXPECT_EQ(surveyor.survey().rejects.size(), 10u);
}

TEST(Survey, GoesOnWhereItStoppedAndStops)
{
    Surveyor surveyor(builtInSpace("RegNetX"), 1);
    surveyor.draw(700);
    surveyor.draw(300);
    EXPECT_EQ(surveyor.survey().accepted, survey(builtInSpace("RegNetX"), 1000, 1).accepted);
    std::stop_source source;
    source.request_stop();
    EXPECT_EQ(survey(builtInSpace("RegNetX"), 1000, 1, source.get_token()).candidates, 0);
}

/// Settings of a small space that meet its rules and limits, one by one.
std::int64_t countByHand(const DesignSpace& space)
{
    const auto& line = std::get<RegnetShape>(space.shape);
    const auto values = [](const Distribution& d) {
        const DiscreteDistribution table(d);
        return table.values();
    };
    const Sampler sampler(space);
    const auto draft = std::make_unique<Draft>();
    std::int64_t count = 0;
    for (const double d : values(line.depth))
        for (const double w0 : values(line.w0))
            for (const double wa : values(line.wa))
                for (const double wm : values(line.wm)) {
                    draft->regnet.line = {static_cast<std::int64_t>(d), w0, wa, wm};
                    draft->regnet.groupWidth = 8;
                    count += sampler.judge(*draft) ? 0 : 1;
                }
    return count;
}

TEST(Survey, TheEstimatedSizeHoldsTheTrueOne)
{
    DesignSpace space = builtInSpace("RegNetX");
    auto& line = std::get<RegnetShape>(space.shape);
    line.depth = uniform(8, 24, 1);
    line.wa = logUniform(8, 64, 4); // log-uniform: settings are nevertheless counted alike
    line.wm = logUniform(2, 3, 0.1);
    line.bottleneckRatio = fixedAt(1);
    line.groupWidth = fixedAt(8);
    space.limits.flops.high = 1'000'000'000;
    const std::int64_t truth = countByHand(space);
    ASSERT_GT(truth, 1000);
    const SizeEstimate estimate = estimateSize(space, 100'000, 1);
    EXPECT_FALSE(estimate.isExact);
    EXPECT_EQ(estimate.settings, settingsOf(space));
    EXPECT_LE(estimate.interval.low, static_cast<double>(truth));
    EXPECT_GE(estimate.interval.high, static_cast<double>(truth));
    EXPECT_LT(estimate.interval.high / estimate.interval.low, 1.1);
    const SizeEstimate all = estimateSize(builtInSpace("AnyNetX_A"), 1000);
    EXPECT_TRUE(all.isExact);
    EXPECT_EQ(all.settings, "1846757322198614016");
}

TEST(Survey, ASizeBeyondDoublesHasAShareOnly)
{
    DesignSpace space = builtInSpace("AnyNetX_A");
    auto& shape = std::get<AnyNetShape>(space.shape);
    shape.stages = 64;
    shape.depth = uniform(1, 8, 1);
    shape.width = uniform(8, 262'144, 8); // 32,768^64 widths alone
    space.limits.params.high = 1;
    const SizeEstimate none = estimateSize(space, 500);
    EXPECT_GT(none.settings.size(), 308U);
    EXPECT_EQ(none.size, 0);
    EXPECT_TRUE(std::isinf(none.interval.high));
}

} // namespace
} // namespace regnet
