// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/dispatcher.h"
#include "core/queue/event_follower.h"
#include "core/queue/predicted_need.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

/// A worker that runs, ours or adopted.
struct Dispatcher::Worker
{
    Worker(const JobRecord& record, const std::filesystem::path& folder, const ProcessIdentity& identity)
        : job{record.id, record.attempt}, device(record.device), process(identity),
          follower(folder, record.attempt)
    {
    }

    void predict(const JobSpec& spec)
    {
        const Network network = realise(spec.network);
        memory = predictedMemory(network, spec.recipe, network.resolution, device);
        diskPeak = predictedDisk(network, spec.recipe, spec.keepsWeights).peak;
        keepsWeights = spec.keepsWeights;
    }

    ClaimedJob job;
    std::string device; ///< DeviceSlots::key()
    ProcessIdentity process;
    EventFollower follower;
    std::vector<LoggedEvent> unrecorded;   ///< read, and not yet in the store: it could not be written
    std::optional<WorkerEnd> end;          ///< known, and not yet in the store
    std::int64_t memory = 0, diskPeak = 0; ///< predicted
    bool keepsWeights = true;              ///< as long as it is not known that nobody wants them
    std::optional<FailedEvent> failed;
    bool hasStopped = false;
    std::optional<double> askedAt; ///< to stop; steadySeconds()
    bool isKilledByUs = false;
    std::string damage;       ///< why its folder cannot be read
    std::int64_t refused = 0; ///< events that cannot be
};

} // namespace regnet
