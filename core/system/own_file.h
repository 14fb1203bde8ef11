// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace regnet {

/// Throws Error for a link, a pipe or a folder in the place of such a file; one that is not there is fine.
void requireOrdinary(const std::filesystem::path& file);

/// Opens, or with O_CREAT makes, a file that only our programs have a use for: a lock, a cache, what is not
/// finished yet. `flags` as of open(2). The number that comes back is the caller's to close.
///
/// Whoever hands over a store or a spool can put a link or a pipe in such a place. Neither is opened: a link
/// would have a file elsewhere truncated and written, a pipe would be waited for. (Files that a person names,
/// and links on purpose, are opened elsewhere: output_file.h, file_bytes.h.)
///
/// Throws Error for those, and where the file cannot be opened: then of `shown`, where it is known by another
/// name.
int openOwnFile(const std::filesystem::path& file, int flags, const std::filesystem::path& shown = {});

} // namespace regnet
