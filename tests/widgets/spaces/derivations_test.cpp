// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/derivations.h"

#include "core/space/built_in_spaces.h"
#include "core/space/space_json.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace regnet {
namespace {

Derivation derivation(const DesignSpace& space, const char* key)
{
    const auto all = derivationsOf(space);
    const auto it = std::ranges::find(all, QLatin1String(key), &Derivation::key);
    EXPECT_NE(it, all.end()) << key;
    return it == all.end() ? Derivation{} : *it;
}

DesignSpace child(const DesignSpace& parent, const char* key, const DerivationAnswer& answer = {})
{
    return derive(parent, derivation(parent, key), answer);
}

std::string problemOf(const DesignSpace& parent, const char* key, const DerivationAnswer& answer)
{
    try {
        child(parent, key, answer);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

TEST(Derivations, TheLineageOfThePaperFollowsStepByStep)
{
    DesignSpace space = builtInSpace("AnyNetX_A");
    for (const auto& [key, name] : {std::pair{"share_b", "AnyNetX_B"}, std::pair{"share_g", "AnyNetX_C"},
                                    std::pair{"widths_up", "AnyNetX_D"}, std::pair{"depths_up", "AnyNetX_E"},
                                    std::pair{"line", "RegNetX"}, std::pair{"wm_2", "RegNetX_wm=2"}}) {
        space = child(space, key);
        EXPECT_EQ(hashOf(space), hashOf(builtInSpace(name))) << key;
    }
}

TEST(Derivations, AChildSaysWhereItComesFromAndWhatItNarrows)
{
    const DesignSpace space = child(builtInSpace("RegNetX"), "fixed_d", {QStringLiteral("20")});
    EXPECT_EQ(space.name, "RegNetX, d=20");
    EXPECT_EQ(space.parent, "RegNetX");
    EXPECT_EQ(space.note, "Fixed depth d: d=20");
    EXPECT_EQ(std::get<RegnetShape>(space.shape).depth, fixedAt(20));
}

TEST(Derivations, ARangeLiesWithinTheParents)
{
    const DesignSpace x = builtInSpace("RegNetX");
    const DesignSpace narrow = child(x, "narrow_depth", {QStringLiteral("12"), QStringLiteral("28"), {}});
    EXPECT_EQ(std::get<RegnetShape>(narrow.shape).depth, uniform(12, 28, 1));
    EXPECT_EQ(problemOf(x, "narrow_depth", {QStringLiteral("12"), QStringLiteral("99"), {}}),
              "depth: is 12 to 99; expected a range within the parent's, 1 to 63");
    EXPECT_EQ(problemOf(x, "narrow_depth", {QStringLiteral("x"), QStringLiteral("28"), {}}),
              "from: is \"x\"; expected a number");
    const DesignSpace b = child(x, "narrow_bottleneck_ratio", {QStringLiteral("1"), QStringLiteral("2"), {}});
    EXPECT_EQ(std::get<RegnetShape>(b.shape).bottleneckRatio, listed({1, 2}));
}

TEST(Derivations, ALimitIsACountAsPeopleWriteIt)
{
    const DesignSpace x = builtInSpace("RegNetX");
    const DesignSpace small = child(x, "flops", {QStringLiteral("360M"), QStringLiteral("0.4G"), {}});
    EXPECT_EQ(small.limits.flops, (CountRange{360'000'000, 400'000'000}));
    EXPECT_EQ(small.name, "RegNetX, FLOPs 360M–400M");
    EXPECT_EQ(problemOf(small, "flops", {QStringLiteral("1M"), {}, {}}),
              "flops: begins at 1000000; expected at least the parent's limit");
    EXPECT_EQ(child(x, "regime", {{}, {}, QStringLiteral("400MF")}).limits.flops, small.limits.flops);
}

TEST(Derivations, WhatASpaceHasIsNotOffered)
{
    const auto keys = [](const char* name) {
        QString text;
        for (const Derivation& each : derivationsOf(builtInSpace(name)))
            if (!each.key.startsWith(QLatin1String("narrow"))) text += each.key + QLatin1Char(' ');
        return text.toStdString();
    };
    EXPECT_EQ(keys("AnyNetX_E"), "line flops params activations curves regime se ");
    EXPECT_EQ(keys("RegNetX_wm=2"), "w0_wa fixed_d flops params activations curves regime se ");
}

TEST(Derivations, ABrushedRangeMovesInwardsToValuesOfTheParent)
{
    const DesignSpace child = narrowed(builtInSpace("RegNetX"), QStringLiteral("depth"), 11.5, 28.2);
    const Distribution& depth = std::get<RegnetShape>(child.shape).depth;
    EXPECT_EQ(depth.low, 12);
    EXPECT_EQ(depth.high, 28);
    EXPECT_EQ(child.parent, "RegNetX");
    const DesignSpace light =
        narrowed(builtInSpace("AnyNetX_A"), QStringLiteral("flops"), std::nullopt, 3.9e8);
    EXPECT_EQ(light.limits.flops.high, 390'000'000);
}

TEST(Derivations, WhatIsNoParameterCannotBeNarrowed)
{
    EXPECT_THROW(narrowed(builtInSpace("AnyNetX_A"), QStringLiteral("depth"), 4, 20), Error)
        << "a sum of stages";
    EXPECT_THROW(narrowed(builtInSpace("RegNetX"), QStringLiteral("width_1"), 8, 16), Error);
    EXPECT_THROW(narrowed(builtInSpace("RegNetX"), QStringLiteral("depth"), 200, 300), Error) << "no value";
}

} // namespace
} // namespace regnet
