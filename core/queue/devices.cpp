// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/devices.h"

#include "core/problem.h"
#include "core/system/process.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <sstream>
#include <thread>
#include <unistd.h>

namespace regnet {
namespace {

constexpr std::int64_t mebibyte = 1 << 20;
constexpr std::int64_t mostOnOneGpu = 8;

std::string trimmed(const std::string& text)
{
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

std::optional<std::int64_t> wholeNumber(const std::string& text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

std::optional<Gpu> gpuFrom(const std::string& line)
{
    std::array<std::string, 5> fields;
    std::istringstream words(line);
    for (std::string& field : fields) {
        if (!std::getline(words, field, ',')) return std::nullopt;
        field = trimmed(field);
    }
    const auto index = wholeNumber(fields[0]);
    const auto total = wholeNumber(fields[3]);
    if (!index || !total || !fields[1].starts_with("GPU-")) return std::nullopt;
    return Gpu{*index, fields[1], fields[2], *total * mebibyte,
               wholeNumber(fields[4]).value_or(0) * mebibyte};
}

std::int64_t machineMemory()
{
    return static_cast<std::int64_t>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGE_SIZE);
}

/// A name without a folder is looked for where a shell would.
std::filesystem::path onThePath(const std::filesystem::path& program)
{
    const char* path = std::getenv("PATH");
    if (program.has_parent_path() || !path) return program;
    std::istringstream folders{std::string(path)};
    std::string folder;
    while (std::getline(folders, folder, ':'))
        if (access((std::filesystem::path(folder) / program).c_str(), X_OK) == 0)
            return std::filesystem::path(folder) / program;
    return program;
}

DeviceSlots slotsOf(const Gpu& gpu, int workers)
{
    const std::int64_t free = std::max<std::int64_t>(0, gpu.memoryBytes - gpu.usedBytes);
    return {"cuda:" + std::to_string(gpu.index), gpu.uuid, workers > 0 ? workers : mostOnOneGpu,
            std::max<std::int64_t>(1, free / 10 * 9)};
}

} // namespace

std::vector<Gpu> gpusFrom(std::string_view table)
{
    std::vector<Gpu> gpus;
    std::istringstream lines{std::string(table)};
    std::string line;
    while (std::getline(lines, line))
        if (auto gpu = gpuFrom(line)) gpus.push_back(std::move(*gpu));
    return gpus;
}

std::vector<Gpu> findGpus(const std::filesystem::path& program)
{
    const ProgramAnswer answer =
        askProgram(onThePath(program),
                   {"--query-gpu=index,uuid,name,memory.total,memory.used", "--format=csv,noheader,nounits"},
                   std::chrono::seconds(5));
    if (!answer.isStarted || answer.exitCode != 0) return {};
    return gpusFrom(answer.output);
}

std::vector<DeviceSlots> slotsFor(int workers, const std::string& device, const std::vector<Gpu>& gpus)
{
    if (device == "cpu") {
        const std::int64_t cores = std::max(1U, std::thread::hardware_concurrency());
        return {{"cpu", {}, workers > 0 ? workers : cores, machineMemory() / 10 * 8}};
    }
    std::vector<DeviceSlots> slots;
    for (const Gpu& gpu : gpus)
        if (device == "cuda" || device == gpu.uuid || device == "cuda:" + std::to_string(gpu.index))
            slots.push_back(slotsOf(gpu, workers));
    if (!slots.empty()) return slots;
    const bool isNumber = device.starts_with("cuda:") && device.size() <= 8 && wholeNumber(device.substr(5));
    if (isNumber && gpus.empty()) return {{device, {}, workers > 0 ? workers : 1, 0}};
    std::string known = "cpu";
    for (const Gpu& gpu : gpus)
        known += ", cuda:" + std::to_string(gpu.index) + " or " + gpu.uuid;
    if (isNumber || device == "cuda" || device.starts_with("GPU-"))
        throwBadInput("device", "is \"" + device + "\", which is not there", "one of " + known);
    throwBadInput("device", "is \"" + device + "\"",
                  "cpu, cuda for all GPUs, cuda:0 and so on, or a GPU's UUID");
}

std::vector<DeviceSlots> slotsFor(int workers, const std::string& device)
{
    return slotsFor(workers, device, device == "cpu" ? std::vector<Gpu>{} : findGpus());
}

} // namespace regnet
