// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/edf.h"

#include "core/problem.h"
#include "core/space/philox_stream.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace regnet {
namespace {

using testing::ElementsAre;

TEST(Edf, StepsAreKOverN)
{
    const Edf edf({30, 10, 40, 20}, 0);
    EXPECT_THAT(edf.steps(),
                ElementsAre(EdfStep{10, 0.25}, EdfStep{20, 0.5}, EdfStep{30, 0.75}, EdfStep{40, 1.0}));
    EXPECT_DOUBLE_EQ(edf.at(9.99), 0.0);
    EXPECT_DOUBLE_EQ(edf.at(10), 0.25); // at most e, not below e
    EXPECT_DOUBLE_EQ(edf.at(29.99), 0.5);
    EXPECT_DOUBLE_EQ(edf.at(1e9), 1.0);
}

TEST(Edf, FailedNetworksKeepTheCurveBelowOne)
{
    const Edf edf({30.0, 40.0}, 2);
    EXPECT_EQ(edf.size(), 4);
    EXPECT_DOUBLE_EQ(edf.at(50.0), 0.5);
    EXPECT_DOUBLE_EQ(edf.at(std::numeric_limits<double>::max()), 0.5);
    EXPECT_EQ(edf.quantile(0.5), 40.0);
    EXPECT_EQ(edf.quantile(0.51), std::nullopt); // on the plateau
    EXPECT_EQ(edf.mean(), 35.0);                 // of finished networks
}

TEST(Edf, AnErrorThatIsNoNumberIsAFailure)
{
    const Edf edf({30.0, std::nan(""), std::numeric_limits<double>::infinity()}, 1);
    EXPECT_EQ(edf.failed(), 3);
    EXPECT_EQ(edf.size(), 4);
    EXPECT_DOUBLE_EQ(edf.at(30), 0.25);
}

TEST(Edf, PendingNetworksAreNotInN)
{
    Population population;
    population.members.resize(3);
    population.members[0].error = 20;
    population.members[1].state = Member::State::Failed;
    population.members[2].state = Member::State::Pending;
    const Edf edf(population);
    EXPECT_EQ(edf.size(), 2);
    EXPECT_EQ(edf.failed(), 1);
    EXPECT_EQ(edf.pending(), 1);
    EXPECT_DOUBLE_EQ(edf.at(20), 0.5);
}

TEST(Edf, NoNetworksGiveACurveThatIsZero)
{
    const Edf edf({}, 0);
    EXPECT_EQ(edf.size(), 0);
    EXPECT_DOUBLE_EQ(edf.at(50), 0);
    EXPECT_EQ(edf.min(), std::nullopt);
    EXPECT_EQ(edf.mean(), std::nullopt);
    EXPECT_EQ(edf.quantile(0.5), std::nullopt);
    EXPECT_TRUE(edf.steps().empty());
}

TEST(Edf, OneNetworkIsEveryQuantile)
{
    const Edf edf({12.5}, 0);
    EXPECT_EQ(edf.quantile(0), 12.5);
    EXPECT_EQ(edf.quantile(0.01), 12.5);
    EXPECT_EQ(edf.quantile(1), 12.5);
    EXPECT_EQ(edf.quantile(1.01), std::nullopt);
    EXPECT_EQ(edf.quantile(std::nan("")), std::nullopt);
}

TEST(Edf, TwoNetworksShareTheMedianWithTheBetterOne)
{
    const Edf edf({20, 10}, 0);
    EXPECT_EQ(edf.quantile(0.5), 10.0);
    EXPECT_EQ(edf.quantile(0.500001), 20.0);
}

TEST(Edf, ANetworkDrawnTwiceCountsTwice)
{
    const Edf edf({10, 10, 20}, 0);
    EXPECT_DOUBLE_EQ(edf.at(10), 2.0 / 3);
    EXPECT_THAT(edf.steps(), ElementsAre(EdfStep{10, 1.0 / 3}, EdfStep{10, 2.0 / 3}, EdfStep{20, 1.0}));
}

TEST(Edf, AllFailedIsAFlatCurve)
{
    const Edf edf({}, 7);
    EXPECT_DOUBLE_EQ(edf.at(100), 0);
    EXPECT_EQ(edf.quantile(0.1), std::nullopt);
}

// 0.07 * 100 is 7.000000000000001 in doubles; the 7 % quantile of 100 is still the 7th value.
TEST(Edf, QuantilesDoNotSlipByRounding)
{
    std::vector<double> errors;
    for (int i = 1; i <= 100; ++i)
        errors.push_back(i);
    const Edf edf(errors, 0);
    for (int k = 1; k <= 100; ++k)
        EXPECT_EQ(edf.quantile(k / 100.0), k) << k;
}

TEST(Edf, ANegativeCountOfFailuresIsRefused)
{
    EXPECT_THROW(Edf({1.0}, -1), Error);
}

// Two further conventions, as NDS's notebooks draw them, on request and named.
TEST(Edf, OtherConventionsAreNamed)
{
    const Edf edf({10, 20, 30}, 1);
    EXPECT_THAT(edf.steps(EdfConvention::ShareBelow),
                ElementsAre(EdfStep{10, 0}, EdfStep{20, 0.25}, EdfStep{30, 0.5}));
    EXPECT_THAT(edf.steps(EdfConvention::FullRange),
                ElementsAre(EdfStep{10, 0}, EdfStep{20, 1.0 / 3}, EdfStep{30, 2.0 / 3}));
    EXPECT_THAT(Edf({10}, 0).steps(EdfConvention::FullRange), ElementsAre(EdfStep{10, 0}));
    EXPECT_EQ(edfConventionOf("k/n"), EdfConvention::Share);
    EXPECT_EQ(edfConventionOf("(k-1)/(n-1)"), EdfConvention::FullRange);
    EXPECT_EQ(edfConventionOf("n/k"), std::nullopt);
}

TEST(Edf, NeverFallsAndInvertsItsQuantiles)
{
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        PhiloxStream random(seed, 2);
        std::vector<double> errors;
        const auto n = static_cast<int>(random.nextUnit() * 60);
        for (int i = 0; i < n; ++i)
            errors.push_back(std::floor(random.nextUnit() * 30)); // many ties
        const Edf edf(errors, static_cast<std::int64_t>(random.nextUnit() * 5));
        double before = 0;
        for (double error = -1; error <= 31; error += 0.5) {
            const double here = edf.at(error);
            EXPECT_GE(here, before);
            EXPECT_LE(here, 1);
            before = here;
        }
        for (double p = 0.05; p < 1; p += 0.05)
            if (const auto quantile = edf.quantile(p)) {
                EXPECT_GE(edf.at(*quantile), p);
                EXPECT_LT(edf.at(*quantile - 0.25), p);
            } else {
                EXPECT_LT(edf.at(1e9), p);
            }
    }
}

TEST(Edf, AMillionErrors)
{
    PhiloxStream random(9, 0);
    std::vector<double> errors(1'000'000);
    std::ranges::generate(errors, [&] { return std::floor(random.nextUnit() * 50'000) * 0.002; });
    const Edf edf(errors, 0);
    EXPECT_TRUE(std::ranges::is_sorted(edf.errors()));
    EXPECT_NEAR(*edf.quantile(0.5), 50, 0.2);
    EXPECT_EQ(edf.steps().back().probability, 1.0);
}

TEST(DkwBand, HalfWidthsOfTheTable)
{
    EXPECT_NEAR(dkwHalfWidth(32), 0.2401, 5e-5);
    EXPECT_NEAR(dkwHalfWidth(100), 0.1358, 5e-5);
    EXPECT_NEAR(dkwHalfWidth(500), 0.0607, 5e-5);
    EXPECT_NEAR(dkwHalfWidth(100, 0.99), 0.1628, 5e-5);
    EXPECT_EQ(dkwHalfWidth(0), 1);
    EXPECT_EQ(dkwHalfWidth(1), 1); // 1.36 would be no probability
    EXPECT_THROW(dkwHalfWidth(10, 1.0), Error);
    EXPECT_THROW(dkwHalfWidth(10, 0), Error);
}

} // namespace
} // namespace regnet
