// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/slurm/slurm_executor.h"

// What SlurmExecutor remembers; only its own sources include this.
namespace regnet {

/// One array, and how far its submission is.
struct SlurmExecutor::Run
{
    SlurmTasks tasks;
    Submission submission;
    std::size_t prepared = 0;  ///< job files written
    double since = 0;          ///< it is being submitted, or looked for
    std::int64_t notFound = 0; ///< answers of squeue without it
    double firstNotFound = 0;
    bool wantsWithdrawal = false;
};

/// One cluster as one profile uses it.
struct SlurmExecutor::Site
{
    Site(SiteProfile profile, CommandRunner runner) : controller(std::move(profile), std::move(runner)) {}

    Controller controller;
    Doing doing = Doing::Nothing;
    Run* subject = nullptr;           ///< of what is being done
    std::set<std::string> askedAbout; ///< tokens that were submitted when squeue was started
    std::map<std::string, std::set<std::int64_t>> toCancel, toSignal; ///< by token
    std::map<std::string, std::set<std::int64_t>> underWay;           ///< being cancelled or signalled
    std::vector<std::string> holdsToPush;
    std::int64_t largestArray = 0; ///< of the site; 0: not asked yet
    std::string held;              ///< why nothing is submitted, until the profile changes
    double notBefore = 0;          ///< of the next submission, steady
    double backoff = 0;
    double limitsNotBefore = 0; ///< of asking for them again, when nobody answered
    double tellNotBefore = 0;   ///< of a cancellation or a signal that did not get through
    double lastPull = -1e9;
    std::size_t nextLook = 0;      ///< of its arrays in turn
    std::set<std::string> said;    ///< news, until what failed works again
    std::set<std::string> failing; ///< commands that failed the last time
    bool isAsking = true;          ///< squeue goes before states in turn
    std::int64_t keptCalls = -1;
    std::string keptHeld;
    bool isKnown = true; ///< its profile is still in the file
};

} // namespace regnet
