// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/order_plan.h"

#include "core/data/data_sets.h"
#include "core/data/folder_listing.h"
#include "core/data/image_folder.h"
#include "core/network/complexity.h"
#include "core/queue/spool.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace regnet {
namespace {

template <typename Work>
std::optional<Problem> problemOf(Work&& work)
{
    try {
        work();
        return std::nullopt;
    } catch (const Error& error) {
        return error.problem();
    }
}

std::int64_t scaled(std::int64_t value, double factor)
{
    return static_cast<std::int64_t>(std::llround(static_cast<double>(value) * factor));
}

/// To all networks of the order, from those that were looked at.
void scale(Budget& budget, std::int64_t networks)
{
    if (budget.networks < 1 || networks == budget.networks) return;
    const double factor = static_cast<double>(networks) / static_cast<double>(budget.networks);
    budget.networks = networks;
    budget.trainings = scaled(budget.trainings, factor);
    budget.done = scaled(budget.done, factor);
    budget.epochs = scaled(budget.epochs, factor);
    budget.flops *= factor;
    if (budget.seconds) *budget.seconds *= factor;
    // Checkpoints are of what runs at a time: they do not grow with the population.
    const std::int64_t running = budget.disk.peak - budget.disk.kept;
    budget.disk.kept = scaled(budget.disk.kept, factor);
    budget.disk.peak = budget.disk.kept + running;
    budget.gap = detectableGap(networks, networks);
}

} // namespace

DataSetMemo::Answer DataSetMemo::find(const PopulationSpec& population, const DataSetSpec& asked)
{
    const DataSetSpec spec = fittedDataSet(population, asked);
    if (const std::vector<Problem> problems = check(spec); !problems.empty()) throw Error(problems.front());
    const std::lock_guard lock(m_mutex);
    const std::string key = canonicalJson(spec) + spec.folder;
    if (const auto known = m_known.find(key); known != m_known.end()) return {known->second, false};
    std::error_code error;
    if (spec.name == "folder" &&
        !std::filesystem::exists(imageCacheFile(spec.folder, spec.resolution), error)) {
        requireClasses(spec, listFolder(spec.folder).classes.size());
        return {spec, true};
    }
    return {m_known[key] = resolved(spec), false};
}

OrderPlan planOf(const TrainingOrder& order, int workers, const std::string& device,
                 const std::filesystem::path& store, DataSetMemo& dataSets, const PopulationSpec* drawn)
{
    OrderPlan plan;
    BudgetQuestion question;
    plan.deviceProblem = problemOf([&] { question.slots = slotsFor(workers, device); });
    TrainingSpec training;
    plan.recipeProblem = problemOf([&] { training.recipe = openRecipe(order.recipe); });
    if (plan.recipeProblem) return plan;
    TrainingOrder part = order;
    part.n = std::min(order.n, plannedNetworks);
    if (part.population.empty()) part.population = "plan"; // its name is another field's matter
    const bool isKept = drawn || order.space.empty();      // its networks are there, and not sampled now
    plan.spaceProblem = problemOf([&] {
        question.population = drawn ? *drawn : networksOf(part, isKept ? store : std::filesystem::path());
    });
    if (!plan.isPossible()) return plan;
    plan.dataSetProblem = problemOf([&] {
        const DataSetMemo::Answer answer = dataSets.find(question.population, order.dataSet);
        training.dataSet = answer.spec;
        plan.isDecodedFirst = answer.isDecodedFirst;
    });
    if (!plan.isPossible()) return plan;
    question.population.training = training;
    question.population.keepsWeights = order.keepsWeights;
    std::vector<NetworkSpec>& networks = question.population.networks;
    const auto ordered = isKept ? static_cast<std::int64_t>(networks.size()) : order.n;
    networks.resize(std::min(networks.size(), static_cast<std::size_t>(plannedNetworks)));

    std::error_code error;
    std::unique_ptr<StoreReader> reader;
    if (!store.empty() && std::filesystem::exists(store, error) &&
        std::filesystem::file_size(store, error) > 0)
        reader = std::make_unique<StoreReader>(store);
    if (!store.empty())
        question.freeBytes = Spool(reader ? reader->spoolPath() : defaultSpool(store)).freeBytes();
    question.seeds = {order.trainingSeed};
    question.seeds.insert(question.seeds.end(), order.replicates.begin(), order.replicates.end());
    plan.spaceProblem = problemOf([&] { plan.budget = regnet::plan(question, reader.get()); });
    plan.sampled = static_cast<std::int64_t>(networks.size());
    for (const NetworkSpec& network : networks)
        plan.meanFlops +=
            static_cast<double>(cost(realise(network)).flops) / static_cast<double>(plan.sampled);
    scale(plan.budget, ordered);
    return plan;
}

} // namespace regnet
