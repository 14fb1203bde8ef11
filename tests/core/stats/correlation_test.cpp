// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/correlation.h"

#include "core/problem.h"
#include "core/space/philox_stream.h"
#include "core/text/resources.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>
#include <vector>

namespace regnet {
namespace {

using enum CorrelationKind;

const std::vector<Pair> tied{{1, 2}, {2, 1}, {2, 3}, {3, 3}, {4, 5}, {5, 4}, {6, 8}, {7, 7}, {7, 9}, {8, 9}};

std::vector<Pair> drawnPairs(const nlohmann::json& figures, const std::string& panel)
{
    std::vector<Pair> pairs;
    for (const auto& each : figures.at("panels"))
        if (each.at("id") == panel)
            for (const auto& series : each.at("series"))
                if (series.at("kind") == "scatter")
                    for (const auto& point : series.at("points"))
                        pairs.push_back({point[0], point[1]});
    return pairs;
}

// Figure 12 top of the paper prints r = 0.643 and r = 0.897 (487 networks, read from its vector graphics).
TEST(Correlation, ThePapersRunTimes)
{
    const auto figures = nlohmann::json::parse(embedded::paper_figures);
    const Correlation flops = correlate(drawnPairs(figures, "fig12-top-middle"), Pearson);
    EXPECT_EQ(flops.n, 487);
    EXPECT_NEAR(*flops.value, 0.643, 5e-4);
    const Correlation activations = correlate(drawnPairs(figures, "fig12-top-right"), Pearson);
    EXPECT_EQ(activations.n, 487);
    EXPECT_NEAR(*activations.value, 0.897, 5e-4);
    EXPECT_LT(*flops.high, *activations.low);
}

// Reference: SciPy 1.17 (pearsonr with its interval, spearmanr, kendalltau); intervals of rho and tau by the
// formulas of the header.
TEST(Correlation, ValuesWithTies)
{
    const Correlation r = correlate(tied, Pearson);
    EXPECT_NEAR(*r.value, 0.937860754882562, 1e-12);
    EXPECT_NEAR(*r.low, 0.752712594387961, 1e-12);
    EXPECT_NEAR(*r.high, 0.9855298861383308, 1e-12);
    const Correlation rho = correlate(tied, Spearman);
    EXPECT_NEAR(*rho.value, 0.932515337423313, 1e-12);
    EXPECT_NEAR(*rho.low, 0.658404181337336, 1e-12);
    EXPECT_NEAR(*rho.high, 0.9882291308095442, 1e-12);
    const Correlation tau = correlate(tied, Kendall);
    EXPECT_NEAR(*tau.value, 0.8139534883720931, 1e-12);
    EXPECT_NEAR(*tau.low, 0.5439056009110884, 1e-12);
    EXPECT_NEAR(*tau.high, 0.9312312618877199, 1e-12);
}

double slowTau(const std::vector<Pair>& pairs)
{
    double sum = 0;
    double x = 0;
    double y = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const auto sign = [](double d) { return d > 0 ? 1.0 : d < 0 ? -1.0 : 0.0; };
            const double dx = sign(pairs[i].x - pairs[j].x);
            const double dy = sign(pairs[i].y - pairs[j].y);
            sum += dx * dy;
            x += dx * dx;
            y += dy * dy;
        }
    return sum / std::sqrt(x * y);
}

TEST(Correlation, KnightsCountEqualsEveryPairInTurn)
{
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        PhiloxStream random(seed, 0);
        std::vector<Pair> pairs;
        for (int i = 0; i < 150; ++i) {
            const double x = std::floor(random.nextUnit() * 20);
            pairs.push_back({x, std::floor(random.nextUnit() * 10 + x / 4)});
        }
        EXPECT_NEAR(*correlate(pairs, Kendall).value, slowTau(pairs), 1e-12);
    }
}

TEST(Correlation, FewPairsConstantsAndWhatIsNoNumber)
{
    for (const CorrelationKind kind : {Pearson, Spearman, Kendall}) {
        EXPECT_EQ(correlate({}, kind).value, std::nullopt);
        EXPECT_EQ(correlate(std::vector<Pair>{{1, 2}}, kind).value, std::nullopt);
        const Correlation two = correlate(std::vector<Pair>{{1, 5}, {2, 3}}, kind);
        EXPECT_EQ(two.value, -1.0);
        EXPECT_EQ(two.low, std::nullopt); // two points always lie on a line
        EXPECT_EQ(correlate(std::vector<Pair>{{0.1, 1}, {0.1, 2}, {0.1, 3}}, kind).value, std::nullopt);
        const std::vector<Pair> odd{
            {1, 1}, {std::nan(""), 2}, {2, 2}, {3, std::numeric_limits<double>::infinity()}};
        EXPECT_EQ(correlate(odd, kind).n, 2);
    }
    std::vector<Pair> exact;
    for (int i = 0; i < 10; ++i)
        exact.push_back({i * 0.1, i * 0.3});
    EXPECT_NEAR(*correlate(exact, Pearson).value, 1, 1e-12);
    EXPECT_EQ(correlate(exact, Kendall).low, 1.0);
    EXPECT_THROW(correlate(exact, Pearson, 0), Error);
}

// Simpson's paradox: among networks of like size the error falls with x, over all it rises.
TEST(CorrelationWithin, BinsAreNotComparedWithEachOther)
{
    std::vector<Pair> pairs;
    std::vector<std::int64_t> bins;
    for (int bin = 0; bin < 4; ++bin)
        for (int i = 0; i < 5; ++i) {
            pairs.push_back({bin * 10.0 + i, bin * 10.0 - i});
            bins.push_back(bin);
        }
    for (const CorrelationKind kind : {Pearson, Spearman, Kendall}) {
        EXPECT_GT(*correlate(pairs, kind).value, 0.5);
        EXPECT_NEAR(*correlateWithin(pairs, bins, kind).value, -1, 1e-12);
    }
    bins.assign(bins.size(), -1);
    EXPECT_EQ(correlateWithin(pairs, bins, Pearson).n, 0);
    EXPECT_THROW(correlateWithin(pairs, std::vector<std::int64_t>{1}, Pearson), Error);
}

TEST(CorrelationWithin, OneBinIsThePlainOne)
{
    const std::vector<std::int64_t> bins(tied.size(), 0);
    for (const CorrelationKind kind : {Pearson, Spearman, Kendall})
        EXPECT_EQ(correlateWithin(tied, bins, kind).value, correlate(tied, kind).value);
}

TEST(Correlation, IntervalsCoverAsStated)
{
    constexpr int trials = 1000;
    // True values for normal pairs with r = 0.6: tau = 2/pi asin r, rho = 6/pi asin(r/2).
    const double truth[] = {0.6, 6 / 3.14159265358979 * std::asin(0.3),
                            2 / 3.14159265358979 * std::asin(0.6)};
    int covered[] = {0, 0, 0};
    for (int trial = 0; trial < trials; ++trial) {
        PhiloxStream random(41, static_cast<std::uint64_t>(trial));
        std::vector<Pair> pairs;
        for (int i = 0; i < 50; ++i) {
            const double size = std::sqrt(-2 * std::log(1 - random.nextUnit()));
            const double angle = 6.283185307179586 * random.nextUnit();
            const double x = size * std::cos(angle);
            pairs.push_back({x, 0.6 * x + 0.8 * size * std::sin(angle)});
        }
        int index = 0;
        for (const CorrelationKind kind : {Pearson, Spearman, Kendall}) {
            const Correlation found = correlate(pairs, kind);
            if (*found.low <= truth[index] && *found.high >= truth[index]) ++covered[index];
            ++index;
        }
    }
    for (const int count : covered)
        EXPECT_NEAR(static_cast<double>(count) / trials, 0.95, 0.025);
}

} // namespace
} // namespace regnet
