// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <cstdint>
#include <string>
#include <vector>

namespace regnet {

/// How a profile's controller is used, as the store keeps it: for people, and so that a program that is
/// started anew is not more curious than one that goes on.
struct SlurmMeter
{
    std::vector<double> recent;    ///< Unix times of the requests of the last hour, the oldest first
    std::int64_t lastHour = 0;     ///< how many that are now
    std::int64_t total = 0;        ///< requests since the first one
    double askedAt = 0;            ///< Unix time of the last question (squeue, sacct, scontrol); 0: none yet
    double askSeconds = 60;        ///< least time between two of them; 0: none is asked
    std::int64_t largestArray = 0; ///< tasks, as the site allows; 0: not known
    std::string held;              ///< why nothing more is submitted there; empty when all is well
};

/// One cluster's controller, and how much it is asked.
struct ControllerStanding
{
    std::string place;
    SlurmMeter meter;
};

SlurmMeter readMeter(const StoreReader& store, const std::string& place);
void writeMeter(Store& store, const std::string& place, const SlurmMeter& meter);

/// "lab: asked 20 s ago, next in 40 s at the earliest; 3 requests in the last hour, 12 altogether".
std::string describeMeter(const std::string& place, const SlurmMeter& meter, double unixNow);

} // namespace regnet
