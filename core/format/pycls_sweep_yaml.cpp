// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/pycls_config.h"
#include "core/format/pycls_sweep_setup.h"
#include "core/network/group_compatibility.h"
#include "core/text/readable.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace regnet {
namespace {

/// RAND_TYPE of pycls.
const char* pyclsName(DistributionKind kind)
{
    switch (kind) {
    case DistributionKind::Uniform:
        return "uniform";
    case DistributionKind::LogUniform:
        return "log_uniform";
    case DistributionKind::Power2:
        return "power2_uniform";
    case DistributionKind::Power2OrLogUniform:
        return "power2_or_log_uniform";
    case DistributionKind::Normal:
        return "normal";
    case DistributionKind::LogNormal:
        return "log_normal";
    case DistributionKind::List:
        break;
    }
    return "value_sampler";
}

/// pycls compares types: what is a float there needs a point.
std::string written(double value, bool isWhole)
{
    const std::string text = shortest(value);
    return isWhole || text.find_first_of(".e") != std::string::npos ? text : text + ".0";
}

std::string indented(const std::string& text, const std::string& by)
{
    std::string result;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        result += by + text.substr(begin, end - begin) + "\n";
        begin = end + 1;
    }
    return result;
}

std::string scalarSampler(const Distribution& d, bool isWhole)
{
    if (d.kind == DistributionKind::List) {
        std::string values;
        for (const double value : d.values)
            values += (values.empty() ? "" : ", ") + written(value, isWhole);
        return fmt::format("TYPE: value_sampler\nVALUES: [{}]\n", values);
    }
    std::string text =
        fmt::format("TYPE: {}\nRAND_TYPE: {}\nRANGE: [{}, {}]\n", isWhole ? "int_sampler" : "float_sampler",
                    pyclsName(d.kind), written(d.low, isWhole), written(d.high, isWhole));
    const double quantum = d.kind == DistributionKind::Power2 && !isWhole ? 1.0 / 128 : d.quantum;
    return text + fmt::format("QUANTIZE: {}\n", written(quantum, isWhole));
}

/// Of BOT_MUL, for a distribution of b.
Distribution multipliersOf(const Distribution& ratio, const char* field)
{
    if (ratio.kind == DistributionKind::Power2) return power2(1 / ratio.high, 1 / ratio.low);
    if (ratio.kind != DistributionKind::List)
        throwBadInput(field,
                      "is drawn as " + std::string(nameOf(ratio.kind)) + ", which pycls cannot for 1 / b",
                      "power2 or a list");
    std::vector<double> multipliers;
    for (const double value : ratio.values)
        multipliers.push_back(multiplierOf(value));
    return listed(multipliers);
}

bool isRegnetSampler(const RegnetShape& s)
{
    return s.depth == uniform(s.depth.low, s.depth.high, 1) && s.w0 == logUniform(s.w0.low, s.w0.high, 8) &&
           s.wa == logUniform(s.wa.low, s.wa.high, 0.1) && s.wm == logUniform(s.wm.low, s.wm.high, 0.001) &&
           s.groupWidth == power2OrLogUniform(s.groupWidth.low, s.groupWidth.high, 8) &&
           s.bottleneckRatio == power2(s.bottleneckRatio.low, s.bottleneckRatio.high);
}

std::string samplersOf(const RegnetShape& s)
{
    if (s.isW0EqualToWa)
        throwBadInput("regnet.w0_equals_wa", "is a rule that pycls does not know", "independent w0 and wa");
    if (isRegnetSampler(s)) {
        const Distribution m = multipliersOf(s.bottleneckRatio, "regnet.bottleneck_ratio");
        const auto pair = [](const Distribution& d, bool isWhole) {
            return "[" + written(d.low, isWhole) + ", " + written(d.high, isWhole) + "]";
        };
        return fmt::format("REGNET:\n  TYPE: regnet_sampler\n  DEPTH: {}\n  W0: {}\n  WA: {}\n  WM: {}\n"
                           "  GROUP_W: {}\n  BOT_MUL: {}\n",
                           pair(s.depth, true), pair(s.w0, true), pair(s.wa, false), pair(s.wm, false),
                           pair(s.groupWidth, true), pair(m, false));
    }
    const auto sampler = [](const char* key, const Distribution& d, bool isWhole) {
        return fmt::format("REGNET.{}:\n{}", key, indented(scalarSampler(d, isWhole), "  "));
    };
    return sampler("DEPTH", s.depth, true) + sampler("W0", s.w0, true) + sampler("WA", s.wa, false) +
           sampler("WM", s.wm, false) + sampler("GROUP_W", s.groupWidth, true) +
           sampler("BOT_MUL", multipliersOf(s.bottleneckRatio, "regnet.bottleneck_ratio"), false);
}

std::string samplersOf(const AnyNetShape& s, BlockType block)
{
    const auto refuse = [](bool isSet, const char* field) {
        if (isSet) throwBadInput(field, "is a rule that pycls does not know", "stages that are independent");
    };
    refuse(s.depths != Order::Any, "anynet.depths");
    refuse(s.widths != Order::Any, "anynet.widths");
    refuse(s.isBottleneckRatioShared, "anynet.shared_bottleneck_ratio");
    refuse(s.isGroupWidthShared, "anynet.shared_group_width");
    refuse(s.isGroupCount, "anynet.group_counts");
    const auto sampler = [&](const char* key, const Distribution& d, bool isWhole) {
        return fmt::format("ANYNET.{}:\n  TYPE: list_sampler\n  LENGTH: {}\n  ITEM_SAMPLER:\n{}", key,
                           s.stages, indented(scalarSampler(d, isWhole), "    "));
    };
    std::string text = sampler("DEPTHS", s.depth, true) + sampler("WIDTHS", s.width, true);
    if (hasBottleneck(block))
        text += sampler("BOT_MULS", multipliersOf(s.bottleneckRatio, "anynet.bottleneck_ratio"), false) +
                sampler("GROUP_WS", s.groupWidth, true);
    return text;
}

/// Any network of the space, for the parts of BASE_CFG that are not sampled.
NetworkSpec anyNetworkOf(const DesignSpace& space)
{
    NetworkSpec spec = frameOf(space);
    const auto first = [](const Distribution& d) {
        const DiscreteDistribution table(d);
        return table.values().front();
    };
    if (const auto* line = std::get_if<RegnetShape>(&space.shape)) {
        RegnetParameters regnet;
        regnet.line = {static_cast<std::int64_t>(first(line->depth)), first(line->w0), first(line->wa),
                       first(line->wm)};
        regnet.bottleneckRatio = first(line->bottleneckRatio);
        regnet.groupWidth = static_cast<std::int64_t>(first(line->groupWidth));
        regnet.stride = space.stride;
        spec.regnet = regnet;
        return spec;
    }
    const auto& any = std::get<AnyNetShape>(space.shape);
    for (std::int64_t s = 0; s < any.stages; ++s)
        spec.stages.push_back({static_cast<std::int64_t>(first(any.width)),
                               static_cast<std::int64_t>(first(any.depth)),
                               strideOf(space, static_cast<std::size_t>(s)), first(any.bottleneckRatio),
                               static_cast<std::int64_t>(first(any.groupWidth))});
    return spec;
}

/// Limits with the curves as upper ends, where their f is one number.
std::array<CountRange, 3> rangesOf(const Limits& limits)
{
    std::array<CountRange, 3> ranges{limits.flops, limits.params, limits.activations};
    if (!limits.curves.any()) return ranges;
    if (!limits.curves.flops)
        throwBadInput("limits.curves", "follow each network's own FLOPs, which pycls cannot",
                      "curves at the FLOPs of a regime");
    const auto cut = [](CountRange& range, double most) {
        const auto end = static_cast<std::int64_t>(std::floor(most));
        range.high = std::min(range.high.value_or(end), end);
    };
    const auto f = static_cast<double>(*limits.curves.flops);
    if (limits.curves.params) cut(ranges[1], CurveLimits::paramsAt(f));
    if (limits.curves.activations) cut(ranges[2], CurveLimits::activationsAt(f));
    return ranges;
}

std::string constraintsOf(const DesignSpace& space)
{
    constexpr std::array names{"FLOPS", "PARAMS", "ACTS"};
    const auto ranges = rangesOf(space.limits);
    std::string text = "CX:\n";
    for (std::size_t i = 0; i < names.size(); ++i)
        text +=
            fmt::format("  {}: [{}, {}]\n", names[i], ranges[i].low.value_or(0), ranges[i].high.value_or(0));
    if (const auto* line = std::get_if<RegnetShape>(&space.shape))
        text += fmt::format("REGNET:\n  NUM_STAGES: [{}, {}]\n", line->fewestStages, line->mostStages);
    return text;
}

std::string quoted(const std::string& text)
{
    YAML::Emitter emitter;
    emitter << YAML::DoubleQuoted << text;
    return emitter.c_str();
}

} // namespace

std::string sweepSetupYaml(const SweepSetup& setup)
{
    const DesignSpace& space = setup.space;
    if (const auto problems = check(space); !problems.empty()) throw Error(problems.front());
    if (space.block == BlockType::R || space.block == BlockType::V || space.block == BlockType::VR)
        throwBadInput("block", "is " + std::string(nameOf(space.block)) + ", which pycls does not have",
                      "X, vanilla, res_basic or res_bottleneck_linear");
    std::string samplers = std::visit(
        [&](const auto& shape) {
            if constexpr (std::is_same_v<std::decay_t<decltype(shape)>, RegnetShape>)
                return samplersOf(shape);
            else
                return samplersOf(shape, space.block);
        },
        space.shape);
    const DiscreteDistribution sides(space.resolution);
    if (sides.values().size() > 1)
        samplers += "TRAIN.IM_SIZE:\n" + indented(scalarSampler(space.resolution, true), "  ");
    std::string text;
    if (!setup.description.empty()) text += "DESC: " + quoted(setup.description) + "\n";
    text += "NAME: " + quoted(setup.name) + "\nSETUP:\n";
    text += fmt::format("  NUM_CONFIGS: {}\n  NUM_SAMPLES: {}\n  CHUNK_SIZE: {}\n  RNG_SEED: {}\n",
                        setup.configs, setup.samples, setup.chunk, setup.seed);
    text += "  SAMPLERS:\n" + indented(samplers, "    ");
    text += "  CONSTRAINTS:\n" + indented(constraintsOf(space), "    ");
    return text + "  BASE_CFG:\n" + indented(pyclsConfig(anyNetworkOf(space)), "    ");
}

} // namespace regnet
