// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/measure/memory_peak.h"

#ifdef REGNET_HAVE_CUDA_HEADERS
#include <c10/cuda/CUDACachingAllocator.h>
#endif

#include <algorithm>
#include <fstream>
#include <string_view>

namespace regnet {
namespace {

/// A line of /proc/self/status, in bytes; 0 where there is none.
std::int64_t statusBytes(std::string_view field)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(field)) return 1024 * std::stoll(line.substr(field.size()));
    return 0;
}

/// The kernel's high-water mark begins anew at what is in use now.
void resetHighWater()
{
    std::ofstream("/proc/self/clear_refs") << "5";
}

#ifdef REGNET_HAVE_CUDA_HEADERS
std::int64_t gpuPeak(int gpu)
{
    const auto stats = c10::cuda::CUDACachingAllocator::getDeviceStats(static_cast<c10::DeviceIndex>(gpu));
    return stats.allocated_bytes[0].peak;
}
#else
std::int64_t gpuPeak(int)
{
    return 0;
}
#endif

} // namespace

MemoryPeak::MemoryPeak(const std::string& device)
{
    if (device.starts_with("cuda:")) {
        m_gpu = std::stoi(device.substr(5)); // whoever asks has checked that there is such a device
        return;
    }
    resetHighWater();
    m_before = statusBytes("VmRSS:");
}

std::int64_t MemoryPeak::highest() const
{
    return m_gpu >= 0 ? gpuPeak(m_gpu) : statusBytes("VmHWM:");
}

std::int64_t MemoryPeak::bytes() const
{
    return std::max<std::int64_t>(highest() - m_before, 0);
}

} // namespace regnet
