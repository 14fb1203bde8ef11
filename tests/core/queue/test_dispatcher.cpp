// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A program that works a store off with scripted workers, to be killed by tests: STORE WORKER SLOTS. Adds the
// population of the tests first ("add N"), so that also this can be interrupted.

#include "core/queue/dispatcher.h"
#include "core/queue/local_executor.h"
#include "core/queue/request.h"
#include "tests/core/store/store_fixture.h"

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv)
{
    using namespace regnet;
    if (argc != 5) return 2;
    try {
        const std::filesystem::path path = argv[1];
        Store store(path, "test_dispatcher", 30);
        const Spool spool(defaultSpool(path));
        spool.create();
        QueueRequest add;
        add.action = QueueRequest::Action::Add;
        add.population = populationOf(std::atoll(argv[4]));
        carryOut(add, store, spool);
        LocalExecutor executor({argv[2], 5, 1});
        DispatcherSettings settings;
        settings.slots = {{.workers = std::atoi(argv[3])}};
        settings.retryDelaySeconds = 0;
        Dispatcher dispatcher(store, spool, executor, settings);
        dispatcher.recover();
        const bool isDone = dispatcher.run([] { return false; }, [](const StepReport&) {});
        return isDone ? 0 : 3;
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
