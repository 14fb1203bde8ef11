// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/records.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

/// What a person orders, in the window or on the command line: a population, and how it is trained.
struct TrainingOrder
{
    std::string population;
    std::string
        space; ///< a name ("RegNetX@cpu") or a file with a space JSON; empty: the population is in the store
    std::int64_t n = 0;     ///< networks to sample
    std::uint64_t seed = 1; ///< of the sample
    std::string recipe;     ///< a name, or a file with a recipe JSON
    DataSetSpec dataSet;    ///< resolution and classes follow from the networks
    std::uint64_t trainingSeed = 1;
    std::vector<std::uint64_t> replicates; ///< further training seeds, each of them named by somebody
    bool keepsWeights = false;             ///< the checkpoints of the last and the best epoch stay

    friend bool operator==(const TrainingOrder&, const TrainingOrder&) = default;
};

/// The population as it stands in the store, or sampled as ordered; with its training, of the first seed.
/// `goOn` is asked while the files of its data set are read. Throws Error.
PopulationSpec populationOf(const TrainingOrder& order, const std::filesystem::path& store,
                            const std::function<bool()>& goOn = {});

/// The same without a training: no data set is looked at. Throws Error.
PopulationSpec networksOf(const TrainingOrder& order, const std::filesystem::path& store);

/// A recipe by its name, or the JSON file of one. Throws Error.
Recipe openRecipe(const std::string& nameOrFile);

/// n networks of a space, each different. Throws Error when the space does not give so many.
PopulationSpec samplePopulation(const std::string& name, const std::string& space, std::int64_t n,
                                std::uint64_t seed);

/// The data set that fits the networks: they all see images of one size and tell as many classes apart. With
/// the content of its files, which are read. Throws Error when it does not fit, or is not on this machine.
DataSetSpec dataSetFor(const PopulationSpec& population, DataSetSpec asked,
                       const std::function<bool()>& goOn = {});
/// The same without the content: no file is read. Throws Error when it does not fit.
DataSetSpec fittedDataSet(const PopulationSpec& population, DataSetSpec asked);

} // namespace regnet
