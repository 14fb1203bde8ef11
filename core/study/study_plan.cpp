// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/study_plan.h"

#include "core/problem.h"
#include "core/queue/training_order.h"
#include "core/space/built_in_spaces.h"
#include "core/space/sampler.h"
#include "core/space/space_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace regnet {
namespace {

/// What the scale makes of the population's regime.
ScaledRegime regimeAt(const StudyScale& scale, const std::string& regime)
{
    const auto found = scale.regimes.find(regime);
    return found == scale.regimes.end() ? ScaledRegime{regime, {}} : found->second;
}

DesignSpace spaceOf(const StudyPopulation& population, const StudyScale& scale)
{
    std::error_code failure;
    if (std::filesystem::is_regular_file(population.space, failure)) return openSpace(population.space);
    const ScaledRegime regime = regimeAt(scale, population.regime);
    DesignSpace space =
        builtInSpace(regime.regime.empty() ? population.space : population.space + "@" + regime.regime);
    if (regime.flops.low || regime.flops.high) space.limits.flops = regime.flops;
    // The paper's curves of params and activations are fits at 224 px: they say nothing of other regimes.
    if (regime.regime != population.regime) space.limits.curves = {};
    return space;
}

/// The scale's recipe for this population: the paper's epochs and rate, or the scale's own in proportion.
Recipe recipeOf(const Study& study, const StudyPopulation& population, const StudyScale& scale,
                const StudyChoice& choice)
{
    Recipe recipe = choice.recipe.value_or(scale.recipe);
    const std::int64_t epochs = population.epochs.value_or(study.epochs);
    if (scale.isAsInPaper && !choice.recipe) {
        recipe.epochs = epochs;
        recipe.baseLearningRate = population.baseLearningRate.value_or(study.baseLearningRate);
        recipe.name = fmt::format("paper-{}", epochs);
    } else if (epochs != study.epochs) {
        const double factor = static_cast<double>(epochs) / static_cast<double>(study.epochs);
        recipe.epochs = std::max<std::int64_t>(
            1, static_cast<std::int64_t>(std::llround(factor * static_cast<double>(recipe.epochs))));
        recipe.warmupEpochs = std::min(recipe.warmupEpochs, static_cast<double>(recipe.epochs));
        recipe.name += fmt::format(", {} epochs", recipe.epochs);
    }
    return recipe;
}

std::string nameOf(const PlannedPopulation& planned, const StudyPopulation& population,
                   const StudyScale& scale, const StudyChoice& choice)
{
    std::string name = planned.space.name.substr(0, planned.space.name.find('@'));
    if (!population.regime.empty()) name += " " + population.regime;
    name += fmt::format(" {} n={}", scale.name, planned.n);
    if (choice.recipe || planned.recipe.name != scale.recipe.name) name += " " + planned.recipe.name;
    if (planned.seed != 1) name += fmt::format(" seed={}", planned.seed);
    if (planned.trainingSeed != 1) name += fmt::format(" training seed={}", planned.trainingSeed);
    if (!choice.dataSet.empty()) name += " " + choice.dataSet;
    return name;
}

} // namespace

StudyPlan planOf(const Study& study, const StudyChoice& choice)
{
    if (!study.cannotRun.empty()) throwBadInput("study " + study.name, "is not trained: " + study.cannotRun);
    if (choice.n < 0) throwBadInput("n", "is " + std::to_string(choice.n), "a count of 1 or more");
    const StudyScale& scale = scaleOf(study, choice.scale);
    for (const std::string& key : choice.keys)
        populationOf(study, key);
    StudyPlan plan;
    for (const StudyPopulation& population : study.populations) {
        const bool isWanted =
            choice.keys.empty() || std::ranges::find(choice.keys, population.key) != choice.keys.end();
        if (!isWanted) continue;
        if (!population.only.empty() &&
            std::ranges::find(population.only, scale.name) == population.only.end()) {
            plan.leftOut.push_back(population.key);
            continue;
        }
        PlannedPopulation planned;
        planned.key = population.key;
        planned.space = spaceOf(population, scale);
        planned.n = choice.n > 0 ? choice.n : scale.n > 0 ? scale.n : population.n;
        planned.seed = population.seed;
        planned.recipe = recipeOf(study, population, scale, choice);
        planned.dataSet = choice.dataSet.empty() ? scale.dataSet : choice.dataSet;
        planned.trainingSeed = choice.trainingSeed;
        planned.name = nameOf(planned, population, scale, choice);
        plan.populations.push_back(std::move(planned));
    }
    return plan;
}

PopulationSpec sampled(const PlannedPopulation& planned, const std::function<bool()>& isStopped)
{
    const Sample drawn =
        sample(planned.space, {.n = planned.n, .seed = planned.seed, .isStopped = isStopped});
    PopulationSpec population;
    population.name = planned.name;
    population.space = planned.space.name;
    population.spaceJson = toJson(planned.space).dump();
    population.seed = planned.seed;
    population.constraintsJson = toJson(planned.space).at("limits").dump();
    for (const SampledNetwork& network : drawn.networks)
        population.networks.push_back(network.spec);
    DataSetSpec dataSet;
    dataSet.name = planned.dataSet;
    TrainingSpec training;
    training.recipe = planned.recipe;
    training.dataSet = dataSetFor(population, dataSet);
    training.seed = planned.trainingSeed;
    population.training = training;
    return population;
}

} // namespace regnet
