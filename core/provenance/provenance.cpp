// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/provenance.h"

#include "core/format/text_file.h"
#include "core/problem.h"
#include "core/study/json_fields.h"
#include "core/text/readable.h"
#include "core/text/sha256.h"

#include <cmath>

namespace regnet {
namespace {

constexpr const char* formatName = "regnet-provenance-1";

/// Numbers as the shortest text, so that the hash does not hang on how a double is printed.
std::string numberText(double value)
{
    return std::isfinite(value) ? shortest(value) : "none";
}

/// A separator that no length can be mistaken for: "5:depth".
void addField(Sha256& hash, std::string_view field)
{
    hash.add(std::to_string(field.size()) + ":");
    hash.add(field);
}

std::string dump(const nlohmann::json& json)
{
    return json.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
}

nlohmann::json asJson(const PopulationOrigin& origin)
{
    nlohmann::json json{{"name", origin.name},         {"source", origin.source},
                        {"recipe", origin.recipe},     {"error_kind", origin.errorKind},
                        {"finished", origin.finished}, {"failed", origin.failed},
                        {"pending", origin.pending},   {"hash", origin.hash}};
    if (!origin.runTimes.empty()) json["run_times"] = origin.runTimes;
    return json;
}

PopulationOrigin originFrom(const nlohmann::json& json, const std::string& where)
{
    constexpr std::int64_t most = 1'000'000'000'000;
    PopulationOrigin origin;
    JsonFields fields(json, where);
    fields.read("name", origin.name);
    fields.read("source", origin.source);
    fields.read("recipe", origin.recipe);
    fields.read("error_kind", origin.errorKind);
    fields.read("finished", origin.finished, 0, most);
    fields.read("failed", origin.failed, 0, most);
    fields.read("pending", origin.pending, 0, most);
    fields.read("hash", origin.hash);
    fields.read("run_times", origin.runTimes);
    fields.finish();
    return origin;
}

nlohmann::json asJson(const Provenance& provenance)
{
    nlohmann::json json{{"format", formatName},           {"command", provenance.command},
                        {"query", provenance.query},      {"settings", provenance.settings},
                        {"data", provenance.data},        {"version", provenance.version},
                        {"revision", provenance.revision}};
    json["populations"] = nlohmann::json::array();
    for (const PopulationOrigin& origin : provenance.populations)
        json["populations"].push_back(asJson(origin));
    if (provenance.seed) json["seed"] = *provenance.seed;
    return json;
}

std::vector<std::string> wordsFrom(const nlohmann::json& json, const std::string& where)
{
    std::vector<std::string> words;
    if (json.is_array())
        for (const nlohmann::json& word : json)
            if (word.is_string()) words.push_back(word.get<std::string>());
    if (!json.is_array() || words.size() != json.size())
        throwBadInput(where + ", command", "is no list of texts");
    return words;
}

} // namespace

std::string hashOf(const Population& population)
{
    Sha256 hash;
    addField(hash, population.errorKind);
    addField(hash, population.recipe);
    for (const Member& member : population.members) {
        std::string state{member.state == Member::State::Finished ? "finished "
                          : member.state == Member::State::Failed ? "failed "
                                                                  : "pending "};
        if (member.state == Member::State::Finished) state += numberText(member.error);
        addField(hash, state);
        addField(hash, member.label);
        addField(hash, member.networkHash);
        for (const auto& [name, value] : member.properties)
            if (name.text() != runTimeProperty) addField(hash, name.text() + "=" + numberText(value));
    }
    return hash.finish();
}

std::string runTimesHashOf(const Population& population)
{
    Sha256 hash;
    bool isAnyKnown = false;
    for (const Member& member : population.members) {
        const double* time = member.properties.find(runTimeProperty);
        addField(hash, time != nullptr ? numberText(*time) : "");
        isAnyKnown = isAnyKnown || time != nullptr;
    }
    return isAnyKnown ? hash.finish() : std::string();
}

PopulationOrigin originOf(const Population& population)
{
    PopulationOrigin origin;
    origin.name = population.name;
    origin.source = population.source;
    origin.recipe = population.recipe;
    origin.errorKind = population.errorKind;
    for (const Member& member : population.members) {
        origin.finished += member.state == Member::State::Finished ? 1 : 0;
        origin.failed += member.state == Member::State::Failed ? 1 : 0;
        origin.pending += member.state == Member::State::Pending ? 1 : 0;
    }
    origin.hash = hashOf(population);
    origin.runTimes = runTimesHashOf(population);
    return origin;
}

std::string toText(const Provenance& provenance)
{
    nlohmann::json json = asJson(provenance);
    json["checksum"] = sha256(dump(json));
    return dump(json);
}

Provenance provenanceFrom(std::string_view text, const std::string& where)
{
    nlohmann::json json = parseJson(text, where);
    if (!json.is_object() || json.value("format", nlohmann::json()) != formatName)
        throwBadInput(where, "holds no provenance of a figure",
                      std::string("JSON with \"format\": \"") + formatName + "\"");
    const nlohmann::json checksum = json.value("checksum", nlohmann::json());
    json.erase("checksum");
    json.erase("file"); // only in a sidecar, about the file beside it
    if (checksum != sha256(dump(json)))
        throwBadInput(where, "holds a provenance that was changed after it was written",
                      "one whose checksum fits");
    Provenance provenance;
    JsonFields fields(json, where);
    std::string format;
    fields.read("format", format);
    provenance.command = wordsFrom(fields.require("command"), where);
    for (const nlohmann::json& origin : fields.require("populations"))
        provenance.populations.push_back(originFrom(origin, where + ", populations"));
    provenance.query = fields.require("query");
    provenance.settings = fields.require("settings");
    fields.read("data", provenance.data);
    fields.read("version", provenance.version);
    fields.read("revision", provenance.revision);
    if (json.contains("seed")) fields.read("seed", provenance.seed.emplace());
    fields.finish();
    return provenance;
}

} // namespace regnet
