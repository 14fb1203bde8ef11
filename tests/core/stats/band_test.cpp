// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/band.h"

#include "core/problem.h"
#include "core/space/philox_stream.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace regnet {
namespace {

TEST(Band, DkwIsTheHalfWidthOnBothSides)
{
    const Band band = dkwBand(Edf({10, 10, 20, 30}, 0));
    ASSERT_EQ(band.points.size(), 3u); // one an error that occurs
    const double half = dkwHalfWidth(4);
    EXPECT_EQ(band.points[0], (BandPoint{10, 0, std::min(1.0, 0.5 + half)}));
    EXPECT_EQ(band.points[2].high, 1);
    EXPECT_EQ(band.method, "DKW");
}

// Quantiles 0.025 and 0.975 of Binomial(10, 0.3) / 10: 0 and 6 of 10.
TEST(Band, PointwiseBootstrapIsBinomial)
{
    const Band band = pointwiseBootstrapBand(Edf({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 0));
    EXPECT_FALSE(band.isSimultaneous);
    EXPECT_DOUBLE_EQ(band.points[2].low, 0.0);
    EXPECT_DOUBLE_EQ(band.points[2].high, 0.6);
    EXPECT_DOUBLE_EQ(band.points[9].low, 1.0); // every resample ends at 1
}

TEST(Band, NothingToDraw)
{
    EXPECT_TRUE(dkwBand(Edf({}, 0)).points.empty());
    EXPECT_TRUE(bootstrapBand(Edf({}, 0)).points.empty());
    EXPECT_TRUE(bootstrapBand(Edf({}, 5)).points.empty());
    EXPECT_TRUE(pointwiseBootstrapBand(Edf({}, 0)).points.empty());
    EXPECT_EQ(bootstrapBand(Edf({7}, 0)).points, (std::vector<BandPoint>{{7, 0, 1}}));
    EXPECT_EQ(pointwiseBootstrapBand(Edf({7}, 1)).points, (std::vector<BandPoint>{{7, 0, 1}}));
    EXPECT_THROW(bootstrapBand(Edf({7}, 0), {.resamples = 0}), Error);
    EXPECT_THROW(pointwiseBootstrapBand(Edf({7}, 0), 1), Error);
}

TEST(Band, OneBinIsThePlainBootstrap)
{
    Population population;
    std::vector<double> errors;
    for (int i = 0; i < 30; ++i) {
        Member member;
        member.error = i * 0.5;
        member.properties["flops"] = i;
        errors.push_back(member.error);
        population.members.push_back(member);
    }
    const ComplexityBins bins = complexityBins(std::span(&population, 1), {.bins = 1});
    const Band inBins = bootstrapBand(population, bins, 0, {.resamples = 300, .seed = 4});
    const Band plain = bootstrapBand(Edf(errors, 0), {.resamples = 300, .seed = 4});
    ASSERT_EQ(inBins.points.size(), plain.points.size());
    for (std::size_t i = 0; i < plain.points.size(); ++i)
        EXPECT_NEAR(inBins.points[i].low, plain.points[i].low, 1e-9);
}

/// How often the band of n errors, uniform on 0..1 with a share of failures, holds the true curve everywhere.
template <class MakeBand>
double coverage(std::int64_t n, double failures, MakeBand makeBand)
{
    constexpr int trials = 600;
    int covered = 0;
    for (int trial = 0; trial < trials; ++trial) {
        PhiloxStream random(21, static_cast<std::uint64_t>(trial));
        std::vector<double> errors;
        std::int64_t failed = 0;
        for (std::int64_t i = 0; i < n; ++i) {
            if (random.nextUnit() < failures)
                ++failed;
            else
                errors.push_back(random.nextUnit());
        }
        const Band band = makeBand(Edf(errors, failed));
        bool isInside = true;
        for (std::size_t i = 0; i < band.points.size(); ++i) {
            const double until = i + 1 < band.points.size() ? band.points[i + 1].error : 1;
            isInside = isInside && (1 - failures) * band.points[i].error >= band.points[i].low &&
                       (1 - failures) * until <= band.points[i].high;
        }
        if (isInside) ++covered;
    }
    return static_cast<double>(covered) / trials;
}

// At least 95 %, and not all: a band that always covers would say nothing.
TEST(BandCoverage, DkwCoversAsStated)
{
    const auto band = [](const Edf& edf) { return dkwBand(edf); };
    EXPECT_GE(coverage(20, 0, band), 0.94);
    EXPECT_GE(coverage(100, 0, band), 0.94);
    EXPECT_LE(coverage(100, 0, band), 0.985);
    EXPECT_GE(coverage(100, 0.1, band), 0.94);
}

TEST(BandCoverage, TheBootstrapComesNear)
{
    const auto band = [](const Edf& edf) { return bootstrapBand(edf, {.resamples = 400, .seed = 3}); };
    EXPECT_NEAR(coverage(200, 0.05, band), 0.95, 0.03);
}

} // namespace
} // namespace regnet
