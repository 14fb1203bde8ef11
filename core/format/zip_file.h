// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

struct ZipEntry
{
    std::string name;
    std::string_view bytes; ///< of the archive that was given, which must live as long
};

/// True where the bytes begin as a zip archive does.
bool looksLikeZip(std::string_view file);

/// As many bytes of the end of an archive tell whether it is whole.
inline constexpr std::size_t zipEndBytes = 65'557;
/// Throws Error where the last zipEndBytes of a file, or all of a smaller one, do not end as an archive does.
void requireZipEnd(std::string_view end, const std::string& where);

/// The entries of an archive in which everything is stored as it is, as torch.save writes them (zip64 too).
/// Files may come from anywhere. Throws Error with the entry for what is truncated, compressed (so no entry
/// can be larger than the file), encrypted, overlapping, or named twice or with a path that leads out of its
/// folder, and for a checksum that does not fit.
std::vector<ZipEntry> readStoredZip(std::string_view file, const std::string& where);

/// An archive of these entries, each stored and beginning at a multiple of 64 bytes, so that it can be mapped
/// into memory. Sizes beyond 4 GiB are written as zip64.
std::string storedZip(std::span<const ZipEntry> entries);

} // namespace regnet
