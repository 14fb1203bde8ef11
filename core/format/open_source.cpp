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

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string_view>

namespace regnet {
namespace {

/// Every SQLite file begins with these 16 bytes, the last a zero.
constexpr std::string_view sqliteMagic{"SQLite format 3\0", 16};

bool isSqliteFile(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::string head(sqliteMagic.size(), '\0');
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    return stream && head == sqliteMagic;
}

/// Populations of a store; all of them when `name` is empty.
std::vector<Population> fromStore(const std::filesystem::path& file, const std::string& name, ErrorKind kind)
{
    const StoreReader reader(file);
    std::vector<Population> populations;
    const auto read = [&](const std::string& wanted) {
        populations.push_back(reader.population(wanted, kind));
        std::string& source = populations.back().source; // an address that gives just this one again
        source = file.string() + "#" + wanted;
        if (kind != ErrorKind::BestTest) source += "?" + std::string(nameOf(kind));
    };
    if (!name.empty()) {
        read(name);
        return populations;
    }
    for (const PopulationSummary& summary : reader.populations())
        read(summary.name);
    if (populations.empty()) throwBadInput(file.string(), "holds no population");
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
    if (isSqliteFile(file)) return fromStore(file, {}, ErrorKind::BestTest);
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
    const nlohmann::json json = parseJson(text, where);
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
    const std::size_t mark = source.rfind('?');
    const auto kind = mark == std::string::npos ? std::nullopt : errorKindOf(source.substr(mark + 1));
    const std::string address = kind ? source.substr(0, mark) : source;
    const std::size_t hash = address.rfind('#');
    const std::filesystem::path file = address.substr(0, hash);
    if (hash == std::string::npos && !(kind && std::filesystem::exists(file, failure)))
        throwBadInput(source, "is no file and no address",
                      "a pycls sweep.json, a CSV, STORE.db#POPULATION, shipped:cpu-spaces, or "
                      "paper:<panel>/<key> such as paper:fig9-left/RegNetX");
    if (!std::filesystem::exists(file, failure)) throwBadInput(file.string(), "does not exist");
    if (!isSqliteFile(file)) throwBadInput(file.string(), "is no store", "STORE.db#POPULATION");
    return fromStore(file, hash == std::string::npos ? std::string() : address.substr(hash + 1),
                     kind.value_or(ErrorKind::BestTest));
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
