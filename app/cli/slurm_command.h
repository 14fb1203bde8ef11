// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"

#include <string>
#include <vector>

namespace regnet::cli {

/// "slurm profile list|show|add|remove".
void addSlurmProfile(Command slurm);
/// "slurm generate".
void addSlurmGenerate(Command slurm);

/// Prints the folders that a person is to submit from, and how.
void tellGenerated(const std::vector<std::string>& tokens, const std::string& folder);

} // namespace regnet::cli
