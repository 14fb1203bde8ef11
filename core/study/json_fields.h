// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace regnet {

/// Reads the fields of one JSON object and complains in a sentence that names file and field. A field that is
/// absent keeps the value it had; finish() refuses what nobody asked for.
class JsonFields
{
public:
    /// `where` is put before the field in errors ("job.json, recipe"). Throws Error when json is no object.
    JsonFields(const nlohmann::json& json, std::string where);

    void read(const char* field, bool& value);
    void read(const char* field, std::string& value);
    void read(const char* field, std::uint64_t& value);
    void read(const char* field, std::int64_t& value, std::int64_t low, std::int64_t high);
    void read(const char* field, double& value, double low, double high);
    /// A field that must be there, of any type; for nested objects. `right` is what an Error expects of it.
    const nlohmann::json& require(const char* field, const char* right = "a value");
    /// The field, or null where it is absent.
    const nlohmann::json* find(const char* field);

    std::string place(const std::string& field) const; ///< "job.json, recipe.epochs"
    /// Throws Error for the first field that was not read, with those that were.
    void finish() const;

private:
    const nlohmann::json& m_json;
    std::string m_where;
    std::vector<std::string> m_known;
};

} // namespace regnet
