// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/queue_commands.h"

#include <gtest/gtest.h>

namespace regnet {
namespace {

std::string commandFor(QueueRequest::Action action, const JobSelection& jobs)
{
    QueueRequest request;
    request.action = action;
    request.jobs = jobs;
    request.priority = -2;
    return commandOf(request, "/runs.db").toStdString();
}

TEST(QueueCommands, AreTheCommandLinesOfTheButtons)
{
    using Action = QueueRequest::Action;
    const JobSelection jobs{{"0123456789abcdef0123456789abcdef", "fedc"}, {}};
    EXPECT_EQ(commandFor(Action::Pause, {}), "regnet queue pause --store /runs.db");
    EXPECT_EQ(commandFor(Action::Cancel, {}), "regnet queue cancel --store /runs.db --all");
    EXPECT_EQ(commandFor(Action::Retry, {{}, {"it's mine"}}),
              "regnet queue retry --store /runs.db --population 'it'\\''s mine'");
    EXPECT_EQ(commandFor(Action::Resume, jobs), "regnet queue resume --store /runs.db 0123456789ab fedc");
    EXPECT_EQ(commandFor(Action::Priority, jobs),
              "regnet queue priority --store /runs.db -- -2 0123456789ab fedc");
    EXPECT_EQ(commandFor(Action::Move, jobs), "regnet queue move --store /runs.db --first 0123456789ab fedc");
    EXPECT_EQ(commandFor(Action::Forget, {{}, {"sweep 1"}}),
              "regnet import --undo 'sweep 1' --store /runs.db");
    EXPECT_EQ(commandFor(Action::Send, jobs), "regnet queue send --store /runs.db local 0123456789ab fedc");
    EXPECT_EQ(cancelArrayCommand("beef", "/runs.db").toStdString(),
              "regnet slurm cancel beef --store /runs.db");
    EXPECT_EQ(collectCommand("came back", "/runs.db").toStdString(),
              "regnet slurm collect --from 'came back' --store /runs.db");
    EXPECT_EQ(runCommand(2, "cuda:0", "/runs.db").toStdString(),
              "regnet queue run --store /runs.db --workers 2 --device cuda:0");
}

TEST(QueueCommands, ARenamingNamesBothAsWords)
{
    QueueRequest request;
    request.action = QueueRequest::Action::Rename;
    request.jobs.populations = {"-n 3"};
    request.name = "it's new";
    EXPECT_EQ(commandOf(request, "/runs.db").toStdString(),
              "regnet store rename --store /runs.db -- '-n 3' 'it'\\''s new'");
    request.action = QueueRequest::Action::Delete;
    EXPECT_EQ(commandOf(request, "/runs.db").toStdString(), "regnet store delete --store /runs.db -- '-n 3'");
}

} // namespace
} // namespace regnet
