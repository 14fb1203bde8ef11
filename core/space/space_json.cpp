// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/space_json.h"

#include "core/format/pycls_sweep_setup.h"
#include "core/format/text_file.h"
#include "core/network/network_json.h"
#include "core/space/built_in_spaces.h"
#include "core/study/json_fields.h"
#include "core/system/readable_file.h"
#include "core/text/sha256.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <filesystem>

namespace regnet {
namespace {

using nlohmann::json;

constexpr std::array allKinds{DistributionKind::Uniform, DistributionKind::LogUniform,
                              DistributionKind::Power2,  DistributionKind::Power2OrLogUniform,
                              DistributionKind::Normal,  DistributionKind::LogNormal,
                              DistributionKind::List};

std::string_view nameOf(Order order)
{
    switch (order) {
    case Order::Any:
        return "any";
    case Order::NonDecreasing:
        return "non_decreasing";
    case Order::Equal:
        return "equal";
    case Order::NonIncreasing:
        return "non_increasing";
    }
    return "?";
}

json toJson(const Distribution& d)
{
    if (d.kind == DistributionKind::List) {
        if (d.values.size() == 1) return d.values.front();
        return {{"distribution", "list"}, {"values", d.values}};
    }
    json object{{"distribution", nameOf(d.kind)}, {"low", d.low}, {"high", d.high}};
    if (d.kind != DistributionKind::Power2) object["quantum"] = d.quantum;
    return object;
}

json toJson(const CountRange& range)
{
    return json::array({range.low ? json(*range.low) : json(), range.high ? json(*range.high) : json()});
}

json toJson(const AnyNetShape& shape)
{
    json object{{"stages", shape.stages},
                {"depth", toJson(shape.depth)},
                {"width", toJson(shape.width)},
                {"bottleneck_ratio", toJson(shape.bottleneckRatio)},
                {"group_width", toJson(shape.groupWidth)},
                {"depths", nameOf(shape.depths)},
                {"widths", nameOf(shape.widths)},
                {"shared_bottleneck_ratio", shape.isBottleneckRatioShared},
                {"shared_group_width", shape.isGroupWidthShared}};
    // Written where they say something only, so that older definitions keep their hash.
    if (shape.isGroupCount) object["group_counts"] = true;
    if (!shape.strides.empty()) object["strides"] = shape.strides;
    return object;
}

json toJson(const Limits& limits)
{
    json object{{"flops", toJson(limits.flops)},
                {"params", toJson(limits.params)},
                {"activations", toJson(limits.activations)}};
    const CurveLimits& curves = limits.curves;
    if (curves.any())
        object["curves"] = {{"params", curves.params},
                            {"activations", curves.activations},
                            {"flops", curves.flops ? json(*curves.flops) : json()}};
    return object;
}

json toJson(const RegnetShape& shape)
{
    return {{"depth", toJson(shape.depth)},
            {"w0", toJson(shape.w0)},
            {"wa", toJson(shape.wa)},
            {"wm", toJson(shape.wm)},
            {"bottleneck_ratio", toJson(shape.bottleneckRatio)},
            {"group_width", toJson(shape.groupWidth)},
            {"w0_equals_wa", shape.isW0EqualToWa},
            {"stages", {shape.fewestStages, shape.mostStages}}};
}

/// The value whose name is given; the error lists all names.
template <class Values>
auto named(const Values& values, const std::string& name, const std::string& where)
{
    std::string names;
    for (const auto value : values) {
        if (nameOf(value) == name) return value;
        names += (names.empty() ? "" : ", ") + std::string(nameOf(value));
    }
    throwBadInput(where, "is \"" + name + "\"", "one of " + names);
}

double numberFrom(const json& value, const std::string& where)
{
    if (!value.is_number()) throwBadInput(where, "is no number", "a number");
    return value.get<double>();
}

Distribution distributionFrom(const json& value, const std::string& where)
{
    if (value.is_number()) return fixedAt(value.get<double>());
    if (value.is_array()) return distributionFrom({{"distribution", "list"}, {"values", value}}, where);
    if (!value.is_object())
        throwBadInput(where, "is no distribution", "a number, a list of numbers, or an object");
    JsonFields fields(value, where);
    Distribution d;
    std::string kind;
    fields.read("distribution", kind);
    d.kind = named(allKinds, kind, fields.place("distribution"));
    if (d.kind == DistributionKind::List) {
        const json& values = fields.require("values", "a list of numbers");
        if (!values.is_array()) throwBadInput(fields.place("values"), "is no list", "a list of numbers");
        for (const json& item : values) {
            if (!item.is_number())
                throwBadInput(fields.place("values"), "has an item that is no number", "numbers");
            d.values.push_back(item.get<double>());
        }
    } else {
        d.low = numberFrom(fields.require("low", "a number"), fields.place("low"));
        d.high = numberFrom(fields.require("high", "a number"), fields.place("high"));
        if (d.kind != DistributionKind::Power2)
            if (const json* quantum = fields.find("quantum"))
                d.quantum = numberFrom(*quantum, fields.place("quantum"));
    }
    fields.finish();
    return d;
}

void readDistribution(JsonFields& fields, const char* field, Distribution& distribution)
{
    distribution = distributionFrom(fields.require(field, "a number, or an object with a distribution"),
                                    fields.place(field));
}

void readOrder(JsonFields& fields, const char* field, Order& order)
{
    std::string name(nameOf(order));
    fields.read(field, name);
    order = named(allOrders, name, fields.place(field));
}

AnyNetShape anynetFrom(const json& value, const std::string& where)
{
    JsonFields fields(value, where);
    AnyNetShape shape;
    fields.read("stages", shape.stages, 1, 64);
    readDistribution(fields, "depth", shape.depth);
    readDistribution(fields, "width", shape.width);
    readDistribution(fields, "bottleneck_ratio", shape.bottleneckRatio);
    readDistribution(fields, "group_width", shape.groupWidth);
    readOrder(fields, "depths", shape.depths);
    readOrder(fields, "widths", shape.widths);
    fields.read("shared_bottleneck_ratio", shape.isBottleneckRatioShared);
    fields.read("shared_group_width", shape.isGroupWidthShared);
    fields.read("group_counts", shape.isGroupCount);
    if (const json* strides = fields.find("strides")) {
        if (!strides->is_array()) throwBadInput(fields.place("strides"), "is no list", "a list of numbers");
        for (const json& stride : *strides) {
            if (!stride.is_number_integer() || stride.get<double>() > 64)
                throwBadInput(fields.place("strides"), "has an item that is no stride",
                              "whole numbers from 1 to 64");
            shape.strides.push_back(stride.get<std::int64_t>());
        }
    }
    fields.finish();
    return shape;
}

RegnetShape regnetFrom(const json& value, const std::string& where)
{
    JsonFields fields(value, where);
    RegnetShape shape;
    readDistribution(fields, "depth", shape.depth);
    readDistribution(fields, "w0", shape.w0);
    fields.read("w0_equals_wa", shape.isW0EqualToWa);
    shape.wa = fixedAt(0);
    if (const json* wa = fields.find("wa"))
        shape.wa = distributionFrom(*wa, fields.place("wa"));
    else if (!shape.isW0EqualToWa)
        fields.require("wa", "a number, or an object with a distribution");
    readDistribution(fields, "wm", shape.wm);
    readDistribution(fields, "bottleneck_ratio", shape.bottleneckRatio);
    readDistribution(fields, "group_width", shape.groupWidth);
    if (const json* stages = fields.find("stages")) {
        const auto isStages = [](const json& end) {
            return end.is_number_integer() && end.get<double>() >= 1 && end.get<double>() <= 64;
        };
        const bool isPair =
            stages->is_array() && stages->size() == 2 && isStages((*stages)[0]) && isStages((*stages)[1]);
        if (!isPair)
            throwBadInput(fields.place("stages"), "is no range of stages",
                          "two whole numbers from 1 to 64, such as [4, 4]");
        shape.fewestStages = (*stages)[0];
        shape.mostStages = (*stages)[1];
    }
    fields.finish();
    return shape;
}

void readRange(JsonFields& fields, const char* field, CountRange& range)
{
    const json* value = fields.find(field);
    if (value == nullptr || value->is_null()) return;
    if (!value->is_array() || value->size() != 2)
        throwBadInput(fields.place(field), "is no range", "[low, high], null for an open end");
    const auto end = [&](const json& count) -> std::optional<std::int64_t> {
        if (count.is_null()) return std::nullopt;
        constexpr double most = 9.2e18;
        const double number = count.is_number() ? count.get<double>() : most;
        if (!(std::abs(number) < most) || number != std::floor(number))
            throwBadInput(fields.place(field), "has an end that is no count", "whole numbers or null");
        return count.is_number_integer() ? count.get<std::int64_t>() : static_cast<std::int64_t>(number);
    };
    range = {end((*value)[0]), end((*value)[1])};
}

CurveLimits curvesFrom(const json& value, const std::string& where)
{
    JsonFields fields(value, where);
    CurveLimits curves;
    fields.read("params", curves.params);
    fields.read("activations", curves.activations);
    if (const json* flops = fields.find("flops"); flops != nullptr && !flops->is_null()) {
        std::int64_t count = 0;
        fields.read("flops", count, 0, std::int64_t{1} << 53);
        curves.flops = count;
    }
    fields.finish();
    return curves;
}

Limits limitsFrom(const json& value, const std::string& where)
{
    JsonFields fields(value, where);
    Limits limits;
    readRange(fields, "flops", limits.flops);
    readRange(fields, "params", limits.params);
    readRange(fields, "activations", limits.activations);
    if (const json* curves = fields.find("curves"))
        limits.curves = curvesFrom(*curves, fields.place("curves"));
    fields.finish();
    return limits;
}

/// Stem, block, SE, head and activation have the same fields as in the network JSON: read by its reader.
void readFrame(JsonFields& fields, DesignSpace& space, const std::string& where)
{
    json frame{{"stages", json::array({{{"width", 8}, {"depth", 1}}})}};
    for (const char* field : {"stem", "block", "se_ratio", "head", "activation"})
        if (const json* value = fields.find(field)) frame[field] = *value;
    const NetworkSpec spec = networkFromJson(frame, where);
    space.stem = spec.stem;
    space.block = spec.block;
    space.seRatio = spec.seRatio;
    space.head = spec.head;
    space.activation = spec.activation;
}

/// The file of "mine.json@cpu"; nothing where no file stands before an @, or the whole is one.
std::string fileBeforeRegime(const std::string& nameOrFile)
{
    std::error_code failure;
    const std::size_t at = nameOrFile.rfind('@');
    if (at == std::string::npos || std::filesystem::exists(nameOrFile, failure)) return {};
    std::string file = nameOrFile.substr(0, at);
    return std::filesystem::is_regular_file(file, failure) ? file : std::string();
}

} // namespace

json toJson(const DesignSpace& space)
{
    NetworkSpec frame{space.stem, space.block, {Stage{8, 1, 1, 1, 8}}, {}, space.seRatio,
                      space.head, 32,          space.activation};
    json object = toJson(frame);
    for (const char* field : {"stages", "regnet", "resolution"})
        object.erase(field);
    object["name"] = space.name;
    object["parent"] = space.parent;
    object["note"] = space.note;
    object["stride"] = space.stride;
    object["resolution"] = toJson(space.resolution);
    if (const auto* anynet = std::get_if<AnyNetShape>(&space.shape))
        object["anynet"] = toJson(*anynet);
    else
        object["regnet"] = toJson(std::get<RegnetShape>(space.shape));
    object["limits"] = toJson(space.limits);
    return object;
}

DesignSpace spaceFromJson(const json& value, const std::string& where)
{
    const std::string place = where.empty() ? "space" : where;
    JsonFields fields(value, place);
    DesignSpace space;
    fields.read("name", space.name);
    fields.read("parent", space.parent);
    fields.read("note", space.note);
    fields.read("stride", space.stride, 1, 64);
    readFrame(fields, space, place);
    if (const json* resolution = fields.find("resolution"))
        space.resolution = distributionFrom(*resolution, fields.place("resolution"));
    const json* anynet = fields.find("anynet");
    const json* regnet = fields.find("regnet");
    if ((anynet == nullptr) == (regnet == nullptr))
        throwBadInput(place,
                      anynet == nullptr ? "has neither anynet nor regnet" : "has both anynet and regnet",
                      "one of them");
    if (anynet != nullptr) space.shape = anynetFrom(*anynet, fields.place("anynet"));
    if (regnet != nullptr) space.shape = regnetFrom(*regnet, fields.place("regnet"));
    if (const json* limits = fields.find("limits"))
        space.limits = limitsFrom(*limits, fields.place("limits"));
    fields.finish();
    if (auto problems = check(space); !problems.empty()) {
        problems.front().where = place + ", " + problems.front().where;
        throw Error(problems.front());
    }
    return space;
}

DesignSpace openSpace(const std::string& nameOrFile)
{
    std::error_code failure;
    if (const std::string file = fileBeforeRegime(nameOrFile); !file.empty())
        return inRegime(openSpace(file), nameOrFile.substr(file.size() + 1));
    const std::string extension = std::filesystem::path(nameOrFile).extension().string();
    const bool looksLikeFile = extension == ".json" || extension == ".yaml" || extension == ".yml" ||
                               nameOrFile.find('/') != std::string::npos;
    if (!looksLikeFile && !std::filesystem::is_regular_file(nameOrFile, failure)) {
        try {
            return builtInSpace(nameOrFile);
        } catch (const Error&) {
            refuseOtherThanFile(nameOrFile);
            throw;
        }
    }
    const std::string text = readTextFile(nameOrFile);
    DesignSpace space = extension == ".yaml" || extension == ".yml"
                            ? parseSweepSetup(text, nameOrFile).space
                            : spaceFromJson(parseJson(text, nameOrFile), nameOrFile);
    if (space.name.empty()) space.name = std::filesystem::path(nameOrFile).stem().string();
    return space;
}

Sample sampleOpened(const std::string& nameOrFile, const DesignSpace& space, const SampleRequest& request)
{
    try {
        return sample(space, request);
    } catch (const Error& error) {
        std::error_code failure;
        std::string file = fileBeforeRegime(nameOrFile);
        if (std::filesystem::is_regular_file(nameOrFile, failure)) file = nameOrFile;
        if (file.empty() || error.problem().where != space.name) throw; // such as a wrong n
        throwWithin(file, error);
    }
}

std::string hashOf(const DesignSpace& space)
{
    json object = toJson(space);
    for (const char* field : {"name", "parent", "note"})
        object.erase(field);
    return sha256(object.dump());
}

} // namespace regnet
