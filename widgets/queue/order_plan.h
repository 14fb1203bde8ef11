// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"
#include "core/queue/budget.h"
#include "core/queue/training_order.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace regnet {

/// What is known about an order before it is given.
struct OrderPlan
{
    Budget budget;
    std::int64_t sampled = 0; ///< networks that were looked at; with fewer than ordered the sums are scaled
    double meanFlops = 0;     ///< of a network
    bool isDecodedFirst = false; ///< the images of the folder have to be decoded before the first training
    /// What is wrong, by the field that it belongs to.
    std::optional<Problem> spaceProblem, recipeProblem, dataSetProblem, deviceProblem;

    bool isPossible() const { return !spaceProblem && !recipeProblem && !dataSetProblem && !deviceProblem; }
};

/// Data sets whose files were read once: they are not read again for every key that somebody presses. Of any
/// thread.
class DataSetMemo
{
public:
    struct Answer
    {
        DataSetSpec spec;
        bool isDecodedFirst = false; ///< then its content is not known yet, and nothing is decoded here
    };
    /// Throws Error when the data set does not fit or is not there.
    Answer find(const PopulationSpec& population, const DataSetSpec& asked);

private:
    std::mutex m_mutex;
    std::map<std::string, DataSetSpec> m_known;
};

/// Looks at so many networks of an order at most; a tenth of a second.
inline constexpr std::int64_t plannedNetworks = 200;

/// Samples the first networks of the order and asks the store what it knows of such trainings. Throws
/// nothing but what is no fault of the order: a store that cannot be read. `drawn`: its networks where they
/// are at hand, which may not be in the store yet.
OrderPlan planOf(const TrainingOrder& order, int workers, const std::string& device,
                 const std::filesystem::path& store, DataSetMemo& dataSets,
                 const PopulationSpec* drawn = nullptr);

} // namespace regnet
