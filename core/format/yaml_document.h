// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yaml-cpp/yaml.h>

#include <optional>
#include <string>
#include <string_view>

namespace regnet {

/// The one document of a YAML text; null where there is none. Throws Error with `file` and line for what is
/// not YAML, and for a second document, which PyYAML refuses as well.
YAML::Node yamlDocument(std::string_view text, const std::string& file);

struct UnclearKey
{
    YAML::Node key;
    const char* wrong; ///< what an Error says of it, and what would be right
    const char* right;
};

/// The first key of a map that PyYAML, with which pycls reads, takes in another way than yaml-cpp: one that
/// stands a second time, of which yaml-cpp takes the first value and PyYAML the last; or "<<", whose map
/// yaml-cpp leaves where it is. None of what is no map.
std::optional<UnclearKey> unclearKey(const YAML::Node& map);

/// The line of a map's key, from 0; of a value that is empty yaml-cpp tells the place of what comes next.
int lineOfKey(const YAML::Node& map, std::string_view key);

/// Whether a number begins with a zero that says nothing: PyYAML takes 010 for 8, and 08 for a text.
bool hasLeadingZero(std::string_view number);

} // namespace regnet
