// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/network_code.h"

#include "core/network/complexity.h"
#include "core/network/group_compatibility.h"
#include "core/text/readable.h"

#include <fmt/format.h>

#include <cmath>
#include <numeric>

namespace regnet {
namespace {

/// A double as Python writes it: always with a point or an exponent.
std::string python(double value)
{
    const std::string text = shortest(value);
    return text.find_first_of(".en") == std::string::npos ? text + ".0" : text;
}

[[noreturn]] void refuse(const char* library, const std::string& field, const std::string& why)
{
    throwFailed(field, fmt::format("{} cannot build this network: {}", library, why));
}

/// What both libraries lack.
void requireCommon(const char* library, const Network& network)
{
    if (network.stem.type != StemType::SimpleStemIn)
        refuse(library, "stem.type", "it has only simple_stem_in");
    if (network.seRatio == 0) return;
    std::int64_t input = network.stem.width;
    for (const Stage& stage : network.stages) {
        if (std::nearbyint(static_cast<double>(input) * network.seRatio) < 1 ||
            std::nearbyint(static_cast<double>(stage.width) * network.seRatio) < 1)
            refuse(library, "se_ratio", "a block's squeeze-and-excitation rounds to no channel");
        input = stage.width;
    }
}

std::string parameterCheck(const Network& network)
{
    return fmt::format("\nassert sum(p.numel() for p in model.parameters()) == {}\n", cost(network).params);
}

template <class Get>
std::string pythonList(const std::vector<Stage>& stages, Get get)
{
    std::string text;
    for (const Stage& stage : stages)
        text += (text.empty() ? "" : ", ") + get(stage);
    return "[" + text + "]";
}

/// timm's stages for a line: quantised in single precision (its newer releases do), bottlenecks rounded to
/// groups without the whole multiple that b < 1 asks for.
std::vector<Stage> timmStages(const RegnetParameters& regnet)
{
    const auto w0 = static_cast<float>(regnet.line.w0);
    const auto wa = static_cast<float>(regnet.line.wa);
    const auto wm = static_cast<float>(regnet.line.wm);
    const double multiplier = multiplierOf(regnet.bottleneckRatio);
    std::vector<Stage> stages;
    for (std::int64_t j = 0; j < regnet.line.depth; ++j) {
        const float u = static_cast<float>(j) * wa + w0;
        const float k = std::nearbyint(std::log(u / w0) / std::log(wm));
        const float width = std::nearbyint(w0 * std::pow(wm, k) / 8.0F) * 8.0F;
        const auto channels = static_cast<std::int64_t>(width);
        if (stages.empty() || stages.back().width != channels) stages.push_back({channels, 0});
        ++stages.back().depth;
    }
    for (Stage& stage : stages) {
        const auto bottleneck = static_cast<std::int64_t>(static_cast<double>(stage.width) * multiplier);
        stage.groupWidth = std::max<std::int64_t>(1, std::min(regnet.groupWidth, bottleneck));
        const double quotient = static_cast<double>(bottleneck) / static_cast<double>(stage.groupWidth);
        stage.width = static_cast<std::int64_t>(std::nearbyint(quotient) *
                                                static_cast<double>(stage.groupWidth) / multiplier);
    }
    return stages;
}

bool isSameBody(const std::vector<Stage>& a, const std::vector<Stage>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Stage& x, const Stage& y) {
        return x.width == y.width && x.depth == y.depth && x.groupWidth == y.groupWidth;
    });
}

/// What follows the line or the stages in timm's configuration, and the number of classes.
std::string timmCommon(const Network& network)
{
    std::string text =
        fmt::format("        se_ratio={}, stem_width={},\n", python(network.seRatio), network.stem.width);
    if (network.block == BlockType::ResBottleneckLinear)
        text += "        downsample=None, linear_out=True,\n";
    if (network.head.width > 0) text += fmt::format("        num_features={},\n", network.head.width);
    if (network.activation == Activation::Silu) text += "        act_layer=\"silu\",\n";
    return text + fmt::format("    ),\n    num_classes={},\n", network.head.classes);
}

bool isLineOfTimm(const NetworkSpec& spec, const Network& network)
{
    return spec.regnet && spec.regnet->stride == 2 && isSameBody(timmStages(*spec.regnet), network.stages);
}

/// The widths that timm would give the stages of a line, for the one who wonders.
std::string timmsOwn(const NetworkSpec& spec)
{
    if (!spec.regnet)
        return "timm builds RegNets from d, w0, wa and wm: here the stages themselves are given.";
    if (spec.regnet->stride != 2)
        return "Every stage of timm's has stride 2: here the stages themselves are given.";
    return "timm would round this line to the widths " +
           pythonList(timmStages(*spec.regnet), [](const Stage& s) { return std::to_string(s.width); }) +
           ": here the stages themselves are given.";
}

/// The stages go in where timm computes them from the line.
std::string timmStagesCode(const NetworkSpec& spec, const Network& network)
{
    std::string text =
        "# " + timmsOwn(spec) +
        "\nfrom timm.models.regnet import RegNet, RegNetCfg\n\n\n"
        "class ExplicitRegNet(RegNet):\n"
        "    def _get_stage_args(self, cfg, *args, **kwargs):\n"
        "        common = dict(downsample=cfg.downsample, se_ratio=cfg.se_ratio, linear_out=cfg.linear_out,\n"
        "                      act_layer=cfg.act_layer, norm_layer=cfg.norm_layer)\n"
        "        return [dict(out_chs=w, depth=d, stride=s, bottle_ratio=b, group_size=g, dilation=1,\n"
        "                     drop_path_rates=[0.0] * d) for w, d, s, b, g in (\n";
    for (const Stage& stage : network.stages)
        text += fmt::format("            ({}, {}, {}, {}, {}),\n", stage.width, stage.depth, stage.stride,
                            python(multiplierOf(stage.bottleneckRatio)), stage.groupWidth);
    text += "        )], common\n\n\nmodel = ExplicitRegNet(\n    RegNetCfg(\n";
    return text + timmCommon(network) + ")" + parameterCheck(network);
}

} // namespace

std::string torchvisionCode(const NetworkSpec& spec)
{
    constexpr const char* library = "torchvision";
    const Network network = realise(spec);
    if (network.block != BlockType::X && network.block != BlockType::R)
        refuse(library, "block", fmt::format("it has no {} block", nameOf(network.block)));
    if (network.head.width > 0) refuse(library, "head.width", "it has no conv in the head");
    requireCommon(library, network);
    const auto& stages = network.stages;
    const bool isSilu = network.activation == Activation::Silu;
    std::string text =
        "# The stages are explicit: torchvision's own rounding to groups gives other widths.\n";
    if (isSilu) text += "from torch import nn\n";
    text +=
        "from torchvision.models.regnet import BlockParams, RegNet\n\nmodel = RegNet(\n    BlockParams(\n";
    text += fmt::format("        depths={},\n",
                        pythonList(stages, [](const Stage& s) { return std::to_string(s.depth); }));
    text += fmt::format("        widths={},\n",
                        pythonList(stages, [](const Stage& s) { return std::to_string(s.width); }));
    text += fmt::format("        group_widths={},\n",
                        pythonList(stages, [](const Stage& s) { return std::to_string(s.groupWidth); }));
    text += fmt::format("        bottleneck_multipliers={},\n", pythonList(stages, [](const Stage& s) {
                            return python(multiplierOf(s.bottleneckRatio));
                        }));
    text += fmt::format("        strides={},\n",
                        pythonList(stages, [](const Stage& s) { return std::to_string(s.stride); }));
    text += fmt::format("        se_ratio={},\n    ),\n",
                        network.seRatio > 0 ? python(network.seRatio) : std::string("None"));
    text +=
        fmt::format("    num_classes={},\n    stem_width={},\n", network.head.classes, network.stem.width);
    if (isSilu) text += "    activation=nn.SiLU,\n";
    return text + ")" + parameterCheck(network);
}

std::string timmCode(const NetworkSpec& spec)
{
    constexpr const char* library = "timm";
    const Network network = realise(spec);
    const bool isLinear = network.block == BlockType::ResBottleneckLinear;
    if (network.block != BlockType::X && !isLinear)
        refuse(library, "block", fmt::format("it has no {} block", nameOf(network.block)));
    if (network.stages.size() != 4)
        refuse(library, "stages", fmt::format("it builds four stages, not {}", network.stages.size()));
    if (isLinear && network.head.width == 0)
        refuse(library, "head.width", "it adds an activation before the head where no conv stands");
    requireCommon(library, network);
    if (!isLineOfTimm(spec, network)) return timmStagesCode(spec, network);
    const RegnetParameters& regnet = *spec.regnet;
    std::string text =
        "from timm.models.regnet import RegNet, RegNetCfg\n\nmodel = RegNet(\n    RegNetCfg(\n";
    text += fmt::format("        depth={}, w0={}, wa={}, wm={}, group_size={},\n", regnet.line.depth,
                        static_cast<std::int64_t>(regnet.line.w0), python(regnet.line.wa),
                        python(regnet.line.wm), regnet.groupWidth);
    text += fmt::format("        bottle_ratio={},  # the multiplier: bottleneck width / width\n",
                        python(multiplierOf(regnet.bottleneckRatio)));
    text += timmCommon(network);
    return text + ")" + parameterCheck(network);
}

} // namespace regnet
