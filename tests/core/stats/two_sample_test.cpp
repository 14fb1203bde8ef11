// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/two_sample.h"

#include "core/format/published_population.h"
#include "core/problem.h"
#include "core/space/philox_stream.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace regnet {
namespace {

Edf paper(const std::string& address)
{
    return Edf(publishedPopulations(address).front());
}

std::vector<double> line(int count, double start)
{
    std::vector<double> values;
    for (int i = 0; i < count; ++i)
        values.push_back(start + i);
    return values;
}

// Values of this file without another source: SciPy 1.17, ks_2samp and mannwhitneyu.
TEST(KolmogorovSmirnov, SmallSamplesAreExact)
{
    const auto test = kolmogorovSmirnov(Edf({1, 2, 3, 4, 5}, 0), Edf({3.5, 4.5, 5.5, 6.5, 7.5, 8.5}, 0));
    EXPECT_DOUBLE_EQ(test.distance, 2.0 / 3);
    EXPECT_NEAR(test.pValue, 0.10822510822510821, 1e-12);
    EXPECT_EQ(test.method, "exact, given the ties");
}

// 26 of the C(9, 4) = 126 deals of the pooled values have D >= 0.55 (counted one by one).
TEST(KolmogorovSmirnov, TiesAreDealtAsTheyAre)
{
    const auto test = kolmogorovSmirnov(Edf({1, 2, 2, 3}, 0), Edf({2, 3, 3, 4, 5}, 0));
    EXPECT_DOUBLE_EQ(test.distance, 0.55);
    EXPECT_NEAR(test.pValue, 26.0 / 126, 1e-12);
}

TEST(KolmogorovSmirnov, FailuresAreTiesAtInfinity)
{
    const auto finite = kolmogorovSmirnov(Edf({1, 2, 99, 99}, 0), Edf({2, 99, 99}, 0));
    const auto failed = kolmogorovSmirnov(Edf({1, 2}, 2), Edf({2}, 2));
    EXPECT_DOUBLE_EQ(failed.distance, finite.distance);
    EXPECT_DOUBLE_EQ(failed.pValue, finite.pValue);
}

TEST(KolmogorovSmirnov, EqualSamplesAndEmptyOnes)
{
    EXPECT_EQ(kolmogorovSmirnov(Edf({1, 2}, 0), Edf({1, 2}, 0)).pValue, 1);
    EXPECT_EQ(kolmogorovSmirnov(Edf({1, 2}, 0), Edf({}, 0)).pValue, 1);
    EXPECT_EQ(kolmogorovSmirnov(Edf({}, 0), Edf({}, 0)).distance, 0);
    EXPECT_EQ(kolmogorovSmirnov(Edf({1}, 0), Edf({2}, 0)).pValue, 1); // D = 1, yet both deals are as far
}

// Distances and p-values of the paper's own points.
TEST(KolmogorovSmirnov, TheStepsOfThePaper)
{
    const auto ab = kolmogorovSmirnov(paper("paper:fig5-left/AnyNetX_A"), paper("paper:fig5-left/AnyNetX_B"));
    EXPECT_NEAR(ab.distance, 0.061, 5e-4);
    EXPECT_NEAR(ab.pValue, 0.30, 0.01);
    const auto de =
        kolmogorovSmirnov(paper("paper:fig7-right/AnyNetX_D"), paper("paper:fig7-right/AnyNetX_E"));
    EXPECT_NEAR(de.distance, 0.17439810311284046, 1e-12);
    EXPECT_NEAR(de.pValue, 0.00061, 2e-5);
    const auto er = kolmogorovSmirnov(paper("paper:fig9-left/AnyNetX_E"), paper("paper:fig9-left/RegNetX"));
    EXPECT_NEAR(er.distance, 0.410, 5e-4);
    EXPECT_NEAR(er.pValue / 9.23e-18, 1, 0.1);
}

TEST(KolmogorovSmirnov, LargeSamplesTakeTheLimit)
{
    const auto test = kolmogorovSmirnov(Edf(line(4000, 0), 0), Edf(line(4000, 100.5), 0));
    EXPECT_EQ(test.method, "asymptotic (Kolmogorov)");
    EXPECT_NEAR(test.distance, 101.0 / 4000, 1e-12);
    EXPECT_NEAR(test.pValue, 0.15605002993038972, 1e-9); // kstwobign.sf(sqrt(2000) * 0.02525)
}

TEST(MannWhitney, SmallSamplesAreExact)
{
    const auto test = mannWhitney(Edf({1, 2, 3, 4, 5}, 0), Edf({3.5, 4.5, 5.5, 6.5, 7.5, 8.5}, 0));
    EXPECT_DOUBLE_EQ(test.u, 27); // of 30 pairs
    EXPECT_DOUBLE_EQ(test.superiority, 0.9);
    EXPECT_NEAR(test.pValue, 0.030303030303030304, 1e-12);
}

TEST(MannWhitney, TiesCountHalf)
{
    const auto test = mannWhitney(Edf({1, 2, 2, 3}, 0), Edf({2, 3, 3, 4, 5}, 0));
    EXPECT_DOUBLE_EQ(test.u, 17);
    EXPECT_NEAR(test.pValue, 14.0 / 126, 1e-12); // counted one by one
}

TEST(MannWhitney, AFailedNetworkLosesAgainstAFinishedOne)
{
    EXPECT_DOUBLE_EQ(mannWhitney(Edf({90}, 0), Edf({}, 1)).superiority, 1);
    EXPECT_DOUBLE_EQ(mannWhitney(Edf({}, 1), Edf({}, 1)).superiority, 0.5);
}

TEST(MannWhitney, LargerSamplesAreNormal)
{
    const auto test = mannWhitney(Edf(line(40, 1), 0), Edf(line(45, 6.5), 0));
    EXPECT_DOUBLE_EQ(test.u, 1205);
    EXPECT_NEAR(test.pValue, 0.007340843646466321, 1e-12);
    const auto er = mannWhitney(paper("paper:fig9-left/RegNetX"), paper("paper:fig9-left/AnyNetX_E"));
    EXPECT_NEAR(er.superiority, 0.7576687695969174, 1e-12);
    EXPECT_NEAR(er.pValue / 1.5124159598452844e-21, 1, 1e-6);
}

TEST(MannWhitney, NothingToTellApart)
{
    EXPECT_EQ(mannWhitney(Edf({}, 0), Edf({1}, 0)).superiority, 0.5);
    EXPECT_EQ(mannWhitney(Edf(std::vector<double>(50, 7.0), 0), Edf(std::vector<double>(50, 7.0), 0)).pValue,
              1);
}

Population binned(PhiloxStream& random, int n, double worse)
{
    Population population;
    for (int i = 0; i < n; ++i) {
        Member member;
        const double flops = random.nextUnit();
        member.properties["flops"] = flops;
        member.error = 50 - 20 * flops + 5 * random.nextUnit() + worse; // larger ones are better
        population.members.push_back(member);
    }
    return population;
}

TEST(WeightedKolmogorovSmirnov, OneBinIsThePlainDistance)
{
    PhiloxStream random(61, 0);
    const std::vector<Population> two{binned(random, 40, 0), binned(random, 30, 2)};
    const ComplexityBins bins = complexityBins(two, {.bins = 1, .low = -1, .high = 2});
    const auto weighted = weightedKolmogorovSmirnov(two, bins, 0, 1, {.permutations = 4000});
    const auto plain = kolmogorovSmirnov(Edf(two[0]), Edf(two[1]));
    EXPECT_NEAR(weighted.distance, plain.distance, 1e-12);
    EXPECT_NEAR(weighted.pValue, plain.pValue, 0.03);
    EXPECT_EQ(weighted.method, "4000 permutations within bins");
}

// Bigger networks are better; the plain test takes size for quality, the normalised one does not.
TEST(WeightedKolmogorovSmirnov, SizeIsNotTakenForQuality)
{
    PhiloxStream random(62, 0);
    std::vector<Population> two{binned(random, 300, 0), binned(random, 300, 0)};
    int kept = 0; // the second population has mostly large networks
    std::erase_if(two[1].members,
                  [&](const Member& m) { return m.properties.at("flops") < 0.7 && ++kept % 5 != 0; });
    EXPECT_LT(kolmogorovSmirnov(Edf(two[0]), Edf(two[1])).pValue, 1e-4);
    const ComplexityBins bins = complexityBins(two, {.bins = 10});
    EXPECT_GT(weightedKolmogorovSmirnov(two, bins, 0, 1).pValue, 0.05);
}

TEST(WeightedKolmogorovSmirnov, NothingInCommon)
{
    const std::vector<Population> none(2);
    const auto test = weightedKolmogorovSmirnov(none, complexityBins(none, {}), 0, 1);
    EXPECT_EQ(test.distance, 0);
    EXPECT_EQ(test.pValue, 1);
    EXPECT_THROW(weightedKolmogorovSmirnov(none, complexityBins(none, {}), 0, 1, {.permutations = 0}), Error);
}

/// Share of the trials under the null whose p-value is at most 0.05, 0.2 and 0.5.
template <class PValue>
std::array<double, 3> nullShares(int trials, PValue pValue)
{
    std::array<double, 3> shares{};
    for (int trial = 0; trial < trials; ++trial) {
        PhiloxStream random(71, static_cast<std::uint64_t>(trial));
        const double p = pValue(random);
        for (std::size_t i = 0; i < shares.size(); ++i)
            if (p <= std::array{0.05, 0.2, 0.5}[i]) shares[i] += 1.0 / trials;
    }
    return shares;
}

Edf uniformErrors(PhiloxStream& random, int n)
{
    std::vector<double> errors(static_cast<std::size_t>(n));
    std::ranges::generate(errors, [&] { return random.nextUnit(); });
    return Edf(errors, 0);
}

// Exact tests of discrete statistics reject at most as often as stated, and nearly so.
TEST(NullDistribution, PValuesAreUniform)
{
    const auto ks = nullShares(2000, [](PhiloxStream& random) {
        const Edf a = uniformErrors(random, 60); // one draw a statement: the order of arguments is open
        return kolmogorovSmirnov(a, uniformErrors(random, 47)).pValue;
    });
    const auto exactRanks = nullShares(2000, [](PhiloxStream& random) {
        const Edf a = uniformErrors(random, 12); // one draw a statement: the order of arguments is open
        return mannWhitney(a, uniformErrors(random, 10)).pValue;
    });
    const auto normalRanks = nullShares(2000, [](PhiloxStream& random) {
        const Edf a = uniformErrors(random, 60); // one draw a statement: the order of arguments is open
        return mannWhitney(a, uniformErrors(random, 47)).pValue;
    });
    const auto weighted = nullShares(300, [](PhiloxStream& random) {
        const std::vector<Population> two{binned(random, 40, 0), binned(random, 31, 0)};
        const ComplexityBins bins = complexityBins(two, {.bins = 4});
        return weightedKolmogorovSmirnov(two, bins, 0, 1, {.permutations = 99}).pValue;
    });
    for (const auto& [shares, tolerance] : {std::pair(ks, 0.025), std::pair(exactRanks, 0.025),
                                            std::pair(normalRanks, 0.025), std::pair(weighted, 0.06)}) {
        EXPECT_NEAR(shares[0], 0.05, tolerance / 1.5);
        EXPECT_NEAR(shares[1], 0.2, tolerance);
        EXPECT_NEAR(shares[2], 0.5, 1.4 * tolerance);
    }
}

} // namespace
} // namespace regnet
