// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/fast_cost.h"

#include "tests/core/network/reference.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <random>
#include <string>

namespace regnet {
namespace {

/// The fast answer against the plain one; true when all is equal.
bool agrees(const RegnetCoster& coster, const NetworkSpec& frame, const RegnetParameters& regnet)
{
    static RealisedRegnet fast;
    const RegnetOutcome outcome = coster.realise(regnet, fast);
    NetworkSpec spec = frame;
    spec.stages.clear();
    spec.regnet = regnet;
    Network network;
    Cost expected;
    try {
        network = realise(spec);
        expected = cost(network);
    } catch (const Error&) {
        return outcome != RegnetOutcome::Realised;
    }
    const Quantisation quantised = quantise(regnet.line);
    bool isEqual = outcome == RegnetOutcome::Realised && fast.cost == expected &&
                   fast.levels == quantised.levels && fast.stageCount == network.stages.size();
    for (std::size_t i = 0; isEqual && i < fast.stageCount; ++i)
        isEqual = fast.quantisedWidths[i] == quantised.widths[i] &&
                  fast.widths[i] == network.stages[i].width && fast.depths[i] == network.stages[i].depth &&
                  fast.groupWidths[i] == network.stages[i].groupWidth;
    return isEqual;
}

std::string shown(const RegnetParameters& r)
{
    char text[200];
    std::snprintf(text, sizeof text, "d %lld w0 %.17g wa %.17g wm %.17g b %.17g g %lld stride %lld",
                  static_cast<long long>(r.line.depth), r.line.w0, r.line.wa, r.line.wm, r.bottleneckRatio,
                  static_cast<long long>(r.groupWidth), static_cast<long long>(r.stride));
    return text;
}

/// Lines of three kinds: any doubles, few decimals, and exact ties.
class Lines
{
public:
    explicit Lines(unsigned seed) : m_random(seed) {}

    RegnetParameters next(int kind)
    {
        RegnetParameters r;
        r.line.depth = 1 + static_cast<std::int64_t>(m_random() % 64);
        r.line.w0 = 8.0 * static_cast<double>(1 + m_random() % 32);
        r.line.wa = std::exp(uniform() * std::log(256.0 * 16)) / 8;
        r.line.wm = 1.05 + 2.5 * uniform();
        if (kind == 1) {
            r.line.wa = std::round(r.line.wa * 10) / 10;
            r.line.wm = std::round(r.line.wm * 20) / 20;
        } else if (kind == 2) {
            // wm a square of few bits: w0·wm^(k + 1/2) is short, and wa divides it.
            constexpr double roots[] = {1.25, 1.5, 1.75, 2, 1.125, 1.375, 3};
            const double root = roots[m_random() % 7];
            r.line.wm = root * root;
            const auto k = static_cast<int>(m_random() % 4);
            r.line.wa =
                r.line.w0 * (std::pow(root, 2 * k + 1) - 1) / static_cast<double>(1 + m_random() % 16);
        }
        constexpr double ratios[] = {1, 1, 1, 2, 4, 0.5, 0.25, 1.0 / 3, 3, 1 / 0.7};
        r.bottleneckRatio = ratios[m_random() % 10];
        r.groupWidth = m_random() % 2 == 0 ? std::int64_t{1} << (m_random() % 7)
                                           : 8 * static_cast<std::int64_t>(1 + m_random() % 32);
        r.stride = m_random() % 8 == 0 ? 1 : 2;
        return r;
    }

private:
    double uniform() { return static_cast<double>(m_random()) / 4294967296.0; }
    std::mt19937 m_random;
};

/// levels() and complete() against realise(), for lines of at most four levels.
bool agreesInTwoSteps(const RegnetCoster& coster, const RegnetParameters& regnet)
{
    static RealisedRegnet whole;
    static RealisedRegnet stepwise;
    constexpr std::int64_t most = 4;
    const bool isRealised = coster.realise(regnet, whole) == RegnetOutcome::Realised;
    const LineLevels levels = coster.levels(regnet, most, stepwise);
    if (!isRealised)
        return levels != LineLevels::Fine || coster.complete(regnet, stepwise) != RegnetOutcome::Realised;
    const bool isFine = !whole.skipsLevel() && whole.levels <= most;
    if (isFine != (levels == LineLevels::Fine)) return false;
    if (levels == LineLevels::TooMany && whole.levels <= most) return false;
    if (levels == LineLevels::Skipped && !whole.skipsLevel()) return false;
    return !isFine ||
           (coster.complete(regnet, stepwise) == RegnetOutcome::Realised && stepwise.cost == whole.cost &&
            stepwise.levels == whole.levels && stepwise.widths[0] == whole.widths[0]);
}

std::vector<NetworkSpec> frames()
{
    std::vector<NetworkSpec> all(8);
    all[1].seRatio = 0.25;
    all[2].block = BlockType::R;
    all[3].block = BlockType::VR;
    all[4].block = BlockType::Vanilla;
    all[5].block = BlockType::ResBasic;
    all[6].block = BlockType::ResBottleneckLinear;
    all[7].stem = {StemType::ResStemIn, 24};
    all[6].stem.type = StemType::ResStemCifar;
    all[6].resolution = 32;
    all[5].head = {1280, 10};
    all[6].seRatio = 0.0625;
    return all;
}

TEST(FastCost, EqualsThePlainWayOnAllReferenceLines)
{
    NetworkSpec frame;
    const RegnetCoster coster(frame);
    for (const auto& row : pyclsReference("quantise").at("cases")) {
        RegnetParameters regnet;
        regnet.line = lineOfCase(row);
        EXPECT_TRUE(agrees(coster, frame, regnet)) << shown(regnet);
    }
    for (const auto& row : pyclsReference("complexity").at("cases")) {
        const NetworkSpec spec = specOfCase(row);
        if (!spec.regnet) continue;
        EXPECT_TRUE(agrees(RegnetCoster(spec), spec, *spec.regnet)) << shown(*spec.regnet);
    }
}

// Above a million lines where the build is optimised; REGNET_LONG_TESTS=1 tries fifty times as many.
TEST(FastCost, EqualsThePlainWayOnSeededLines)
{
    const bool isLong = std::getenv("REGNET_LONG_TESTS") != nullptr;
#ifdef NDEBUG
    constexpr int once = 350'000;
#else
    constexpr int once = 35'000;
#endif
    const int rounds = (isLong ? 50 : 1) * once;
    const std::vector<NetworkSpec> all = frames();
    std::vector<RegnetCoster> costers;
    for (const NetworkSpec& frame : all)
        costers.emplace_back(frame);
    Lines lines(20261124);
    int wrong = 0;
    for (int i = 0; i < rounds && wrong < 5; ++i)
        for (int kind = 0; kind < 3; ++kind) {
            const RegnetParameters regnet = lines.next(kind);
            const auto frame = static_cast<std::size_t>(i) % all.size();
            if (agrees(costers[frame], all[frame], regnet) && agreesInTwoSteps(costers[frame], regnet))
                continue;
            ++wrong;
            ADD_FAILURE() << shown(regnet) << " frame " << frame;
        }
    EXPECT_EQ(wrong, 0);
}

TEST(FastCost, ParametersOutsideTheFastDomainTakeThePlainWay)
{
    NetworkSpec frame;
    const RegnetCoster coster(frame);
    const RegnetParameters lines[] = {{{1024, 8, 1e-4, 1.01}},
                                      {{64, 8, 0, 2}},
                                      {{1024, 256, 100, 1.06}, 1, 16},
                                      {{20, 40'000, 1e3, 2}, 1, 64},
                                      {{0, 8, 1, 2}},
                                      {{10, 12, 1, 2}},
                                      {{10, 8, -1, 2}},
                                      {{10, 8, 1, 1}},
                                      {{10, 8, 1, 2}, 0.7},
                                      {{10, 8, 1, 2}, 1, 0},
                                      {{10, 8, 1, 2}, 1, 8, 0},
                                      {{10, 8, 1e300, 2}},
                                      {{1024, 8, 1e15, 1.1}},
                                      {{10, 64, 20, 2}, 0.01},
                                      {{10, 8, std::nan(""), 2}},
                                      {{10, 8, 1, std::nan("")}},
                                      {{10, std::nan(""), 1, 2}},
                                      {{10, 8, 1, 2}, std::nan("")}};
    for (const RegnetParameters& regnet : lines)
        EXPECT_TRUE(agrees(coster, frame, regnet) && agreesInTwoSteps(coster, regnet)) << shown(regnet);
    NetworkSpec large;
    large.resolution = 4096;
    large.head = {1'000'000, 21'841};
    EXPECT_TRUE(agrees(RegnetCoster(large), large, {{22, 24, 24.48, 2.54}, 1, 16}));
    large.resolution = std::int64_t{1} << 40;
    EXPECT_TRUE(agrees(RegnetCoster(large), large, {{22, 24, 24.48, 2.54}, 1, 16}));
}

// A space may have half a million such candidates, of a thousand blocks each: the last block tells.
TEST(FastCost, ALineOfTooManyLevelsIsNotFollowedToItsEnd)
{
    RealisedRegnet result;
    const RegnetCoster coster{NetworkSpec{}};
    EXPECT_EQ(coster.levels({{1024, 8, 100, 1.0000001}, 1, 1}, 4, result), LineLevels::TooMany);
    EXPECT_EQ(coster.levels({{1024, 8, 0.0005, 1.02}, 1, 1}, 4, result), LineLevels::Skipped);
    // 8 and 8008 channels: two levels, and not one more.
    const RegnetParameters steep{{2, 8, 8000, 1001}, 1, 8};
    EXPECT_EQ(coster.levels(steep, 1, result), LineLevels::TooMany);
    EXPECT_EQ(coster.levels(steep, 2, result), LineLevels::Fine);
    EXPECT_EQ(coster.complete(steep, result), RegnetOutcome::Realised);
    EXPECT_EQ(result.stageCount, 2U);
    EXPECT_EQ(result.widths[1], 8008);
}

TEST(FastCost, TellsWhyThereIsNoCost)
{
    RealisedRegnet result;
    const RegnetCoster coster{NetworkSpec{}};
    EXPECT_EQ(coster.realise({{22, 24, 24.48, 2.54}, 1 / 0.7, 16}, result), RegnetOutcome::Incompatible);
    EXPECT_EQ(coster.realise({{22, 20, 24.48, 2.54}, 1, 16}, result), RegnetOutcome::Refused);
    EXPECT_EQ(coster.realise({{22, 24, 24.48, 2.54}, 1, 16}, result), RegnetOutcome::Realised);
    EXPECT_EQ(result.stageCount, 4u);
    EXPECT_EQ(result.cost.flops, 397678568); // RegNetX-400MF
    NetworkSpec wrong;
    wrong.resolution = 0;
    EXPECT_THROW(RegnetCoster{wrong}, Error);
}

// Stages with every b, g and width that a space or a hand may ask for, and some that pycls refuses.
TEST(FastCost, StagesEqualThePlainWay)
{
    std::mt19937 random(11);
    const auto pick = [&random](auto... values) {
        const std::array list{static_cast<double>(values)...};
        return list[random() % list.size()];
    };
    static RealisedRegnet fast;
    int refused = 0;
    for (int i = 0; i < 20'000; ++i) {
        const NetworkSpec frame = frames()[random() % 8];
        NetworkSpec spec = frame;
        spec.stages.resize(1 + random() % 5);
        for (Stage& stage : spec.stages) {
            stage.width = random() % 8 == 0 ? 1 + static_cast<std::int64_t>(random() % 40'000)
                                            : 8 * (1 + static_cast<std::int64_t>(random() % 128));
            stage.depth = 1 + static_cast<std::int64_t>(random() % 16);
            stage.stride = static_cast<std::int64_t>(pick(1, 2, 2, 3));
            stage.bottleneckRatio = pick(1, 2, 4, 0.25, 0.5, 1.0 / 3, 3, 1.5);
            stage.groupWidth = static_cast<std::int64_t>(pick(1, 2, 4, 8, 16, 32, 24, 7));
        }
        const RegnetOutcome outcome = StagesCoster(frame).realise(spec.stages, fast);
        try {
            const Network network = realise(spec);
            ASSERT_EQ(outcome, RegnetOutcome::Realised);
            ASSERT_EQ(fast.cost, cost(network));
            for (std::size_t s = 0; s < spec.stages.size(); ++s) {
                ASSERT_EQ(fast.widths[s], network.stages[s].width);
                ASSERT_EQ(fast.depths[s], network.stages[s].depth);
                ASSERT_EQ(fast.groupWidths[s], network.stages[s].groupWidth);
            }
        } catch (const Error&) {
            ++refused;
            ASSERT_NE(outcome, RegnetOutcome::Realised);
        }
    }
    EXPECT_GT(refused, 100);
    EXPECT_LT(refused, 15'000);
}

} // namespace
} // namespace regnet
