// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace regnet {

/// More tries than a job can have had: a larger number is of damage.
inline constexpr std::int64_t mostAttempts = 1'000'000;

} // namespace regnet
