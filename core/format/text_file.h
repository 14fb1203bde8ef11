// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace regnet {

/// The whole file. Throws Error when it is no regular file, cannot be read, or is larger than 1 GiB.
std::string readTextFile(const std::filesystem::path& file);

/// Parses JSON that may come from anywhere. NaN, Infinity and -Infinity, which Python writes, become null.
/// Throws Error with `where`, line and reason for anything else that is not JSON, for more than 64 levels of
/// nesting, and for a field that stands twice in one object.
nlohmann::json parseJson(std::string_view text, const std::string& where);

/// Writes the file whole or not at all: temporary file beside it, then rename. Symbolic links, devices and
/// pipes as writeOutput() does. Throws Error.
void writeTextFile(const std::filesystem::path& file, std::string_view text);

/// Before work that ends in writeTextFile(): throws Error where its folder does not exist or cannot be
/// written.
void requireWritable(const std::filesystem::path& file);

} // namespace regnet
