// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <string>

namespace regnet {

/// Python that builds the network with nothing but PyTorch: every block, stem and head that this program has,
/// parameters under pycls's names, in the order of its state dict. `why` stands in a comment at its top: what
/// another library could not do.
std::string pytorchCode(const NetworkSpec& spec, const std::string& why = {});

/// Code for that library ("timm", "torchvision", "pytorch"). Where it cannot build the network: a module of
/// plain PyTorch whose first lines say why.
std::string pythonCode(const NetworkSpec& spec, const std::string& library);

} // namespace regnet
