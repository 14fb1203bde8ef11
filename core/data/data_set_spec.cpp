// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/data_set_spec.h"

#include "core/study/json_fields.h"

#include <nlohmann/json.hpp>

namespace regnet {

DataSetSpec dataSetFromJson(const nlohmann::json& json, const std::string& where)
{
    JsonFields fields(json, where);
    DataSetSpec spec;
    fields.read("name", spec.name);
    fields.read("folder", spec.folder);
    fields.read("resolution", spec.resolution, 8, 1024);
    fields.read("classes", spec.classes, 2, 100'000);
    fields.read("seed", spec.seed);
    fields.read("content", spec.content);
    const bool isHash =
        spec.content.size() == 64 && spec.content.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!spec.content.empty() && !isHash)
        throwBadInput(fields.place("content"), "is no SHA-256", "64 hexadecimal digits, or nothing");
    fields.finish();
    return spec;
}

nlohmann::json toJson(const DataSetSpec& spec)
{
    nlohmann::json json{{"name", spec.name},
                        {"folder", spec.folder},
                        {"resolution", spec.resolution},
                        {"classes", spec.classes},
                        {"seed", spec.seed}};
    if (!spec.content.empty()) json["content"] = spec.content;
    return json;
}

std::string canonicalJson(const DataSetSpec& dataSet)
{
    nlohmann::json json{{"name", dataSet.name},
                        {"resolution", dataSet.resolution},
                        {"classes", dataSet.classes},
                        {"seed", dataSet.seed}};
    if (!dataSet.content.empty()) json["content"] = dataSet.content;
    return json.dump();
}

DataSetSpec dataSetFromCanonicalJson(const std::string& text)
{
    const nlohmann::json json = nlohmann::json::parse(text);
    DataSetSpec dataSet;
    json.at("name").get_to(dataSet.name);
    json.at("resolution").get_to(dataSet.resolution);
    json.at("classes").get_to(dataSet.classes);
    json.at("seed").get_to(dataSet.seed);
    dataSet.content = json.value("content", "");
    return dataSet;
}

DataSetSpec dataSetFromText(const std::string& text)
{
    DataSetSpec spec;
    const auto colon = text.find(':');
    spec.name = text.substr(0, colon);
    if (colon != std::string::npos) spec.folder = text.substr(colon + 1);
    return spec;
}

std::string textOf(const DataSetSpec& spec)
{
    return spec.folder.empty() ? spec.name : spec.name + ":" + spec.folder;
}

} // namespace regnet
