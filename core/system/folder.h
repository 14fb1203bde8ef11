// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace regnet {

/// What stands in a folder, in the order of the names; nothing where it cannot be read.
std::vector<std::filesystem::path> sortedEntries(const std::filesystem::path& folder);

/// The same, for who must not take a folder that cannot be read for an empty one: none where there is no such
/// folder. Throws Error for any other reason.
std::vector<std::filesystem::path> listedEntries(const std::filesystem::path& folder);

/// Whether there is such a file or folder. Throws Error where that cannot be told (no permission, a disk that
/// fails).
bool isThere(const std::filesystem::path& file);

/// The file that a link leads to; the path as it is where it names no link, or one that leads nowhere.
std::filesystem::path behindLink(const std::filesystem::path& file);

} // namespace regnet
