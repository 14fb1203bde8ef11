// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network_json.h"

#include "core/format/text_file.h"
#include "core/network/rounding.h"
#include "core/text/sha256.h"
#include "core/text/utf8.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <initializer_list>
#include <iterator>
#include <utility>

namespace regnet {
namespace {

using nlohmann::json;

std::string placeOf(const std::string& where, const std::string& field)
{
    if (where.empty()) return field;
    return field.empty() ? where : where + ", " + field;
}

/// What stands in a field, short enough for a sentence.
std::string shown(const json& value)
{
    return shownJson(value, 40);
}

/// One JSON object whose fields are read one by one; what was not read is unknown.
class Reader
{
public:
    Reader(const json& object, std::string where, std::string prefix,
           std::initializer_list<const char*> fields)
        : m_object(object), m_where(std::move(where)), m_prefix(std::move(prefix))
    {
        if (!object.is_object()) throwBadInput(place({}), "is " + shown(object), "an object in braces");
        for (const auto& [key, value] : object.items())
            if (std::find(fields.begin(), fields.end(), key) == fields.end()) refuseUnknown(key, fields);
    }

    const json* find(const char* field) const
    {
        const auto found = m_object.find(field);
        return found == m_object.end() ? nullptr : &*found;
    }

    const json& need(const char* field) const
    {
        if (const json* value = find(field)) return *value;
        throwBadInput(place(field), "is missing", "a number");
    }

    void read(const char* field, double& target) const
    {
        if (const json* value = find(field)) target = number(field, *value);
    }

    void read(const char* field, std::int64_t& target) const
    {
        if (const json* value = find(field)) target = whole(field, *value);
    }

    void require(const char* field, double& target) const { target = number(field, need(field)); }
    void require(const char* field, std::int64_t& target) const { target = whole(field, need(field)); }

    template <class Enum, std::size_t N>
    void read(const char* field, Enum& target, const std::array<Enum, N>& values) const
    {
        const json* value = find(field);
        if (!value) return;
        std::string names;
        for (const Enum candidate : values) {
            if (value->is_string() && value->get_ref<const std::string&>() == nameOf(candidate)) {
                target = candidate;
                return;
            }
            names += (names.empty() ? "" : ", ") + std::string(nameOf(candidate));
        }
        throwBadInput(place(field), "is " + shown(*value), "one of " + names);
    }

    std::string place(const std::string& field) const
    {
        const bool isWhole = field.empty() || m_prefix.empty();
        return placeOf(m_where, isWhole ? m_prefix + field : m_prefix + "." + field);
    }
    std::string path(const std::string& field) const
    {
        return m_prefix.empty() ? field : m_prefix + "." + field;
    }
    const std::string& where() const { return m_where; }

private:
    double number(const char* field, const json& value) const
    {
        if (!value.is_number()) throwBadInput(place(field), "is " + shown(value), "a number");
        return value.get<double>();
    }

    std::int64_t whole(const char* field, const json& value) const
    {
        constexpr auto limit = static_cast<double>(largestSize);
        // As an integer where it is one: 2^53 + 1 would become 2^53.
        const bool isBeyond = (value.is_number_unsigned() &&
                               value.get<std::uint64_t>() > static_cast<std::uint64_t>(largestSize)) ||
                              (value.is_number_integer() && !value.is_number_unsigned() &&
                               value.get<std::int64_t>() < -largestSize);
        const bool isWhole = value.is_number() && !isBeyond && std::abs(value.get<double>()) <= limit &&
                             std::floor(value.get<double>()) == value.get<double>();
        if (!isWhole) throwBadInput(place(field), "is " + shown(value), "a whole number up to 2^53");
        return static_cast<std::int64_t>(value.get<double>());
    }

    [[noreturn]] void refuseUnknown(const std::string& key, std::initializer_list<const char*> fields) const
    {
        std::string names;
        for (const char* field : fields)
            names += (names.empty() ? "" : ", ") + std::string(field);
        throwBadInput(place(shortened(key, longestShownName)), "is not a field of a network",
                      "one of " + names);
    }

    const json& m_object;
    std::string m_where;
    std::string m_prefix;
};

Stage readStage(const json& object, const std::string& where, const std::string& prefix)
{
    const Reader reader(object, where, prefix,
                        {"width", "depth", "stride", "bottleneck_ratio", "group_width"});
    Stage stage;
    reader.require("width", stage.width);
    reader.require("depth", stage.depth);
    reader.read("stride", stage.stride);
    reader.read("bottleneck_ratio", stage.bottleneckRatio);
    reader.read("group_width", stage.groupWidth);
    return stage;
}

std::vector<Stage> readStages(const json& list, const Reader& network)
{
    if (!list.is_array() || list.empty())
        throwBadInput(network.place("stages"), "is " + shown(list), "a list of at least one stage");
    std::vector<Stage> stages;
    stages.reserve(list.size());
    for (std::size_t i = 0; i < list.size(); ++i)
        stages.push_back(readStage(list[i], network.where(), "stages[" + std::to_string(i) + "]"));
    return stages;
}

RegnetParameters readRegnet(const json& object, const std::string& where)
{
    const Reader reader(object, where, "regnet",
                        {"depth", "w0", "wa", "wm", "bottleneck_ratio", "group_width", "stride"});
    RegnetParameters regnet;
    reader.require("depth", regnet.line.depth);
    reader.require("w0", regnet.line.w0);
    reader.require("wa", regnet.line.wa);
    reader.require("wm", regnet.line.wm);
    regnet.groupWidth = Stage{}.groupWidth; // the JSON has one default for both forms
    reader.read("bottleneck_ratio", regnet.bottleneckRatio);
    reader.read("group_width", regnet.groupWidth);
    reader.read("stride", regnet.stride);
    return regnet;
}

void readParts(const Reader& reader, NetworkSpec& spec)
{
    if (const json* stem = reader.find("stem")) {
        const Reader part(*stem, reader.where(), "stem", {"type", "width"});
        part.read("type", spec.stem.type, allStems);
        part.read("width", spec.stem.width);
    }
    if (const json* head = reader.find("head")) {
        const Reader part(*head, reader.where(), "head", {"width", "classes"});
        part.read("width", spec.head.width);
        part.read("classes", spec.head.classes);
    }
}

json toJson(const Stage& stage)
{
    return {{"width", stage.width},
            {"depth", stage.depth},
            {"stride", stage.stride},
            {"bottleneck_ratio", stage.bottleneckRatio},
            {"group_width", stage.groupWidth}};
}

/// As the library writes a double: "1.0", "0.25".
void putNumber(std::string& text, double value)
{
    if (value == std::floor(value) && std::abs(value) < 1e6 && !std::signbit(value))
        fmt::format_to(std::back_inserter(text), "{}.0", static_cast<int>(value));
    else
        text += json(value).dump();
}

} // namespace

nlohmann::json toJson(const RegnetParameters& regnet)
{
    return {{"depth", regnet.line.depth},
            {"w0", regnet.line.w0},
            {"wa", regnet.line.wa},
            {"wm", regnet.line.wm},
            {"bottleneck_ratio", regnet.bottleneckRatio},
            {"group_width", regnet.groupWidth},
            {"stride", regnet.stride}};
}

NetworkSpec networkFromJson(const nlohmann::json& object, const std::string& where)
{
    const Reader reader(
        object, where, {},
        {"stem", "block", "stages", "regnet", "se_ratio", "head", "resolution", "activation"});
    NetworkSpec spec;
    const json* stages = reader.find("stages");
    const json* regnet = reader.find("regnet");
    if (stages && regnet)
        throwBadInput(reader.place("regnet"), "stands beside stages", "either regnet or stages");
    if (stages)
        spec.stages = readStages(*stages, reader);
    else if (regnet)
        spec.regnet = readRegnet(*regnet, where);
    else
        throwBadInput(reader.place("stages"), "is missing", "stages, or regnet with depth, w0, wa and wm");
    readParts(reader, spec);
    reader.read("block", spec.block, allBlocks);
    reader.read("se_ratio", spec.seRatio);
    reader.read("resolution", spec.resolution);
    reader.read("activation", spec.activation, allActivations);
    return spec;
}

NetworkSpec parseNetwork(std::string_view text, const std::string& where)
{
    return networkFromJson(parseJson(text, where), where);
}

nlohmann::json toJson(const NetworkSpec& spec)
{
    json object{{"stem", {{"type", nameOf(spec.stem.type)}, {"width", spec.stem.width}}},
                {"block", nameOf(spec.block)},
                {"se_ratio", spec.seRatio},
                {"head", {{"width", spec.head.width}, {"classes", spec.head.classes}}},
                {"resolution", spec.resolution}};
    if (spec.activation != Activation::Relu) object["activation"] = nameOf(spec.activation);
    if (spec.regnet) {
        object["regnet"] = toJson(*spec.regnet);
    } else {
        json& stages = object["stages"] = json::array();
        for (const Stage& stage : spec.stages)
            stages.push_back(toJson(stage));
    }
    return object;
}

nlohmann::json toJson(const Network& network)
{
    return toJson(toSpec(network));
}

NetworkSpec toSpec(const Network& network)
{
    return {network.stem,    network.block, network.stages,     {},
            network.seRatio, network.head,  network.resolution, network.activation};
}

// Written by hand: a tree of maps for each of 100,000 imported networks took three times as long as
// everything else that is done with them. A test holds it against toJson(network).dump().
std::string canonicalJson(const Network& network)
{
    std::string text = "{";
    const auto out = std::back_inserter(text);
    if (network.activation != Activation::Relu)
        fmt::format_to(out, R"("activation":"{}",)", nameOf(network.activation));
    fmt::format_to(out, R"("block":"{}","head":{{"classes":{},"width":{}}},"resolution":{},"se_ratio":)",
                   nameOf(network.block), network.head.classes, network.head.width, network.resolution);
    putNumber(text, network.seRatio);
    text += R"(,"stages":[)";
    for (const Stage& stage : network.stages) {
        if (&stage != network.stages.data()) text += ',';
        text += R"({"bottleneck_ratio":)";
        putNumber(text, stage.bottleneckRatio);
        fmt::format_to(out, R"(,"depth":{},"group_width":{},"stride":{},"width":{}}})", stage.depth,
                       stage.groupWidth, stage.stride, stage.width);
    }
    fmt::format_to(out, R"(],"stem":{{"type":"{}","width":{}}}}})", nameOf(network.stem.type),
                   network.stem.width);
    return text;
}

std::string hashOf(const Network& network)
{
    return sha256(canonicalJson(network));
}

} // namespace regnet
