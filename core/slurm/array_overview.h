// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/budget.h"
#include "core/queue/spool.h"
#include "core/slurm/site_profile.h"
#include "core/store/store.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

/// An array as a list shows it.
struct ArrayOverview
{
    ArrayRecord array;
    std::string stateText; ///< "submitted", "over", …
    std::int64_t jobs = 0;
    std::int64_t restarts = 0;                  ///< by Slurm, of all tasks
    std::map<std::string, std::int64_t> states; ///< entries by state
    std::vector<std::string> tasks; ///< the state of each task: the one of its jobs that matters most
};

/// The newest first.
std::vector<ArrayOverview> overviewOf(const StoreReader& store, bool onlyOpen);

/// What a population would cost on a cluster.
struct ClusterPrice
{
    std::int64_t trainings = 0, tasks = 0;
    std::optional<double> hours; ///< GPU-hours, or core-hours without GPUs; none while nothing was measured
    double longestHours = 0;     ///< what the time limits allow at most: tasks times limit, in the same unit
    std::string basis;           ///< "42 trainings on cpu"; empty while nothing was measured
};

ClusterPrice priceOn(const SiteProfile& profile, const Budget& budget);
nlohmann::ordered_json toJson(const ClusterPrice& price);
/// One sentence for a person.
std::string describePrice(const ClusterPrice& price, const SiteProfile& profile);

/// Claims what is queued for that profile and writes its arrays, for a person to submit. Their tokens.
/// Throws Error.
std::vector<std::string> generateArrays(Store& store, const Spool& spool, const SiteProfile& profile);

} // namespace regnet
