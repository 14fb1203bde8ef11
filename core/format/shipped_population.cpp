// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/shipped_population.h"

#include "core/format/population_csv.h"
#include "core/problem.h"
#include "core/text/resources.h"

#include <algorithm>

namespace regnet {
namespace {

constexpr std::string_view prefix = "shipped:";

std::string_view csvOf(const std::string& name, const std::string& address)
{
    std::string names;
    for (const ShippedResults& results : shippedResults()) {
        if (results.name == name) return embedded::cpu_spaces_results;
        names += (names.empty() ? "" : ", ") + results.name;
    }
    throwBadInput(address, "names no results that come with this program", "shipped: and one of " + names);
}

} // namespace

const std::vector<ShippedResults>& shippedResults()
{
    static const std::vector<ShippedResults> all{
        {"cpu-spaces", "The paper's spaces, trained on two CPU cores"}};
    return all;
}

std::vector<Population> shippedPopulations(const std::string& address)
{
    std::string_view rest = address;
    if (rest.starts_with(prefix)) rest.remove_prefix(prefix.size());
    const std::size_t slash = rest.find('/');
    const std::string name(rest.substr(0, slash));
    const std::string wanted(slash == std::string_view::npos ? "" : rest.substr(slash + 1));
    std::vector<Population> populations = populationsFromCsv(csvOf(name, address), address, name);
    std::string names;
    for (Population& population : populations) {
        population.source = std::string(prefix) + name + "/" + population.name;
        names += (names.empty() ? "" : ", ") + population.name;
    }
    if (slash == std::string_view::npos) return populations;
    std::erase_if(populations, [&](const Population& population) { return population.name != wanted; });
    if (populations.empty())
        throwBadInput(address, "names no population of " + name,
                      std::string(prefix) + name + "/ and one of " + names);
    return populations;
}

} // namespace regnet
