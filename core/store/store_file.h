// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace regnet {

// What stands where a store is to be, looked at before SQLite touches it. Private to core/store.

/// Throws Error for what can be no store: a folder, a pipe, a file that may not be read. A file that is not
/// there is fine.
void requireStoreFile(const std::filesystem::path& store);

/// Throws Error for a store with another name beside this one (a hard link). SQLite keeps a log for each
/// name, and our lock stands beside the name, too: two programs would write the file at once, each without
/// the other's log. To read it is no harm.
void requireOneName(const std::filesystem::path& store);

/// Throws Error for a link or a pipe in the place of one of SQLite's own files beside the store.
void requireOwnSideFiles(const std::filesystem::path& store);

/// The rollback journal beside the store that SQLite would play back; empty where there is none. Stores keep
/// their changes in a log (WAL) and have none: it is of another program, or of somebody who wants pages of
/// theirs written into the store, and a file of their choice removed (a journal may name one).
std::filesystem::path journalBeside(const std::filesystem::path& store);

} // namespace regnet
