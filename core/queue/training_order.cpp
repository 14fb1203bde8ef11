// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/training_order.h"

#include "core/data/data_sets.h"
#include "core/format/text_file.h"
#include "core/problem.h"
#include "core/space/sampler.h"
#include "core/space/space_json.h"
#include "core/store/store.h"
#include "core/system/readable_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <utility>

namespace regnet {
namespace {

PopulationSpec knownPopulation(const std::string& name, const std::filesystem::path& store)
{
    std::error_code error;
    if (!std::filesystem::exists(store, error))
        throwBadInput(store.string(), "there is no such store",
                      "a space and a number of networks, to make a population in a new one");
    PopulationSpec population = StoreReader(store).populationSpec(name);
    if (population.imported && population.networks.empty())
        throwBadInput(fmt::format("population \"{}\"", name),
                      "was imported with networks that cannot be built here", "one that can be trained");
    return population;
}

} // namespace

Recipe openRecipe(const std::string& nameOrFile)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(nameOrFile, error)) {
        try {
            return builtInRecipe(nameOrFile);
        } catch (const Error&) {
            refuseOtherThanFile(nameOrFile);
            throw;
        }
    }
    Recipe recipe = recipeFromJson(parseJson(readTextFile(nameOrFile), nameOrFile), nameOrFile);
    if (recipe.name.empty()) recipe.name = std::filesystem::path(nameOrFile).stem().string();
    return recipe;
}

DataSetSpec dataSetFor(const PopulationSpec& population, DataSetSpec asked, const std::function<bool()>& goOn)
{
    if (population.networks.empty()) return asked;
    return resolved(fittedDataSet(population, std::move(asked)), goOn);
}

DataSetSpec fittedDataSet(const PopulationSpec& population, DataSetSpec asked)
{
    if (population.networks.empty()) return asked;
    const NetworkSpec& first = population.networks.front();
    for (const NetworkSpec& network : population.networks)
        if (network.resolution != first.resolution || network.head.classes != first.head.classes)
            throwBadInput(fmt::format("population \"{}\"", population.name),
                          "has networks of different resolutions or numbers of classes",
                          "one resolution and one number of classes, those of the data set");
    asked.resolution = first.resolution;
    asked.classes = first.head.classes;
    return asked;
}

PopulationSpec samplePopulation(const std::string& name, const std::string& space, std::int64_t n,
                                std::uint64_t seed)
{
    const DesignSpace definition = openSpace(space);
    SampleRequest request;
    request.n = n;
    request.seed = seed;
    PopulationSpec population;
    population.name = name;
    population.space = definition.name;
    population.spaceJson = toJson(definition).dump();
    population.seed = seed;
    for (const SampledNetwork& network : sampleOpened(space, definition, request).networks)
        population.networks.push_back(network.spec);
    return population;
}

PopulationSpec networksOf(const TrainingOrder& order, const std::filesystem::path& store)
{
    if (order.population.empty()) throwBadInput("population", "has no name");
    if (order.space.empty() && order.n != 0) throwBadInput("n", "is given without a space to sample from");
    if (!order.space.empty() && order.n < 1)
        throwBadInput("n", "is not given", "how many networks of the space to sample");
    return order.space.empty() ? knownPopulation(order.population, store)
                               : samplePopulation(order.population, order.space, order.n, order.seed);
}

PopulationSpec populationOf(const TrainingOrder& order, const std::filesystem::path& store,
                            const std::function<bool()>& goOn)
{
    TrainingSpec training;
    training.recipe = openRecipe(order.recipe);
    PopulationSpec population = networksOf(order, store);
    training.dataSet = dataSetFor(population, order.dataSet, goOn);
    training.seed = order.trainingSeed;
    population.training = training;
    population.keepsWeights = order.keepsWeights;
    return population;
}

} // namespace regnet
