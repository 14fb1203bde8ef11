// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/dispatcher.h"
#include "core/queue/local_executor.h"
#include "core/queue/request.h"
#include "core/queue/spool.h"
#include "tests/core/store/store_fixture.h"

#include <gtest/gtest.h>

#include <string>

namespace regnet {

/// A store, a spool and scripted workers.
class QueueTest : public testing::Test
{
protected:
    ~QueueTest() override;

    /// What the workers are to do (tests/core/queue/scripted_worker.cpp).
    void script(const std::string& lines) const;
    /// Adds networks of depth 1..n to the store and the spool.
    void add(Store& store, std::int64_t n) const;
    /// Works everything off with two workers, or until `isStopped`.
    bool workOff(
        Store& store, const std::function<bool()>& isStopped = [] { return false; }) const;
    /// Steps until the condition holds; fails the test after a minute.
    static void stepUntil(Dispatcher& dispatcher, const std::function<bool()>& condition);

    DispatcherSettings settings(std::size_t slots = 2) const;
    JobState stateOf(const StoreReader& store, std::int64_t depth) const;

    TemporaryFolder folder;
    std::filesystem::path file = folder / "runs.db";
    Spool spool{defaultSpool(file)};
    LocalExecutor executor{{std::filesystem::path(REGNET_BIN_DIR) / "scripted_worker", 5, 1}};
};

} // namespace regnet
