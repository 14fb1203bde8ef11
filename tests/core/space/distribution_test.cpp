// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/distribution.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace regnet {
namespace {

double probabilityOf(const Distribution& distribution, double value)
{
    const DiscreteDistribution table(distribution);
    for (std::size_t i = 0; i < table.values().size(); ++i)
        if (table.values()[i] == value) return table.probabilities()[i];
    return 0;
}

/// Chi-square of so many draws against the table's own probabilities.
double chiSquare(const DiscreteDistribution& table, int draws, std::uint64_t seed)
{
    std::map<double, int> counts;
    PhiloxStream random(seed, 0);
    for (int i = 0; i < draws; ++i)
        ++counts[table.draw(random)];
    double sum = 0;
    for (std::size_t i = 0; i < table.values().size(); ++i) {
        const double expected = table.probabilities()[i] * draws;
        const double difference = counts[table.values()[i]] - expected;
        sum += difference * difference / expected;
    }
    return sum;
}

// Closed forms of what pycls/sweep/random.py draws.
TEST(Distribution, LogUniformAsPycls)
{
    EXPECT_DOUBLE_EQ(probabilityOf(logUniform(8, 256, 8), 8), 1.0 / 6);
    EXPECT_NEAR(probabilityOf(logUniform(8, 256, 8), 16), std::log(2.0) / std::log(64.0), 1e-15);
    EXPECT_NEAR(probabilityOf(logUniform(1, 16, 1), 1), std::log(2.0) / std::log(32.0), 1e-15);
}

TEST(Distribution, Power2OrLogUniformAsPycls)
{
    const Distribution groups{DistributionKind::Power2OrLogUniform, 1, 32, 8, {}};
    for (const double value : {1, 2, 4, 8, 16})
        EXPECT_NEAR(probabilityOf(groups, value), 1.0 / 6, 1e-12) << value;
    EXPECT_NEAR(probabilityOf(groups, 24), 0.0975, 5e-5);
    EXPECT_NEAR(probabilityOf(groups, 32), 0.0692, 5e-5);
}

TEST(Distribution, UniformHasEveryValueOnce)
{
    const DiscreteDistribution table(uniform(12, 28, 1));
    EXPECT_EQ(table.values().size(), 17u);
    EXPECT_DOUBLE_EQ(table.probabilities().front(), 1.0 / 17);
    EXPECT_EQ(table.values().back(), 28);
}

TEST(Distribution, DecimalQuantaGiveDecimalValues)
{
    const DiscreteDistribution table(logUniform(8, 256, 0.1));
    EXPECT_EQ(table.values().size(), 2481u);
    EXPECT_EQ(table.values()[3], 8.3); // 83 · 0.1 would be 8.3000000000000007
    EXPECT_EQ(table.values().back(), 256);
}

TEST(Distribution, NormalIsSymmetricAndCutOff)
{
    const Distribution normal{DistributionKind::Normal, 0, 60, 10, {}};
    const DiscreteDistribution table(normal);
    EXPECT_EQ(table.values().size(), 7u);
    EXPECT_NEAR(probabilityOf(normal, 30), 0.3829 / 0.9973, 1e-4); // within half a sigma, of three sigma
    EXPECT_NEAR(probabilityOf(normal, 0), probabilityOf(normal, 60), 1e-15);
}

TEST(Distribution, AListMayNameAValueTwice)
{
    EXPECT_DOUBLE_EQ(probabilityOf(listed({1, 2, 2, 4}), 2), 0.5);
}

TEST(Distribution, DrawsFollowTheTable)
{
    // 99.9 % points of chi-square: 15 degrees of freedom 37.7, 127 degrees 181.9.
    EXPECT_LT(chiSquare(DiscreteDistribution(logUniform(1, 16, 1)), 100'000, 1), 37.7);
    EXPECT_LT(chiSquare(DiscreteDistribution(logUniform(8, 1024, 8)), 1'000'000, 2), 181.9);
}

/// All ordered sequences with their probabilities, by brute force.
std::map<std::vector<double>, double> orderedProbabilities(const DiscreteDistribution& each,
                                                           std::size_t stages, bool isRising)
{
    std::map<std::vector<double>, double> all{{{}, 1.0}};
    for (std::size_t s = 0; s < stages; ++s) {
        std::map<std::vector<double>, double> longer;
        for (const auto& [sequence, weight] : all)
            for (std::size_t v = 0; v < each.values().size(); ++v) {
                const double value = each.values()[v];
                const bool isOrdered =
                    sequence.empty() || (isRising ? value >= sequence.back() : value <= sequence.back());
                if (!isOrdered) continue;
                std::vector<double> next = sequence;
                next.push_back(value);
                longer[next] = weight * each.probabilities()[v];
            }
        all = std::move(longer);
    }
    double sum = 0;
    for (const auto& [sequence, weight] : all)
        sum += weight;
    for (auto& [sequence, weight] : all)
        weight /= sum;
    return all;
}

TEST(OrderedDraws, AreIndependentDrawsGivenTheOrder)
{
    for (const Order order : {Order::NonDecreasing, Order::NonIncreasing}) {
        const OrderedDraws draws(logUniform(1, 5, 1), order, 3);
        const auto expected = orderedProbabilities(draws.each(), 3, order == Order::NonDecreasing);
        ASSERT_EQ(expected.size(), 35u); // C(7, 3)
        constexpr int n = 100'000;
        std::map<std::vector<double>, int> counts;
        PhiloxStream random(3, 0);
        std::vector<double> values;
        for (int i = 0; i < n; ++i) {
            draws.draw(random, values);
            ++counts[values];
        }
        double chi = 0;
        int counted = 0;
        for (const auto& [sequence, probability] : expected) {
            const double difference = counts[sequence] - n * probability;
            chi += difference * difference / (n * probability);
            counted += counts[sequence];
        }
        EXPECT_EQ(counted, n); // nothing out of order
        EXPECT_LT(chi, 65.2);  // 99.9 % point, 34 degrees of freedom
    }
}

TEST(OrderedDraws, EqualIsOneDraw)
{
    const OrderedDraws draws(power2(1, 32), Order::Equal, 4);
    PhiloxStream random(1, 0);
    std::vector<double> values;
    for (int i = 0; i < 100; ++i) {
        draws.draw(random, values);
        EXPECT_THAT(values, testing::Each(values.front()));
    }
}

TEST(Distribution, ProblemsNameTheField)
{
    const auto first = [](const Distribution& distribution) -> std::string {
        const auto problems = check(distribution, "w0");
        return problems.empty() ? "" : sentence(problems.front());
    };
    EXPECT_EQ(first(uniform(8, 256, 8)), "");
    EXPECT_EQ(first(uniform(12, 8, 1)), "w0.high: is 8; expected a number of at least low");
    EXPECT_EQ(first(uniform(8, 250, 8)), "w0.high: is 250; expected a multiple of the quantum");
    EXPECT_EQ(first(logUniform(0, 8, 1)), "w0.low: is 0; expected a number above 0");
    EXPECT_EQ(first(power2(1, 24)), "w0.high: is 24; expected a power of two");
    EXPECT_EQ(first(uniform(0, 1, 0)), "w0.quantum: is 0; expected a number above 0");
    EXPECT_EQ(first(uniform(0, 1e9, 1)), "w0.quantum: is 1; expected one that leaves at most 300000 values");
    EXPECT_EQ(first(listed({})), "w0.values: is empty; expected at least one value");
    EXPECT_EQ(first(uniform(std::nan(""), 1, 1)), "w0.low: is nan; expected a number");
    EXPECT_EQ(first(logUniform(std::nan(""), 1, 1)), "w0.low: is nan; expected a number");
    EXPECT_EQ(first(listed(std::vector<double>(300'001, 1.0))),
              "w0.values: are 300001; expected at most 300000");
    EXPECT_EQ(first(power2OrLogUniform(1, 32, 12)),
              "w0.quantum: is 12; expected one that high is a multiple of, and low where it is above");
    EXPECT_EQ(first(power2OrLogUniform(1, 32, 64)), "") << "then all are powers of two";
}

// Where doubles no longer tell k from k + 1, a walk from low to high would never end.
TEST(Distribution, NumbersBeyondWholeDoublesAreRefused)
{
    for (const auto kind : {DistributionKind::Uniform, DistributionKind::LogUniform, DistributionKind::Normal,
                            DistributionKind::LogNormal}) {
        const auto problems = check(Distribution{kind, 1e17, 1e17, 1, {}}, "wa");
        ASSERT_EQ(problems.size(), 1U);
        EXPECT_EQ(sentence(problems.front()),
                  "wa.low: is 1e+17; expected a number below 2^53 times the quantum");
    }
    EXPECT_FALSE(check(uniform(9e15, 9.1e15, 1), "wa").empty());
    EXPECT_TRUE(check(uniform(1e17, 2e17, 1e17), "wa").empty()) << "two values";
}

} // namespace
} // namespace regnet
