// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/two_sample.h"

#include "core/format/published_population.h"

#include <gtest/gtest.h>

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

// Distances and p-values of paper.md section 11.
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

} // namespace
} // namespace regnet
