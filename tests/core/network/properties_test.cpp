// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/properties.h"

#include <gtest/gtest.h>

namespace regnet {
namespace {

TEST(Properties, ARegnetHasItsParametersAndItsStages)
{
    NetworkSpec network;
    network.regnet = RegnetParameters{{13, 24, 36.44, 2.49}, 1, 8, 2};
    const auto properties = propertiesOf(network);
    EXPECT_DOUBLE_EQ(properties.at("depth"), 13);
    EXPECT_DOUBLE_EQ(properties.at("stages"), 4);
    EXPECT_DOUBLE_EQ(properties.at("wa"), 36.44);
    EXPECT_DOUBLE_EQ(properties.at("params"), 2'684'792);
    EXPECT_DOUBLE_EQ(properties.at("width_4"), 368);
    EXPECT_DOUBLE_EQ(properties.at("depth_3"), 4);
    EXPECT_DOUBLE_EQ(properties.at("group_width"), 8);
}

TEST(Properties, StagesShareARatioOrHaveNone)
{
    NetworkSpec network;
    network.stages = {Stage{.width = 16, .depth = 1, .bottleneckRatio = 1, .groupWidth = 8},
                      Stage{.width = 32, .depth = 2, .bottleneckRatio = 1, .groupWidth = 16}};
    const auto properties = propertiesOf(network);
    EXPECT_DOUBLE_EQ(properties.at("bottleneck_ratio"), 1);
    EXPECT_FALSE(properties.contains("group_width"));
    EXPECT_FALSE(properties.contains("w0"));
}

} // namespace
} // namespace regnet
