// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// A device and how many workers it may have at a time.
struct DeviceSlots
{
    std::string device = "cpu"; ///< "cpu" or "cuda:<n>"; with a UUID what the worker is told is "cuda:0"
    std::string uuid; ///< of a GPU, "GPU-…": its workers see this one only, whatever their numbering
    std::int64_t workers = 1; ///< at most at the same time
    /// What they share, by predicted need; a job that does not fit beside the running ones waits. The first
    /// one always starts. 0 = not watched.
    std::int64_t memoryBytes = 0;

    /// By which the store knows it: the UUID where there is one.
    const std::string& key() const { return uuid.empty() ? device : uuid; }
    friend bool operator==(const DeviceSlots&, const DeviceSlots&) = default;
};

/// A GPU as nvidia-smi names it; in the order of the PCI bus.
struct Gpu
{
    std::int64_t index = 0;
    std::string uuid;
    std::string name;
    std::int64_t memoryBytes = 0;
    std::int64_t usedBytes = 0; ///< now, by anybody

    friend bool operator==(const Gpu&, const Gpu&) = default;
};

/// Reads what `nvidia-smi --query-gpu=index,uuid,name,memory.total,memory.used --format=csv,noheader,nounits`
/// prints; lines that are no GPU are left out.
std::vector<Gpu> gpusFrom(std::string_view table);
/// Asks `program` (found on the PATH), within 5 seconds. No GPU where it is missing.
std::vector<Gpu> findGpus(const std::filesystem::path& program = "nvidia-smi");

/// The slots for "cpu", "cuda:1", "cuda" (every GPU) or a GPU's UUID. `workers` are those of each device; 0
/// means one a core on the CPU, and as many as fit on a GPU (at most 8). The CPU's workers share 80 % of the
/// machine's memory, a GPU's 90 % of what is free on it. Throws Error for another name, and for a UUID that
/// is not there. A number is taken as it is where no GPU can be asked about.
std::vector<DeviceSlots> slotsFor(int workers, const std::string& device);
std::vector<DeviceSlots> slotsFor(int workers, const std::string& device, const std::vector<Gpu>& gpus);

} // namespace regnet
