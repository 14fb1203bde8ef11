// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/training_curves.h"

#include "core/store/store.h"
#include "core/store/store_address.h"

#include <algorithm>
#include <limits>
#include <map>

namespace regnet {

TrainingCurves trainingCurves(const Population& population, const std::function<bool()>& isStopped)
{
    TrainingCurves curves;
    const auto address = storeOf(population);
    if (!address) return curves;
    const StoreReader store(address->file);
    std::map<std::string, std::string> jobs; // of each network, the one that came last
    JobSelection wanted;
    wanted.populations = {address->name};
    for (const JobRecord& job : store.jobs(wanted))
        jobs[job.networkHash] = job.id;
    std::size_t most = 0;
    for (const Member& member : population.members) {
        std::vector<double>& errors = curves.testErrors.emplace_back();
        const auto job = jobs.find(member.networkHash);
        if (job == jobs.end() || (isStopped && isStopped())) continue;
        for (const EpochRecord& epoch : store.epochs(job->second)) {
            const auto index = static_cast<std::size_t>(std::max<std::int64_t>(1, epoch.values.epoch)) - 1;
            errors.resize(std::max(errors.size(), index + 1), std::numeric_limits<double>::quiet_NaN());
            errors[index] = epoch.values.testError;
        }
        most = std::max(most, errors.size());
    }
    for (std::vector<double>& errors : curves.testErrors)
        errors.resize(most, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t epoch = 1; epoch <= most; ++epoch)
        curves.epochs.push_back(static_cast<double>(epoch));
    return curves;
}

} // namespace regnet
