// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/open_source.h"

#include "core/format/nds.h"
#include "core/format/population_csv.h"
#include "core/format/published_population.h"
#include "core/format/pycls_sweep.h"
#include "core/format/shipped_population.h"
#include "core/format/text_file.h"
#include "core/problem.h"
#include "core/store/store.h"
#include "core/store/store_address.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string_view>

namespace regnet {
namespace {

/// Populations of a store; all of them when no name is given.
std::vector<Population> fromStore(const StoreAddress& address)
{
    const StoreReader reader(address.file);
    std::vector<Population> populations;
    const auto read = [&](const std::string& name) {
        populations.push_back(reader.population(name, address.error.value_or(ErrorKind::BestTest)));
        // An address that gives just this one again.
        populations.back().source = StoreAddress{address.file, name, address.error}.text();
    };
    if (!address.name.empty()) {
        read(address.name);
        return populations;
    }
    for (const PopulationSummary& summary : reader.populations())
        read(summary.name);
    if (populations.empty()) throwBadInput(address.file.string(), "holds no population");
    return populations;
}

bool looksLikeJson(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin != std::string_view::npos && (text[begin] == '[' || text[begin] == '{');
}

bool looksBinary(std::string_view text)
{
    return text.substr(0, 4096).find('\0') != std::string_view::npos;
}

std::vector<Population> fromFile(const std::filesystem::path& file)
{
    if (isStore(file)) return fromStore({file, {}, {}});
    const std::string where = file.string();
    const std::string text = readTextFile(file);
    if (looksBinary(text))
        throwBadInput(where, "is neither text nor a store", "a pycls sweep.json, a CSV, or a store");
    if (!looksLikeJson(text)) return populationsFromCsv(text, where, file.stem().string());
    if (looksLikeNds(text)) {
        std::vector<Population> populations;
        for (ImportedPopulation& part : ndsPopulations(text, where, file.stem().string()))
            populations.push_back(std::move(part.population));
        return populations;
    }
    const nlohmann::json json = parseJson(text, where, PythonNumbers::Null);
    if (!isPyclsSweep(json))
        throwBadInput(where, "is JSON of an unknown kind",
                      "the list of job records of a pycls sweep.json, or records of NDS");
    Population population = pyclsSweep(json, where);
    population.name = file.stem().string();
    return {std::move(population)};
}

} // namespace

std::vector<Population> openSource(const std::string& source)
{
    if (source.starts_with("paper:")) return publishedPopulations(source);
    if (source.starts_with("shipped:")) return shippedPopulations(source);
    std::error_code failure;
    if (std::filesystem::exists(source, failure)) return fromFile(source);
    const StoreAddress address = storeAddress(source);
    const bool isThere = std::filesystem::exists(address.file, failure);
    if (address.name.empty() && !(address.error && isThere))
        throwBadInput(source, "is no file and no address",
                      "a pycls sweep.json, a CSV, STORE.db#POPULATION, shipped:cpu-spaces, or "
                      "paper:<panel>/<key> such as paper:fig9-left/RegNetX");
    if (!isThere) throwBadInput(address.file.string(), "does not exist");
    if (!isStore(address.file)) throwBadInput(address.file.string(), "is no store", "STORE.db#POPULATION");
    return fromStore(address);
}

std::vector<Population> openSources(const std::vector<std::string>& sources)
{
    std::vector<Population> populations;
    for (const std::string& source : sources)
        for (Population& population : openSource(source))
            populations.push_back(std::move(population));
    std::map<std::string, int> uses;
    for (const Population& population : populations)
        ++uses[population.name];
    for (Population& population : populations)
        if (uses[population.name] > 1) population.name += " (" + population.source + ")";
    return populations;
}

} // namespace regnet
