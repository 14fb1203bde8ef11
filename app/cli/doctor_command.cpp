// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_line.h"
#include "app/cli/tell.h"
#include "app/cli/training.h"
#include "core/problem.h"
#include "core/queue/devices.h"
#include "core/queue/process.h"
#include "core/queue/spool.h"
#include "core/store/store.h"
#include "core/system/inspection.h"
#include "core/system/places.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace regnet::cli {
namespace {

struct DoctorOptions
{
    bool asJson = false;
    std::string store;
};

/// What can be said of the store beyond its place; one sentence where it cannot be read.
struct StoreState
{
    std::string problem;
    std::string writer; ///< who holds it; empty when nobody does
    JobCounts jobs;
    std::string spool;
    std::int64_t spoolFreeBytes = -1;
};

StoreState lookInto(const std::filesystem::path& path)
{
    StoreState state;
    try {
        const StoreReader store(path);
        const auto holder = StoreLock::holder(path);
        if (holder) state.writer = describe(*holder);
        state.jobs = store.counts();
        StoreOptions places;
        places.store = path.string();
        const Spool spool(places.spoolPath());
        state.spool = spool.root().string();
        state.spoolFreeBytes = spool.freeBytes();
        if (const auto lines = store.quickCheck(); !lines.empty())
            state.problem = "is damaged (" + lines.front() + "); \"regnet store repair\" mends it";
    } catch (const Error& error) {
        state.problem = error.what();
    }
    return state;
}

nlohmann::json orNull(const std::string& text)
{
    return text.empty() ? nlohmann::json() : nlohmann::json(text);
}

nlohmann::json toJson(const StoreState& state)
{
    return {{"problem", orNull(state.problem)},
            {"writer", orNull(state.writer)},
            {"jobs", state.jobs.total()},
            {"open_jobs", state.jobs.open()},
            {"spool", orNull(state.spool)},
            {"spool_free_bytes",
             state.spoolFreeBytes < 0 ? nlohmann::json() : nlohmann::json(state.spoolFreeBytes)}};
}

nlohmann::json toJson(const std::vector<Gpu>& gpus)
{
    nlohmann::json all = nlohmann::json::array();
    for (const Gpu& gpu : gpus)
        all.push_back({{"index", gpu.index},
                       {"uuid", gpu.uuid},
                       {"name", gpu.name},
                       {"memory_bytes", gpu.memoryBytes},
                       {"used_bytes", gpu.usedBytes}});
    return all;
}

std::string gibibytes(std::int64_t bytes)
{
    return fmt::format("{:.1f} GiB", static_cast<double>(bytes) / (1024.0 * 1024.0 * 1024.0));
}

void printPart(const Part& part)
{
    tell("{:<10}{:<9}{}\n", part.name, name(part.state), part.version);
    if (!part.detail.empty()) tell("{:19}{}\n", "", part.detail);
    if (!part.advice.empty()) tell("{:19}To mend it: {}.\n", "", part.advice);
}

void print(const StoreState& state)
{
    if (!state.problem.empty()) tell("          {}\n", state.problem);
    if (state.spool.empty()) return;
    tell("          {} jobs, {} of them open; written by {}\nspool     {}{}\n", state.jobs.total(),
         state.jobs.open(), state.writer.empty() ? "nobody now" : state.writer, state.spool,
         state.spoolFreeBytes < 0 ? "" : ", " + gibibytes(state.spoolFreeBytes) + " free");
}

void print(const Inspection& found, const std::vector<Gpu>& gpus)
{
    tell("RegNet Explorer {} (revision {})\n\n", found.version, found.revision);
    for (const Part& part : found.parts)
        printPart(part);
    std::string devices;
    for (const std::string& device : found.devices)
        devices += (devices.empty() ? "" : ", ") + device;
    tell("\ndevices   {}\n", devices.empty() ? "none that training can use" : devices);
    for (const Gpu& gpu : gpus)
        tell("          cuda:{} is {} ({}), {} of {} in use\n", gpu.index, gpu.uuid, gpu.name,
             gibibytes(gpu.usedBytes), gibibytes(gpu.memoryBytes));
    tell("machine   {} cores, {} of memory\n", found.cores, gibibytes(found.memoryBytes));
    tell("store     {}{}{}\n", found.store.path.string(),
         found.store.isThere ? "" : " (is made when it is first needed)",
         found.store.freeBytes < 0 ? "" : ", " + gibibytes(found.store.freeBytes) + " free");
}

} // namespace

void addDoctorCommand(Command app)
{
    auto options = std::make_shared<DoctorOptions>();
    const Command command = app.subcommand(
        "doctor", "What is installed, which devices there are, what is missing and how to get it");
    command.flag("--json", options->asJson, "Print one JSON object");
    command.option("--store", options->store, "The store to look at; by default this user's");
    command.callback([options] {
        const Inspection found = inspect(
            {.worker = workerProgram(),
             .window = programFolder() / "regnet-explorer",
             .store = options->store.empty() ? defaultStore() : std::filesystem::path(options->store)});
        const std::vector<Gpu> gpus = findGpus();
        const std::optional<StoreState> state =
            found.store.isThere ? std::optional(lookInto(found.store.path)) : std::nullopt;
        if (options->asJson) {
            nlohmann::json json = toJson(found);
            json["gpus"] = toJson(gpus);
            if (state) json["store"].update(toJson(*state));
            fmt::print("{}\n", json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
            return;
        }
        print(found, gpus);
        if (state) print(*state);
    });
}

} // namespace regnet::cli
