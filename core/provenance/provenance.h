// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// The property that holds a measured run time (ms). Measuring again gives other numbers for the same
/// results.
inline constexpr const char* runTimeProperty = "time";

/// SHA-256 over the results of a population: kind of error, recipe, and each member's state, error, label,
/// network and properties but the run time, in order. Neither name nor source are in it: a population that
/// was renamed or moved is the same. Cost: one pass.
std::string hashOf(const Population& population);
/// SHA-256 over the members' measured run times, in order; empty where no member has one.
std::string runTimesHashOf(const Population& population);

/// A population as it went into a figure or a report.
struct PopulationOrigin
{
    std::string name;
    std::string source;
    std::string recipe;
    std::string errorKind;
    std::int64_t finished = 0, failed = 0, pending = 0;
    std::string hash;     ///< hashOf()
    std::string runTimes; ///< runTimesHashOf()

    friend bool operator==(const PopulationOrigin&, const PopulationOrigin&) = default;
};
PopulationOrigin originOf(const Population& population);

/// What an exported figure carries, so that it can be made again and looked into years later. JSON, see
/// docs/file-formats.md.
struct Provenance
{
    std::vector<std::string> command; ///< behind "regnet", without --out: {"figure", "edf", …}
    std::vector<PopulationOrigin> populations;
    nlohmann::json query = nlohmann::json::object();    ///< which networks: sources, filter, split, network
    nlohmann::json settings = nlohmann::json::object(); ///< of tests and bands, methods named
    std::optional<std::uint64_t> seed; ///< of what draws random numbers; none where nothing does
    std::string data;                  ///< SHA-256 of the figure's data as CSV
    std::string version;               ///< of the program
    std::string revision;

    friend bool operator==(const Provenance&, const Provenance&) = default;
};

/// One line, keys sorted, with a checksum over all the rest: what is embedded into files. ASCII only, so that
/// every container takes it.
std::string toText(const Provenance& provenance);
/// Reads that text back. Throws Error when it is no such JSON, or its checksum says that somebody changed it.
Provenance provenanceFrom(std::string_view text, const std::string& where);

} // namespace regnet
