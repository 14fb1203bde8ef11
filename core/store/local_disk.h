// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace regnet {

/// Name of the network file system that a path lies on ("nfs", "cifs", "fuse.sshfs"), empty for a local one.
/// SQLite's locks cannot be trusted there. A path that does not exist is judged by its nearest parent.
std::string networkFileSystem(const std::filesystem::path& path);

/// The same for a file system's number (statfs) and its type in the mount table.
std::string networkFileSystem(long magic, const std::string& mountType);

/// Throws Error with one sentence when the store may not lie there.
void requireLocalDisk(const std::filesystem::path& store);

} // namespace regnet
