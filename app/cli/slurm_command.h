// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace regnet::cli {

/// "slurm profile list|show|add|remove".
void addSlurmProfile(CLI::App& slurm);

} // namespace regnet::cli
