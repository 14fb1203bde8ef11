// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/network_export.h"

#include "core/format/network_text.h"
#include "core/network/network_json.h"
#include "core/network/published.h"
#include "core/problem.h"

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>

namespace regnet {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

TEST(NetworkExport, EachFormBeginsAsItShould)
{
    const NetworkSpec& spec = publishedModel("RegNetX-400MF").spec;
    EXPECT_EQ(parseNetwork(networkInForm(spec, "json"), "net.json"), spec);
    EXPECT_THAT(networkInForm(spec, "pycls"), HasSubstr("TYPE: regnet"));
    EXPECT_THAT(networkInForm(spec, "timm"), HasSubstr("from timm."));
    EXPECT_THAT(networkInForm(spec, "torchvision"), HasSubstr("from torchvision."));
    EXPECT_THAT(networkInForm(spec, "pytorch"), HasSubstr("import torch"));
    EXPECT_THAT(networkInForm(spec, "svg", "A & B"), HasSubstr("A &amp; B"));
    EXPECT_THAT(networkInForm(spec, "svg", "A\x1B B \xFF"), HasSubstr("A\uFFFD B \uFFFD"));
    for (const std::string& form : networkForms())
        EXPECT_THAT(networkInForm(spec, form), EndsWith("\n")) << form;
}

TEST(NetworkExport, WhatCannotBeBuiltIsNotWritten)
{
    NetworkSpec spec = publishedModel("RegNetX-400MF").spec;
    spec.resolution = 0;
    for (const std::string& form : networkForms())
        EXPECT_THROW(networkInForm(spec, form), Error) << form;
}

TEST(NetworkExport, TheCommandSaysFormAndFile)
{
    EXPECT_EQ(exportCommandOf(publishedModel("RegNetX-400MF").spec, "svg", "my net.svg"),
              "regnet export network --d 22 --w0 24 --wa 24.48 --wm 2.54 --g 16 --as svg --out 'my net.svg'");
    NetworkSpec stages;
    stages.stages = {{.width = 16, .depth = 1}, {.width = 32, .depth = 2}};
    const std::string command = exportCommandOf(stages, "timm", "net.py");
    EXPECT_THAT(command, StartsWith("printf '%s' '{"));
    EXPECT_THAT(command, EndsWith("&& regnet export network --spec network.json --as timm --out net.py"));
}

TEST(NetworkExport, AFitIsOfTheStagesAsTheyAreBuilt)
{
    const std::string command = fitCommandOf(publishedModel("RegNetX-400MF").spec);
    EXPECT_THAT(command, EndsWith("> network.json && regnet fit network.json"));
    EXPECT_THAT(command, HasSubstr("\"width\":384")) << "the group fix is in";
    EXPECT_THAT(command, testing::Not(HasSubstr("regnet\":"))) << "a line needs no fit";
}

} // namespace
} // namespace regnet
