// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace regnet {

/// Before a file that a person named is read: throws Error (bad input) where it does not exist, is a folder,
/// a pipe or a device, or may not be read. A pipe may never say anything, and a device never end.
void requireReadableFile(const std::filesystem::path& file);

/// Of a word that may be a name of ours or a file, and is neither: throws the same Error where a folder, a
/// pipe or a device is called so, or what cannot be reached. Nothing where there is nothing of that name.
void refuseOtherThanFile(const std::filesystem::path& word);

} // namespace regnet
