// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace regnet {

/// Writes a file whole or not at all: temporary file beside it, fsync, rename, fsync of the folder. What
/// stood there before stays until the rename. Throws Error (disk full, no permission) and leaves no temporary
/// file.
void writeWhole(const std::filesystem::path& file, std::string_view bytes);

/// The bytes of a file. Throws Error when it cannot be read.
std::string readWhole(const std::filesystem::path& file);

/// fsync of a file that another library wrote. Throws Error when it cannot.
void syncFile(const std::filesystem::path& file);

/// fsync of a folder, so that a new name in it survives a power cut. Silent where a file system cannot.
void syncFolder(const std::filesystem::path& folder);

} // namespace regnet
