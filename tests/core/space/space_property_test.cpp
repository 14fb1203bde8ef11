// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network_json.h"
#include "core/space/membership.h"
#include "core/space/sampler.h"
#include "core/space/space_json.h"
#include "core/space/survey.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>

namespace regnet {
namespace {

/// Spaces as a hand might put them together: every distribution, rule, block and kind of limit.
class RandomSpaces
{
public:
    explicit RandomSpaces(unsigned seed) : m_random(seed) {}

    DesignSpace next()
    {
        DesignSpace space;
        space.name = "random";
        space.block = pick({BlockType::X, BlockType::X, BlockType::R, BlockType::V, BlockType::VR,
                            BlockType::Vanilla, BlockType::ResBasic, BlockType::ResBottleneckLinear});
        space.seRatio = pick({0.0, 0.25});
        space.stem = {pick({StemType::SimpleStemIn, StemType::ResStemIn, StemType::ResStemCifar}),
                      pick({16, 32})};
        space.resolution = chance(3) ? uniform(32, 96, 32) : fixedAt(64);
        chance(2) ? makeAnyNet(space) : makeRegnet(space);
        limit(space);
        return space;
    }

private:
    template <class T>
    T pick(std::initializer_list<T> values)
    {
        return values.begin()[m_random() % values.size()];
    }
    bool chance(unsigned n) { return m_random() % n == 0; }

    Distribution counts(double low, double high)
    {
        switch (m_random() % 6) {
        case 0:
            return uniform(low, high, 1);
        case 1:
            return logUniform(low, high, 1);
        case 2:
            return power2(1, 16);
        case 3:
            return {DistributionKind::Normal, low, high, 1, {}};
        case 4:
            return {DistributionKind::LogNormal, low, high, 1, {}};
        default:
            return listed({low, high, low, low + 1});
        }
    }

    Distribution ratios() { return pick({fixedAt(1), power2(0.25, 4), listed({1, 2, 4}), fixedAt(2)}); }
    Distribution groupWidths()
    {
        return pick({power2(1, 32), power2OrLogUniform(1, 32, 8), uniform(8, 64, 8), listed({1, 3, 24})});
    }

    void makeAnyNet(DesignSpace& space)
    {
        AnyNetShape shape;
        shape.stages = 1 + static_cast<std::int64_t>(m_random() % 5);
        shape.depth = counts(1, 6);
        shape.width = pick({logUniform(8, 256, 8), uniform(16, 128, 4), power2(8, 128), counts(9, 40)});
        shape.bottleneckRatio = ratios();
        shape.groupWidth = groupWidths();
        const auto order = [&] {
            return pick({Order::Any, Order::NonDecreasing, Order::NonIncreasing, Order::Equal});
        };
        shape.depths = order();
        shape.widths = order();
        shape.isBottleneckRatioShared = chance(2);
        shape.isGroupWidthShared = chance(2);
        if (chance(4)) {
            shape.isGroupCount = true;
            shape.groupWidth = power2(1, 8);
        }
        if (chance(3)) shape.strides.assign(static_cast<std::size_t>(shape.stages), 1);
        space.shape = shape;
    }

    void makeRegnet(DesignSpace& space)
    {
        RegnetShape shape;
        shape.depth = counts(3, 20);
        shape.w0 = pick({logUniform(8, 128, 8), uniform(8, 64, 8), fixedAt(24)});
        shape.wa = pick({logUniform(4, 64, 0.1), uniform(0, 40, 0.5)});
        shape.wm = pick({logUniform(1.5, 3, 0.001), fixedAt(2)});
        shape.bottleneckRatio = ratios();
        shape.groupWidth = groupWidths();
        shape.isW0EqualToWa = chance(4);
        shape.fewestStages = 1 + static_cast<std::int64_t>(m_random() % 3);
        shape.mostStages = shape.fewestStages + static_cast<std::int64_t>(m_random() % 3);
        space.shape = shape;
    }

    /// Limits that some of the space's networks meet.
    void limit(DesignSpace& space)
    {
        const Survey seen = survey(space, 500, 1);
        if (seen.accepts.size() < 20 || chance(3)) return;
        std::vector<std::int64_t> flops;
        std::vector<std::int64_t> activations;
        for (const SurveyPoint& point : seen.accepts) {
            flops.push_back(point.cost.flops);
            activations.push_back(point.cost.activations);
        }
        std::ranges::sort(flops);
        std::ranges::sort(activations);
        space.limits.flops = {flops[flops.size() / 4], flops[3 * flops.size() / 4]};
        if (chance(2)) space.limits.activations.high = activations[9 * activations.size() / 10];
        space.limits.curves.params = chance(3);
    }

    std::mt19937 m_random;
};

bool contains(const Distribution& distribution, double value)
{
    return DiscreteDistribution(distribution).contains(value);
}

template <class Get>
bool isInOrder(const std::vector<Stage>& stages, Order order, Get get)
{
    for (std::size_t i = 1; i < stages.size(); ++i) {
        if (order == Order::NonDecreasing && get(stages[i]) < get(stages[i - 1])) return false;
        if (order == Order::NonIncreasing && get(stages[i]) > get(stages[i - 1])) return false;
        if (order == Order::Equal && get(stages[i]) != get(stages[i - 1])) return false;
    }
    return true;
}

void expectRules(const DesignSpace& space, const AnyNetShape& shape, const NetworkSpec& spec)
{
    ASSERT_EQ(static_cast<std::int64_t>(spec.stages.size()), shape.stages);
    for (std::size_t s = 0; s < spec.stages.size(); ++s) {
        const Stage& stage = spec.stages[s];
        EXPECT_TRUE(contains(shape.depth, static_cast<double>(stage.depth)));
        EXPECT_TRUE(contains(shape.width, static_cast<double>(stage.width)));
        EXPECT_TRUE(contains(shape.bottleneckRatio, stage.bottleneckRatio));
        EXPECT_EQ(stage.stride, strideOf(space, s));
        if (!shape.isGroupCount) {
            EXPECT_TRUE(contains(shape.groupWidth, static_cast<double>(stage.groupWidth)));
        }
    }
    EXPECT_TRUE(isInOrder(spec.stages, shape.depths, [](const Stage& s) { return s.depth; }));
    EXPECT_TRUE(isInOrder(spec.stages, shape.widths, [](const Stage& s) { return s.width; }));
    const auto shared = [](bool isShared) { return isShared ? Order::Equal : Order::Any; };
    EXPECT_TRUE(isInOrder(spec.stages, shared(shape.isBottleneckRatioShared),
                          [](const Stage& s) { return s.bottleneckRatio; }));
    if (!shape.isGroupCount) {
        EXPECT_TRUE(isInOrder(spec.stages, shared(shape.isGroupWidthShared),
                              [](const Stage& s) { return s.groupWidth; }));
    }
}

void expectRules(const DesignSpace&, const RegnetShape& shape, const NetworkSpec& spec)
{
    const auto& [line, ratio, group, stride] = *spec.regnet;
    const Quantisation stages = quantise(line);
    EXPECT_FALSE(stages.skipsLevel());
    EXPECT_GE(stages.levels, shape.fewestStages);
    EXPECT_LE(stages.levels, shape.mostStages);
    EXPECT_TRUE(contains(shape.depth, static_cast<double>(line.depth)));
    EXPECT_TRUE(contains(shape.w0, line.w0));
    EXPECT_TRUE(shape.isW0EqualToWa ? line.wa == line.w0 : contains(shape.wa, line.wa));
    EXPECT_TRUE(contains(shape.wm, line.wm));
    EXPECT_TRUE(contains(shape.bottleneckRatio, ratio));
    EXPECT_TRUE(contains(shape.groupWidth, static_cast<double>(group)));
}

TEST(SpaceProperties, EverySampleObeysEveryRule)
{
    RandomSpaces spaces(20261124);
    int empty = 0;
    for (int i = 0; i < 150; ++i) {
        const DesignSpace space = spaces.next();
        SCOPED_TRACE(toJson(space).dump());
        ASSERT_TRUE(check(space).empty());
        Sample drawn;
        try {
            drawn = sample(space, {.n = 8, .seed = 1, .isDistinct = false, .budget = 3000});
        } catch (const Error&) {
            ++empty; // a line of that many stages may not exist
            continue;
        }
        for (const SampledNetwork& one : drawn.networks) {
            EXPECT_EQ(one.network, realise(one.spec));
            EXPECT_EQ(one.cost, cost(one.network));
            EXPECT_TRUE(contains(space.resolution, static_cast<double>(one.spec.resolution)));
            std::visit([&](const auto& shape) { expectRules(space, shape, one.spec); }, space.shape);
            EXPECT_TRUE(space.limits.flops.contains(one.cost.flops));
            EXPECT_TRUE(space.limits.activations.contains(one.cost.activations));
            if (space.limits.curves.params) {
                EXPECT_LE(static_cast<double>(one.cost.params),
                          CurveLimits::paramsAt(static_cast<double>(one.cost.flops)));
            }
            const Membership membership = membershipOf(space, one.spec);
            EXPECT_TRUE(membership.isMember())
                << sentence(membership.exclusions.empty() ? Problem{} : membership.exclusions.front());
            EXPECT_TRUE(membershipOf(space, toSpec(one.network)).isMember());
        }
    }
    EXPECT_LT(empty, 40);
}

TEST(SpaceProperties, TheSamePopulationAfterSaveAndReloadOnSixteenThreads)
{
    RandomSpaces spaces(5);
    int compared = 0;
    for (int i = 0; i < 20; ++i) {
        const DesignSpace space = spaces.next();
        const DesignSpace reloaded = spaceFromJson(nlohmann::json::parse(toJson(space).dump()));
        EXPECT_EQ(reloaded, space);
        EXPECT_EQ(hashOf(reloaded), hashOf(space));
        try {
            const Sample one = sample(space, {.n = 10, .isDistinct = false, .budget = 3000, .threads = 1});
            const Sample many =
                sample(reloaded, {.n = 10, .isDistinct = false, .budget = 3000, .threads = 16});
            ASSERT_EQ(one.networks.size(), many.networks.size());
            for (std::size_t n = 0; n < one.networks.size(); ++n)
                EXPECT_EQ(one.networks[n].spec, many.networks[n].spec);
            EXPECT_EQ(one.rejections, many.rejections);
            ++compared;
        } catch (const Error&) {
            EXPECT_THROW(sample(reloaded, {.n = 10, .isDistinct = false, .budget = 3000, .threads = 16}),
                         Error);
        }
    }
    EXPECT_GT(compared, 10);
}

} // namespace
} // namespace regnet
