// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/weights.h"

#include <cstdint>
#include <string>

#include "app/cli/command_line.h"

namespace regnet::cli {

/// Which weights of a file are meant, and what their shapes do not tell.
struct WeightOptions
{
    std::string state, stem, activation;
    std::int64_t resolution = 0; ///< 0: as the file says, or the usual one
    double seRatio = -1;         ///< < 0: from the shapes
};

void addWeightOptions(Command command, WeightOptions& options);

/// Throws Error that names the option.
WeightSource weightSource(const WeightOptions& options);

} // namespace regnet::cli
