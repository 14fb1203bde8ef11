// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/yaml_document.h"

#include "core/problem.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <vector>

namespace regnet {
namespace {

std::string placeOf(const std::string& file, const YAML::Mark& mark)
{
    return file + ":" + std::to_string(mark.line + 1);
}

} // namespace

YAML::Node yamlDocument(std::string_view text, const std::string& file)
{
    std::vector<YAML::Node> documents;
    try {
        documents = YAML::LoadAll(std::string(text));
    } catch (const YAML::Exception& error) {
        throwBadInput(placeOf(file, error.mark), "is not YAML: " + error.msg);
    }
    if (documents.size() > 1)
        throwBadInput(placeOf(file, documents[1].Mark()), "begins a second document", "one document a file");
    return documents.empty() ? YAML::Node() : documents.front();
}

std::optional<UnclearKey> unclearKey(const YAML::Node& map)
{
    if (!map.IsMap()) return std::nullopt;
    std::set<std::string> seen;
    for (const auto& entry : map) {
        if (!entry.first.IsScalar()) continue;
        const std::string& key = entry.first.Scalar();
        if (key == "<<") return UnclearKey{entry.first, "merges another section", "its keys themselves"};
        if (!seen.insert(key).second)
            return UnclearKey{entry.first, "stands twice in one section", "each key once"};
    }
    return std::nullopt;
}

int lineOfKey(const YAML::Node& map, std::string_view key)
{
    for (const auto& entry : map)
        if (entry.first.IsScalar() && entry.first.Scalar() == key) return entry.first.Mark().line;
    return map.Mark().line;
}

bool hasLeadingZero(std::string_view number)
{
    if (number.starts_with('-') || number.starts_with('+')) number.remove_prefix(1);
    const auto isDigit = [](unsigned char c) { return std::isdigit(c) != 0; };
    return number.size() > 1 && number.front() == '0' && std::ranges::all_of(number, isDigit);
}

} // namespace regnet
