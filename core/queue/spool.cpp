// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/spool.h"

#include "core/format/text_file.h"
#include "core/network/network_json.h"
#include "core/queue/hurried_file.h"
#include "core/queue/whole_file.h"
#include "core/store/attempts.h"
#include "core/system/clock.h"
#include "core/text/plain_name.h"
#include "core/text/sha256.h"
#include "core/text/utf8.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <unistd.h>
#include <utility>

namespace regnet {
namespace {

using nlohmann::json;

constexpr std::int64_t formatVersion = 1;
constexpr std::array<std::string_view, 4> notJobs = {"populations", "requests", "slurm", "deleted"};

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

/// None where there is no file. Throws Error for one that cannot be read or is no JSON.
std::optional<json> readJson(const std::filesystem::path& file)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return std::nullopt;
    return parseJson(readWhole(file), file.string());
}

json toJson(const TrainingSpec& training)
{
    return {{"recipe", regnet::toJson(training.recipe)},
            {"data_set", regnet::toJson(training.dataSet)},
            {"seed", training.seed}};
}

/// JSON's library would take -1 for the largest number, and 1.7 for 1.
std::uint64_t seedFrom(const json& value, const std::string& where)
{
    if (!value.is_number_unsigned())
        throwBadInput(where + ", seed", "is " + shownJson(value, 40), "a whole number from 0 to 2^64 - 1");
    return value.get<std::uint64_t>();
}

TrainingSpec trainingFromJson(const json& value, const std::string& where)
{
    TrainingSpec training;
    training.recipe = recipeFromJson(value.at("recipe"), where + ", recipe");
    training.dataSet = dataSetFromJson(value.at("data_set"), where + ", data_set");
    training.seed = seedFrom(value.at("seed"), where);
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
        if (!(member.error >= 0 && member.error <= 100))
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

std::vector<std::filesystem::path> sorted(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> entries;
    std::error_code error;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        entries.push_back(it->path());
    std::sort(entries.begin(), entries.end());
    return entries;
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
        const json& format = value.at("format");
        if (!format.is_number_integer() || format.get<std::int64_t>() < 1)
            throwBadInput(where + ", format", "is " + shownJson(format, 40), std::to_string(formatVersion));
        if (format.get<std::int64_t>() > formatVersion)
            throwBadInput(where + ", format", "is from a newer version of this program");
        PopulationSpec population;
        value.at("name").get_to(population.name);
        value.at("space").get_to(population.space);
        population.spaceJson = value.at("space_definition").dump();
        population.seed = seedFrom(value.at("seed"), where);
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

std::filesystem::path defaultSpool(const std::filesystem::path& store)
{
    std::filesystem::path spool = store;
    return spool.replace_extension(".spool");
}

bool isSpool(const std::filesystem::path& folder)
{
    std::error_code error;
    return std::filesystem::is_directory(folder / "populations", error);
}

std::filesystem::path workerLog(const std::filesystem::path& jobFolder, std::int64_t attempt)
{
    return attemptFolder(jobFolder, attempt) / "worker.log";
}

// Absolute: a worker is found again by its folder, from whatever folder the next dispatcher is started.
Spool::Spool(const std::filesystem::path& root) : m_root(std::filesystem::absolute(root).lexically_normal())
{
}

void Spool::create() const
{
    for (const auto& folder : {m_root, m_root / "populations", requestFolder()}) {
        std::error_code error;
        std::filesystem::create_directories(folder, error);
        if (error) throwFailed(folder.string(), fmt::format("cannot be created ({})", error.message()));
    }
    const std::filesystem::path probe = m_root / fmt::format(".probe-{}", getpid());
    writeWhole(probe, "can it be written?\n");
    std::error_code ignored;
    std::filesystem::remove(probe, ignored);
}

std::filesystem::path Spool::jobFolder(const std::string& id) const
{
    // Whoever forges a store, a log or a request must not choose which folders are written, moved and
    // emptied.
    if (!isPlainName(id) || std::ranges::find(notJobs, id) != notJobs.end())
        throwBadInput(m_root.string(), fmt::format("has no job \"{}\"", id), "letters and digits");
    std::filesystem::path folder = m_root / id;
    std::error_code error;
    if (std::filesystem::is_symlink(folder, error))
        throwBadInput(folder.string(), "is a link, which may lead anywhere", "a folder");
    return folder;
}

std::vector<std::string> Spool::jobs() const
{
    std::vector<std::string> ids;
    std::error_code error;
    for (const auto& folder : sorted(m_root)) {
        const std::string name = folder.filename().string();
        if (isPlainName(name) && std::filesystem::exists(jobFile(folder), error)) ids.push_back(name);
    }
    return ids;
}

std::vector<std::int64_t> Spool::attempts(const std::string& id) const
{
    constexpr std::string_view prefix = "attempt-";
    std::vector<std::int64_t> numbers;
    for (const auto& folder : sorted(jobFolder(id))) {
        const std::string name = folder.filename().string();
        std::int64_t number = 0;
        if (!name.starts_with(prefix)) continue;
        const auto [end, error] =
            std::from_chars(name.data() + prefix.size(), name.data() + name.size(), number);
        const bool isNumber = error == std::errc() && end == name.data() + name.size();
        if (isNumber && number > 0 && number <= mostAttempts) numbers.push_back(number);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
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
    for (const auto& file : sorted(m_root / "populations")) {
        if (file.extension() != ".json" || isLeftOut(file)) continue;
        try {
            all.push_back(readPopulation(file));
        } catch (const Error& error) {
            problems.push_back(error.problem());
        }
    }
    return all;
}

void Spool::writeProcess(const std::string& id, std::int64_t attempt, const ProcessIdentity& process) const
{
    const json value{{"pid", process.pid}, {"start_ticks", process.startTicks}, {"boot_id", process.bootId}};
    writeHurried(attemptFolder(jobFolder(id), attempt) / "process.json", value.dump() + "\n");
}

std::optional<ProcessIdentity> Spool::readProcess(const std::string& id, std::int64_t attempt) const
{
    try {
        const auto value = readJson(attemptFolder(jobFolder(id), attempt) / "process.json");
        if (!value || !value->is_object()) return std::nullopt;
        return ProcessIdentity{value->value("pid", std::int64_t{0}),
                               value->value("start_ticks", std::int64_t{0}),
                               value->value("boot_id", std::string())};
    } catch (const std::exception&) { // damaged by hand: as if it were not there
        return std::nullopt;
    }
}

void Spool::writeEnd(const std::string& id, std::int64_t attempt, const EndRecord& end, Haste haste) const
{
    json value{{"state", nameOf(end.state)},
               {"message", end.message},
               {"kills", end.kills},
               {"time", end.unixSeconds}};
    if (end.exitCode) value["exit"] = *end.exitCode;
    if (end.signal) value["signal"] = *end.signal;
    if (!end.beforeRetry.empty()) value["before_retry"] = end.beforeRetry;
    if (!end.cause.empty()) value["cause"] = end.cause;
    const std::filesystem::path folder = attemptFolder(jobFolder(id), attempt);
    std::error_code ignored; // writeWhole reports what matters
    std::filesystem::create_directories(folder, ignored);
    const std::string text = value.dump() + "\n";
    if (haste == Haste::Safe)
        writeWhole(folder / "end.json", text);
    else
        writeHurried(folder / "end.json", text);
}

std::optional<EndRecord> Spool::readEnd(const std::string& id, std::int64_t attempt) const
try {
    const auto value = readJson(attemptFolder(jobFolder(id), attempt) / "end.json");
    if (!value || !value->is_object()) return std::nullopt;
    const auto state = jobStateOf(value->value("state", std::string()));
    if (!state) return std::nullopt;
    EndRecord end;
    end.state = *state;
    end.message = value->value("message", std::string());
    end.kills = value->value("kills", std::int64_t{0});
    end.unixSeconds = value->value("time", 0.0);
    end.beforeRetry = value->value("before_retry", std::string());
    end.cause = value->value("cause", std::string());
    if (value->contains("exit")) end.exitCode = value->at("exit").get<int>();
    if (value->contains("signal")) end.signal = value->at("signal").get<int>();
    return end;
} catch (const std::exception&) { // damaged by hand: as if it were not there
    return std::nullopt;
}

void Spool::writeWishes(const Wishes& wishes) const
{
    json value{{"format", formatVersion}, {"is_queue_paused", wishes.isQueuePaused}, {"jobs", json::array()}};
    for (const JobWish& wish : wishes.jobs) {
        json job{{"id", wish.id}};
        if (wish.isPaused) job["is_paused"] = true;
        if (wish.priority != 0) job["priority"] = wish.priority;
        if (wish.position) job["position"] = *wish.position;
        if (wish.keepsWeights) job["keeps_weights"] = true;
        if (!wish.place.empty()) job["place"] = wish.place;
        value["jobs"].push_back(std::move(job));
    }
    const std::filesystem::path file = m_root / "wishes.json";
    const std::string text = value.dump() + "\n";
    std::error_code error;
    if (std::filesystem::exists(file, error) ? readWhole(file) == text : wishes == Wishes{}) return;
    writeWhole(file, text);
}

Wishes Spool::readWishes() const
{
    Wishes wishes;
    try {
        const auto value = readJson(m_root / "wishes.json");
        if (!value) return {};
        wishes.isQueuePaused = value->value("is_queue_paused", false);
        for (const json& job : value->at("jobs")) {
            JobWish wish{job.at("id").get<std::string>(),        job.value("is_paused", false),
                         job.value("priority", std::int64_t{0}), std::nullopt,
                         job.value("keeps_weights", false),      job.value("place", "")};
            if (job.contains("position")) wish.position = job.at("position").get<double>();
            wishes.jobs.push_back(std::move(wish));
        }
    } catch (const json::exception&) {
        return {}; // damaged by hand: results do not depend on it
    } catch (const Error&) {
        return {};
    }
    return wishes;
}

std::string Spool::logTail(const std::string& id, std::int64_t attempt, std::size_t bytes) const
{
    const std::filesystem::path log = workerLog(jobFolder(id), attempt);
    std::error_code error;
    if (!std::filesystem::is_regular_file(log, error)) return {};
    std::ifstream file(log, std::ios::binary);
    if (!file) return {};
    file.seekg(0, std::ios::end);
    const auto size = static_cast<std::int64_t>(file.tellg());
    const std::int64_t start = std::max<std::int64_t>(0, size - static_cast<std::int64_t>(bytes));
    file.seekg(start);
    std::string tail(static_cast<std::size_t>(size - start), '\0');
    file.read(tail.data(), static_cast<std::streamsize>(tail.size()));
    if (start > 0 && tail.find('\n') != std::string::npos) tail.erase(0, tail.find('\n') + 1);
    while (!tail.empty() && (tail.back() == '\n' || tail.back() == ' '))
        tail.pop_back();
    return asUtf8(
        tail); // it goes into JSON and onto screens; a library or a dying device may have written it
}

std::int64_t Spool::freeBytes() const
{
    std::error_code error;
    std::filesystem::path folder = m_root; // which may be made only later
    while (!std::filesystem::exists(folder, error) && folder.has_relative_path())
        folder = folder.parent_path();
    const auto space = std::filesystem::space(folder, error);
    return error ? -1 : static_cast<std::int64_t>(space.available);
}

} // namespace regnet
