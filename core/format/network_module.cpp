// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/network_module.h"

#include "core/format/network_code.h"
#include "core/network/complexity.h"
#include "core/problem.h"
#include "core/text/readable.h"

#include <fmt/format.h>

namespace regnet {
namespace {

constexpr const char* head = R"py(from collections import OrderedDict

import torch
from torch import nn
from torch.nn.functional import {activation} as act


def conv(inputs, outputs, kernel, stride=1, groups=1):
    return nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False)

)py";

constexpr const char* squeezeExcite = R"py(
class SqueezeExcite(nn.Module):
    def __init__(self, width, squeezed):
        super().__init__()
        self.f_ex = nn.Sequential(
            nn.Conv2d(width, squeezed, 1), nn.{module}(), nn.Conv2d(squeezed, width, 1), nn.Sigmoid())

    def forward(self, x):
        return x * self.f_ex(x.mean((2, 3), keepdim=True))

)py";

constexpr const char* bottleneckTransform = R"py(
class Transform(nn.Module):
    def __init__(self, inputs, outputs, bottleneck, groups, stride):
        super().__init__()
        self.a = conv(inputs, bottleneck, 1)
        self.a_bn = nn.BatchNorm2d(bottleneck)
        self.b = conv(bottleneck, bottleneck, 3, stride, groups)
        self.b_bn = nn.BatchNorm2d(bottleneck)
{squeeze}        self.c = conv(bottleneck, outputs, 1)
        self.c_bn = nn.BatchNorm2d(outputs)

    def forward(self, x):
        x = act(self.a_bn(self.a(x)))
        x = act(self.b_bn(self.b(x)))
{excite}        return self.c_bn(self.c(x))

)py";

/// One conv (V, VR) or two; `end` is applied to what the last one gives.
constexpr const char* plainTransform = R"py(
class {name}(nn.Module):
    def __init__(self, inputs, outputs, bottleneck, groups, stride):
        super().__init__()
        self.a = conv(inputs, outputs, 3, stride)
        self.a_bn = nn.BatchNorm2d(outputs)
{second}
    def forward(self, x):
        x = self.a_bn(self.a(x))
{then}        return {end}

)py";

constexpr const char* residualBlock = R"py(
class Block(nn.Module):
    def __init__(self, inputs, outputs, bottleneck, groups, stride):
        super().__init__()
        self.is_projected = inputs != outputs or stride != 1
        if self.is_projected:
            self.proj = conv(inputs, outputs, 1, stride)
            self.bn = nn.BatchNorm2d(outputs)
        self.f = Transform(inputs, outputs, bottleneck, groups, stride)

    def forward(self, x):
        shortcut = self.bn(self.proj(x)) if self.is_projected else x
        return act(shortcut + self.f(x))

)py";

constexpr const char* linearBlock = R"py(
class Block(nn.Module):
    def __init__(self, inputs, outputs, bottleneck, groups, stride):
        super().__init__()
        self.is_residual = inputs == outputs and stride == 1
        self.f = Transform(inputs, outputs, bottleneck, groups, stride)

    def forward(self, x):
        return x + self.f(x) if self.is_residual else self.f(x)

)py";

constexpr const char* network = R"py(
# blocks, stride of the first one, width, width of the bottleneck, groups
STAGES = [{stages}]


class Network(nn.Module):
    def __init__(self, classes={classes}):
        super().__init__()
        self.stem = nn.ModuleDict(dict(conv=conv(3, {stem}, {kernel}, {stride}), bn=nn.BatchNorm2d({stem})))
        width = {stem}
        for number, (depth, stride, outputs, bottleneck, groups) in enumerate(STAGES, 1):
            blocks = OrderedDict()
            for block in range(1, depth + 1):
                blocks[f"b{{block}}"] = Block(width, outputs, bottleneck, groups, stride if block == 1 else 1)
                width = outputs
            self.add_module(f"s{{number}}", nn.Sequential(blocks))
        self.head = nn.ModuleDict()
{headConv}        self.head["fc"] = nn.Linear(width, classes)

    def forward(self, x):
        x = act(self.stem["bn"](self.stem["conv"](x)))
{pool}        for number in range(1, len(STAGES) + 1):
            x = getattr(self, f"s{{number}}")(x)
{headForward}        return self.head["fc"](x.mean((2, 3)))


model = Network()
assert sum(p.numel() for p in model.parameters()) == {params}
)py";

std::string plain(BlockType block, const char* name, bool isLastActivated)
{
    const bool hasSecond = block == BlockType::Vanilla || block == BlockType::ResBasic;
    return fmt::format(fmt::runtime(plainTransform), fmt::arg("name", name),
                       fmt::arg("second", hasSecond ? "        self.b = conv(outputs, outputs, 3)\n"
                                                      "        self.b_bn = nn.BatchNorm2d(outputs)\n"
                                                    : ""),
                       fmt::arg("then", hasSecond ? "        x = self.b_bn(self.b(act(x)))\n" : ""),
                       fmt::arg("end", isLastActivated ? "act(x)" : "x"));
}

std::string transform(const Network& net)
{
    const bool hasSqueeze = net.seRatio > 0;
    std::string text;
    if (hasSqueeze)
        text += fmt::format(fmt::runtime(squeezeExcite),
                            fmt::arg("module", net.activation == Activation::Silu ? "SiLU" : "ReLU"));
    const std::string squeeze =
        hasSqueeze
            ? fmt::format("        squeezed = round(inputs * {})\n"
                          "        self.se = SqueezeExcite(bottleneck, squeezed) if squeezed else None\n",
                          shortest(net.seRatio))
            : std::string();
    return text + fmt::format(fmt::runtime(bottleneckTransform), fmt::arg("squeeze", squeeze),
                              fmt::arg("excite", hasSqueeze ? "        if self.se is not None:\n"
                                                              "            x = self.se(x)\n"
                                                            : ""));
}

std::string blockCode(const Network& net)
{
    switch (net.block) {
    case BlockType::V:
    case BlockType::Vanilla:
        return plain(net.block, "Block", true);
    case BlockType::VR:
    case BlockType::ResBasic:
        return plain(net.block, "Transform", false) + residualBlock;
    case BlockType::ResBottleneckLinear:
        return transform(net) + linearBlock;
    case BlockType::X:
    case BlockType::R:
        break;
    }
    return transform(net) + residualBlock;
}

std::string stageTable(const Network& net)
{
    std::string text;
    for (const Stage& stage : net.stages)
        text += fmt::format("{}({}, {}, {}, {}, {})", text.empty() ? "" : ", ", stage.depth, stage.stride,
                            stage.width, bottleneckWidth(stage, net.block), groups(stage, net.block));
    return text;
}

} // namespace

std::string pytorchCode(const NetworkSpec& spec, const std::string& why)
{
    const Network net = realise(spec);
    const bool isSilu = net.activation == Activation::Silu;
    std::string text = why.empty() ? "" : "# " + why + "\n";
    text += "# Parameters have pycls's names; images are (N, 3, " + std::to_string(net.resolution) + ", " +
            std::to_string(net.resolution) + ").\n";
    text += fmt::format(fmt::runtime(head), fmt::arg("activation", isSilu ? "silu" : "relu"));
    text += blockCode(net);
    const bool hasHeadConv = net.head.width > 0;
    text += fmt::format(
        fmt::runtime(network), fmt::arg("stages", stageTable(net)), fmt::arg("classes", net.head.classes),
        fmt::arg("stem", net.stem.width), fmt::arg("kernel", net.stem.type == StemType::ResStemIn ? 7 : 3),
        fmt::arg("stride", net.stem.type == StemType::ResStemCifar ? 1 : 2),
        fmt::arg("headConv", hasHeadConv ? fmt::format("        self.head[\"conv\"] = conv(width, {0}, 1)\n"
                                                       "        self.head[\"bn\"] = nn.BatchNorm2d({0})\n"
                                                       "        width = {0}\n",
                                                       net.head.width)
                                         : std::string()),
        fmt::arg("pool", net.stem.type == StemType::ResStemIn
                             ? "        x = nn.functional.max_pool2d(x, 3, 2, 1)\n"
                             : ""),
        fmt::arg("headForward",
                 hasHeadConv ? "        x = act(self.head[\"bn\"](self.head[\"conv\"](x)))\n" : ""),
        fmt::arg("params", cost(net).params));
    return text;
}

std::string pythonCode(const NetworkSpec& spec, const std::string& library)
{
    if (library == "pytorch") return pytorchCode(spec);
    try {
        return library == "timm" ? timmCode(spec) : torchvisionCode(spec);
    } catch (const Error& error) {
        if (error.problem().kind != ProblemKind::Failed) throw;
        return pytorchCode(spec, error.problem().wrong + ". Plain PyTorch instead:");
    }
}

} // namespace regnet
