// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace regnet {

/// How well a part of the program is.
enum class PartState {
    Good,
    Limited, ///< works, with less than it could have
    Missing,
    Broken, ///< there, and does not work
};

std::string_view name(PartState state); ///< "good", "limited", "missing", "broken"

/// A part of the program, as a person wants to know it.
struct Part
{
    std::string name; ///< "training"
    PartState state = PartState::Good;
    std::string version; ///< "LibTorch 2.13.0"; empty where there is none
    std::string detail;  ///< one sentence; empty when there is nothing to say
    std::string advice;  ///< what to do about it; empty when all is well

    friend bool operator==(const Part&, const Part&) = default;
};

/// Where the store lies, or would.
struct StorePlace
{
    std::filesystem::path path;
    std::string fileSystem;      ///< "ext4"; empty when it is not known
    std::int64_t freeBytes = -1; ///< for this user; -1 when it is not known
    bool isThere = false;
};

/// What regnet doctor and the About box say.
struct Inspection
{
    std::string version;
    std::string revision;
    std::vector<Part> parts;
    std::vector<std::string> devices; ///< that training can use: "cpu", "cuda:0 NVIDIA H100"
    std::int64_t cores = 0;
    std::int64_t memoryBytes = 0; ///< of the machine
    StorePlace store;
};

/// What to look at.
struct InspectionPlaces
{
    std::filesystem::path worker; ///< regnet-worker
    std::filesystem::path window; ///< regnet-explorer
    std::filesystem::path store;  ///< need not be there
};

/// The part "training": LibTorch and the devices that it sees, as regnet-worker tells them. Takes a second or
/// two: LibTorch is loaded. Throws nothing.
Part inspectTraining(const std::filesystem::path& worker, std::vector<std::string>& devices);

/// Looks at this machine. Starts worker and window to ask them; each gets 20 seconds. Throws nothing: what
/// cannot be found out is said in the parts.
Inspection inspect(const InspectionPlaces& places);

/// Fields: version, revision, parts [{name, state, version, detail, advice}], devices, cores, memory_bytes,
/// store {path, exists, file_system, free_bytes}. What is not known is null.
nlohmann::json toJson(const Inspection& inspection);

} // namespace regnet
