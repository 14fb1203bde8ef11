// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/download.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// Which files of an archive are wanted, and how large it may be.
struct ArchiveContents
{
    std::string folder;             ///< that they lie in, in the archive
    std::vector<std::string> names; ///< "train.bin": each must be there once
    std::int64_t mostBytes = 0;     ///< of all files in it together, wanted or not
};

/// Gets the pieces of the wanted files in their order in the archive.
using TakePiece = std::function<void(const std::string& name, std::string_view piece)>;

/// Reads a .tar.gz. Files that are not wanted are passed over. Throws Error for a damaged archive, for
/// entries that are no ordinary file or folder (links, devices), for names that lead out of the archive's
/// folder, for more than mostBytes, and where a wanted file is missing or there twice. False when `goOn` said
/// no.
bool readArchive(const std::filesystem::path& archive, const ArchiveContents& contents, const TakePiece& take,
                 const GoOn& goOn = {});
/// The same of bytes in memory; `where` names them in errors.
bool readArchive(std::string_view bytes, const std::string& where, const ArchiveContents& contents,
                 const TakePiece& take);

/// Writes the wanted files into an existing folder, each fsynced. Throws Error as readArchive(), and where
/// they cannot be written. False when `goOn` said no. In either case the folder is to be thrown away.
bool unpack(const std::filesystem::path& archive, const ArchiveContents& contents,
            const std::filesystem::path& into, const GoOn& goOn);

} // namespace regnet
