// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace regnet {

/// Bytes of an ordinary file. Throws Error where there is none.
std::int64_t fileBytes(const std::filesystem::path& file);

/// The first `count` bytes of an ordinary file. Throws Error where it cannot be read or has fewer.
std::string readBytes(const std::filesystem::path& file, std::int64_t count);

/// SHA-256 of an ordinary file, read in pieces. Throws Error where it cannot be read. Stops where `goOn`,
/// asked every few megabytes, says no; the answer is then empty.
std::string sha256OfFile(const std::filesystem::path& file, const std::function<bool()>& goOn = {});

} // namespace regnet
