// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace regnet {

/// The whole file. Throws Error when it is no regular file, cannot be read, or is larger than 1 GiB.
std::string readTextFile(const std::filesystem::path& file);

/// Where in a text something stands: "sweep.json:7". In a line that is too long to be looked through also at
/// which character: "sweep.json:1, character 4711".
std::string placeIn(std::string_view text, std::size_t offset, const std::string& where);

/// What NaN, Infinity and -Infinity are, which Python writes and no JSON has.
enum class PythonNumbers {
    Refused, ///< in what somebody asks for: null has a meaning there, such as no limit
    Null,    ///< in results: a loss that became no number
};

/// Parses JSON that may come from anywhere. Throws Error with `where`, line and reason for anything that is
/// not JSON, for more than 64 levels of nesting, and for a field that stands twice in one object.
nlohmann::json parseJson(std::string_view text, const std::string& where,
                         PythonNumbers numbers = PythonNumbers::Refused);

/// The value as it was written, cut to so many characters: for sentences. A whole number beyond 64 bits,
/// which the parser keeps as a double, has its digits.
std::string shownJson(const nlohmann::json& value, std::size_t longest);

/// Writes the file whole or not at all: temporary file beside it, then rename. Symbolic links, devices and
/// pipes as writeOutput() does. Throws Error.
void writeTextFile(const std::filesystem::path& file, std::string_view text);

/// Before work that ends in writeTextFile(): throws Error where its folder does not exist or cannot be
/// written.
void requireWritable(const std::filesystem::path& file);

} // namespace regnet
