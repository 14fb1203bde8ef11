// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace regnet {

/// How run times were measured.
struct RunTimeSetting
{
    std::string device = "cpu";
    std::int64_t batch = 64;
    std::int64_t threads = 1;

    // clang-tidy 14 takes the comparison with 0 for one with a pointer.
    friend auto operator<=>(const RunTimeSetting&,
                            const RunTimeSetting&) = default; // NOLINT(modernize-use-nullptr)
};

/// Milliseconds of a forward pass of a batch by the network's hash, for each setting: those of this machine.
using RunTimes = std::map<RunTimeSetting, std::map<std::string, double>>;

/// Where the run times of a store's networks lie: "runs.db" has "runs.db.times.json". Format:
/// docs/file-formats.md.
std::filesystem::path runTimesFile(const std::filesystem::path& store);

/// Empty where there is no such file. Throws Error for a file that is no such one.
RunTimes readRunTimes(const std::filesystem::path& file);
/// Whole or not at all. Throws Error.
void writeRunTimes(const std::filesystem::path& file, const RunTimes& times);

/// Gives members the property "time" (ms): of the setting in which most of them were measured, so that all
/// are of one kind. Returns that setting's number of members; 0 where none is known.
std::int64_t addRunTimes(Population& population, const RunTimes& times);

/// Measures what has no time yet of these populations of a store: the median forward pass of each network, by
/// a worker of its own. Each answer is kept at once, so that the next call goes on where this one was
/// stopped. `progress` is told how many of how many are measured, and says whether to go on. Returns how many
/// of the networks have a time now. Throws Error with the worker's sentence.
std::int64_t measureRunTimes(const std::filesystem::path& store, const std::vector<std::string>& populations,
                             const RunTimeSetting& setting,
                             const std::function<bool(std::int64_t done, std::int64_t all)>& progress);

} // namespace regnet
