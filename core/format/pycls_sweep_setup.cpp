// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/pycls_sweep_setup.h"

#include "core/format/pycls_config.h"
#include "core/format/yaml_document.h"
#include "core/format/yaml_part.h"
#include "core/text/readable.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace regnet {
namespace {

constexpr std::size_t largestSetup = 1 << 20;

constexpr std::array kinds{std::pair{"uniform", DistributionKind::Uniform},
                           std::pair{"log_uniform", DistributionKind::LogUniform},
                           std::pair{"power2_uniform", DistributionKind::Power2},
                           std::pair{"power2_or_log_uniform", DistributionKind::Power2OrLogUniform},
                           std::pair{"normal", DistributionKind::Normal},
                           std::pair{"log_normal", DistributionKind::LogNormal}};

using Part = YamlPart;

Distribution scalarFrom(const Part& sampler, double quantum)
{
    sampler.allowOnly({"TYPE", "RAND_TYPE", "RANGE", "QUANTIZE"});
    const std::string kind = sampler["RAND_TYPE"].text("uniform");
    std::string names;
    Distribution distribution;
    bool isKnown = false;
    for (const auto& [name, value] : kinds) {
        names += (names.empty() ? "" : ", ") + std::string(name);
        if (kind != name) continue;
        distribution.kind = value;
        isKnown = true;
    }
    if (!isKnown) sampler["RAND_TYPE"].fail("is " + kind, "one of " + names);
    std::tie(distribution.low, distribution.high) = sampler["RANGE"].drawnRange({0, 0});
    distribution.quantum =
        distribution.kind == DistributionKind::Power2 ? 1 : sampler["QUANTIZE"].number(quantum);
    return distribution;
}

Distribution distributionFrom(const Part& sampler)
{
    const std::string type = sampler["TYPE"].text();
    if (type == "int_sampler") return scalarFrom(sampler, 1);
    if (type == "float_sampler") return scalarFrom(sampler, 1e-5);
    if (type == "value_sampler") {
        sampler.allowOnly({"TYPE", "VALUES"});
        return listed(sampler["VALUES"].numbers());
    }
    sampler["TYPE"].fail("is " + (type.empty() ? "missing" : type),
                         "int_sampler, float_sampler or value_sampler");
}

/// b for pycls's BOT_MUL, 1 / b.
Distribution reciprocal(const Distribution& multiplier, const Part& sampler)
{
    if (multiplier.kind == DistributionKind::Power2 && multiplier.low > 0 && multiplier.high > 0)
        return power2(1 / multiplier.high, 1 / multiplier.low);
    if (multiplier.kind != DistributionKind::List)
        sampler.fail("draws multipliers that are no powers of two", "power2_uniform or a value_sampler");
    std::vector<double> ratios;
    for (const double value : multiplier.values) {
        if (!(value > 0)) sampler.fail("has the multiplier " + shortest(value), "numbers above 0");
        ratios.push_back(1 / value);
    }
    return listed(ratios);
}

/// pycls's regnet_sampler: the defaults are its own.
void readRegnetSampler(const Part& sampler, RegnetShape& shape)
{
    sampler.allowOnly({"TYPE", "DEPTH", "W0", "WA", "WM", "GROUP_W", "BOT_MUL"});
    if (const std::string type = sampler["TYPE"].text(); type != "regnet_sampler")
        sampler["TYPE"].fail("is " + (type.empty() ? "missing" : type), "regnet_sampler");
    const auto d = sampler["DEPTH"].drawnRange({12, 28});
    const auto w0 = sampler["W0"].drawnRange({8, 256});
    const auto wa = sampler["WA"].drawnRange({8, 256});
    const auto wm = sampler["WM"].drawnRange({2, 3});
    const auto g = sampler["GROUP_W"].drawnRange({8, 128});
    const auto m = sampler["BOT_MUL"].drawnRange({1, 1});
    if (!(m.first > 0 && m.second > 0)) sampler["BOT_MUL"].fail("is not above 0", "powers of two");
    shape.depth = uniform(d.first, d.second, 1);
    shape.w0 = logUniform(w0.first, w0.second, 8);
    shape.wa = logUniform(wa.first, wa.second, 0.1);
    shape.wm = logUniform(wm.first, wm.second, 0.001);
    shape.groupWidth = power2OrLogUniform(g.first, g.second, 8);
    shape.bottleneckRatio = power2(1 / m.second, 1 / m.first);
}

void readLineSampler(const Part& sampler, const std::string& parameter, RegnetShape& shape)
{
    const std::array<std::pair<const char*, Distribution*>, 5> fields{
        {{"REGNET.DEPTH", &shape.depth},
         {"REGNET.W0", &shape.w0},
         {"REGNET.WA", &shape.wa},
         {"REGNET.WM", &shape.wm},
         {"REGNET.GROUP_W", &shape.groupWidth}}};
    for (const auto& [name, distribution] : fields)
        if (parameter == name) {
            *distribution = distributionFrom(sampler);
            return;
        }
    if (parameter != "REGNET.BOT_MUL")
        sampler.fail("samples what is no part of a line",
                     "REGNET, or DEPTH, W0, WA, WM, GROUP_W, BOT_MUL of it, or TRAIN.IM_SIZE");
    shape.bottleneckRatio = reciprocal(distributionFrom(sampler), sampler);
}

void readStagesSampler(const Part& sampler, const std::string& parameter, AnyNetShape& shape)
{
    sampler.allowOnly({"TYPE", "LENGTH", "ITEM_SAMPLER"});
    if (const std::string type = sampler["TYPE"].text(); type != "list_sampler")
        sampler["TYPE"].fail("is " + (type.empty() ? "missing" : type), "list_sampler, one item a stage");
    const std::int64_t length = sampler["LENGTH"].whole(0, 1);
    if (shape.stages != 0 && shape.stages != length)
        sampler["LENGTH"].fail("is " + std::to_string(length),
                               std::to_string(shape.stages) + ", as the other lists");
    shape.stages = length;
    const Part items = sampler["ITEM_SAMPLER"];
    if (parameter == "ANYNET.DEPTHS")
        shape.depth = distributionFrom(items);
    else if (parameter == "ANYNET.WIDTHS")
        shape.width = distributionFrom(items);
    else if (parameter == "ANYNET.GROUP_WS")
        shape.groupWidth = distributionFrom(items);
    else if (parameter == "ANYNET.BOT_MULS")
        shape.bottleneckRatio = reciprocal(distributionFrom(items), items);
    else
        sampler.fail("samples what is no part of the stages",
                     "DEPTHS, WIDTHS, BOT_MULS or GROUP_WS of ANYNET, or TRAIN.IM_SIZE");
}

/// A map with the same keys and values, which still know their lines, to which others can be added.
YAML::Node copied(const YAML::Node& map)
{
    YAML::Node copy(YAML::NodeType::Map);
    for (const auto& entry : map)
        copy[entry.first] = entry.second;
    return copy;
}

/// The lists of an AnyNet that are sampled, stood in for by ones; beside them what the base has.
YAML::Node anynetWithOnes(const YAML::Node& base, const Part& samplers)
{
    const YAML::Node& all = samplers.node();
    std::size_t stages = 0;
    for (const auto& entry : all)
        if (entry.second.IsMap() && entry.second["LENGTH"])
            stages = std::max(stages, entry.second["LENGTH"].as<std::size_t>(0));
    if (stages > 64) samplers.fail("have lists of more than 64 stages", "1 to 64");
    YAML::Node anynet = base.IsDefined() && base.IsMap() ? copied(base) : YAML::Node(YAML::NodeType::Map);
    for (const auto& entry : all) {
        const std::string key = entry.first.as<std::string>("");
        if (!key.starts_with("ANYNET.") || stages == 0) continue;
        YAML::Node ones;
        for (std::size_t s = 0; s < stages; ++s)
            ones.push_back(1);
        anynet[key.substr(7)] = ones;
    }
    return anynet;
}

/// The network of BASE_CFG. Its nodes are read as they are: written and read again they would be on other
/// lines.
NetworkSpec baseNetwork(const Part& base, const Part& samplers, const std::string& file)
{
    const bool isThere = base.exists();
    if (isThere && !base.node().IsMap()) base.fail("is no section", "sections such as MODEL and REGNET");
    YAML::Node config = isThere ? copied(base.node()) : YAML::Node(YAML::NodeType::Map);
    const YAML::Node& constant = config; // a look-up in a constant node adds no key
    const YAML::Node model = constant["MODEL"];
    const bool isAnynet = model && model["TYPE"] && model["TYPE"].as<std::string>("") == "anynet";
    const YAML::Node anynet = constant["ANYNET"], regnet = constant["REGNET"];
    if (isAnynet && (!anynet.IsDefined() || anynet.IsMap()))
        config["ANYNET"] = anynetWithOnes(anynet, samplers);
    if (!isAnynet && !regnet.IsDefined()) config["REGNET"] = YAML::Node(YAML::NodeType::Map);
    return pyclsConfigFrom(config, file, "SETUP.BASE_CFG.");
}

/// A parameter that all stages of the base share; a space has one distribution for all stages.
template <class Get>
Distribution common(const std::vector<Stage>& stages, Get get, const char* key, const Part& base)
{
    for (const Stage& stage : stages)
        if (get(stage) != get(stages.front()))
            base.fail(std::string("has ANYNET.") + key +
                          " that differ from stage to stage and are not sampled",
                      "one value for all stages, or a list_sampler");
    return fixedAt(static_cast<double>(get(stages.front())));
}

void setFrame(DesignSpace& space, const NetworkSpec& network)
{
    space.stem = network.stem;
    space.block = network.block;
    space.seRatio = network.seRatio;
    space.activation = network.activation;
    space.head = network.head;
    space.resolution = fixedAt(static_cast<double>(network.resolution));
}

CountRange limitFrom(const Part& part)
{
    const auto [low, high] = part.range({0, 0});
    if (low < 0 || high < 0 || low > 9e15 || high > 9e15) part.fail("has an end that is no count", "counts");
    CountRange range;
    if (low != 0) range.low = static_cast<std::int64_t>(std::ceil(low));
    if (high != 0) range.high = static_cast<std::int64_t>(std::floor(high));
    return range;
}

RegnetShape lineOf(const NetworkSpec& network)
{
    const auto& [line, ratio, group, stride] = *network.regnet;
    RegnetShape shape;
    shape.depth = fixedAt(static_cast<double>(line.depth));
    shape.w0 = fixedAt(line.w0);
    shape.wa = fixedAt(line.wa);
    shape.wm = fixedAt(line.wm);
    shape.groupWidth = fixedAt(static_cast<double>(group));
    shape.bottleneckRatio = fixedAt(ratio);
    return shape;
}

AnyNetShape stagesOf(const NetworkSpec& network, const Part& samplers, const Part& base)
{
    const auto& stages = network.stages;
    const auto isSampled = [&](const char* key) {
        return samplers[(std::string("ANYNET.") + key).c_str()].exists();
    };
    AnyNetShape shape;
    shape.stages = 0;
    if (!isSampled("DEPTHS"))
        shape.depth = common(
            stages, [](const Stage& s) { return s.depth; }, "DEPTHS", base);
    if (!isSampled("WIDTHS"))
        shape.width = common(
            stages, [](const Stage& s) { return s.width; }, "WIDTHS", base);
    if (!isSampled("BOT_MULS"))
        shape.bottleneckRatio = common(
            stages, [](const Stage& s) { return s.bottleneckRatio; }, "BOT_MULS", base);
    if (!isSampled("GROUP_WS"))
        shape.groupWidth = common(
            stages, [](const Stage& s) { return s.groupWidth; }, "GROUP_WS", base);
    for (const Stage& stage : stages)
        shape.strides.push_back(stage.stride);
    return shape;
}

DesignSpace spaceFrom(const Part& setup, const std::string& file)
{
    const Part samplers = setup["SAMPLERS"];
    if (!samplers.exists() || !samplers.node().IsMap())
        samplers.fail("is missing", "samplers of REGNET or ANYNET parameters");
    const Part base = setup["BASE_CFG"];
    const NetworkSpec network = baseNetwork(base, samplers, file);
    DesignSpace space;
    setFrame(space, network);
    if (network.regnet) {
        space.shape = lineOf(network);
        space.stride = network.regnet->stride;
    } else {
        space.shape = stagesOf(network, samplers, base);
    }
    for (const auto& entry : samplers.node()) {
        const std::string key = entry.first.as<std::string>("");
        const Part sampler = samplers[key.c_str()];
        if (!sampler.node().IsMap()) sampler.fail("is no sampler", "a section with TYPE");
        if (key == "TRAIN.IM_SIZE")
            space.resolution = distributionFrom(sampler);
        else if (auto* line = std::get_if<RegnetShape>(&space.shape))
            key == "REGNET" ? readRegnetSampler(sampler, *line) : readLineSampler(sampler, key, *line);
        else
            readStagesSampler(sampler, key, std::get<AnyNetShape>(space.shape));
    }
    if (auto* any = std::get_if<AnyNetShape>(&space.shape); any != nullptr && any->stages == 0)
        any->stages = static_cast<std::int64_t>(network.stages.size());
    return space;
}

void readConstraints(const Part& constraints, DesignSpace& space)
{
    constraints.allowOnly({"CX", "REGNET"});
    const Part counts = constraints["CX"];
    counts.allowOnly({"FLOPS", "PARAMS", "ACTS"});
    space.limits.flops = limitFrom(counts["FLOPS"]);
    space.limits.params = limitFrom(counts["PARAMS"]);
    space.limits.activations = limitFrom(counts["ACTS"]);
    if (auto* line = std::get_if<RegnetShape>(&space.shape)) {
        const Part ofLines = constraints["REGNET"];
        ofLines.allowOnly({"NUM_STAGES"});
        const Part stages = ofLines["NUM_STAGES"];
        const auto [fewest, most] = stages.range({4, 4});
        if (fewest != std::floor(fewest) || most != std::floor(most) || fewest < 1 || most > 64)
            stages.fail("is no range of stages", "whole numbers from 1 to 64");
        line->fewestStages = static_cast<std::int64_t>(fewest);
        line->mostStages = static_cast<std::int64_t>(most);
    }
}

/// What a sampler says of a field of a distribution; the sampler itself where it does not say it.
Part partOfSampler(const Part& sampler, std::string_view field)
{
    const Part item = sampler["ITEM_SAMPLER"];
    const Part& drawn = item.exists() ? item : sampler;
    for (const auto& [end, key] : {std::pair{".low", "RANGE"}, std::pair{".high", "RANGE"},
                                   std::pair{".quantum", "QUANTIZE"}, std::pair{".values", "VALUES"}})
        if (field.ends_with(end) && drawn[key].exists()) return drawn[key];
    return drawn;
}

/// Where in the file a field of our space comes from: a constraint, a sampler, or the network of BASE_CFG.
Part partOf(const Part& setup, std::string_view field)
{
    static constexpr std::array<std::array<const char*, 3>, 11> parameters{
        {{"regnet.depth", "REGNET", "DEPTH"},
         {"regnet.w0", "REGNET", "W0"},
         {"regnet.wa", "REGNET", "WA"},
         {"regnet.wm", "REGNET", "WM"},
         {"regnet.group_width", "REGNET", "GROUP_W"},
         {"regnet.bottleneck_ratio", "REGNET", "BOT_MUL"},
         {"anynet.depth", "ANYNET", "DEPTHS"},
         {"anynet.width", "ANYNET", "WIDTHS"},
         {"anynet.group_width", "ANYNET", "GROUP_WS"},
         {"anynet.bottleneck_ratio", "ANYNET", "BOT_MULS"},
         {"resolution", "TRAIN", "IM_SIZE"}}};
    for (const auto& [name, key] : {std::pair{"limits.flops", "FLOPS"}, std::pair{"limits.params", "PARAMS"},
                                    std::pair{"limits.activations", "ACTS"}})
        if (field == name) return setup["CONSTRAINTS"]["CX"][key];
    if (field == "regnet.stages") return setup["CONSTRAINTS"]["REGNET"]["NUM_STAGES"];
    for (const auto& [name, section, key] : parameters) {
        if (!field.starts_with(name)) continue;
        const Part own = setup["SAMPLERS"][(std::string(section) + "." + key).c_str()];
        if (own.exists()) return partOfSampler(own, field);
        const Part line = setup["SAMPLERS"][section]; // pycls's regnet_sampler has all parameters of a line
        return line.exists() ? line[key] : setup["BASE_CFG"][section][key];
    }
    return setup;
}

/// What is wrong with the space, told with the keys of the file.
void requireLegal(const DesignSpace& space, const Part& setup)
{
    const auto problems = check(space);
    if (problems.empty()) return;
    const auto& [kind, where, wrong, right] = problems.front();
    const bool isMultiplier = where.find("bottleneck_ratio") != std::string::npos;
    partOf(setup, where)
        .fail(wrong, isMultiplier ? right + " (of the bottleneck ratio, 1 / BOT_MUL)" : right);
}

} // namespace

SweepSetup parseSweepSetup(std::string_view text, const std::string& file)
{
    if (text.size() > largestSetup) throwBadInput(file, "has more than 1 MiB", "a sweep configuration");
    const YAML::Node root = yamlDocument(text, file);
    const Part all(root, {}, file);
    if (!root.IsMap() || !all["SETUP"].exists())
        throwBadInput(file, "is no sweep configuration of pycls", "a section SETUP");
    const Part part = all["SETUP"];
    part.allowOnly(
        {"NUM_CONFIGS", "NUM_SAMPLES", "CHUNK_SIZE", "RNG_SEED", "BASE_CFG", "SAMPLERS", "CONSTRAINTS"});
    SweepSetup setup;
    setup.name = all["NAME"].text();
    setup.description = all["DESC"].text();
    setup.configs = part["NUM_CONFIGS"].whole(0, 0);
    setup.samples = part["NUM_SAMPLES"].whole(1'000'000, 1);
    setup.chunk = part["CHUNK_SIZE"].whole(5000, 1);
    setup.seed = part["RNG_SEED"].whole(0, 0);
    try {
        setup.space = spaceFrom(part, file);
    } catch (const YAML::Exception& error) {
        throwBadInput(fmt::format("{}:{}", file, error.mark.line + 1), "cannot be read: " + error.msg);
    }
    readConstraints(part["CONSTRAINTS"], setup.space);
    setup.space.name = setup.name.substr(setup.name.rfind('/') + 1);
    setup.space.note = setup.description;
    requireLegal(setup.space, part);
    return setup;
}

} // namespace regnet
