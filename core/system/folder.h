// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace regnet {

/// What stands in a folder, in the order of the names; nothing where it cannot be read.
std::vector<std::filesystem::path> sortedEntries(const std::filesystem::path& folder);

} // namespace regnet
