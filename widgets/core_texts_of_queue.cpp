// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/core_texts.h"

#include <QtGlobal>

#include <array>

namespace regnet {

/// A table: its length is its content.
std::span<const char* const> textsOfQueue()
{
    // Long texts stand in several literals. NOLINTBEGIN(bugprone-suspicious-missing-comma)
    static constexpr auto texts = std::to_array<const char*>({
        // Populations
        QT_TRANSLATE_NOOP("core", "population \"%1\""),
        QT_TRANSLATE_NOOP("core", "has 1 job that runs or waits"),
        QT_TRANSLATE_NOOP("core", "has %1 jobs that run or wait"),
        QT_TRANSLATE_NOOP("core", "them to end, or to be cancelled, first"),
        QT_TRANSLATE_NOOP("core", "the new name"),
        QT_TRANSLATE_NOOP("core", "the name of the population"),
        QT_TRANSLATE_NOOP("core", "is not UTF-8"),
        QT_TRANSLATE_NOOP("core", "holds characters that cannot be shown"),
        QT_TRANSLATE_NOOP("core", "one line without control characters"),
        QT_TRANSLATE_NOOP("core", "is \"%1\", which another population of the store has"),
        QT_TRANSLATE_NOOP("core", "a name that is not taken"),
        // The queue
        QT_TRANSLATE_NOOP("core", "queued"),
        QT_TRANSLATE_NOOP("core", "starting"),
        QT_TRANSLATE_NOOP("core", "running"),
        QT_TRANSLATE_NOOP("core", "paused"),
        QT_TRANSLATE_NOOP("core", "done"),
        QT_TRANSLATE_NOOP("core", "diverged"),
        QT_TRANSLATE_NOOP("core", "out of memory"),
        QT_TRANSLATE_NOOP("core", "failed"),
        QT_TRANSLATE_NOOP("core", "cancelled"),
        QT_TRANSLATE_NOOP("core", "waiting"),
        QT_TRANSLATE_NOOP("core", "%1, %2 failed"),
        QT_TRANSLATE_NOOP("core", "%1, %2 running"),
        QT_TRANSLATE_NOOP("core", "%1, %2 waiting to start"),
        QT_TRANSLATE_NOOP("core", "%1, %2 paused"),
        QT_TRANSLATE_NOOP("core", "%1, %2 cancelled"),
        QT_TRANSLATE_NOOP("core", "%1, %2 left"),
        QT_TRANSLATE_NOOP("core", "%1 of %2 done"),
        QT_TRANSLATE_NOOP("core", "Recovered 1 job: %1"),
        QT_TRANSLATE_NOOP("core", "Recovered %1 jobs: %2"),
        QT_TRANSLATE_NOOP("core", "%1, %2"),
        QT_TRANSLATE_NOOP("core", "%1 still under way"),
        QT_TRANSLATE_NOOP("core", "%1 finished meanwhile"),
        QT_TRANSLATE_NOOP("core", "%1 queued again from the last checkpoint"),
        QT_TRANSLATE_NOOP("core", "%1 failed or cancelled meanwhile"),
        QT_TRANSLATE_NOOP("core", "another program"),
        QT_TRANSLATE_NOOP("core", "%1 (process %2 on %3)"),
        QT_TRANSLATE_NOOP("core",
                          "%1 was done before anybody asked for weights: theirs are not there any more"),
        QT_TRANSLATE_NOOP("core",
                          "%1 were done before anybody asked for weights: theirs are not there any more"),
        QT_TRANSLATE_NOOP("core", "attempt %1: no end is recorded"),
        QT_TRANSLATE_NOOP("core", "attempt %1: %2"),
        QT_TRANSLATE_NOOP("core", "%1 (signal %2)"),
        QT_TRANSLATE_NOOP("core", "%1 (exit code %2)"),
        QT_TRANSLATE_NOOP("core", "exit code %1"),
        QT_TRANSLATE_NOOP("core", "signal %1 (%2)"),
        QT_TRANSLATE_NOOP("core", "no word of its end"),
        QT_TRANSLATE_NOOP("core", "exit code 0 but no result"),
        QT_TRANSLATE_NOOP("core", "how it ended cannot be read"),
        QT_TRANSLATE_NOOP("core", "preempted on the cluster"),
        QT_TRANSLATE_NOOP("core", "its node failed"),
        QT_TRANSLATE_NOOP("core", "taken back from the cluster"),
        QT_TRANSLATE_NOOP("core", "cancelled on the cluster"),
        QT_TRANSLATE_NOOP("core", "the worker refused the job"),
        QT_TRANSLATE_NOOP("core", "the data set is missing"),
        QT_TRANSLATE_NOOP("core", "the loss is no number any more"),
        QT_TRANSLATE_NOOP("core", "stopped at a checkpoint"),
        QT_TRANSLATE_NOOP("core", "counted on the running network: %1, as computed"),
        QT_TRANSLATE_NOOP("core", "counted on the running network: %1; computed: %2"),
        // Room on the disk
        QT_TRANSLATE_NOOP("core", "the disk is full: %1; it is tried again in a minute"),
        QT_TRANSLATE_NOOP("core",
                          "only %1 MB are left on the disk of %2; it goes on by itself when there are %3"),
        // What cannot be written into a spool, and whose it is
        QT_TRANSLATE_NOOP("core", "%1; the answer is tried again"),
        QT_TRANSLATE_NOOP("core", "%1; how it ended is kept in the store"),
        QT_TRANSLATE_NOOP("core", "%1; it is tried again"),
        QT_TRANSLATE_NOOP("core",
                          "%1; it is tried again, and until then a store made anew would not know what "
                          "is paused or comes first"),
        QT_TRANSLATE_NOOP("core", "belongs to the store %1"),
        QT_TRANSLATE_NOOP("core", "that store, or another spool for %1 (--spool FOLDER)"),
        QT_TRANSLATE_NOOP("core", "belongs to another store than %1, one that was %2"),
        QT_TRANSLATE_NOOP("core",
                          "that store, another spool (--spool FOLDER), or \"regnet store rebuild\", which "
                          "makes the store of this spool anew and keeps the one that is there"),
        // Clusters
        QT_TRANSLATE_NOOP("core", "profile \"%1\": Slurm on %2 does not answer (%3); running tasks go on and "
                                  "their records are read, and it is asked again"),
        QT_TRANSLATE_NOOP("core", "profile \"%1\": Slurm does not answer (%2); it is tried again"),
        QT_TRANSLATE_NOOP("core", "profile \"%1\": %2 failed (%3); it is tried again"),
        QT_TRANSLATE_NOOP("core", "profile \"%1\": %2 failed (%3); the tasks' own records are read on"),
        QT_TRANSLATE_NOOP("core", "profile \"%1\": sbatch answers \"%2\", which is no number of a job; it is "
                                  "tried again"),
        QT_TRANSLATE_NOOP("core", "profile \"%1\": sbatch answers \"%2\", which is no number of a job; "
                                  "whether the array was taken is found out"),
        QT_TRANSLATE_NOOP("core", "it said too much and was ended"),
        QT_TRANSLATE_NOOP("core", "this machine"),
        QT_TRANSLATE_NOOP("core", "task %1: %2"),
        QT_TRANSLATE_NOOP("core", "tasks %1 to %2: one or more %3"),
        QT_TRANSLATE_NOOP("core", "preempted"),
        QT_TRANSLATE_NOOP("core", "timed out"),
        QT_TRANSLATE_NOOP("core", "node failure"),
        QT_TRANSLATE_NOOP("core", "lost"),
        QT_TRANSLATE_NOOP("core", "requeued"),
        QT_TRANSLATE_NOOP("core", "stopped"),
        QT_TRANSLATE_NOOP("core", "submitting"),
        QT_TRANSLATE_NOOP("core", "submitted"),
        QT_TRANSLATE_NOOP("core", "generated"),
        QT_TRANSLATE_NOOP("core", "%1: never asked, files only; %2"),
        QT_TRANSLATE_NOOP("core", "%1: not asked yet; %2"),
        QT_TRANSLATE_NOOP("core", "%1: asked %2 ago, next in %3 at the earliest; %4"),
        QT_TRANSLATE_NOOP("core", "%1: asked %2 ago, the next question when there is one; %3"),
        QT_TRANSLATE_NOOP("core", "1 request in the last hour, %1 altogether"),
        QT_TRANSLATE_NOOP("core", "%1 requests in the last hour, %2 altogether"),
        QT_TRANSLATE_NOOP("core", "%1; nothing is submitted: %2"),
        QT_TRANSLATE_NOOP("core", "%1; one round of time limits allows %2 GPU-hours."),
        QT_TRANSLATE_NOOP("core", "%1; one round of time limits allows %2 core-hours."),
        QT_TRANSLATE_NOOP("core", "%1 training in %2 task on \"%3\": %4"),
        QT_TRANSLATE_NOOP("core", "%1 training in %2 tasks on \"%3\": %4"),
        QT_TRANSLATE_NOOP("core", "%1 trainings in %2 task on \"%3\": %4"),
        QT_TRANSLATE_NOOP("core", "%1 trainings in %2 tasks on \"%3\": %4"),
        QT_TRANSLATE_NOOP("core", "about %1 GPU-hours (%2)"),
        QT_TRANSLATE_NOOP("core", "about %1 core-hours (%2)"),
        QT_TRANSLATE_NOOP("core", "about %1 GPU-hours if it is as fast there as here (%2)"),
        QT_TRANSLATE_NOOP("core", "about %1 core-hours if it is as fast there as here (%2)"),
        QT_TRANSLATE_NOOP("core", "how long is not known before the first trainings were timed"),
    }); // NOLINTEND(bugprone-suspicious-missing-comma)
    return texts;
}

} // namespace regnet
