// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/cluster_order.h"

#include "core/slurm/array_overview.h"
#include "core/slurm/profile_command.h"
#include "core/slurm/result_folder.h"
#include "core/text/shell_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace regnet {
namespace {

std::string wordsOf(const JobSelection& jobs)
{
    std::string text;
    for (const std::string& population : jobs.populations)
        text += " --population " + shellWord(population);
    for (const std::string& id : jobs.ids)
        text += " " + shellWord(id.substr(0, 12)); // unique among any jobs of this world
    return text.empty() ? " --all" : text;
}

/// Those that are queued, wherever they are to run: one that runs would have to be stopped first.
JobSelection queuedOf(const StoreReader& store, const JobSelection& selection)
{
    JobSelection queued;
    for (const JobRecord& job : store.jobs(selection))
        if (job.state == JobState::Queued) queued.ids.push_back(job.id);
    return queued;
}

} // namespace

ClusterPlan planOf(const ClusterOrder& order, const std::filesystem::path& store)
{
    ClusterPlan plan;
    plan.problems = problemsBeforeSubmitting(order.profile, !order.out.empty());
    // Without these numbers there is nothing to reckon with.
    const bool canReckon = std::none_of(plan.problems.begin(), plan.problems.end(), [](const auto& problem) {
        return problem.field == "jobs_per_task" || problem.field == "minutes" || problem.field == "cpus" ||
               problem.field == "gpus";
    });
    if (!canReckon) return plan;
    const StoreReader reader(store);
    const JobSelection jobs = order.out.empty() ? order.jobs : queuedOf(reader, order.jobs);
    // An empty selection would mean everything.
    plan.price = jobs.isEverything() && !order.jobs.isEverything() ? ClusterPrice{}
                                                                   : priceOf(reader, order.profile, jobs);
    return plan;
}

void saveProfile(const std::filesystem::path& file, const SiteProfile& profile)
{
    std::vector<SiteProfile> profiles = readProfiles(file);
    const auto same = std::find_if(profiles.begin(), profiles.end(),
                                   [&](const SiteProfile& other) { return other.name == profile.name; });
    if (same == profiles.end())
        profiles.push_back(profile);
    else if (*same == profile)
        return;
    else
        *same = profile;
    writeProfiles(file, profiles);
}

QueueRequest requestOf(const ClusterOrder& order)
{
    QueueRequest request;
    request.action = QueueRequest::Action::Send;
    request.jobs = order.jobs;
    request.destination = order.profile.name;
    return request;
}

std::vector<std::string> generateInto(Store& store, const Spool& spool, const ClusterOrder& order)
{
    check(order.profile, "profile");
    const JobSelection queued = queuedOf(store, order.jobs);
    if (queued.ids.empty()) return {};
    QueueRequest request;
    request.action = QueueRequest::Action::Send;
    request.jobs = queued;
    request.destination = order.profile.name;
    carryOut(request, store, spool);
    try {
        std::vector<std::string> tokens = generateArrays(store, spool, order.profile, queued);
        for (const std::string& token : tokens)
            exportSubmission(spool, token, order.out);
        return tokens;
    } catch (const Error&) {
        // Left there, they would be submitted after all.
        request.destination.clear();
        carryOut(request, store, spool);
        throw;
    }
}

JobSelection activeJobsOf(const StoreReader& store, const std::string& token)
{
    JobSelection selection;
    for (const ArrayEntry& entry : store.arrayEntries(token)) {
        const auto job = store.job(entry.job);
        if (job && isActive(job->state) && job->attempt == entry.attempt) selection.ids.push_back(entry.job);
    }
    return selection;
}

std::string commandOf(const ClusterOrder& order, const std::filesystem::path& store)
{
    const std::string name = shellWord(order.profile.name), path = shellWord(store.string());
    std::string text = profileCommand(order.profile) + " &&\n";
    if (order.out.empty())
        text += fmt::format("regnet queue send {} --store {}", name, path);
    else
        text += fmt::format("regnet slurm generate --profile {} --out {} --store {}", name,
                            shellWord(order.out.string()), path);
    return text + wordsOf(order.jobs);
}

} // namespace regnet
