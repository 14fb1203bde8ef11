// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace regnet {

/// Writes a file whole or not at all: temporary file beside it, fsync, rename, fsync of the folder. What
/// stood there before stays until the rename. Throws Error (disk full, no permission) and leaves no temporary
/// file.
void writeWhole(const std::filesystem::path& file, std::string_view bytes);

/// Whether writeWhole() makes such a file on its way to `file`: one that stays was left by a killed program.
bool isTemporaryOf(const std::filesystem::path& candidate, const std::filesystem::path& file);
/// Removes what writeWhole() left in a folder when its program was killed. Only where nobody writes now. A
/// file that cannot be removed stays.
void removeTemporaries(const std::filesystem::path& folder);

/// The bytes of a file. Throws Error when it cannot be read.
std::string readWhole(const std::filesystem::path& file);

/// The bytes from `offset` to the end that the file has now, but `most` of them at most; none where it is
/// shorter. Throws Error when it cannot be read or is no ordinary file.
std::string readFrom(const std::filesystem::path& file, std::int64_t offset,
                     std::size_t most = std::string::npos);

/// fsync of a file that another library wrote. Throws Error when it cannot.
void syncFile(const std::filesystem::path& file);

/// fsync of a folder, so that a new name in it survives a power cut. Silent where a file system cannot.
void syncFolder(const std::filesystem::path& folder);

} // namespace regnet
