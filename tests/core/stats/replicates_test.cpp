// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/replicates.h"

#include "core/problem.h"
#include "core/space/philox_stream.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace regnet {
namespace {

constexpr double failure = std::numeric_limits<double>::infinity();

Member trained(const std::string& hash, double error)
{
    Member member;
    member.networkHash = hash;
    member.error = error;
    return member;
}

TEST(Replicates, SeedsMeetAtTheNetwork)
{
    Population first;
    first.name = "X";
    first.members = {trained("a", 10), trained("b", 20), trained("a", 10), trained("", 40)};
    Population second;
    second.members = {trained("b", 22), trained("a", 11)};
    second.members.push_back(trained("b", 0));
    second.members.back().state = Member::State::Pending;
    const Replicates replicates = replicatesOf(std::vector<Population>{first, second});
    EXPECT_EQ(replicates.name, "X");
    EXPECT_EQ(replicates.errors, (std::vector<std::vector<double>>{{10, 11}, {20, 22}, {40}}));
    EXPECT_EQ(edfOf(replicates).errors()[0], 10.5);
}

// Analysis of variance by hand and with SciPy 1.17 (chi2.ppf).
TEST(SeedNoise, ThreeNetworksOfUnequalReplicates)
{
    const auto noise = seedNoise({"", {{10, 11, 12}, {20, 21}, {15, 15.5, 16, 14.5}, {99}, {1, failure}}});
    ASSERT_TRUE(noise);
    EXPECT_EQ(noise->networks, 3);
    EXPECT_EQ(noise->trainings, 9);
    EXPECT_NEAR(noise->deviation, 0.7905694150420949, 1e-12);
    EXPECT_NEAR(noise->low, 0.5094377195660772, 1e-9);
    EXPECT_NEAR(noise->high, 1.7408861186973585, 1e-9);
    EXPECT_NEAR(*noise->between, 4.313440532888941, 1e-9);
}

TEST(SeedNoise, NothingToEstimate)
{
    EXPECT_FALSE(seedNoise({}));
    EXPECT_FALSE(seedNoise({"", {{1}, {2}, {failure, 3}}}));
    const auto one = seedNoise({"", {{1, 2}}});
    EXPECT_EQ(one->between, std::nullopt);
    EXPECT_EQ(seedNoise({"", {{5, 5}, {5, 5}}})->deviation, 0);
    EXPECT_EQ(seedNoise({"", {{1, 9}, {2, 8}}})->between, 0.0); // the seeds explain all
    EXPECT_THROW(seedNoise({}, 1), Error);
}

// With ten replicated networks the interval holds the true deviation as often as it says.
TEST(SeedNoise, TheIntervalCoversAsStated)
{
    constexpr int trials = 1500;
    int covered = 0;
    for (int trial = 0; trial < trials; ++trial) {
        PhiloxStream random(51, static_cast<std::uint64_t>(trial));
        Replicates replicates;
        for (int network = 0; network < 10; ++network) {
            const double own = 40 + 10 * random.nextUnit();
            const double size = std::sqrt(-2 * std::log(1 - random.nextUnit()));
            const double angle = 6.283185307179586 * random.nextUnit();
            replicates.errors.push_back(
                {own + 0.5 * size * std::cos(angle), own + 0.5 * size * std::sin(angle)});
        }
        const auto noise = seedNoise(replicates);
        if (noise->low <= 0.5 && noise->high >= 0.5) ++covered;
    }
    EXPECT_NEAR(static_cast<double>(covered) / trials, 0.95, 0.02);
}

TEST(TwoLevel, SeedsWidenTheInterval)
{
    Replicates noisy;
    Replicates calm;
    Replicates other;
    for (int i = 0; i < 30; ++i) {
        const double own = 30 + i * 0.01;
        noisy.errors.push_back({own - 5, own + 5});
        calm.errors.push_back({own, own});
        other.errors.push_back({own + 1});
    }
    const auto width = [&](const Replicates& replicates) {
        const Differences differences = twoLevelDifferences(replicates, other, {0.5}, {.resamples = 500});
        EXPECT_NEAR(*differences.mean.value, -1, 1e-9);
        return *differences.mean.high - *differences.mean.low;
    };
    EXPECT_GT(width(noisy), 5 * width(calm));
}

TEST(TwoLevel, FailedTrainingsAndEmptySides)
{
    const Replicates failed{"", {{failure, failure}, {30, failure}}};
    EXPECT_EQ(edfOf(failed).failed(), 1);
    EXPECT_EQ(edfOf(failed).errors()[0], 30);
    const Replicates fine{"", {{50}}};
    const Differences differences = twoLevelDifferences(failed, fine, {1.0}, {.resamples = 50});
    EXPECT_EQ(differences.mean.value, -20.0);
    EXPECT_EQ(differences.quantiles[0].difference.value, std::nullopt); // on the plateau
    EXPECT_EQ(twoLevelDifferences({}, fine, {0.5}, {.resamples = 50}).mean.low, std::nullopt);
    EXPECT_THROW(twoLevelDifferences(fine, fine, {}, {.resamples = 0}), Error);
}

} // namespace
} // namespace regnet
