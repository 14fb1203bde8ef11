// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/spool.h"

#include "core/format/text_file.h"
#include "core/system/folder.h"
#include "core/system/hurried_file.h"
#include "core/system/whole_file.h"
#include "core/text/plain_name.h"
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

/// None where there is no file. Throws Error for one that cannot be read or is no JSON.
std::optional<json> readJson(const std::filesystem::path& file)
{
    if (!isThere(file)) return std::nullopt;
    return parseJson(readWhole(file), file.string());
}

/// What `read` gives of a file; nothing, and a problem with its name, where that is damaged.
template <typename Read>
auto readOr(const std::filesystem::path& file, std::vector<Problem>* problems, const Read& read)
    -> decltype(read())
{
    try {
        return read();
    } catch (const Error& error) {
        if (problems) problems->push_back(error.problem());
    } catch (const json::exception& error) {
        if (problems)
            problems->push_back(
                {ProblemKind::Failed, file.string(), fmt::format("is damaged ({})", error.what()), {}});
    }
    return {};
}

EndRecord endFrom(const json& value, const std::string& where)
{
    const auto state = jobStateOf(value.at("state").get<std::string>());
    if (!state) throwBadInput(where + ", state", "is no state of a job");
    EndRecord end;
    end.state = *state;
    end.message = value.value("message", std::string());
    end.kills = value.value("kills", std::int64_t{0});
    end.unixSeconds = value.value("time", 0.0);
    end.beforeRetry = value.value("before_retry", std::string());
    end.cause = value.value("cause", std::string());
    if (value.contains("exit")) end.exitCode = value.at("exit").get<int>();
    if (value.contains("signal")) end.signal = value.at("signal").get<int>();
    return end;
}

Wishes wishesFrom(const json& value)
{
    Wishes wishes;
    wishes.isQueuePaused = value.value("is_queue_paused", false);
    for (const json& job : value.at("jobs")) {
        JobWish wish{job.at("id").get<std::string>(),        job.value("is_paused", false),
                     job.value("priority", std::int64_t{0}), std::nullopt,
                     job.value("keeps_weights", false),      job.value("place", "")};
        if (job.contains("position")) wish.position = job.at("position").get<double>();
        wishes.jobs.push_back(std::move(wish));
    }
    return wishes;
}

} // namespace

std::filesystem::path defaultSpool(const std::filesystem::path& store)
{
    const auto beside = [](std::filesystem::path file) { return file.replace_extension(".spool"); };
    const std::filesystem::path spool = beside(behindLink(store)), former = beside(store);
    // Beside a link it was once: what was trained there goes on there, as long as there is no other.
    return spool != former && !isSpool(spool) && isSpool(former) ? former : spool;
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
    const std::filesystem::path probe = temporary("probe");
    writeWhole(probe, "can it be written?\n");
    std::error_code ignored;
    std::filesystem::remove(probe, ignored);
}

std::filesystem::path Spool::temporary(const std::string& name) const
{
    return m_root / "populations" / fmt::format("{}.tmp{}", name, getpid());
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

std::vector<std::string> Spool::jobs(std::vector<Problem>* problems) const
{
    std::vector<std::string> ids;
    const auto entries = readOr(m_root, problems, [&] { return listedEntries(m_root); });
    for (const auto& folder : entries) {
        const std::string name = folder.filename().string();
        const auto holdsJob = [&] { return isPlainName(name) && isThere(jobFile(folder)); };
        if (readOr(folder, problems, holdsJob)) ids.push_back(name);
    }
    return ids;
}

std::vector<std::int64_t> Spool::attempts(const std::string& id, std::vector<Problem>* problems) const
{
    constexpr std::string_view prefix = "attempt-";
    std::vector<std::int64_t> numbers;
    const std::filesystem::path job = jobFolder(id);
    for (const auto& folder : readOr(job, problems, [&] { return listedEntries(job); })) {
        const std::string name = folder.filename().string();
        std::int64_t number = 0;
        if (!name.starts_with(prefix)) continue;
        const auto [end, error] =
            std::from_chars(name.data() + prefix.size(), name.data() + name.size(), number);
        // "attempt-07" is not the folder of attempt 7.
        const bool isNumber = error == std::errc() && end == name.data() + name.size() &&
                              name == attemptFolder({}, number).string();
        if (isNumber && number > 0 && number <= mostAttempts) numbers.push_back(number);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
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

std::optional<EndRecord> Spool::readEnd(const std::string& id, std::int64_t attempt,
                                        std::vector<Problem>* problems) const
{
    const std::filesystem::path file = attemptFolder(jobFolder(id), attempt) / "end.json";
    return readOr(file, problems, [&]() -> std::optional<EndRecord> {
        const auto value = readJson(file);
        if (!value) return std::nullopt;
        return endFrom(*value, file.string());
    });
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

Wishes Spool::readWishes(std::vector<Problem>* problems) const
{
    const std::filesystem::path file = m_root / "wishes.json";
    return readOr(file, problems, [&] {
        const auto value = readJson(file);
        return value ? wishesFrom(*value) : Wishes{};
    });
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
