// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace regnet {

/// The most memory that was in use since it was made, less what was in use then. On the CPU that of the whole
/// process, as the kernel sees it; on a GPU what LibTorch handed out (0 where this build has no CUDA
/// headers).
class MemoryPeak
{
public:
    explicit MemoryPeak(const std::string& device);
    std::int64_t bytes() const;

private:
    std::int64_t highest() const;

    int m_gpu = -1; ///< -1: the CPU
    std::int64_t m_before = 0;
};

} // namespace regnet
