// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/inspection.h"

#include "core/store/local_disk.h"
#include "core/system/process.h"
#include "core/system/sqlite_version.h"
#include "core/text/version.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <fstream>
#include <sstream>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace regnet {
namespace {

namespace fs = std::filesystem;

constexpr const char* getTraining =
    "run ./run.sh, which installs LibTorch and builds the worker; or install the "
    "Debian package regnet-worker; or name a LibTorch that you have with "
    "-DTorch_DIR=<libtorch>/share/cmake/Torch";

/// The last line that says something; a crashing loader or Qt puts the reason there.
std::string lastLine(const std::string& text)
{
    std::istringstream lines(text);
    std::string line, last;
    while (std::getline(lines, line))
        if (line.find_first_not_of(" \t\r") != std::string::npos) last = line;
    return last;
}

std::string howItEnded(const ProgramAnswer& answer)
{
    if (answer.isTimedOut) return "it did not answer in time";
    std::string said = lastLine(answer.output);
    if (answer.exitCode > 128)
        return fmt::format("it was ended by signal {}{}{}", answer.exitCode - 128, said.empty() ? "" : ": ",
                           said);
    return said.empty() ? fmt::format("it ended with exit code {}", answer.exitCode) : said;
}

Part inspectSqlite()
{
    Part part{"store", PartState::Good, "SQLite " + sqliteVersion(), {}, {}};
    if (hasWalResetBug(sqliteVersionNumber()))
        part.detail = "This version has the WAL-reset bug, which two writers at once can run into; the store "
                      "keeps to one writer and is safe. SQLite 3.51.3 and later are free of it.";
    return part;
}

bool hasNvidiaGpu()
{
    std::error_code failure;
    return fs::exists("/dev/nvidia0", failure);
}

/// The worker answers with a line {"torch": "2.13.0", "devices": ["cpu", ...]}; a library may warn before it.
bool readWorkerInfo(const std::string& text, Part& part, std::vector<std::string>& devices)
{
    const nlohmann::json info = nlohmann::json::parse(lastLine(text), nullptr, false);
    if (!info.is_object() || !info.contains("torch") || !info["torch"].is_string()) return false;
    part.version = "LibTorch " + info["torch"].get<std::string>();
    if (const auto list = info.find("devices"); list != info.end() && list->is_array())
        for (const auto& device : *list)
            if (device.is_string()) devices.push_back(device.get<std::string>());
    return true;
}

Part inspectWindow(const fs::path& window)
{
    Part part{"window", PartState::Good, {}, {}, {}};
    const ProgramAnswer answer =
        askProgram(window, {"--version"}, std::chrono::seconds(20), {"QT_QPA_PLATFORM=offscreen"});
    if (!answer.isStarted) {
        part.state = PartState::Missing;
        part.detail = "regnet-explorer was not built: there is no window, and no figure can be drawn.";
        part.advice = "run ./run.sh, which installs Qt and builds the window; or install the Debian package "
                      "regnet-explorer";
    } else if (answer.exitCode != 0) {
        part.state = PartState::Broken;
        part.detail = "regnet-explorer does not start: " + howItEnded(answer);
        part.advice = "run ./run.sh, which installs what is missing and builds again";
    } else {
        part.version = lastLine(answer.output);
    }
    return part;
}

fs::path nearestExisting(fs::path path)
{
    std::error_code failure;
    path = fs::absolute(path, failure);
    while (!fs::exists(path, failure) && path != path.root_path())
        path = path.parent_path();
    return path;
}

/// The type of the file system that holds a path, from the mount table: of the mount points above it the
/// longest, and of equal ones the last, which lies on top.
std::string fileSystemOf(const fs::path& path)
{
    std::ifstream mounts("/proc/self/mounts");
    std::string device, point, type, rest, best;
    std::size_t length = 0;
    const std::string wanted = fs::weakly_canonical(path).string();
    while (mounts >> device >> point >> type && std::getline(mounts, rest)) {
        const bool isAbove = point == "/" || wanted == point || wanted.rfind(point + "/", 0) == 0;
        if (!isAbove || point.size() < length) continue;
        length = point.size();
        best = type;
    }
    return best;
}

StorePlace inspectPlace(const fs::path& store)
{
    StorePlace place;
    place.path = store;
    std::error_code failure;
    place.isThere = fs::is_regular_file(store, failure);
    const fs::path folder = nearestExisting(store);
    place.fileSystem = fileSystemOf(folder);
    const fs::space_info space = fs::space(folder, failure);
    if (!failure) place.freeBytes = static_cast<std::int64_t>(space.available);
    return place;
}

Part describePlace(const StorePlace& place)
{
    Part part{"disk", PartState::Good, place.fileSystem, {}, {}};
    const fs::path folder = nearestExisting(place.path);
    constexpr std::int64_t enough = std::int64_t{1} << 30;
    if (access(folder.c_str(), W_OK) != 0) {
        part.state = PartState::Broken;
        part.detail = fmt::format("{} cannot be written.", folder.string());
        part.advice = "name a store elsewhere with --store";
    } else if (!networkFileSystem(place.path).empty()) {
        part.state = PartState::Limited;
        part.detail = "The store's place is a network file system, where SQLite's locks cannot be trusted.";
        part.advice = "name a store on a local disk with --store";
    } else if (place.freeBytes >= 0 && place.freeBytes < enough) {
        part.state = PartState::Limited;
        part.detail = "There is less than 1 GiB of room for results and checkpoints.";
        part.advice = "make room, or name a store on another disk with --store";
    }
    return part;
}

} // namespace

Part inspectTraining(const fs::path& worker, std::vector<std::string>& devices)
{
    Part part{"training", PartState::Good, {}, {}, {}};
    const ProgramAnswer answer = askProgram(worker, {"--info"}, std::chrono::seconds(20));
    if (!answer.isStarted) {
        part.state = PartState::Missing;
        part.detail = "regnet-worker was not built; everything but training works.";
        part.advice = getTraining;
    } else if (answer.exitCode != 0 || !readWorkerInfo(answer.output, part, devices)) {
        part.state = PartState::Broken;
        part.detail = "regnet-worker does not work; everything but training does: " + howItEnded(answer);
        part.advice = getTraining;
    } else if (devices.size() < 2 && hasNvidiaGpu()) {
        part.state = PartState::Limited;
        part.detail = "There is an NVIDIA GPU, and this LibTorch does not use it.";
        part.advice = "build with a LibTorch made for CUDA, and check the driver with nvidia-smi";
    }
    return part;
}

std::string_view name(PartState state)
{
    switch (state) {
    case PartState::Good:
        return "good";
    case PartState::Limited:
        return "limited";
    case PartState::Missing:
        return "missing";
    case PartState::Broken:
        return "broken";
    }
    return "broken";
}

Inspection inspect(const InspectionPlaces& places)
{
    Inspection found;
    found.version = version();
    found.revision = revision();
    found.parts.push_back(inspectWindow(places.window));
    found.parts.push_back(inspectTraining(places.worker, found.devices));
    found.parts.push_back(inspectSqlite());
    found.store = inspectPlace(places.store);
    found.parts.push_back(describePlace(found.store));
    found.cores = static_cast<std::int64_t>(std::thread::hardware_concurrency());
    found.memoryBytes = static_cast<std::int64_t>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGE_SIZE);
    return found;
}

nlohmann::json toJson(const Inspection& inspection)
{
    using nlohmann::json;
    json parts = json::array();
    for (const Part& part : inspection.parts)
        parts.push_back({{"name", part.name},
                         {"state", name(part.state)},
                         {"version", part.version.empty() ? json() : json(part.version)},
                         {"detail", part.detail},
                         {"advice", part.advice}});
    const StorePlace& store = inspection.store;
    return {{"version", inspection.version},
            {"revision", inspection.revision},
            {"parts", parts},
            {"devices", inspection.devices},
            {"cores", inspection.cores},
            {"memory_bytes", inspection.memoryBytes},
            {"store",
             {{"path", store.path.string()},
              {"exists", store.isThere},
              {"file_system", store.fileSystem.empty() ? json() : json(store.fileSystem)},
              {"free_bytes", store.freeBytes < 0 ? json() : json(store.freeBytes)}}}};
}

} // namespace regnet
