// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A program that works a store off, to be killed by tests: STORE WORKER SLOTS N [real]. Adds the population
// of the tests first, N networks, so that also this can be interrupted; "real" takes a training that a real
// worker does in a second.

#include "core/queue/dispatcher.h"
#include "core/queue/local_executor.h"
#include "core/queue/request.h"
#include "tests/core/store/store_fixture.h"

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv)
{
    using namespace regnet;
    if (argc != 5 && argc != 6) return 2;
    try {
        const std::filesystem::path path = argv[1];
        Store store(path, "test_dispatcher", 300); // 32 of them take their turn, on a busy machine too
        const Spool spool(defaultSpool(path));
        spool.create();
        QueueRequest add = adding(populationOf(std::atoll(argv[4])));
        if (argc == 6) add.population->training = realTraining();
        carryOut(add, store, spool);
        LocalExecutor executor({argv[2], 5, 1});
        DispatcherSettings settings;
        settings.slots = {{.workers = std::atoi(argv[3])}};
        settings.retryDelaySeconds = 0;
        settings.maximalKills = 10'000; // the test kills workers: that says nothing about their jobs
        Dispatcher dispatcher(store, spool, executor, settings);
        dispatcher.recover();
        const bool isDone = dispatcher.run([] { return false; }, [](const StepReport&) {});
        return isDone ? 0 : 3;
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
