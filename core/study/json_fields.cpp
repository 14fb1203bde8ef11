// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/json_fields.h"

#include "core/format/text_file.h"
#include "core/text/readable.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <limits>

namespace regnet {
namespace {

/// Whether writing the value, which takes a call for each level, could need more stack than there is.
bool isDeeper(const nlohmann::json& value, int levels)
{
    if (!value.is_structured()) return false;
    return levels == 0 || std::ranges::any_of(value, [&](const nlohmann::json& inner) {
               return isDeeper(inner, levels - 1);
           });
}

/// What stands there, short enough for a sentence.
std::string shown(const nlohmann::json& value)
{
    if (isDeeper(value, 64)) return "is nested too deeply";
    return "is " + shownJson(value, 60);
}

} // namespace

JsonFields::JsonFields(const nlohmann::json& json, std::string where)
    : m_json(json), m_where(std::move(where))
{
    if (!m_json.is_object()) throwBadInput(m_where, shown(m_json), "an object with named fields");
}

std::string JsonFields::place(const std::string& field) const
{
    if (m_where.empty()) return field;
    // "job.json, recipe" + "epochs" is a path of fields; "job.json" + "seed" is a file and a field.
    return m_where + (m_where.find(", ") == std::string::npos ? ", " : ".") + field;
}

const nlohmann::json* JsonFields::find(const char* field)
{
    m_known.emplace_back(field);
    const auto found = m_json.find(field);
    return found == m_json.end() ? nullptr : &*found;
}

const nlohmann::json& JsonFields::require(const char* field, const char* right)
{
    const nlohmann::json* value = find(field);
    if (!value) throwBadInput(place(field), "is missing", right);
    return *value;
}

void JsonFields::read(const char* field, bool& value)
{
    const nlohmann::json* json = find(field);
    if (!json) return;
    if (!json->is_boolean()) throwBadInput(place(field), shown(*json), "true or false");
    value = json->get<bool>();
}

void JsonFields::read(const char* field, std::string& value)
{
    const nlohmann::json* json = find(field);
    if (!json) return;
    if (!json->is_string()) throwBadInput(place(field), shown(*json), "a text");
    value = json->get<std::string>();
}

void JsonFields::read(const char* field, std::uint64_t& value)
{
    const nlohmann::json* json = find(field);
    if (!json) return;
    if (!json->is_number_unsigned())
        throwBadInput(place(field), shown(*json), "a whole number, 0 to 2^64 - 1");
    value = json->get<std::uint64_t>();
}

void JsonFields::read(const char* field, std::int64_t& value, std::int64_t low, std::int64_t high)
{
    const nlohmann::json* json = find(field);
    if (!json) return;
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    const bool fits =
        json->is_number_unsigned() ? json->get<std::uint64_t>() <= most : json->is_number_integer();
    if (!fits || json->get<std::int64_t>() < low || json->get<std::int64_t>() > high)
        throwBadInput(place(field), shown(*json),
                      "a whole number from " + std::to_string(low) + " to " + std::to_string(high));
    value = json->get<std::int64_t>();
}

void JsonFields::read(const char* field, double& value, double low, double high)
{
    const nlohmann::json* json = find(field);
    if (!json) return;
    if (!json->is_number() || !(json->get<double>() >= low && json->get<double>() <= high))
        throwBadInput(place(field), shown(*json), "a number from " + shortest(low) + " to " + shortest(high));
    value = json->get<double>();
}

void JsonFields::finish() const
{
    const auto isKnown = [&](const std::string& key) { return std::ranges::count(m_known, key) > 0; };
    for (const auto& item : m_json.items()) {
        if (isKnown(item.key())) continue;
        std::string names;
        for (auto name = m_known.begin(); name != m_known.end(); ++name)
            if (std::find(m_known.begin(), name, *name) == name) // some are asked for twice
                names += (names.empty() ? "" : ", ") + *name;
        throwBadInput(place(shortened(item.key(), longestShownName)), "is not a known field",
                      names.empty() ? "no field" : "one of " + names);
    }
}

} // namespace regnet
