// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/network_text.h"

#include "core/format/pycls_config.h"
#include "core/network/network_json.h"
#include "core/network/published.h"
#include "tests/problem_of.h"

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>

namespace regnet {
namespace {

std::string problemOf(std::string_view text)
{
    return regnet::problemOf([&] { parseNetworkText(text, "net.txt"); });
}

TEST(NetworkText, ACommandSaysOnlyWhatIsNotUsual)
{
    EXPECT_EQ(commandLineOf(publishedModel("RegNetX-400MF").spec),
              "regnet network --d 22 --w0 24 --wa 24.48 --wm 2.54 --g 16");
    NetworkSpec other = publishedModel("RegNetY-400MF").spec;
    other.block = BlockType::VR;
    other.stem = {StemType::ResStemIn, 64};
    other.resolution = 96;
    other.head = {128, 10};
    EXPECT_EQ(commandLineOf(other),
              "regnet network --d 16 --w0 48 --wa 27.89 --wm 2.09 --g 8 --se 0.25 --block VR "
              "--stem res_stem_in --stem-width 64 --head-width 128 --classes 10 --resolution 96");
}

TEST(NetworkText, EveryPublishedNetworkComesBackFromEveryForm)
{
    for (const PublishedModel& model : publishedModels()) {
        EXPECT_EQ(parseNetworkText(commandLineOf(model.spec), "x"), model.spec) << model.name;
        EXPECT_EQ(parseNetworkText(toJson(model.spec).dump(1), "x"), model.spec) << model.name;
        EXPECT_EQ(parseNetworkText(pyclsConfig(model.spec), "x"), model.spec) << model.name;
    }
}

TEST(NetworkText, APublishedNameCanBeChanged)
{
    const NetworkSpec spec =
        parseNetworkText("  regnet network --published RegNetX-400MF \\\n --se=0.25\n", "x");
    EXPECT_EQ(spec.seRatio, 0.25);
    EXPECT_EQ(spec.regnet->line.depth, 22);
}

TEST(NetworkText, OneSentenceForWhatIsWrong)
{
    EXPECT_EQ(problemOf(""),
              "net.txt: is empty; expected network JSON, a pycls configuration, or a regnet network command");
    EXPECT_EQ(problemOf("--d 22 --w0 24"),
              "net.txt, --wa: is missing; expected --d, --w0, --wa and --wm together");
    EXPECT_EQ(problemOf("regnet network --d 2.5 --w0 24 --wa 1 --wm 2"),
              "net.txt, --d: is 2.5; expected an integer");
    EXPECT_EQ(problemOf("regnet network --d"), "net.txt, --d: has no value; expected a value behind it");
    EXPECT_THAT(problemOf("regnet network --published RegNetX-400MF --colour red"),
                testing::StartsWith("net.txt, --colour: is no option that describes a network"));
    EXPECT_THAT(problemOf("regnet sample --n 3"), testing::StartsWith("net.txt: 'sample' is no option"));
}

} // namespace
} // namespace regnet
