// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/network_code.h"

#include "core/format/network_module.h"
#include "core/network/network_json.h"
#include "core/network/published.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

using testing::HasSubstr;

template <class Write>
std::string refusal(const NetworkSpec& spec, Write write)
{
    try {
        write(spec);
    } catch (const Error& error) {
        EXPECT_EQ(error.problem().kind, ProblemKind::Failed);
        return error.what();
    }
    return "written";
}

// torchvision itself makes 400 of the last stage (pycls's 384 is right): explicit stages avoid its rounding.
TEST(TorchvisionCode, GivesTheStagesThemselves)
{
    const std::string code = torchvisionCode(publishedModel("RegNetX-400MF").spec);
    EXPECT_THAT(code, HasSubstr("depths=[1, 2, 7, 12]"));
    EXPECT_THAT(code, HasSubstr("widths=[32, 64, 160, 384]"));
    EXPECT_THAT(code, HasSubstr("bottleneck_multipliers=[1.0, 1.0, 1.0, 1.0]"));
    EXPECT_THAT(code, HasSubstr("se_ratio=None"));
    EXPECT_THAT(code, HasSubstr("== 5157512"));
    EXPECT_THAT(torchvisionCode(publishedModel("RegNetY-800MF").spec), HasSubstr("se_ratio=0.25"));
}

TEST(TorchvisionCode, SaysWhatTorchvisionCannotBuild)
{
    NetworkSpec spec = publishedModel("RegNetX-400MF").spec;
    spec.block = BlockType::VR;
    EXPECT_THAT(refusal(spec, torchvisionCode),
                HasSubstr("torchvision cannot build this network: it has no VR"));
    spec.block = BlockType::X;
    spec.head.width = 512;
    EXPECT_THAT(refusal(spec, torchvisionCode), HasSubstr("no conv in the head"));
    spec.head.width = 0;
    spec.stem.type = StemType::ResStemIn;
    EXPECT_THAT(refusal(spec, torchvisionCode), HasSubstr("simple_stem_in"));
    spec.stem.type = StemType::SimpleStemIn;
    spec.seRatio = 0.01; // a channel for some blocks, and none for those of 32 channels
    EXPECT_THAT(refusal(spec, torchvisionCode), HasSubstr("rounds to no channel"));
}

TEST(TimmCode, BuildsEveryPublishedModelFromItsLine)
{
    for (const PublishedModel& model : publishedModels())
        EXPECT_THAT(timmCode(model.spec), HasSubstr("== " + std::to_string(model.cost.params))) << model.name;
    NetworkSpec z = publishedModel("RegNetX-400MF").spec;
    z.block = BlockType::ResBottleneckLinear;
    z.head.width = 1024;
    z.activation = Activation::Silu;
    const std::string code = timmCode(z);
    EXPECT_THAT(code, HasSubstr("downsample=None, linear_out=True"));
    EXPECT_THAT(code, HasSubstr("num_features=1024"));
    EXPECT_THAT(code, HasSubstr("act_layer=\"silu\""));
}

TEST(TimmCode, SaysWhatTimmCannotBuild)
{
    NetworkSpec stages;
    stages.stages = {{64, 1}};
    EXPECT_THAT(refusal(stages, timmCode), HasSubstr("it builds four stages, not 1"));
    stages.block = BlockType::V;
    EXPECT_THAT(refusal(stages, timmCode), HasSubstr("it has no V block"));
}

TEST(TimmCode, GivesTheStagesThemselvesWhereTimmWouldBuildOthers)
{
    NetworkSpec spec = publishedModel("RegNetX-400MF").spec;
    spec.regnet->stride = 1;
    EXPECT_THAT(timmCode(spec), HasSubstr("Every stage of timm's has stride 2"));
    EXPECT_THAT(timmCode(spec), HasSubstr("(32, 1, 1, 1.0, 16),"));
    // b = 1/3 makes a bottleneck of whole multiples of 3 and g in pycls, of g alone in timm.
    spec.regnet->stride = 2;
    spec.regnet->bottleneckRatio = 1.0 / 3;
    EXPECT_THAT(timmCode(spec), HasSubstr("timm would round this line to the widths ["));
    const NetworkSpec stages = toSpec(realise(publishedModel("RegNetX-400MF").spec));
    EXPECT_THAT(timmCode(stages), HasSubstr("class ExplicitRegNet(RegNet):"));
}

TEST(PythonCode, FallsBackToPlainPyTorchAndSaysWhy)
{
    NetworkSpec spec = publishedModel("RegNetX-400MF").spec;
    EXPECT_EQ(pythonCode(spec, "torchvision"), torchvisionCode(spec));
    spec.block = BlockType::VR;
    const std::string code = pythonCode(spec, "torchvision");
    EXPECT_THAT(code, testing::StartsWith("# torchvision cannot build this network: it has no VR block."));
    EXPECT_THAT(code, HasSubstr("class Block(nn.Module)"));
    EXPECT_EQ(code.find("SqueezeExcite"), std::string::npos);
}

} // namespace
} // namespace regnet
