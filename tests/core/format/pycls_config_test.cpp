// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/pycls_config.h"

#include "core/network/complexity.h"
#include "core/network/published.h"
#include "tests/core/network/reference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

using testing::HasSubstr;

std::string refusal(const std::string& text)
{
    try {
        realise(parsePyclsConfig(text, "net.yaml"));
    } catch (const Error& error) {
        return error.what();
    }
    return "accepted";
}

TEST(PyclsConfig, ReadsAPublishedOne)
{
    const NetworkSpec spec = parsePyclsConfig(R"(MODEL:
  TYPE: regnet
  NUM_CLASSES: 1000
REGNET:
  SE_ON: True
  DEPTH: 16
  W0: 48
  WA: 27.89
  WM: 2.09
  GROUP_W: 8
OPTIM:
  LR_POLICY: cos
  WEIGHT_DECAY: 5e-5
TRAIN:
  DATASET: imagenet
  IM_SIZE: 224
NUM_GPUS: 8
OUT_DIR: .
)",
                                              "net.yaml");
    EXPECT_EQ(spec, publishedModel("RegNetY-400MF").spec);
}

TEST(PyclsConfig, ReadsAnAnynet)
{
    const NetworkSpec spec = parsePyclsConfig(R"(MODEL: {TYPE: anynet, NUM_CLASSES: 1000}
ANYNET:
  STEM_TYPE: res_stem_in
  STEM_W: 64
  BLOCK_TYPE: res_bottleneck_block
  DEPTHS: [3, 4, 6, 3]
  WIDTHS: [256, 512, 1024, 2048]
  STRIDES: [1, 2, 2, 2]
  BOT_MULS: [0.25, 0.25, 0.25, 0.25]
  GROUP_WS: [64, 128, 256, 512]
)",
                                              "resnet.yaml");
    EXPECT_EQ(cost(realise(spec)), (Cost{4089185256, 25557032, 11315688}));
}

TEST(PyclsConfig, MissingKeysTakePyclsDefaults)
{
    const NetworkSpec spec = parsePyclsConfig("MODEL:\n  TYPE: regnet\nREGNET:\n  DEPTH: 4\n", "a.yaml");
    EXPECT_EQ(*spec.regnet, (RegnetParameters{{4, 32, 5, 2.5}, 1, 16, 2}));
    EXPECT_EQ(spec.head.classes, 10);
    EXPECT_EQ(spec.seRatio, 0);
}

TEST(PyclsConfig, ReadsBackWhatItWrites)
{
    for (const PublishedModel& model : publishedModels())
        EXPECT_EQ(parsePyclsConfig(pyclsConfig(model.spec), "x.yaml"), model.spec) << model.name;
    for (const auto& row : pyclsReference("complexity").at("cases")) {
        const NetworkSpec spec = specOfCase(row);
        EXPECT_EQ(realise(parsePyclsConfig(pyclsConfig(spec), "x.yaml")), realise(spec)) << row.at("id");
    }
    NetworkSpec silu = publishedModel("RegNetX-400MF").spec;
    silu.activation = Activation::Silu;
    EXPECT_EQ(parsePyclsConfig(pyclsConfig(silu), "x.yaml"), silu);
}

TEST(PyclsConfig, WritesOtherBlocksWherePyclsHasThem)
{
    NetworkSpec spec;
    spec.block = BlockType::R;
    spec.stages = {{64, 1, 2, 2, 8}};
    EXPECT_EQ(cost(realise(parsePyclsConfig(pyclsConfig(spec), "x.yaml"))), cost(realise(spec)));
    spec.block = BlockType::VR;
    try {
        pyclsConfig(spec);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.problem().kind, ProblemKind::Failed);
        EXPECT_THAT(error.what(), HasSubstr("VR"));
    }
}

// yaml-cpp takes the first of two values, PyYAML the last: pycls would train another network.
TEST(PyclsConfig, WhatPyclsWouldReadInAnotherWayIsRefused)
{
    EXPECT_EQ(refusal("REGNET:\n  W0: 24\nTRAIN: {IM_SIZE: 32}\nREGNET:\n  W0: 48\n"),
              "net.yaml:4, REGNET: stands twice in one section; expected each key once");
    EXPECT_EQ(refusal("MODEL:\n  NUM_CLASSES: 10\n  NUM_CLASSES: 100\nREGNET: {W0: 24}\n"),
              "net.yaml:3, MODEL.NUM_CLASSES: stands twice in one section; expected each key once");
    EXPECT_EQ(refusal("REGNET:\n  W0: 24\n---\nREGNET:\n  W0: 48\n"),
              "net.yaml:4: begins a second document; expected one document a file");
    EXPECT_THAT(refusal("REGNET:\n  W0: 24\n---\njunk: ["), HasSubstr("is not YAML"));
    EXPECT_THAT(refusal("REGNET:\n  W0: 24\n...\njunk\n"), HasSubstr("begins a second document"));
    EXPECT_EQ(refusal("---\nREGNET:\n  W0: 24\n...\n"), "accepted");
    EXPECT_EQ(refusal("REGNET:\n  DEPTH: 010\n"),
              "net.yaml:2, REGNET.DEPTH: is 010; expected a number that does not begin with 0");
    EXPECT_THAT(refusal("REGNET:\n  WM: 08\n"), HasSubstr("REGNET.WM: is 08"));
    for (const char* nothing : {"", " ~", " null"})
        EXPECT_EQ(refusal(std::string("REGNET:\n  W0:") + nothing + "\n  WA: 8\n"),
                  "net.yaml:2, REGNET.W0: is empty; expected a value, or no such key");
    EXPECT_EQ(refusal("REGNET: {W0: 24}\n<<: {TRAIN: {IM_SIZE: 32}}\n"),
              "net.yaml:2, <<: merges another section; expected its keys themselves");
    EXPECT_THAT(refusal("REGNET: {W0: 24}\nTRAIN: {<<: {IM_SIZE: 32}}\n"), HasSubstr("TRAIN.<<: merges"));
    // What is not read may be as it likes.
    EXPECT_EQ(refusal("REGNET:\n  W0: 24\nOPTIM:\n  LR: ~\n  LR: 010\n  <<: {MAX_EPOCH: 5}\n"), "accepted");
}

// Passed over, they would leave 10 classes and 224 pixels.
TEST(PyclsConfig, WhatPyclsDoesNotKnowIsRefusedWhereTheNetworkIsReadFrom)
{
    EXPECT_THAT(refusal("MODEL:\n  NUM_CLASES: 1000\nREGNET: {W0: 24}\n"),
                testing::StartsWith("net.yaml:2, MODEL.NUM_CLASES: is not a key of pycls; expected one of"));
    EXPECT_THAT(refusal("REGNET: {W0: 24}\nTRAIN: {IM_SIZ: 32}\n"),
                HasSubstr("net.yaml:2, TRAIN.IM_SIZ: is not a key of pycls"));
    EXPECT_EQ(refusal("REGNET: {W0: 24}\nMODLE: {NUM_CLASSES: 1000}\n"),
              "net.yaml:2, MODLE: is not a section of pycls; expected MODEL, REGNET, ANYNET, TRAIN, or "
              "another one of it");
    EXPECT_EQ(refusal("MEM: {RELU_INPLACE: True}\nREGNET: {W0: 24}\nTRAIN: {EVAL_PERIOD: 1}\n"),
              "accepted"); // of older versions
}

TEST(PyclsConfig, ErrorsNameFileLineAndKey)
{
    EXPECT_EQ(refusal("MODEL:\n  TYPE: regnet\nREGNET:\n  W0: 20\n"),
              "net.yaml:4, REGNET.W0: is 20; expected a multiple of 8 above 0");
    EXPECT_THAT(refusal("REGNET:\n  DEPHT: 4\n"),
                HasSubstr("net.yaml:2, REGNET.DEPHT: is not a key of pycls"));
    EXPECT_EQ(refusal("REGNET:\n  W0: 24\n  WA: 8\n  W0: 32\n"),
              "net.yaml:4, REGNET.W0: stands twice in one section; expected each key once");
    EXPECT_THAT(refusal("REGNET:\n  DEPTH: four\n"), HasSubstr("net.yaml:2, REGNET.DEPTH: is four"));
    EXPECT_THAT(refusal("REGNET:\n  DEPTH: [4]\n"), HasSubstr("is a list; expected a number"));
    EXPECT_THAT(refusal("REGNET:\n  SE_ON: maybe\n"), HasSubstr("REGNET.SE_ON: is maybe"));
    EXPECT_THAT(refusal("REGNET:\n  BOT_MUL: 1.5\n"), HasSubstr("net.yaml:2, REGNET.BOT_MUL"));
    EXPECT_THAT(refusal("REGNET:\n  BOT_MUL: 0\n"), HasSubstr("net.yaml:2, REGNET.BOT_MUL: is 0"));
    EXPECT_THAT(refusal("REGNET:\n  STEM_TYPE: no_stem\n"), HasSubstr("one of simple_stem_in"));
    EXPECT_THAT(refusal("MODEL:\n  TYPE: effnet\n"), HasSubstr("net.yaml:2, MODEL.TYPE: is effnet"));
    EXPECT_THAT(refusal("MODEL:\n  TYPE: anynet\n"), HasSubstr("ANYNET: is missing"));
    EXPECT_THAT(refusal("ANYNET:\n  DEPTHS: [1, 2]\n  WIDTHS: [8]\n"),
                HasSubstr("net.yaml:3, ANYNET.WIDTHS: has 1 entries; expected 2"));
    EXPECT_THAT(refusal("ANYNET:\n  DEPTHS: [1]\n  WIDTHS: [8]\n  STRIDES: [2]\n"), HasSubstr("BOT_MULS"));
    EXPECT_THAT(refusal("REGNET: {DEPTH: 4}\nTRAIN:\n  IM_SIZE: 0\n"),
                HasSubstr("net.yaml:3, TRAIN.IM_SIZE"));
    EXPECT_THAT(refusal("REGNET: 3\n"), HasSubstr("net.yaml:1, REGNET: is no section"));
    EXPECT_THAT(refusal("REGNET:\n\t- x"), HasSubstr("net.yaml:2: is not YAML"));
    EXPECT_THAT(refusal(""), HasSubstr("is no configuration"));
    EXPECT_THAT(refusal(std::string(100'000, '[')), HasSubstr("is not YAML"));
    EXPECT_THAT(refusal(std::string(2'000'000, ' ')), HasSubstr("1 MiB"));
}

} // namespace
} // namespace regnet
