// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/study.h"

#include "core/format/text_file.h"
#include "core/problem.h"
#include "core/study/json_fields.h"
#include "core/study/json_lines.h"
#include "core/study/published_panel.h"
#include "core/system/readable_file.h"
#include "core/text/resources.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <limits>
#include <set>

namespace regnet {
namespace {

using nlohmann::json;

constexpr std::int64_t mostNetworks = 1'000'000;
constexpr std::int64_t mostEpochs = 100'000;

constexpr std::array allKinds{
    PanelKind::Edf,       PanelKind::Scatter,    PanelKind::RandomSearch, PanelKind::Trend, PanelKind::Growth,
    PanelKind::MeanTrend, PanelKind::Widths,     PanelKind::LineFit,      PanelKind::Cards, PanelKind::Models,
    PanelKind::RunTime,   PanelKind::SpaceSizes, PanelKind::Table};

void readTexts(JsonFields& fields, const char* field, std::vector<std::string>& texts)
{
    const json* value = fields.find(field);
    if (value == nullptr) return;
    const bool isList =
        value->is_array() && std::ranges::all_of(*value, [](const json& item) { return item.is_string(); });
    if (!isList) throwBadInput(fields.place(field), "is no list of texts", "[\"a\", \"b\"]");
    texts = value->get<std::vector<std::string>>();
}

void requireText(const JsonFields& fields, const char* field, const std::string& text)
{
    if (text.empty()) throwBadInput(fields.place(field), "is missing", "a text");
}

/// Each item of a list, read by `read(item, place)`.
template <class Read>
auto readList(JsonFields& fields, const char* field, Read read)
{
    std::vector<decltype(read(json(), std::string()))> items;
    const json* value = fields.find(field);
    if (value == nullptr) return items;
    if (!value->is_array()) throwBadInput(fields.place(field), "is no list", "a list of objects");
    for (std::size_t i = 0; i < value->size(); ++i)
        items.push_back(read((*value)[i], fields.place(field) + "[" + std::to_string(i) + "]"));
    return items;
}

StudyPopulation populationFrom(const json& value, const std::string& where)
{
    JsonFields fields(value, where);
    StudyPopulation population;
    fields.read("key", population.key);
    requireText(fields, "key", population.key);
    fields.read("label", population.label);
    fields.read("space", population.space);
    requireText(fields, "space", population.space);
    fields.read("regime", population.regime);
    fields.read("n", population.n, 1, mostNetworks);
    fields.read("seed", population.seed);
    if (fields.find("epochs") != nullptr) fields.read("epochs", population.epochs.emplace(), 1, mostEpochs);
    if (fields.find("base_learning_rate") != nullptr)
        fields.read("base_learning_rate", population.baseLearningRate.emplace(), 0, 1000);
    fields.read("published", population.published);
    if (!population.published.empty() && population.published.find_first_of(":#.") == std::string::npos)
        throwBadInput(fields.place("published"), "is \"" + population.published + "\"",
                      "paper:<panel>/<key>, shipped:<name>/<population>, a file, or STORE.db#NAME");
    readTexts(fields, "only", population.only);
    fields.finish();
    return population;
}

ScaledRegime regimeFrom(const json& value, const std::string& where)
{
    JsonFields fields(value, where);
    ScaledRegime regime;
    fields.read("regime", regime.regime);
    if (const json* flops = fields.find("flops")) {
        constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / 2;
        if (!flops->is_array() || flops->size() != 2)
            throwBadInput(fields.place("flops"), "is no range", "[low, high], whole numbers");
        const json ends{{"low", (*flops)[0]}, {"high", (*flops)[1]}};
        JsonFields range(ends, fields.place("flops"));
        range.read("low", regime.flops.low.emplace(), 0, most);
        range.read("high", regime.flops.high.emplace(), *regime.flops.low, most);
    }
    fields.finish();
    return regime;
}

StudyScale scaleFrom(const json& value, const std::string& where)
{
    JsonFields fields(value, where);
    StudyScale scale;
    fields.read("name", scale.name);
    requireText(fields, "name", scale.name);
    fields.read("note", scale.note);
    fields.read("n", scale.n, 0, mostNetworks);
    const json& recipe = fields.require("recipe", "the name of a recipe, or an object with its fields");
    if (recipe.is_string())
        scale.recipe = builtInRecipe(recipe.get<std::string>(), fields.place("recipe"));
    else
        scale.recipe = recipeFromJson(recipe, fields.place("recipe"));
    fields.read("as_in_paper", scale.isAsInPaper);
    fields.read("data_set", scale.dataSet);
    if (const json* regimes = fields.find("regimes")) {
        if (!regimes->is_object()) throwBadInput(fields.place("regimes"), "is no object", "{\"400MF\": {…}}");
        for (const auto& [name, regime] : regimes->items())
            scale.regimes[name] = regimeFrom(regime, fields.place("regimes") + "." + name);
    }
    fields.finish();
    return scale;
}

void checkPanel(const StudyPanel& panel, const JsonFields& fields)
{
    const auto needs = [&](const char* field, bool isThere, const char* right) {
        if (!isThere) throwBadInput(fields.place(field), "is missing", right);
    };
    switch (panel.kind) {
    case PanelKind::Scatter:
    case PanelKind::Trend:
    case PanelKind::MeanTrend:
    case PanelKind::Models:
    case PanelKind::RunTime:
        needs("property", !panel.property.empty(), "depth, flops, error, …");
        break;
    case PanelKind::Growth:
        needs("property", !panel.property.empty(), "activations, params or time");
        if (panel.form != "sqrt" && panel.form != "affine" && panel.form != "sqrt+linear")
            throwBadInput(fields.place("form"), "is \"" + panel.form + "\"", "sqrt, affine or sqrt+linear");
        break;
    case PanelKind::Widths:
        needs("rank", panel.rank != 0, "which network: 1 for the best, -1 for the worst");
        break;
    case PanelKind::LineFit:
        needs("rank", panel.rank > 0, "which network, 1 for the best");
        break;
    case PanelKind::Table:
        needs("published", !panel.published.empty(), "table2 to table7");
        break;
    default:
        break;
    }
}

StudyPanel panelFrom(const json& value, const std::string& where)
{
    JsonFields fields(value, where);
    StudyPanel panel;
    fields.read("name", panel.name);
    requireText(fields, "name", panel.name);
    fields.read("title", panel.title);
    std::string kind;
    fields.read("draw", kind);
    std::string names;
    const auto found = std::ranges::find(allKinds, kind, [](PanelKind each) { return nameOf(each); });
    for (const PanelKind each : allKinds)
        names += (names.empty() ? "" : ", ") + std::string(nameOf(each));
    if (found == allKinds.end())
        throwBadInput(fields.place("draw"), "is \"" + kind + "\"", "one of " + names);
    panel.kind = *found;
    readTexts(fields, "populations", panel.populations);
    fields.read("property", panel.property);
    fields.read("form", panel.form);
    fields.read("rank", panel.rank, -1000, 1000);
    fields.read("count", panel.count, 1, 1000);
    readTexts(fields, "models", panel.models);
    fields.read("published", panel.published);
    if (!panel.published.empty()) requirePublishedPanel(panel.published, fields.place("published"));
    fields.finish();
    checkPanel(panel, fields);
    return panel;
}

/// Names are unique, and what is referred to is there.
void checkReferences(const Study& study, const std::string& where)
{
    const auto place = [&](const char* list, std::size_t i, const char* field) {
        return where + ", " + list + "[" + std::to_string(i) + "]." + field;
    };
    std::set<std::string> keys;
    std::set<std::string> names;
    std::set<std::string> scales;
    for (std::size_t i = 0; i < study.scales.size(); ++i)
        if (!scales.insert(study.scales[i].name).second)
            throwBadInput(place("scales", i, "name"), "\"" + study.scales[i].name + "\" is there twice");
    for (std::size_t i = 0; i < study.populations.size(); ++i) {
        if (!keys.insert(study.populations[i].key).second)
            throwBadInput(place("populations", i, "key"),
                          "\"" + study.populations[i].key + "\" is there twice");
        for (const std::string& scale : study.populations[i].only)
            if (!scales.contains(scale))
                throwBadInput(place("populations", i, "only"), "names \"" + scale + "\", which is no scale");
    }
    for (std::size_t i = 0; i < study.panels.size(); ++i) {
        if (!names.insert(study.panels[i].name).second)
            throwBadInput(place("panels", i, "name"), "\"" + study.panels[i].name + "\" is there twice");
        for (const std::string& key : study.panels[i].populations)
            if (!keys.contains(key))
                throwBadInput(place("panels", i, "populations"),
                              "names \"" + key + "\", which is no population of this study");
    }
}

std::vector<StudyScale> usualScales()
{
    const json scales = json::parse(embedded::study_scales);
    JsonFields fields(scales, "scales.json");
    std::vector<StudyScale> all = readList(fields, "scales", scaleFrom);
    fields.finish();
    return all;
}

Study studyFrom(const json& value, const std::string& where)
{
    JsonFields fields(value, where);
    Study study;
    fields.read("name", study.name);
    requireText(fields, "name", study.name);
    fields.read("title", study.title);
    fields.read("source", study.source);
    fields.read("about", study.about);
    fields.read("epochs", study.epochs, 1, mostEpochs);
    fields.read("base_learning_rate", study.baseLearningRate, 0, 1000);
    fields.read("cannot_run", study.cannotRun);
    study.populations = readList(fields, "populations", populationFrom);
    study.scales = readList(fields, "scales", scaleFrom);
    if (study.scales.empty()) study.scales = usualScales();
    study.panels = readList(fields, "panels", panelFrom);
    fields.finish();
    if (study.panels.empty()) throwBadInput(fields.place("panels"), "is missing", "at least one panel");
    checkReferences(study, where);
    return study;
}

/// "mine.json, populations[2].n" becomes "mine.json:12, populations[2].n"; the line is that of the field, or
/// of the nearest thing around it that is there.
std::string withLine(const std::string& place, const std::string& where, std::string_view text)
{
    if (!place.starts_with(where)) return place;
    const std::string rest = place.substr(where.size());
    std::string path = rest.starts_with(", ") ? rest.substr(2) : "";
    const std::map<std::string, int> lines = linesOf(text);
    while (!lines.contains(path) && !path.empty())
        path.erase(std::min(path.find_last_of(".["), path.size() - 1));
    const auto found = lines.find(path);
    return where + ":" + std::to_string(found == lines.end() ? 1 : found->second) + rest;
}

template <class Item>
std::string namesIn(const std::vector<Item>& items, std::string Item::*name)
{
    std::string names;
    for (const Item& item : items)
        names += (names.empty() ? "" : ", ") + item.*name;
    return names.empty() ? "none" : names;
}

template <class Item>
const Item& itemOf(const Study& study, const std::vector<Item>& items, std::string Item::*name,
                   std::string_view wanted, const char* what)
{
    const auto found = std::ranges::find(items, wanted, name);
    if (found == items.end())
        throwBadInput("study " + study.name,
                      std::string("has no ") + what + " \"" + std::string(wanted) + "\"",
                      "one of " + namesIn(items, name));
    return *found;
}

} // namespace

std::string_view nameOf(PanelKind kind)
{
    switch (kind) {
    case PanelKind::Edf:
        return "edf";
    case PanelKind::Scatter:
        return "scatter";
    case PanelKind::RandomSearch:
        return "random_search";
    case PanelKind::Trend:
        return "trend";
    case PanelKind::Growth:
        return "growth";
    case PanelKind::MeanTrend:
        return "mean_trend";
    case PanelKind::Widths:
        return "widths";
    case PanelKind::LineFit:
        return "line_fit";
    case PanelKind::Cards:
        return "cards";
    case PanelKind::Models:
        return "models";
    case PanelKind::RunTime:
        return "run_time";
    case PanelKind::SpaceSizes:
        return "space_sizes";
    case PanelKind::Table:
        return "table";
    }
    return "?";
}

Study studyFromText(std::string_view text, const std::string& where)
{
    const json value = parseJson(text, where);
    try {
        return studyFrom(value, where);
    } catch (const Error& error) {
        Problem problem = error.problem();
        problem.where = withLine(problem.where, where, text);
        throw Error(std::move(problem));
    }
}

const std::vector<Study>& builtInStudies()
{
    static const std::vector<Study> studies = [] {
        std::vector<Study> all;
        const json files = json::parse(embedded::studies);
        for (const json& file : files)
            all.push_back(studyFrom(file, file.at("name").get<std::string>() + ".json"));
        return all;
    }();
    return studies;
}

Study openStudy(const std::string& nameOrFile)
{
    for (const Study& study : builtInStudies())
        if (study.name == nameOrFile) return study;
    std::error_code failure;
    if (!std::filesystem::is_regular_file(nameOrFile, failure)) {
        refuseOtherThanFile(nameOrFile);
        throwBadInput("study", "\"" + nameOrFile + "\" is unknown",
                      "a file, or one of " + namesIn(builtInStudies(), &Study::name));
    }
    return studyFromText(readTextFile(nameOrFile), nameOrFile);
}

const StudyPopulation& populationOf(const Study& study, std::string_view key)
{
    return itemOf(study, study.populations, &StudyPopulation::key, key, "population");
}

const StudyScale& scaleOf(const Study& study, std::string_view name)
{
    return itemOf(study, study.scales, &StudyScale::name, name, "scale");
}

const StudyPanel& panelOf(const Study& study, std::string_view name)
{
    return itemOf(study, study.panels, &StudyPanel::name, name, "panel");
}

} // namespace regnet
