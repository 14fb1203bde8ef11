// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/dispatcher.h"
#include "core/store/records.h"

#include <filesystem>
#include <string>
#include <vector>

namespace regnet::cli {

/// Where a command finds its store and spool.
struct StoreOptions
{
    std::string store; ///< empty: this user's
    std::string spool; ///< empty: as the store says, or beside it

    std::filesystem::path storePath() const;
    /// To work in. Throws Error where the store names one that is not there.
    std::filesystem::path spoolPath() const;
    /// To read of it what the store, which is there, says of its jobs.
    std::filesystem::path shownSpoolPath() const;
};

struct TrainingOptions
{
    StoreOptions places;
    std::vector<PopulationSpec> populations; ///< each with its training; all are worked off together
    int workers = 0;                         ///< 0: one a core
    std::string device = "cpu";              ///< as slotsFor() takes it
    std::vector<std::string> before;         ///< lines that are said before anything is queued
    std::string program = "regnet train";    ///< what others are told
};

/// What --device takes.
inline constexpr const char* deviceHelp = "cpu, cuda for every GPU, cuda:0 and so on, or a GPU's UUID";

enum class TrainingEnd {
    Done,
    Stopped, ///< by Ctrl-C: the same command goes on
};

/// Queues the populations (what is there already is not done twice) and works them off, with progress on
/// stderr. Where another program holds the store, that one works and this one watches. Ctrl-C asks the
/// workers for checkpoints and waits for them; a second one leaves at once, and the workers finish on their
/// own. Throws Error, before anything is started where the worker is missing or a folder cannot be written.
TrainingEnd train(const TrainingOptions& options);

/// Works off all that is queued; without populations of its own.
TrainingEnd workOff(const TrainingOptions& options);

} // namespace regnet::cli
