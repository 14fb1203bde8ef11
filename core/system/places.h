// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace regnet {

/// The folder of the running program; where its sister programs (regnet-worker, regnet-explorer) are.
std::filesystem::path programFolder();

/// Where this user's data lies: $XDG_DATA_HOME/regnet-explorer, by default ~/.local/share/regnet-explorer.
std::filesystem::path dataFolder();

/// The store that is used where none is named: regnet.db in the data folder.
std::filesystem::path defaultStore();

} // namespace regnet
