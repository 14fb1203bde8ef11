// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/queue/process.h"
#include "core/system/inspection.h"
#include "core/system/places.h"
#include "core/text/readable.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace regnet::cli {
namespace {

struct DoctorOptions
{
    bool asJson = false;
    std::string store;
};

std::string gibibytes(std::int64_t bytes)
{
    return fmt::format("{:.1f} GiB", static_cast<double>(bytes) / (1024.0 * 1024.0 * 1024.0));
}

void printPart(const Part& part)
{
    fmt::print("{:<10}{:<9}{}\n", part.name, name(part.state), part.version);
    if (!part.detail.empty()) fmt::print("{:19}{}\n", "", part.detail);
    if (!part.advice.empty()) fmt::print("{:19}To mend it: {}.\n", "", part.advice);
}

void print(const Inspection& found)
{
    fmt::print("RegNet Explorer {} (revision {})\n\n", found.version, found.revision);
    for (const Part& part : found.parts)
        printPart(part);
    std::string devices;
    for (const std::string& device : found.devices)
        devices += (devices.empty() ? "" : ", ") + device;
    fmt::print("\ndevices   {}\n", devices.empty() ? "none that training can use" : devices);
    fmt::print("machine   {} cores, {} of memory\n", found.cores, gibibytes(found.memoryBytes));
    fmt::print("store     {}{}{}\n", found.store.path.string(),
               found.store.isThere ? "" : " (is made when it is first needed)",
               found.store.freeBytes < 0 ? "" : ", " + gibibytes(found.store.freeBytes) + " free");
}

} // namespace

void addDoctorCommand(CLI::App& app)
{
    auto options = std::make_shared<DoctorOptions>();
    CLI::App* command = app.add_subcommand(
        "doctor", "What is installed, which devices there are, what is missing and how to get it");
    command->add_flag("--json", options->asJson, "Print one JSON object");
    command->add_option("--store", options->store, "The store to look at; by default this user's");
    command->callback([options] {
        const Inspection found = inspect(
            {.worker = workerProgram(),
             .window = programFolder() / "regnet-explorer",
             .store = options->store.empty() ? defaultStore() : std::filesystem::path(options->store)});
        if (options->asJson)
            fmt::print("{}\n", toJson(found).dump(2));
        else
            print(found);
    });
}

} // namespace regnet::cli
