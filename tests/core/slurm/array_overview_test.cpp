// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/array_overview.h"

#include "tests/core/store/store_fixture.h"

#include <gtest/gtest.h>

#include <set>

namespace regnet {
namespace {

TEST(HeatStripTest, GivesEachTaskACellWhereThereIsRoom)
{
    const std::vector<std::string> tasks{"done", "running", "waiting"};
    EXPECT_EQ(heatStrip(tasks, 100),
              (std::vector<StripCell>{{0, 0, "done"}, {1, 1, "running"}, {2, 2, "waiting"}}));
    EXPECT_TRUE(heatStrip({}, 100).empty());
    EXPECT_TRUE(heatStrip(tasks, 0).empty());
}

TEST(HeatStripTest, OneFailureAmongManyIsSeen)
{
    std::vector<std::string> tasks(100'000, "done");
    tasks[54'321] = "failed";
    tasks[99'999] = "running";
    const std::vector<StripCell> strip = heatStrip(tasks, 100);
    ASSERT_EQ(strip.size(), 100u);
    EXPECT_EQ(strip[54], (StripCell{54'000, 54'999, "failed"}));
    EXPECT_EQ(strip[99].state, "running");
    EXPECT_EQ(strip[53].state, "done");
    std::int64_t next = 0; // no task is left out
    for (const StripCell& cell : strip) {
        EXPECT_EQ(cell.first, next);
        next = cell.last + 1;
    }
    EXPECT_EQ(next, 100'000);
}

TEST(HeatStripTest, EveryStateHasAStanding)
{
    EXPECT_EQ(standingOf("waiting"), TaskStanding::Waiting);
    EXPECT_EQ(standingOf("running"), TaskStanding::Running);
    for (const char* state : {"preempted", "timed out", "node failure", "lost", "requeued", "stopped"})
        EXPECT_EQ(standingOf(state), TaskStanding::Interrupted) << state;
    for (const char* state : {"failed", "diverged", "out of memory"})
        EXPECT_EQ(standingOf(state), TaskStanding::Failed) << state;
    EXPECT_EQ(standingOf("done"), TaskStanding::Done);
    EXPECT_EQ(standingOf("cancelled"), TaskStanding::Cancelled);
}

TEST(HeatStripTest, IsSaidInWords)
{
    ArrayOverview one;
    one.tasks = {"done", "done", "failed", "running"};
    one.restarts = 1;
    EXPECT_EQ(describeTasks(one), "4 tasks: 1 running, 1 failed, 2 done; 1 restart");
    EXPECT_EQ(describeCell({17, 17, "preempted"}), "task 17: preempted");
    EXPECT_EQ(describeCell({20, 29, "failed"}), "tasks 20 to 29: one or more failed");
}

class ArrayBoardTest : public testing::Test
{
protected:
    ArrayRecord claim(std::int64_t jobs, const std::string& token, ArrayRecord::State state)
    {
        ArrayRecord array;
        array.token = token;
        array.place = "lab";
        array.created = 1000 + static_cast<double>(counter++);
        store.claimArray(array, "slurm:lab", jobs, 1e12);
        array.state = state;
        store.setArray(array);
        return array;
    }

    TemporaryFolder folder;
    Store store{folder / "runs.db", "test"};
    ArrayBoard board;
    int counter = 0;
};

TEST_F(ArrayBoardTest, ShowsAllThatAreOpenAndSomeThatAreOver)
{
    store.add(populationOf(9));
    store.send({}, "lab");
    ArrayRecord first = claim(3, "aaaa", ArrayRecord::State::Submitted);
    claim(2, "bbbb", ArrayRecord::State::Closed);
    claim(2, "cccc", ArrayRecord::State::Closed);
    std::vector<ArrayEntry> entries = store.arrayEntries("aaaa");
    entries[1].state = "preempted";
    entries[1].restarts = 2;
    store.setEntries("aaaa", entries);
    std::set<std::string> tokens;
    for (const ArrayOverview& one : board.update(store, 1)) {
        tokens.insert(one.array.token);
        if (one.array.token != "aaaa") continue;
        EXPECT_EQ(one.tasks, (std::vector<std::string>{"waiting", "preempted", "waiting"}));
        EXPECT_EQ(one.restarts, 2);
        EXPECT_EQ(one.jobs, 3);
    }
    EXPECT_EQ(tokens.size(), 2u) << "one of the two that are over";
    EXPECT_TRUE(tokens.contains("aaaa"));
    first.state = ArrayRecord::State::Closed;
    store.setArray(first);
    EXPECT_EQ(board.update(store, 20).size(), 3u);
}

} // namespace
} // namespace regnet
