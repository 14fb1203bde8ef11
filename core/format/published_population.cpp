// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/published_population.h"

#include "core/problem.h"
#include "core/text/readable.h"
#include "core/text/resources.h"

#include <nlohmann/json.hpp>

#include <map>

namespace regnet {
namespace {

using nlohmann::json;

constexpr std::string_view prefix = "paper:";

/// The compiled-in file, parsed once.
const json& figures()
{
    static const json parsed = json::parse(embedded::paper_figures);
    return parsed;
}

/// Our names of the properties along x.
std::string propertyOf(const std::string& axis)
{
    static const std::map<std::string, std::string> names{
        {"b", "bottleneck_ratio"}, {"log10(lr)", "lr"}, {"log10(wd)", "wd"}, {"log10(lr*wd)", "lr_wd"}};
    const auto found = names.find(axis);
    return found == names.end() ? axis : found->second;
}

bool isError(const json& axis)
{
    return axis.at("label") == "error";
}

std::optional<double> optionalNumber(const json& object, const char* field)
{
    const auto found = object.find(field);
    if (found == object.end() || !found->is_number()) return std::nullopt;
    return found->get<double>();
}

std::optional<PublishedSeries> describe(const json& panel, const json& series)
{
    PublishedSeries result;
    const std::string kind = series.at("kind");
    result.isEdf = kind == "edf";
    if (!result.isEdf && !(kind == "scatter" && isError(panel.at("y")))) return std::nullopt;
    result.key = series.at("key");
    result.label = series.at("label");
    result.address = std::string(prefix) + panel.at("id").get<std::string>() + "/" + result.key;
    if (!result.isEdf) result.property = propertyOf(panel.at("x").at("label"));
    result.n = series.at("n");
    result.printedMin = optionalNumber(series, "printed_min");
    result.printedMean = optionalNumber(series, "printed_mean");
    result.colour = series.value("colour", "");
    return result;
}

std::vector<PublishedPanel> describeAll()
{
    std::vector<PublishedPanel> panels;
    for (const json& panel : figures().at("panels")) {
        PublishedPanel described{panel.at("id"), panel.at("title"), {}};
        for (const json& series : panel.at("series"))
            if (auto found = describe(panel, series)) described.series.push_back(std::move(*found));
        if (!described.series.empty()) panels.push_back(std::move(described));
    }
    return panels;
}

/// Recipe in words, from the entry of `populations` behind a curve.
std::string recipeOf(const std::string& id)
{
    for (const json& entry : figures().at("populations")) {
        if (entry.at("id") != id) continue;
        std::string recipe = "ImageNet";
        const json& resolution = entry.at("resolution");
        recipe += resolution.is_null() ? ", varied resolution"
                                       : ", " + std::to_string(resolution.get<std::int64_t>()) + " px";
        if (entry.at("epochs").is_number())
            recipe += ", " + std::to_string(entry["epochs"].get<std::int64_t>()) + " epochs";
        if (const auto rate = optionalNumber(entry, "lr")) recipe += ", learning rate " + shortest(*rate);
        return recipe;
    }
    return "ImageNet";
}

/// A scatter carries no population; an EDF that is drawn from the same networks names it.
std::string recipeOfScatter(const std::string& panelId)
{
    for (const json& entry : figures().at("populations")) {
        const auto found = entry.find("exact_errors_in");
        if (found != entry.end() && *found == panelId) return recipeOf(entry.at("id"));
    }
    return "ImageNet";
}

Population populationOf(const PublishedPanel& panel, const PublishedSeries& published, const json& series)
{
    Population population;
    population.name = published.label;
    population.source = published.address;
    population.errorKind = "top-1 error on the ImageNet validation set";
    population.isPublished = true;
    if (published.isEdf) {
        population.recipe = recipeOf(series.value("population", ""));
        for (const json& error : series.at("errors")) {
            Member member;
            member.error = error;
            population.members.push_back(std::move(member));
        }
        return population;
    }
    population.recipe = recipeOfScatter(panel.id);
    for (const json& point : series.at("points")) {
        Member member;
        member.error = point.at(1);
        member.properties[published.property] = point.at(0);
        population.members.push_back(std::move(member));
    }
    return population;
}

const json& seriesJson(const std::string& panelId, const std::string& key)
{
    for (const json& panel : figures().at("panels"))
        if (panel.at("id") == panelId)
            for (const json& series : panel.at("series"))
                if (series.at("key") == key) return series;
    throwBadInput(std::string(prefix) + panelId + "/" + key, "is not in the paper's figures");
}

const PublishedPanel& panelOf(const std::string& id, const std::string& address)
{
    std::string names;
    for (const PublishedPanel& panel : publishedPanels()) {
        if (panel.id == id) return panel;
        names += (names.empty() ? "" : ", ") + panel.id;
    }
    throwBadInput(address, "names no panel with errors", "one of " + names);
}

} // namespace

std::string_view paperCitation()
{
    return "I. Radosavovic, R. P. Kosaraju, R. Girshick, K. He, P. Dollár: Designing Network Design Spaces. "
           "CVPR 2020, arXiv 2003.13678. Errors read from the vector graphics of its figures.";
}

std::string_view paperShortCitation()
{
    return "Radosavovic et al., CVPR 2020";
}

const std::vector<PublishedPanel>& publishedPanels()
{
    static const std::vector<PublishedPanel> panels = describeAll();
    return panels;
}

std::vector<Population> publishedPopulations(const std::string& address)
{
    std::string_view rest = address;
    if (rest.starts_with(prefix)) rest.remove_prefix(prefix.size());
    const std::size_t slash = rest.find('/');
    const PublishedPanel& panel = panelOf(std::string(rest.substr(0, slash)), address);
    const std::string key = slash == std::string_view::npos ? "" : std::string(rest.substr(slash + 1));

    std::vector<Population> populations;
    std::string keys;
    for (const PublishedSeries& series : panel.series) {
        keys += (keys.empty() ? "" : ", ") + series.key;
        const bool isAsked = slash == std::string_view::npos ? series.isEdf : series.key == key;
        if (isAsked) populations.push_back(populationOf(panel, series, seriesJson(panel.id, series.key)));
    }
    if (populations.empty())
        throwBadInput(address, "names no population of " + panel.id,
                      "paper:" + panel.id + "/ and one of " + keys);
    return populations;
}

} // namespace regnet
