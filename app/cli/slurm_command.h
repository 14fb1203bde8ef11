// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"

namespace regnet::cli {

/// "slurm profile list|show|add|remove".
void addSlurmProfile(Command slurm);

} // namespace regnet::cli
