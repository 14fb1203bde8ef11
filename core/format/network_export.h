// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <string>
#include <vector>

namespace regnet {

/// The forms that a network is written in: json, pycls (YAML), timm, torchvision and pytorch (Python code),
/// svg (a diagram).
const std::vector<std::string>& networkForms();

/// The file of a form. Throws Error for a network that cannot be built, and for one that the form cannot
/// express; timm and torchvision then give plain PyTorch instead, and say why.
std::string networkInForm(const NetworkSpec& spec, const std::string& form, const std::string& title = {});

/// "regnet export network --d 22 ... --as svg --out net.svg", for a POSIX shell: writes what networkInForm()
/// gives.
std::string exportCommandOf(const NetworkSpec& spec, const std::string& form, const std::string& file);

/// "regnet fit ..." of these stages; it writes the file that it reads first.
std::string fitCommandOf(const NetworkSpec& spec);

} // namespace regnet
