// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <string>

namespace regnet {

/// Python that builds the same network with torchvision: explicit stages, because torchvision's own rounding
/// to groups gives other widths than pycls. Throws Error (Failed) that says what torchvision cannot build.
std::string torchvisionCode(const NetworkSpec& spec);

/// Python that builds the same network with timm: from the line, or, where timm rounds that to other stages
/// than pycls or there is no line, from explicit stages through a subclass (and says so). timm builds four
/// stages and no other number. Throws Error (Failed) that says what timm cannot build.
std::string timmCode(const NetworkSpec& spec);

} // namespace regnet
