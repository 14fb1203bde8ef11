// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/network_options.h"
#include "app/cli/command_line.h"

#include "core/format/pycls_config.h"
#include "core/format/text_file.h"
#include "core/network/complexity.h"
#include "core/network/network_json.h"
#include "core/network/published.h"
#include "core/network/scaling.h"

#include <nlohmann/json.hpp>

namespace regnet::cli {
namespace {

template <class Value>
void assign(const std::optional<Value>& given, Value& target)
{
    if (given) target = *given;
}

bool hasLine(const NetworkOptions& options)
{
    return options.depth || options.w0 || options.wa || options.wm;
}

template <class Value>
Value need(const std::optional<Value>& given, const char* option)
{
    if (!given) throwBadInput(option, "is missing", "--d, --w0, --wa and --wm together");
    return *given;
}

NetworkSpec readSpec(const std::string& file)
{
    NetworkSpec spec = parseNetwork(readTextFile(file), file);
    if (const auto problems = check(spec); !problems.empty()) throwWithin(file, Error(problems.front()));
    return spec;
}

NetworkSpec source(const NetworkOptions& options)
{
    const int sources =
        int{!options.published.empty()} + int{!options.specFile.empty()} + int{!options.configFile.empty()};
    constexpr const char* which = "--d --w0 --wa --wm, --published, --spec, --config or --batch";
    if (sources > 1) throwBadInput({}, "more than one network is given", std::string("one of ") + which);
    if (!options.published.empty()) return publishedModel(options.published).spec;
    if (!options.specFile.empty()) return readSpec(options.specFile);
    if (!options.configFile.empty()) return readPyclsConfig(options.configFile);
    if (!hasLine(options)) throwBadInput({}, "no network is given", which);
    NetworkSpec spec;
    spec.regnet = RegnetParameters{{need(options.depth, "--d"), need(options.w0, "--w0"),
                                    need(options.wa, "--wa"), need(options.wm, "--wm")}};
    spec.regnet->groupWidth = Stage{}.groupWidth;
    return spec;
}

void changeLine(NetworkSpec& spec, const NetworkOptions& options)
{
    if (spec.regnet) {
        LinearWidths& line = spec.regnet->line;
        assign(options.depth, line.depth);
        assign(options.w0, line.w0);
        assign(options.wa, line.wa);
        assign(options.wm, line.wm);
        assign(options.bottleneckRatio, spec.regnet->bottleneckRatio);
        assign(options.groupWidth, spec.regnet->groupWidth);
        assign(options.stride, spec.regnet->stride);
        return;
    }
    if (hasLine(options))
        throwBadInput("--d, --w0, --wa, --wm", "change a line, but the network is given as stages",
                      "a network given as a line");
    for (Stage& stage : spec.stages) {
        assign(options.bottleneckRatio, stage.bottleneckRatio);
        assign(options.groupWidth, stage.groupWidth);
        assign(options.stride, stage.stride);
    }
}

/// Names on the command line are those of the network JSON, so its reader reads them.
void changeNames(NetworkSpec& spec, const NetworkOptions& options)
{
    if (options.block.empty() && options.stem.empty() && options.activation.empty()) return;
    nlohmann::json json = toJson(spec);
    if (!options.block.empty()) json["block"] = options.block;
    if (!options.stem.empty()) json["stem"]["type"] = options.stem;
    if (!options.activation.empty()) json["activation"] = options.activation;
    spec = networkFromJson(json);
}

} // namespace

void addNetworkOptions(Command command, NetworkOptions& options)
{
    command.option("--d,--depth", options.depth, "blocks, 1 to 1024").group("Line");
    command.option("--w0", options.w0, "width of the first block, a multiple of 8").group("Line");
    command.option("--wa", options.wa, "channels that each block adds, at least 0").group("Line");
    command.option("--wm", options.wm, "factor between stage widths, above 1").group("Line");
    command.option("--published", options.published, "a model of the paper, such as RegNetX-400MF")
        .group("Other sources");
    command.option("--spec", options.specFile, "network JSON").group("Other sources");
    command.option("--config", options.configFile, "pycls configuration (YAML)").group("Other sources");
    constexpr const char* details = "Details (also change another source)";
    command.option("--b", options.bottleneckRatio, "bottleneck ratio: the bottleneck is width / b wide [1]")
        .group(details);
    command.option("--g", options.groupWidth, "channels a group [8]").group(details);
    command.option("--se", options.seRatio, "squeeze-and-excitation ratio, 0 for none [0]").group(details);
    command.option("--resolution", options.resolution, "side of the input, pixels [224]").group(details);
    command.option("--block", options.block, "X, R, V, VR, vanilla, res_basic or res_bottleneck_linear [X]")
        .group(details);
    command.option("--stem", options.stem, "simple_stem_in, res_stem_in or res_stem_cifar [simple_stem_in]")
        .group(details);
    command.option("--stem-width", options.stemWidth, "channels [32]").group(details);
    command.option("--head-width", options.headWidth, "channels of a 1x1 conv in the head, 0 for none [0]")
        .group(details);
    command.option("--classes", options.classes, "[1000]").group(details);
    command.option("--stride", options.stride, "of every stage [2]").group(details);
    command.option("--activation", options.activation, "relu or silu [relu]").group(details);
    const Option scale =
        command.option("--scale", options.scheme, "compound scaling: dwr, d1_w8_g8_r1, ...").group(details);
    const Option factor =
        command.option("--factor", options.factor, "of the scaling, in FLOPs").group(details);
    scale.needs(factor);
    factor.needs(scale);
}

NetworkSpec specOf(const NetworkOptions& options)
{
    return changed(source(options), options);
}

void withNetwork(const NetworkOptions& options, const std::function<void(const NetworkSpec&)>& work)
{
    try {
        work(specOf(options));
    } catch (const Error&) {
        const std::string& file = options.specFile.empty() ? options.configFile : options.specFile;
        // What the options change may be wrong as well: only the network of the file itself is told as its.
        if (!file.empty()) within(file, [&] { complexity(realise(source(options))); });
        throw;
    }
}

NetworkSpec changed(NetworkSpec spec, const NetworkOptions& options)
{
    changeLine(spec, options);
    changeNames(spec, options);
    assign(options.seRatio, spec.seRatio);
    assign(options.resolution, spec.resolution);
    assign(options.stemWidth, spec.stem.width);
    assign(options.headWidth, spec.head.width);
    assign(options.classes, spec.head.classes);
    return options.factor ? scaled(spec, options.scheme, *options.factor) : spec;
}

} // namespace regnet::cli
