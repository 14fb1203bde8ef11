// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/pycls_sweep_setup.h"

#include "core/space/built_in_spaces.h"
#include "tests/problem_of.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

/// The values of pycls's own cifar_regnet, as far as they are about networks; some other settings too.
constexpr const char* cifarRegnet = R"(DESC: a sweep
NAME: cifar/cifar_regnet
SETUP:
  NUM_CONFIGS: 32
  SAMPLERS:
    REGNET:
      TYPE: regnet_sampler
      DEPTH: [6, 16]
      GROUP_W: [1, 32]
  CONSTRAINTS:
    CX:
      FLOPS: [0.12e+9, 0.13e+9]
      PARAMS: [0, 2.0e+6]
      ACTS: [0, 1.0e+6]
    REGNET:
      NUM_STAGES: [2, 2]
  BASE_CFG:
    MODEL:
      TYPE: regnet
      NUM_CLASSES: 10
    REGNET:
      STEM_TYPE: res_stem_cifar
      SE_ON: True
      STEM_W: 16
    OPTIM:
      BASE_LR: 1.0
    TRAIN:
      IM_SIZE: 32
LAUNCH:
  NUM_GPUS: 1
)";

std::string problemOf(std::string text)
{
    return regnet::problemOf([&] { parseSweepSetup(text, "sweep.yaml"); });
}

std::string with(const std::string& old, const std::string& replacement)
{
    std::string text = cifarRegnet;
    const std::size_t at = text.find(old);
    if (at == std::string::npos) throw std::out_of_range(old);
    return text.replace(at, old.size(), replacement);
}

TEST(PyclsSweepSetup, CifarRegnetIsTheBuiltInSpace)
{
    const SweepSetup setup = parseSweepSetup(cifarRegnet, "sweep.yaml");
    EXPECT_EQ(setup.configs, 32);
    EXPECT_EQ(setup.samples, 1'000'000);
    EXPECT_EQ(setup.name, "cifar/cifar_regnet");
    DesignSpace expected = builtInSpace("cifar_regnet");
    expected.note = "a sweep";
    EXPECT_EQ(setup.space, expected);
}

TEST(PyclsSweepSetup, WhatIsWrittenIsReadAgain)
{
    SweepSetup setup = parseSweepSetup(cifarRegnet, "sweep.yaml");
    setup.seed = 7;
    EXPECT_THAT(sweepSetupYaml(setup), testing::HasSubstr("TYPE: regnet_sampler"));
    EXPECT_EQ(parseSweepSetup(sweepSetupYaml(setup), "again.yaml"), setup);
}

TEST(PyclsSweepSetup, EveryBuiltInSpaceGoesRoundOrIsRefusedWithItsRule)
{
    int written = 0;
    std::map<std::string, int> refused;
    for (const DesignSpace& space : builtInSpaces()) {
        SweepSetup setup;
        setup.name = "x/" + space.name;
        setup.description = space.note;
        setup.configs = 5;
        setup.space = space;
        setup.space.parent.clear();
        std::string text;
        try {
            text = sweepSetupYaml(setup);
        } catch (const Error& error) {
            ++refused[error.problem().where];
            continue;
        }
        ++written;
        DesignSpace expected = setup.space;
        DesignSpace found = parseSweepSetup(text, space.name).space;
        if (auto* any = std::get_if<AnyNetShape>(&expected.shape)) {
            // pycls lists the strides, and has no b and g for blocks that do not use them.
            if (any->strides.empty()) any->strides.assign(static_cast<std::size_t>(any->stages), 2);
            auto& read = std::get<AnyNetShape>(found.shape);
            if (!hasBottleneck(space.block)) read.groupWidth = any->groupWidth;
        }
        EXPECT_EQ(found, expected) << text;
    }
    EXPECT_GT(written, 15);
    EXPECT_EQ(refused.at("anynet.shared_bottleneck_ratio"), 2); // B and C with g shared as well ...
    EXPECT_EQ(refused.at("regnet.w0_equals_wa"), 1);
    EXPECT_EQ(refused.at("block"), 9);
    EXPECT_EQ(refused.at("limits.curves"), 3);
    EXPECT_EQ(refused.at("anynet.group_counts"), 2);
}

TEST(PyclsSweepSetup, CurvesOfARegimeBecomeRanges)
{
    SweepSetup setup;
    setup.name = "c";
    setup.space = builtInSpace("RegNetX_constrained@400MF");
    const DesignSpace read = parseSweepSetup(sweepSetupYaml(setup), "c.yaml").space;
    EXPECT_EQ(read.limits.params.high, 5'200'000);
    EXPECT_EQ(read.limits.activations.high, 4'110'960); // 6.5 * sqrt(0.4) million
}

TEST(PyclsSweepSetup, SingleParametersMayBeSampled)
{
    const SweepSetup setup = parseSweepSetup(R"(NAME: one
SETUP:
  NUM_CONFIGS: 3
  SAMPLERS:
    REGNET.WA: {TYPE: float_sampler, RAND_TYPE: log_uniform, RANGE: [8.0, 64.0], QUANTIZE: 0.5}
    REGNET.BOT_MUL: {TYPE: value_sampler, VALUES: [0.25, 0.5, 1.0]}
    TRAIN.IM_SIZE: {TYPE: int_sampler, RANGE: [192, 256], QUANTIZE: 32}
  BASE_CFG: {MODEL: {TYPE: regnet, NUM_CLASSES: 1000}, REGNET: {DEPTH: 20, W0: 48, WM: 2.2, GROUP_W: 24}}
)",
                                             "one.yaml");
    const auto& line = std::get<RegnetShape>(setup.space.shape);
    EXPECT_EQ(line.depth, fixedAt(20));
    EXPECT_EQ(line.wa, logUniform(8, 64, 0.5));
    EXPECT_EQ(line.bottleneckRatio, listed({4, 2, 1}));
    EXPECT_EQ(setup.space.resolution, uniform(192, 256, 32));
    EXPECT_EQ(line.fewestStages, 4);
}

TEST(PyclsSweepSetup, StagesAreLists)
{
    const SweepSetup setup = parseSweepSetup(R"(NAME: stages
SETUP:
  NUM_CONFIGS: 3
  SAMPLERS:
    ANYNET.DEPTHS: {TYPE: list_sampler, LENGTH: 3, ITEM_SAMPLER: {TYPE: int_sampler, RAND_TYPE: log_uniform, RANGE: [1, 16]}}
    ANYNET.WIDTHS: {TYPE: list_sampler, LENGTH: 3, ITEM_SAMPLER: {TYPE: int_sampler, RAND_TYPE: power2_uniform, RANGE: [16, 256]}}
  BASE_CFG:
    MODEL: {TYPE: anynet, NUM_CLASSES: 10}
    ANYNET: {STEM_TYPE: res_stem_cifar, STEM_W: 16, BLOCK_TYPE: res_basic_block, STRIDES: [1, 2, 2]}
    TRAIN: {IM_SIZE: 32}
)",
                                             "stages.yaml");
    const auto& any = std::get<AnyNetShape>(setup.space.shape);
    EXPECT_EQ(any.stages, 3);
    EXPECT_EQ(any.depth, logUniform(1, 16, 1));
    EXPECT_EQ(any.width, power2(16, 256));
    EXPECT_EQ(any.strides, (std::vector<std::int64_t>{1, 2, 2}));
    EXPECT_EQ(setup.space.block, BlockType::ResBasic);
}

TEST(PyclsSweepSetup, WhatPyclsWouldReadInAnotherWayIsRefused)
{
    EXPECT_EQ(
        problemOf(with("GROUP_W: [1, 32]", "DEPTH: [8, 8]")),
        "sweep.yaml:9, SETUP.SAMPLERS.REGNET.DEPTH: stands twice in one section; expected each key once");
    EXPECT_EQ(problemOf(with("  BASE_CFG:", "  CONSTRAINTS: {}\n  BASE_CFG:")),
              "sweep.yaml:17, SETUP.CONSTRAINTS: stands twice in one section; expected each key once");
    EXPECT_THAT(problemOf(with("    OPTIM:", "    MODEL: {TYPE: anynet}\n    OPTIM:")),
                testing::HasSubstr("SETUP.BASE_CFG.MODEL: stands twice"));
    EXPECT_THAT(problemOf(with("STEM_W: 16", "STEM_TYPE: simple_stem_in")),
                testing::HasSubstr("REGNET.STEM_TYPE: stands twice"));
    EXPECT_EQ(problemOf(with("LAUNCH:", "---\nLAUNCH:")),
              "sweep.yaml:30: begins a second document; expected one document a file");
    EXPECT_EQ(problemOf(with("NUM_CONFIGS: 32", "NUM_CONFIGS: 032")),
              "sweep.yaml:4, SETUP.NUM_CONFIGS: is 032; expected a number that does not begin with 0");
    EXPECT_THAT(problemOf(with("STEM_W: 16", "STEM_W: 016")), testing::HasSubstr("STEM_W: is 016"));
    EXPECT_EQ(problemOf(with("DEPTH: [6, 16]", "DEPTH:")),
              "sweep.yaml:8, SETUP.SAMPLERS.REGNET.DEPTH: is empty; expected a value, or no such key");
    EXPECT_THAT(problemOf(with("DEPTH: [6, 16]", "DEPTH: [~, 16]")), testing::HasSubstr("DEPTH: is empty"));
    EXPECT_THAT(problemOf(with("STEM_W: 16", "STEM_W: ~")), testing::HasSubstr("STEM_W: is empty"));
    EXPECT_EQ(problemOf(with("DESC: a sweep", "DESC:")), "no problem");
}

TEST(PyclsSweepSetup, ProblemsNameLineAndKey)
{
    EXPECT_EQ(problemOf("[1, 2"), problemOf("[1, 2")); // no crash
    EXPECT_THAT(problemOf("[1, 2"), testing::StartsWith("sweep.yaml:1: is not YAML"));
    EXPECT_EQ(problemOf("MODEL: {TYPE: regnet}"),
              "sweep.yaml: is no sweep configuration of pycls; expected a section SETUP");
    EXPECT_EQ(problemOf(with("TYPE: regnet_sampler", "TYPE: magic_sampler")),
              "sweep.yaml:7, SETUP.SAMPLERS.REGNET.TYPE: is magic_sampler; expected regnet_sampler");
    EXPECT_EQ(problemOf(with("DEPTH: [6, 16]", "DEPTH: [6]")),
              "sweep.yaml:8, SETUP.SAMPLERS.REGNET.DEPTH: has 1 entries; expected [LOW, HIGH]");
    EXPECT_EQ(
        problemOf(with("DEPTH: [6, 16]", "DEPTH: [16, 6]")),
        "sweep.yaml:8, SETUP.SAMPLERS.REGNET.DEPTH: is [16, 6]; expected [LOW, HIGH] with LOW at most HIGH");
    EXPECT_THAT(problemOf(with("      DEPTH: [6, 16]", "      DEPHT: [6, 16]")),
                testing::StartsWith("sweep.yaml:8, SETUP.SAMPLERS.REGNET.DEPHT: is not a key of pycls"));
    EXPECT_EQ(problemOf(with("FLOPS: [0.12e+9, 0.13e+9]", "FLOPS: [2, 1]")),
              "sweep.yaml:12, SETUP.CONSTRAINTS.CX.FLOPS: ends at 1, below its beginning; expected an upper "
              "limit of "
              "at least 2");
    EXPECT_THAT(
        problemOf(
            with("    REGNET:\n      TYPE: regnet_sampler\n      DEPTH: [6, 16]\n      GROUP_W: [1, 32]",
                 "    OPTIM.BASE_LR: {TYPE: float_sampler, RANGE: [0.1, 1.0]}")),
        testing::StartsWith("sweep.yaml:6, SETUP.SAMPLERS.OPTIM.BASE_LR: samples what is no part of a line"));
}

// Passed over, it would draw from a space without these limits.
TEST(PyclsSweepSetup, AMisspeltConstraintIsRefused)
{
    EXPECT_EQ(problemOf(with("    CX:", "    XC:")),
              "sweep.yaml:11, SETUP.CONSTRAINTS.XC: is not a key of pycls; expected one of CX, REGNET");
    EXPECT_EQ(problemOf(with("NUM_STAGES:", "NUM_STAGE:")),
              "sweep.yaml:16, SETUP.CONSTRAINTS.REGNET.NUM_STAGE: is not a key of pycls; expected one of "
              "NUM_STAGES");
    EXPECT_THAT(problemOf(with("NUM_CLASSES: 10", "NUM_CLASES: 10")),
                testing::StartsWith("sweep.yaml:20, SETUP.BASE_CFG.MODEL.NUM_CLASES: is not a key of pycls"));
}

// The network of BASE_CFG is a part of the file: its lines are the file's.
TEST(PyclsSweepSetup, ProblemsOfTheBaseNameTheLineInTheFile)
{
    EXPECT_EQ(problemOf(with("STEM_W: 16", "STEM_W: big")),
              "sweep.yaml:24, SETUP.BASE_CFG.REGNET.STEM_W: is big; expected a number");
    EXPECT_THAT(problemOf(with("NUM_CLASSES: 10", "NUM_CLASSES: 0")),
                testing::StartsWith("sweep.yaml:20, SETUP.BASE_CFG.MODEL.NUM_CLASSES: is 0"));
    EXPECT_THAT(problemOf(with("STEM_W: 16", "STEMW: 16")),
                testing::StartsWith("sweep.yaml:24, SETUP.BASE_CFG.REGNET.STEMW: is not a key of pycls"));
}

// What our space calls regnet.wm is REGNET.WM there.
TEST(PyclsSweepSetup, ProblemsOfTheSpaceAreToldWithTheKeysOfTheFile)
{
    const std::string sampler = "    REGNET:\n      TYPE: regnet_sampler\n      DEPTH: [6, 16]\n";
    const auto wm = [&](const std::string& range) {
        return problemOf(
            with(sampler + "      GROUP_W: [1, 32]", "    REGNET.WM:\n      TYPE: float_sampler\n" + range));
    };
    EXPECT_EQ(wm("      RANGE: [5.5, 3.0]"), "sweep.yaml:8, SETUP.SAMPLERS.REGNET.WM.RANGE: is [5.5, 3]; "
                                             "expected [LOW, HIGH] with LOW at most HIGH");
    EXPECT_EQ(wm("      RANGE: [2.0, 3.0]\n      QUANTIZE: -1"),
              "sweep.yaml:9, SETUP.SAMPLERS.REGNET.WM.QUANTIZE: is -1; expected a number above 0");
    EXPECT_EQ(problemOf(with("DEPTH: [6, 16]", "DEPTH: [0, 16]")),
              "sweep.yaml:8, SETUP.SAMPLERS.REGNET.DEPTH: can be 0; expected whole numbers from 1 to 1024");
    EXPECT_THAT(problemOf(with("GROUP_W: [1, 32]", "GROUP_W: [3, 32]")),
                testing::StartsWith("sweep.yaml:9, SETUP.SAMPLERS.REGNET.GROUP_W: is 3"));
}

} // namespace
} // namespace regnet
