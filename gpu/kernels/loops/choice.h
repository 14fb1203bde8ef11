// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/loops/loops.h"

#include <span>

namespace regnet {

/// Those of the instruction sets that this machine has and we were built for, best first; never empty.
std::span<const Loops* const> usableLoops();

} // namespace regnet
