// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/study.h"

#include <nlohmann/json.hpp>

namespace regnet {
namespace {

using nlohmann::json;

void put(json& object, const char* field, const std::string& text)
{
    if (!text.empty()) object[field] = text;
}

void put(json& object, const char* field, const std::vector<std::string>& texts)
{
    if (!texts.empty()) object[field] = texts;
}

json toJson(const StudyPopulation& population)
{
    json object{
        {"key", population.key}, {"space", population.space}, {"n", population.n}, {"seed", population.seed}};
    put(object, "label", population.label);
    put(object, "regime", population.regime);
    if (population.epochs) object["epochs"] = *population.epochs;
    if (population.baseLearningRate) object["base_learning_rate"] = *population.baseLearningRate;
    put(object, "published", population.published);
    put(object, "only", population.only);
    return object;
}

json toJson(const StudyScale& scale)
{
    json object{{"name", scale.name},
                {"n", scale.n},
                {"recipe", toJson(scale.recipe)},
                {"as_in_paper", scale.isAsInPaper},
                {"data_set", scale.dataSet}};
    put(object, "note", scale.note);
    for (const auto& [name, regime] : scale.regimes) {
        json& entry = object["regimes"][name] = json::object();
        put(entry, "regime", regime.regime);
        if (regime.flops.low && regime.flops.high) entry["flops"] = {*regime.flops.low, *regime.flops.high};
    }
    return object;
}

json toJson(const StudyPanel& panel)
{
    json object{{"name", panel.name}, {"draw", nameOf(panel.kind)}};
    put(object, "title", panel.title);
    put(object, "populations", panel.populations);
    put(object, "property", panel.property);
    put(object, "form", panel.form);
    if (panel.rank != 0) object["rank"] = panel.rank;
    if (panel.count != 1) object["count"] = panel.count;
    put(object, "models", panel.models);
    put(object, "published", panel.published);
    return object;
}

template <class Item>
json listOf(const std::vector<Item>& items)
{
    json list = json::array();
    for (const Item& item : items)
        list.push_back(toJson(item));
    return list;
}

} // namespace

json toJson(const Study& study)
{
    json object{{"name", study.name},
                {"epochs", study.epochs},
                {"base_learning_rate", study.baseLearningRate},
                {"populations", listOf(study.populations)},
                {"scales", listOf(study.scales)},
                {"panels", listOf(study.panels)}};
    put(object, "title", study.title);
    put(object, "source", study.source);
    put(object, "about", study.about);
    put(object, "cannot_run", study.cannotRun);
    return object;
}

} // namespace regnet
