// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/complexity.h"
#include "core/queue/devices.h"
#include "core/queue/predicted_need.h"
#include "core/stats/power.h"
#include "core/store/store.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace regnet {

/// How long an image takes on one device, learned from trainings there:
///   seconds = flop f + activation a     of a network with f FLOPs and a activations
/// Both factors are at least 0; they minimise the relative errors, squared. An image that is only tested
/// counts a third: forward, without backward.
struct SpeedModel
{
    double secondsAFlop = 0;
    double secondsAnActivation = 0;
    std::int64_t trainings = 0; ///< that it was learned from
    double typicalError = 0;    ///< root mean square of the relative errors of those
};

/// From the trainings of that device (DeviceSlots::key()), of this recipe where there are at least five of
/// it. Nothing where there is none.
std::optional<SpeedModel> speedOn(const std::string& device, const std::string& recipe,
                                  std::span<const TimedTraining> trainings);

/// Seconds that one epoch of this network takes.
double secondsAnEpoch(const Cost& cost, const Recipe& recipe, const SpeedModel& speed);

/// What a person wants to know of a population before it is queued.
struct Budget
{
    std::int64_t networks = 0;       ///< members of the population
    std::int64_t trainings = 0;      ///< of different networks, times the seeds
    std::int64_t done = 0;           ///< of them, known already: nothing is trained twice
    std::int64_t epochs = 0;         ///< that are left
    double flops = 0;                ///< multiply-adds that are left, forward passes of training images
    std::optional<double> seconds;   ///< on these slots, from measured speed; none while nothing was measured
    std::optional<SpeedModel> speed; ///< of the slowest device, that this was computed with
    DiskNeed disk;                   ///< of what is left
    std::int64_t freeBytes = -1;     ///< on the spool's disk; below 0 when it is not known
    std::int64_t largestMemory = 0;  ///< that one worker takes at most
    DetectableGap gap;               ///< what two populations of this size can show

    bool fits() const { return freeBytes < 0 || disk.peak <= freeBytes; }
};

struct BudgetQuestion
{
    PopulationSpec population; ///< with its training; the seed stands in `seeds`
    std::vector<std::uint64_t> seeds{1};
    std::vector<DeviceSlots> slots{DeviceSlots{}};
    std::int64_t freeBytes = -1;
};

/// `store` may be null: nothing is known then. Throws Error for a network that cannot be built.
Budget plan(const BudgetQuestion& question, const StoreReader* store);

/// Lines for a person: trainings, time, disk, memory, and what the comparison will be able to show.
std::vector<std::string> describe(const Budget& budget);

/// "12.3 GB", "640 MB", "3 kB": bytes as people say them, in powers of ten.
std::string readableBytes(std::int64_t bytes);

} // namespace regnet
