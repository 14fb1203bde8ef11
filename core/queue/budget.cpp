// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/budget.h"

#include "core/network/network_json.h"
#include "core/text/readable.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace regnet {
namespace {

constexpr double testShare = 1.0 / 3;
constexpr std::size_t enoughOfOneRecipe = 5;
// CIFAR's and the built-in set's own numbers.
constexpr std::int64_t usualTrainImages = 50'000, usualTestImages = 10'000;

double imagesOf(std::int64_t train, std::int64_t test)
{
    return static_cast<double>(train > 0 ? train : usualTrainImages) +
           testShare * static_cast<double>(test > 0 ? test : usualTestImages);
}

/// Least squares of x a + y b = 1 over all points, a and b at least 0.
struct Fit
{
    double xx = 0, xy = 0, yy = 0, x = 0, y = 0;

    void add(double px, double py)
    {
        xx += px * px;
        xy += px * py;
        yy += py * py;
        x += px;
        y += py;
    }

    std::pair<double, double> solve() const
    {
        const double determinant = xx * yy - xy * xy;
        if (determinant > 1e-9 * xx * yy) {
            const double a = (x * yy - y * xy) / determinant;
            const double b = (y * xx - x * xy) / determinant;
            if (a >= 0 && b >= 0) return {a, b};
            if (a < 0) return {0, y / yy};
        }
        return {x / xx, 0};
    }
};

SpeedModel learn(const std::vector<const TimedTraining*>& trainings)
{
    const auto pointOf = [](const TimedTraining& training) {
        const double seconds = training.secondsAnEpoch / imagesOf(training.trainImages, training.testImages);
        return std::pair(static_cast<double>(training.flops) / seconds,
                         static_cast<double>(training.activations) / seconds);
    };
    Fit fit;
    for (const TimedTraining* training : trainings) {
        const auto [x, y] = pointOf(*training);
        fit.add(x, y);
    }
    SpeedModel speed;
    std::tie(speed.secondsAFlop, speed.secondsAnActivation) = fit.solve();
    speed.trainings = static_cast<std::int64_t>(trainings.size());
    double squares = 0;
    for (const TimedTraining* training : trainings) {
        const auto [x, y] = pointOf(*training);
        const double error = x * speed.secondsAFlop + y * speed.secondsAnActivation - 1;
        squares += error * error;
    }
    speed.typicalError = std::sqrt(squares / static_cast<double>(trainings.size()));
    return speed;
}

/// Trainings of a budget, each network once a seed, with what is known of them.
struct Remaining
{
    Network network;
    Cost cost;
    std::int64_t epochs = 0;
};

std::vector<Remaining> remainingOf(const BudgetQuestion& question, const StoreReader* store, Budget& budget)
{
    std::vector<Remaining> all;
    std::set<std::string> seen;
    TrainingSpec training = question.population.training.value_or(TrainingSpec{});
    for (const NetworkSpec& spec : question.population.networks) {
        const Network network = realise(spec);
        const std::string hash = hashOf(network);
        if (!seen.insert(hash).second) continue;
        const Cost total = cost(network);
        for (const std::uint64_t seed : question.seeds) {
            ++budget.trainings;
            training.seed = seed;
            const auto job = store ? store->job(jobId(hash, training)) : std::nullopt;
            if (job && isFinal(job->state)) {
                ++budget.done;
                continue;
            }
            all.push_back({network, total, training.recipe.epochs - (job ? job->epochsDone : 0)});
        }
    }
    return all;
}

/// Seconds until all are done. Each device takes its share by its speed; none without a measured one.
std::optional<double> secondsFor(const BudgetQuestion& question, const std::vector<Remaining>& left,
                                 const std::vector<TimedTraining>& known, Budget& budget)
{
    const Recipe& recipe = question.population.training->recipe;
    const std::string hash = hashOf(recipe);
    double rate = 0, slowest = 0, longest = 0;
    for (const DeviceSlots& slot : question.slots) {
        const auto speed = speedOn(slot.key(), hash, known);
        if (!speed) return std::nullopt;
        double alone = 0;
        for (const Remaining& job : left) {
            const double seconds = static_cast<double>(job.epochs) * secondsAnEpoch(job.cost, recipe, *speed);
            alone += seconds;
            longest = std::max(longest, seconds);
        }
        if (!(alone > 0)) return 0;
        rate += static_cast<double>(slot.workers) / alone;
        if (alone > slowest) {
            slowest = alone;
            budget.speed = speed;
        }
    }
    // No sooner than the longest training alone.
    return std::max(longest, 1 / rate);
}

} // namespace

std::optional<SpeedModel> speedOn(const std::string& device, const std::string& recipe,
                                  std::span<const TimedTraining> trainings)
{
    std::vector<const TimedTraining*> any, same;
    for (const TimedTraining& training : trainings) {
        if (training.device != device || !(training.secondsAnEpoch > 0)) continue;
        any.push_back(&training);
        if (training.recipe == recipe) same.push_back(&training);
    }
    if (any.empty()) return std::nullopt;
    return learn(same.size() >= enoughOfOneRecipe ? same : any);
}

double secondsAnEpoch(const Cost& cost, const Recipe& recipe, const SpeedModel& speed)
{
    return imagesOf(recipe.trainImages, recipe.testImages) *
           (speed.secondsAFlop * static_cast<double>(cost.flops) +
            speed.secondsAnActivation * static_cast<double>(cost.activations));
}

Budget plan(const BudgetQuestion& question, const StoreReader* store)
{
    if (!question.population.training)
        throwBadInput("the plan", "names no training", "a recipe and a data set");
    const Recipe& recipe = question.population.training->recipe;
    Budget budget;
    budget.networks = static_cast<std::int64_t>(question.population.networks.size());
    budget.freeBytes = question.freeBytes;
    budget.gap = detectableGap(budget.networks, budget.networks);
    const std::vector<Remaining> left = remainingOf(question, store, budget);
    std::int64_t workers = 0;
    for (const DeviceSlots& slot : question.slots)
        workers += slot.workers;
    std::vector<DiskNeed> needs;
    for (const Remaining& job : left) {
        budget.epochs += job.epochs;
        budget.flops += static_cast<double>(job.epochs) * static_cast<double>(job.cost.flops) *
                        static_cast<double>(recipe.trainImages > 0 ? recipe.trainImages : usualTrainImages);
        for (const DeviceSlots& slot : question.slots)
            budget.largestMemory =
                std::max(budget.largestMemory,
                         predictedMemory(job.network, recipe, job.network.resolution, slot.key()));
        needs.push_back(predictedDisk(job.network, recipe, question.population.keepsWeights));
    }
    budget.disk = together(std::move(needs), workers);
    budget.seconds =
        secondsFor(question, left, store ? store->timedTrainings() : std::vector<TimedTraining>{}, budget);
    return budget;
}

std::vector<std::string> describe(const Budget& budget)
{
    std::vector<std::string> lines;
    lines.push_back(fmt::format("{} network{}, {} training{}, {} of them known already: {} epoch{} to go",
                                budget.networks, budget.networks == 1 ? "" : "s", budget.trainings,
                                budget.trainings == 1 ? "" : "s", budget.done, budget.epochs,
                                budget.epochs == 1 ? "" : "s"));
    if (budget.trainings == budget.done)
        lines.emplace_back("time: none, all is known");
    else if (budget.seconds && budget.speed)
        lines.push_back(fmt::format(
            "time: about {}, from the speed of {} training{} on this device (each within {:.0f} % of it)",
            readableDuration(*budget.seconds), budget.speed->trainings,
            budget.speed->trainings == 1 ? "" : "s", 100 * budget.speed->typicalError));
    else
        lines.emplace_back("time: not known, nothing was trained on this device yet");
    lines.push_back(
        fmt::format("disk: {} at most while it runs, {} stay{}", readableBytes(budget.disk.peak),
                    readableBytes(budget.disk.kept),
                    budget.freeBytes < 0 ? "" : "; " + readableBytes(budget.freeBytes) + " are free"));
    if (!budget.fits())
        lines.emplace_back("disk: that is more than there is; the queue will pause before it is full");
    if (budget.largestMemory > 0)
        lines.push_back(fmt::format("memory: at most {} a worker", readableBytes(budget.largestMemory)));
    if (budget.gap.edfGap)
        lines.push_back(
            fmt::format("compared with another population of {}: a gap of {:.2f} between the two curves is "
                        "found with 80 % power (KS test, 5 %); the 95 % band of one is ±{:.2f}",
                        budget.networks, *budget.gap.edfGap, budget.gap.bandA));
    else
        lines.push_back(
            fmt::format("compared with another population of {}: too few networks to find any difference "
                        "at 5 %",
                        budget.networks));
    return lines;
}

std::string readableBytes(std::int64_t bytes)
{
    constexpr const char* units[] = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    double value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (std::abs(value) >= 999.5 && unit + 1 < std::size(units)) {
        value /= 1000;
        ++unit;
    }
    if (unit == 0 || std::abs(value) >= 99.5) return fmt::format("{:.0f} {}", value, units[unit]);
    return fmt::format("{:.1f} {}", value, units[unit]);
}

} // namespace regnet
