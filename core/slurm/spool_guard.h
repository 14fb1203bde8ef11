// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace regnet {

/// Two dispatchers with two stores must not work on one spool. <spool>/slurm/dispatcher.json says who does;
/// who works touches it every minute. On one machine a dead process is known; from another one a file that
/// was not touched for five minutes counts as left behind. Both times are the file server's, so that clocks
/// of machines do not matter. Throws Error that names the other one, unless told to take over.
void takeSpool(const std::filesystem::path& spool, const std::filesystem::path& store, bool takesOver);
/// Throws Error when somebody else has taken it over meanwhile.
void beatSpool(const std::filesystem::path& spool, const std::filesystem::path& store);

} // namespace regnet
