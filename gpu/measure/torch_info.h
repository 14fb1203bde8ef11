// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace regnet {

/// The LibTorch that this program runs on.
struct TorchInfo
{
    std::string version;              ///< "2.13.0"
    std::vector<std::string> devices; ///< "cpu", "cuda:0 NVIDIA H100", ...
};

TorchInfo torchInfo();

} // namespace regnet
