// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/spool.h"
#include "core/store/store.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

/// What a program wants written while another one holds the store.
struct QueueRequest
{
    enum class Action { Pause, Resume, Cancel, Retry, Priority, Add, Move, Send, Forget, Rename, Delete };

    Action action = Action::Pause;
    /// Everything: with Pause and Resume the queue itself, whose jobs stay as they are. With Forget the
    /// imported populations that go, with Rename and Delete the one that it is about.
    JobSelection jobs;
    std::int64_t priority = 0;
    std::optional<PopulationSpec> population; ///< for Add; without a training it is kept and not trained
    JobPlace place;                           ///< for Move
    /// For Send, and for the jobs that Add makes: a cluster's profile; empty: this machine.
    std::string destination;
    std::string name{}; ///< for Rename: the new one
};

/// To add a population, or what it has new.
QueueRequest adding(PopulationSpec population);

struct QueueAnswer
{
    std::int64_t changed = 0; ///< jobs; with Forget and Delete results that are gone
    Addition addition;        ///< for Add
    std::string backup;       ///< of the store, as it was before Delete
    std::string folder;       ///< where Delete moved the files of the spool
};

std::string_view nameOf(QueueRequest::Action action);

/// What the spool keeps of a store's queue for a rebuild: pauses, priorities and places.
Wishes wishesOf(const StoreReader& store);

/// Does it, as the one who writes: marks cancelled jobs in the spool before the store knows, keeps a
/// population in the spool before it is in the store. Throws Error.
QueueAnswer carryOut(const QueueRequest& request, Store& store, const Spool& spool);

/// Leaves the request in the spool and waits for its answer. Nothing when there was none in that time: then
/// nobody took the request, and it is taken back. So it is when `isStopped` says so meanwhile, which throws
/// Error; of one that was taken already that says that it will be carried out. Throws Error with the
/// dispatcher's problem.
std::optional<QueueAnswer> ask(const QueueRequest& request, const Spool& spool, double waitSeconds,
                               const std::function<bool()>& isStopped = {});

/// Carries it out, by whoever may: through the program that holds the store, or with the lock taken here for
/// a moment. Throws Error; when the holder does not answer it is named. `isStopped` as with ask().
QueueAnswer request(const QueueRequest& request, const std::filesystem::path& store, const Spool& spool,
                    const std::string& program, double waitSeconds = 10,
                    const std::function<bool()>& isStopped = {});

/// Answers that could not be written: kept, so that nothing is carried out twice for them, and tried again.
struct LateAnswers
{
    std::map<std::filesystem::path, std::string> texts; ///< by request
    double nextTry = 0;                                 ///< steadySeconds()
    std::vector<std::string> news;                      ///< sentences for a person, once for each request
};

/// For the dispatcher: carries out all requests that wait and answers them. Returns how many were answered.
/// An answer that cannot be written keeps nobody from other work: it waits in `late`. Throws Error where the
/// disk is full, or the store cannot be written.
std::int64_t answerRequests(Store& store, const Spool& spool, LateAnswers& late);
/// The same, once: what cannot be answered now is carried out again by the next one.
std::int64_t answerRequests(Store& store, const Spool& spool);

} // namespace regnet
