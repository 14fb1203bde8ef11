// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/queue/queue_fixture.h"

#include "core/queue/local_executor.h"

#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

namespace regnet {

QueueTest::~QueueTest()
{
    // A test that failed may leave workers behind: they are known by their folder.
    for (const std::string& id : spool.jobs())
        while (const auto worker = workerIn(spool.jobFolder(id))) {
            kill(static_cast<pid_t>(worker->pid), SIGKILL);
            executor.poll(*worker);
        }
}

void QueueTest::script(const std::string& lines) const
{
    spool.create();
    std::ofstream(spool.root() / "script.txt") << lines;
}

void QueueTest::add(Store& store, std::int64_t n) const
{
    spool.create();
    carryOut(adding(populationOf(n)), store, spool);
}

DispatcherSettings QueueTest::settings(std::size_t slots) const
{
    DispatcherSettings settings;
    settings.slots = {{.workers = static_cast<std::int64_t>(slots)}};
    settings.retryDelaySeconds = 0;
    return settings;
}

bool QueueTest::workOff(Store& store, const std::function<bool()>& isStopped) const
{
    LocalExecutor workers({std::filesystem::path(REGNET_BIN_DIR) / "scripted_worker", 5, 1});
    Dispatcher dispatcher(store, spool, workers, settings());
    dispatcher.recover();
    return dispatcher.run(isStopped, [](const StepReport&) {});
}

void QueueTest::stepUntil(Dispatcher& dispatcher, const std::function<bool()>& condition)
{
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (!condition()) {
        ASSERT_LT(std::chrono::steady_clock::now(), deadline) << "it never came";
        dispatcher.step();
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

JobState QueueTest::stateOf(const StoreReader& store, std::int64_t depth) const
{
    return store.job(jobOfDepth(depth))->state;
}

} // namespace regnet
