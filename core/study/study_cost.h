// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/budget.h"
#include "core/study/study_plan.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace regnet {

/// Where one population of a study stands.
struct StudyStanding
{
    PlannedPopulation planned;
    bool isInStore = false;
    JobCounts jobs;
};

/// What a study takes at a scale, and how far it is.
struct StudyCost
{
    std::vector<StudyStanding> standings; ///< in the order of the study
    std::vector<std::string> leftOut;     ///< keys that this scale cannot train
    std::int64_t networks = 0;            ///< of all populations, each once
    std::int64_t left = 0;                ///< trainings that are not done
    std::int64_t epochs = 0;              ///< that are left
    double flops = 0;                     ///< multiply-adds that are left, forward passes of training images
    std::optional<double> seconds;        ///< from measured speed; none while nothing was measured
};

/// How far it is; nothing is sampled. `store` may be null.
StudyCost standingOf(const StudyPlan& plan, const StoreReader* store);

/// The same with its cost, from the first networks of each population that is not done. Throws Error as
/// sampled() does.
StudyCost costOf(const StudyPlan& plan, std::span<const DeviceSlots> slots, const StoreReader* store,
                 const std::function<bool()>& isStopped = {});

} // namespace regnet
