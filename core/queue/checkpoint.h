// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

/// A tensor as bytes: contiguous, little-endian.
struct StoredTensor
{
    std::string name; ///< "net/s1.b1.f.a.weight", "momentum/..."
    std::string type; ///< "float32", "float64", "int64"
    std::vector<std::int64_t> shape;
    std::string bytes;

    friend bool operator==(const StoredTensor&, const StoredTensor&) = default;
};

/// Where a training stands, besides its tensors. Random numbers need no state: they are counted
/// (random_stream.h).
struct TrainPosition
{
    std::int64_t epoch = 0; ///< from 0; the one that goes on
    std::int64_t batch = 0; ///< the next of that epoch
    double lossSum = 0;     ///< of the epoch's batches so far, times their size
    std::int64_t correct = 0, correctTop5 = 0;
    double epochSeconds = 0; ///< of the epoch so far
    double trainSeconds = 0; ///< of all epochs so far
    double bestTestError = 100;
    double lastTestError = 100;
    double bestEmaTestError = 100; ///< of the averaged weights
    double lastEmaTestError = 100;
    double bestHeldOutError = 100;
    double selectedTestError = 100; ///< of the epoch with the lowest held-out error
    bool hasBest = false;           ///< an epoch was judged

    friend bool operator==(const TrainPosition&, const TrainPosition&) = default;
};

struct Checkpoint
{
    std::string identity; ///< hash of network, recipe, data set and seed: of one training
    TrainPosition position;
    std::vector<StoredTensor> tensors;

    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

/// Writes the file whole or not at all. Throws Error (disk full).
void writeCheckpoint(const std::filesystem::path& file, const Checkpoint& checkpoint);

/// None when there is no file. Throws Error for a file that is damaged or from a newer version.
std::optional<Checkpoint> readCheckpoint(const std::filesystem::path& file);

} // namespace regnet
