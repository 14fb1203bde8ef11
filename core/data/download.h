// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace regnet {

/// How far something has come that can be stopped.
struct ByteProgress
{
    std::string what; ///< "downloading", "checking", "unpacking"
    std::int64_t bytes = 0;
    std::int64_t total = 0; ///< 0 = not known
};
/// Told the progress; false stops. Asked at least ten times a second.
using GoOn = std::function<bool(const ByteProgress&)>;

enum class DownloadEnd { Done, Stopped };

/// Downloads an address (https or http) into a file. What is there already is taken for the beginning and the
/// rest asked for (HTTP Range); a server that sends the whole file again is let. A connection that breaks off
/// after it brought something is made again; what came stays in the file when it is stopped or fails. Throws
/// Error: no connection, an answer that is no success, broken off for good, more than `mostBytes`, disk full.
/// Nothing here knows whether the bytes are right: compare their hash.
DownloadEnd download(const std::string& url, const std::filesystem::path& file, std::int64_t mostBytes,
                     const GoOn& goOn);

} // namespace regnet
