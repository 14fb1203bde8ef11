// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/cluster_price.h"

#include "core/network/complexity.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <span>
#include <vector>

namespace regnet {
namespace {

/// So many jobs are looked at; a tenth of a second.
constexpr std::size_t pricedJobs = 300;

double unitsOf(const SiteProfile& profile)
{
    return static_cast<double>(profile.gpus > 0 ? profile.gpus : profile.cpus);
}

ClusterPrice priceOf(std::int64_t trainings, const SiteProfile& profile)
{
    ClusterPrice price;
    price.trainings = trainings;
    price.tasks = (trainings + profile.jobsPerTask - 1) / profile.jobsPerTask;
    price.longestHours = static_cast<double>(price.tasks * profile.minutes) / 60 * unitsOf(profile);
    return price;
}

bool isGpu(const std::string& device)
{
    return device.starts_with("cuda") || device.starts_with("GPU-");
}

/// The device of the store from whose trainings the speed is taken: the cluster itself, or the one of this
/// machine of which most are known. Empty: none.
std::string measuredDevice(const SiteProfile& profile, std::span<const TimedTraining> known)
{
    std::map<std::string, std::int64_t> counts;
    for (const TimedTraining& training : known)
        ++counts[training.device];
    if (counts.contains(deviceOfPlace(profile.name))) return deviceOfPlace(profile.name);
    std::string best;
    for (const auto& [device, count] : counts) {
        const bool isAlike = profile.gpus > 0 ? isGpu(device) : device == "cpu";
        if (isAlike && (best.empty() || count > counts.at(best))) best = device;
    }
    return best;
}

} // namespace

ClusterPrice priceOn(const SiteProfile& profile, const Budget& budget)
{
    ClusterPrice price = priceOf(budget.trainings - budget.done, profile);
    // Measured with one training at a time on the device that was asked about.
    if (budget.seconds) price.hours = *budget.seconds / 3600 * unitsOf(profile);
    if (budget.speed)
        price.basis = fmt::format("{} training{} timed here", budget.speed->trainings,
                                  budget.speed->trainings == 1 ? "" : "s");
    return price;
}

ClusterPrice priceOf(const StoreReader& store, const SiteProfile& profile, const JobSelection& selection)
{
    std::vector<JobRecord> jobs = store.jobs(selection);
    std::erase_if(jobs, [&](const JobRecord& job) {
        return isFinal(job.state) || (isActive(job.state) && job.place == profile.name);
    });
    ClusterPrice price = priceOf(static_cast<std::int64_t>(jobs.size()), profile);
    const std::vector<TimedTraining> known = store.timedTrainings();
    const std::string device = measuredDevice(profile, known);
    if (jobs.empty() || device.empty()) return price;
    const std::size_t looked = std::min(jobs.size(), pricedJobs);
    double seconds = 0;
    std::int64_t trainings = 0;
    for (std::size_t i = 0; i < looked; ++i) {
        const JobRecord& job = jobs[i * jobs.size() / looked]; // from all parts of the queue
        const JobSpec spec = store.jobSpec(job.id);
        const auto speed = speedOn(device, hashOf(spec.recipe), known);
        if (!speed) return price;
        trainings = std::max(trainings, speed->trainings);
        const auto epochs = static_cast<double>(std::max<std::int64_t>(0, job.epochs - job.epochsDone));
        seconds += epochs * secondsAnEpoch(cost(realise(spec.network)), spec.recipe, *speed);
    }
    seconds *= static_cast<double>(jobs.size()) / static_cast<double>(looked);
    price.hours = seconds / 3600 * unitsOf(profile);
    const bool isThere = device == deviceOfPlace(profile.name);
    price.basis = fmt::format("{} training{} timed {}", trainings, trainings == 1 ? "" : "s",
                              isThere ? "there" : "here on " + device);
    return price;
}

nlohmann::ordered_json toJson(const ClusterPrice& price)
{
    return {{"trainings", price.trainings},
            {"tasks", price.tasks},
            {"hours", price.hours ? nlohmann::json(*price.hours) : nlohmann::json()},
            {"longest_hours", price.longestHours},
            {"basis", price.basis}};
}

std::string describePrice(const ClusterPrice& price, const SiteProfile& profile)
{
    const char* unit = profile.gpus > 0 ? "GPU-hours" : "core-hours";
    std::string text =
        fmt::format("{} training{} in {} task{} on \"{}\": ", price.trainings,
                    price.trainings == 1 ? "" : "s", price.tasks, price.tasks == 1 ? "" : "s", profile.name);
    if (price.hours && price.basis.ends_with("timed there"))
        text += fmt::format("about {:.2g} {} ({})", *price.hours, unit, price.basis);
    else if (price.hours)
        text += fmt::format("about {:.2g} {} if it is as fast there as here ({})", *price.hours, unit,
                            price.basis);
    else
        text += "how long is not known before the first trainings were timed";
    return text + fmt::format("; one round of time limits allows {:.3g} {}.", price.longestHours, unit);
}

} // namespace regnet
