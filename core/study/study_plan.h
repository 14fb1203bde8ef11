// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/records.h"
#include "core/study/study.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

/// What a person wants of a study; empty fields are the scale's.
struct StudyChoice
{
    std::string scale = "cpu";
    std::int64_t n = 0; ///< networks of each population; 0: as the scale says
    std::optional<Recipe> recipe;
    std::string dataSet;
    std::vector<std::string> keys; ///< populations; empty: all that the scale can train
    std::uint64_t trainingSeed = 1;
};

/// One population as it is to be sampled and trained.
struct PlannedPopulation
{
    std::string key;
    std::string name; ///< in the store: "RegNetX 400MF cpu n=24"; the same for every study that asks for it,
                      ///< so that nothing is trained twice
    DesignSpace space;
    std::int64_t n = 0;
    std::uint64_t seed = 1;
    Recipe recipe;
    std::string dataSet;
    std::uint64_t trainingSeed = 1;
};

struct StudyPlan
{
    std::vector<PlannedPopulation> populations; ///< in the order of the study
    std::vector<std::string> leftOut;           ///< keys that this scale cannot train
};

/// The populations of a study at a scale. Nothing is sampled yet. Throws Error for a study that says why it
/// cannot run, for a scale or key that it does not have, and for a space that is unknown or does not fit.
StudyPlan planOf(const Study& study, const StudyChoice& choice);

/// Samples one and puts its training with it. Throws Error as sample() does, and for an unknown data set.
PopulationSpec sampled(const PlannedPopulation& planned, const std::function<bool()>& isStopped = {});

} // namespace regnet
