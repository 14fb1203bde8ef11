// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What Spool keeps of populations, and the form of their files.
#include "core/queue/spool.h"

#include "core/format/text_file.h"
#include "core/network/network_json.h"
#include "core/study/json_fields.h"
#include "core/system/clock.h"
#include "core/system/folder.h"
#include "core/system/whole_file.h"
#include "core/text/sha256.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace regnet {
namespace {

using nlohmann::json;

constexpr std::int64_t formatVersion = 1;

/// A file name that any population name can have, and that people still recognise.
std::string fileNameOf(const std::string& population)
{
    std::string name;
    for (const char c : population.substr(0, 60)) {
        const bool isPlain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        name += isPlain ? c : '_';
    }
    return name + "-" + sha256(population).substr(0, 12) + ".json";
}

json toJson(const TrainingSpec& training)
{
    return {{"recipe", regnet::toJson(training.recipe)},
            {"data_set", regnet::toJson(training.dataSet)},
            {"seed", training.seed}};
}

/// JSON's library would take -1 for the largest number, and 1.7 for 1.
std::uint64_t seedFrom(JsonFields fields)
{
    fields.require("seed");
    std::uint64_t seed = 0;
    fields.read("seed", seed);
    return seed;
}

TrainingSpec trainingFromJson(const json& value, const std::string& where)
{
    TrainingSpec training;
    training.recipe = recipeFromJson(value.at("recipe"), where + ", recipe");
    training.dataSet = dataSetFromJson(value.at("data_set"), where + ", data_set");
    training.seed = seedFrom({value, where});
    return training;
}

constexpr std::array<std::string_view, 3> memberStates{"finished", "failed", "pending"};

json toJson(const ImportedResults& imported)
{
    json members = json::array();
    for (const Member& member : imported.members) {
        json row{{"label", member.label},
                 {"state", memberStates[static_cast<std::size_t>(member.state)]},
                 {"network", member.networkHash},
                 {"properties", member.properties}};
        if (member.state == Member::State::Finished) row["error"] = member.error;
        members.push_back(std::move(row));
    }
    return {{"source", imported.source},
            {"kind", imported.kind},
            {"error_kind", imported.errorKind},
            {"recipe", imported.recipe},
            {"members", std::move(members)}};
}

ImportedResults importedFromJson(const json& value, const std::string& where)
{
    ImportedResults imported;
    value.at("source").get_to(imported.source);
    value.at("kind").get_to(imported.kind);
    value.at("error_kind").get_to(imported.errorKind);
    value.at("recipe").get_to(imported.recipe);
    for (const json& row : value.at("members")) {
        Member member;
        row.at("label").get_to(member.label);
        row.at("network").get_to(member.networkHash);
        row.at("properties").get_to(member.properties);
        const auto state = std::ranges::find(memberStates, row.at("state").get<std::string>());
        if (state == memberStates.end()) throwBadInput(where + ", imported", "has a state that is not known");
        member.state = static_cast<Member::State>(state - memberStates.begin());
        if (member.state == Member::State::Finished) row.at("error").get_to(member.error);
        if (!isErrorPercent(member.error))
            throwBadInput(where + ", imported", fmt::format("has an error of {} %", member.error),
                          "a number from 0 to 100");
        imported.members.push_back(std::move(member));
    }
    return imported;
}

json toJson(const SpooledPopulation& kept)
{
    json value = regnet::toJson(kept.population);
    value["trainings"] = json::array();
    for (const TrainingSpec& training : kept.trainings)
        value["trainings"].push_back(toJson(training));
    value["times"] = kept.times;
    return value;
}

SpooledPopulation readPopulation(const std::filesystem::path& file)
{
    const std::string where = file.string();
    try {
        json value = parseJson(readWhole(file), where);
        SpooledPopulation kept;
        for (const json& training : value.at("trainings"))
            kept.trainings.push_back(trainingFromJson(training, where + ", trainings"));
        value.erase("trainings");
        kept.times = value.value("times", std::vector<double>());
        kept.times.resize(kept.trainings.size() + 1, 0.0); // an older file has none
        kept.population = populationFromJson(value, where);
        return kept;
    } catch (const json::exception& error) {
        throwBadInput(where, fmt::format("is no population file ({})", error.what()));
    }
}

} // namespace

json toJson(const PopulationSpec& population)
{
    json networks = json::array();
    for (const NetworkSpec& network : population.networks)
        networks.push_back(toJson(network));
    json value{{"format", formatVersion},        {"name", population.name},
               {"space", population.space},      {"space_definition", json::parse(population.spaceJson)},
               {"seed", population.seed},        {"constraints", json::parse(population.constraintsJson)},
               {"networks", std::move(networks)}};
    if (population.training) value["training"] = toJson(*population.training);
    if (population.keepsWeights) value["keep_weights"] = true;
    if (population.imported) value["imported"] = toJson(*population.imported);
    return value;
}

PopulationSpec populationFromJson(const json& value, const std::string& where)
{
    try {
        std::int64_t format = 0;
        JsonFields(value, where).read("format", format, 1, std::numeric_limits<std::int64_t>::max());
        if (format > formatVersion)
            throwBadInput(where + ", format", "is from a newer version of this program");
        PopulationSpec population;
        value.at("name").get_to(population.name);
        value.at("space").get_to(population.space);
        population.spaceJson = value.at("space_definition").dump();
        population.seed = seedFrom({value, where});
        population.constraintsJson = value.at("constraints").dump();
        for (const json& network : value.at("networks"))
            population.networks.push_back(
                networkFromJson(network, fmt::format("{}, networks[{}]", where, population.networks.size())));
        if (value.contains("training")) population.training = trainingFromJson(value.at("training"), where);
        population.keepsWeights = value.value("keep_weights", false);
        if (value.contains("imported")) population.imported = importedFromJson(value.at("imported"), where);
        return population;
    } catch (const json::exception& error) {
        throwBadInput(where, fmt::format("is no population ({})", error.what()));
    }
}

void Spool::keep(const PopulationSpec& population) const
{
    const std::filesystem::path file = m_root / "populations" / fileNameOf(population.name);
    SpooledPopulation kept;
    std::error_code error;
    if (std::filesystem::exists(file, error)) {
        kept = readPopulation(file);
        // Trainings are asked for by the networks alone: what was imported stays as it is.
        const auto& imported = kept.population.imported;
        const bool isOther =
            population.imported && !(imported && isSameImport(*imported, *population.imported));
        if (kept.population.networks != population.networks || isOther)
            throwBadInput(file.string(),
                          fmt::format("holds population \"{}\" with other networks", population.name),
                          "another name, or the same space, number and seed");
    } else {
        kept.population = population;
        kept.population.training.reset();
        kept.population.keepsWeights = false; // a wish for its jobs, with the others
        kept.times = {unixNow()};
    }
    if (population.training) {
        // The one asked for last stands last, with the time of its first asking.
        const auto known = std::find(kept.trainings.begin(), kept.trainings.end(), *population.training);
        double time = unixNow();
        if (known != kept.trainings.end()) {
            const auto place = known - kept.trainings.begin();
            time = kept.times[static_cast<std::size_t>(place) + 1];
            kept.trainings.erase(known);
            kept.times.erase(kept.times.begin() + place + 1);
        }
        kept.trainings.push_back(*population.training);
        kept.times.push_back(time);
    }
    writeWhole(file, toJson(kept).dump() + "\n");
}

void Spool::forget(const std::string& population) const
{
    std::error_code ignored; // it is not there: all is well
    std::filesystem::remove(m_root / "populations" / fileNameOf(population), ignored);
}

/// The population first: a rebuild in between finds jobs without it, and has their results at least.
std::filesystem::path Spool::setAside(const std::string& population, std::span<const std::string> jobs) const
{
    const std::string file = fileNameOf(population);
    const std::string stem = std::filesystem::path(file).stem().string();
    std::error_code error;
    std::filesystem::path aside;
    for (int i = 0; i == 0 || std::filesystem::exists(aside, error); ++i)
        aside = m_root / "deleted" /
                fmt::format("{}-{}{}", stem, static_cast<std::int64_t>(unixNow()),
                            i == 0 ? "" : fmt::format("-{}", i));
    std::filesystem::create_directories(aside / "populations", error);
    if (error) throwFailed(aside.string(), fmt::format("cannot be created ({})", error.message()));
    const auto move = [&](const std::filesystem::path& what) {
        if (!std::filesystem::exists(what, error)) return;
        std::filesystem::rename(what, aside / what.lexically_relative(m_root), error);
        if (error) throwFailed(what.string(), fmt::format("cannot be set aside ({})", error.message()));
    };
    move(m_root / "populations" / file);
    for (const std::string& job : jobs)
        move(jobFolder(job));
    for (const auto& folder : {aside, aside / "populations", m_root, m_root / "populations"})
        syncFolder(folder);
    return aside;
}

/// The name inside first: a spool that is read in between has the new one already, and only once.
void Spool::rename(const std::string& population, const std::string& name) const
{
    const std::filesystem::path before = m_root / "populations" / fileNameOf(population);
    const std::filesystem::path after = m_root / "populations" / fileNameOf(name);
    std::error_code error;
    if (before == after || !std::filesystem::exists(before, error)) return;
    if (std::filesystem::exists(after, error))
        throwBadInput(after.string(),
                      fmt::format("holds a population \"{}\" that the store does not know", name),
                      "another name");
    SpooledPopulation kept = readPopulation(before);
    kept.population.name = name;
    writeWhole(before, toJson(kept).dump() + "\n");
    std::filesystem::rename(before, after, error);
    if (error) throwFailed(before.string(), fmt::format("cannot be renamed ({})", error.message()));
    syncFolder(after.parent_path());
}

void Spool::removeTemporaries() const
{
    regnet::removeTemporaries(m_root / "populations");
}

std::vector<SpooledPopulation> Spool::populations(std::vector<Problem>& problems,
                                                  std::span<const std::string> leftOut) const
{
    std::vector<SpooledPopulation> all;
    const auto isLeftOut = [leftOut](const std::filesystem::path& file) {
        return std::ranges::find(leftOut, file.filename().string(), fileNameOf) != leftOut.end();
    };
    for (const auto& file : sortedEntries(m_root / "populations")) {
        if (file.extension() != ".json" || isLeftOut(file)) continue;
        try {
            all.push_back(readPopulation(file));
        } catch (const Error& error) {
            problems.push_back(error.problem());
        }
    }
    return all;
}

} // namespace regnet
