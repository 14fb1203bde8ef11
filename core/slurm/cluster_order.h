// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/request.h"
#include "core/slurm/cluster_price.h"
#include "core/slurm/profile_problems.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

/// Jobs of the store that somebody wants a cluster to train.
struct ClusterOrder
{
    JobSelection jobs;
    SiteProfile profile;
    std::filesystem::path out; ///< submitted by hand: the folder that gets scripts and files; empty: by us
};

/// What is known about an order before it is given.
struct ClusterPlan
{
    std::vector<FieldProblem> problems;
    std::optional<ClusterPrice> price; ///< none for a profile that cannot be

    bool isPossible() const { return problems.empty() && price && price->trainings > 0; }
};

/// Throws Error for a store that cannot be read, which is no fault of the order.
ClusterPlan planOf(const ClusterOrder& order, const std::filesystem::path& store);

/// Puts the profile into the file, in place of one of that name. Throws Error.
void saveProfile(const std::filesystem::path& file, const SiteProfile& profile);

/// What puts the jobs of the order into the queue for that cluster.
QueueRequest requestOf(const ClusterOrder& order);

/// For people who submit by hand: the queued jobs of the selection are put into arrays for this profile, each
/// with a folder in `out`. Their tokens; none where nothing is queued. After an Error the jobs are again
/// where they were. The cluster's executor must not step in between: it would submit them.
std::vector<std::string> generateInto(Store& store, const Spool& spool, const ClusterOrder& order);

/// Jobs that this array has now.
JobSelection activeJobsOf(const StoreReader& store, const std::string& token);

/// The command lines that do the same, for a POSIX shell.
std::string commandOf(const ClusterOrder& order, const std::filesystem::path& store);

} // namespace regnet
