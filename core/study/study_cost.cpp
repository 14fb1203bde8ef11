// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/study_cost.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace regnet {
namespace {

constexpr std::int64_t looked = 30; ///< networks of a population that the rest is estimated from

std::int64_t leftOf(const StudyStanding& standing)
{
    if (!standing.isInStore) return standing.planned.n;
    return standing.jobs.open();
}

/// Seconds until all of these are trained; none while a device has no measured speed.
std::optional<double> secondsFor(const PopulationSpec& population, std::span<const DeviceSlots> slots,
                                 std::span<const TimedTraining> speeds)
{
    const Recipe& recipe = population.training->recipe;
    double rate = 0;
    for (const DeviceSlots& slot : slots) {
        const auto speed = speedOn(slot.key(), hashOf(recipe), speeds);
        if (!speed) return std::nullopt;
        double alone = 0;
        for (const NetworkSpec& network : population.networks)
            alone +=
                static_cast<double>(recipe.epochs) * secondsAnEpoch(cost(realise(network)), recipe, *speed);
        if (!(alone > 0)) return 0;
        rate += static_cast<double>(slot.workers) / alone;
    }
    return rate > 0 ? std::optional(1 / rate) : std::nullopt;
}

} // namespace

StudyCost standingOf(const StudyPlan& plan, const StoreReader* store)
{
    StudyCost cost;
    cost.leftOut = plan.leftOut;
    std::vector<PopulationSummary> known;
    if (store != nullptr) known = store->populations();
    std::set<std::string> seen;
    for (const PlannedPopulation& planned : plan.populations) {
        StudyStanding standing{planned, false, {}};
        const auto found = std::ranges::find(known, planned.name, &PopulationSummary::name);
        if (found != known.end()) {
            standing.isInStore = true;
            standing.jobs = found->jobs;
        }
        if (seen.insert(planned.name).second) {
            cost.networks += planned.n;
            cost.left += leftOf(standing);
        }
        cost.standings.push_back(std::move(standing));
    }
    return cost;
}

StudyCost costOf(const StudyPlan& wanted, std::span<const DeviceSlots> slots, const StoreReader* store,
                 const std::function<bool()>& isStopped)
{
    StudyCost cost = standingOf(wanted, store);
    cost.seconds = 0;
    std::vector<TimedTraining> speeds;
    if (store != nullptr) speeds = store->timedTrainings();
    std::set<std::string> seen;
    for (const StudyStanding& standing : cost.standings) {
        if (isStopped && isStopped()) return cost;
        const std::int64_t left = leftOf(standing);
        if (left == 0 || !seen.insert(standing.planned.name).second) continue;
        PlannedPopulation part = standing.planned;
        part.n = std::min(part.n, looked);
        BudgetQuestion question;
        question.population = sampled(part, isStopped);
        question.seeds = {part.trainingSeed};
        question.slots.assign(slots.begin(), slots.end());
        // As if none of them were done: what is left is known, and these stand for it.
        const Budget budget = plan(question, nullptr);
        const double factor = static_cast<double>(left) / static_cast<double>(budget.trainings);
        cost.epochs += std::llround(factor * static_cast<double>(budget.epochs));
        cost.flops += factor * budget.flops;
        const auto seconds = secondsFor(question.population, slots, speeds);
        if (cost.seconds && seconds)
            *cost.seconds += factor * *seconds;
        else
            cost.seconds.reset();
    }
    return cost;
}

} // namespace regnet
