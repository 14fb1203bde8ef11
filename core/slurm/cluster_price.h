// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/budget.h"
#include "core/slurm/site_profile.h"
#include "core/store/store.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace regnet {

/// What trainings would cost on a cluster.
struct ClusterPrice
{
    std::int64_t trainings = 0, tasks = 0;
    std::optional<double> hours; ///< GPU-hours, or core-hours without GPUs; none while nothing was measured
    double longestHours = 0;     ///< what the time limits allow at most: tasks times limit, in the same unit
    std::string basis; ///< "42 trainings that were timed on \"lab\""; empty while nothing was measured

    friend bool operator==(const ClusterPrice&, const ClusterPrice&) = default;
};

/// Of a population that may not be in the store yet; the budget was made for one device of this machine.
ClusterPrice priceOn(const SiteProfile& profile, const Budget& budget);

/// Of jobs in the store: those of the selection that are not over and that this cluster does not have. Their
/// speed is that of trainings that ran with this profile, or else on the same kind of device here: what a
/// processor needs says nothing about a GPU. Of many jobs some hundred are looked at. Throws Error.
ClusterPrice priceOf(const StoreReader& store, const SiteProfile& profile, const JobSelection& selection);

nlohmann::ordered_json toJson(const ClusterPrice& price);
/// One sentence for a person.
std::string describePrice(const ClusterPrice& price, const SiteProfile& profile);

} // namespace regnet
