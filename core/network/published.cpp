// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/published.h"

#include "core/text/resources.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <vector>

namespace regnet {
namespace {

using nlohmann::json;

Cost costOf(const json& row)
{
    return {row.at("flops"), row.at("params"), row.at("acts")};
}

std::optional<double> optionalNumber(const json& row, const char* part, const char* field)
{
    const auto found = row.find(part);
    if (found == row.end() || !found->contains(field) || found->at(field).is_null()) return {};
    return found->at(field).get<double>();
}

PublishedModel publishedFrom(const json& row)
{
    PublishedModel model;
    model.name = row.at("name");
    RegnetParameters regnet;
    regnet.line = {row.at("depth"), row.at("w0"), row.at("wa"), row.at("wm")};
    regnet.bottleneckRatio = row.at("bottleneck_ratio");
    regnet.groupWidth = row.at("group_w");
    model.spec.regnet = regnet;
    model.spec.seRatio = row.at("se_ratio");
    model.spec.stem.width = row.at("stem_w");
    model.spec.resolution = row.at("train_resolution");
    model.cost = costOf(row);
    model.top1Error = row.at("top1_err");
    model.top5Error = row.at("top5_err");
    model.paperTop1Error = optionalNumber(row, "paper", "top1_err");
    model.inferenceMs = optionalNumber(row, "paper", "infer_ms");
    model.trainingHours = optionalNumber(row, "paper", "train_hr");
    return model;
}

std::vector<PublishedModel> readModels()
{
    const json file = json::parse(embedded::published_models);
    std::vector<PublishedModel> models;
    for (const json& row : file.at("regnet"))
        models.push_back(publishedFrom(row));
    return models;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

} // namespace

std::span<const PublishedModel> publishedModels()
{
    // Read once, when first asked for: a start without published models costs nothing.
    static const std::vector<PublishedModel> once = readModels();
    return once;
}

const PublishedModel& publishedModel(std::string_view name)
{
    std::string names;
    for (const PublishedModel& model : publishedModels()) {
        if (equalsIgnoringCase(model.name, name)) return model;
        names += (names.empty() ? "" : ", ") + model.name;
    }
    throwBadInput({}, "there is no published model \"" + std::string(name) + "\"", "one of " + names);
}

} // namespace regnet
