// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/measure/torch_info.h"

#include <torch/cuda.h>
#include <torch/version.h>

namespace regnet {

TorchInfo torchInfo()
{
    TorchInfo info{TORCH_VERSION, {"cpu"}};
    const auto cudaDevices = static_cast<std::size_t>(torch::cuda::device_count());
    for (std::size_t i = 0; i < cudaDevices; ++i)
        info.devices.push_back("cuda:" + std::to_string(i));
    return info;
}

} // namespace regnet
