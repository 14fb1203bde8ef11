// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window may die at any moment: what its workers finished is there when it is opened again.

#include "core/queue/request.h"
#include "core/queue/training_order.h"
#include "core/store/store.h"
#include "tests/widgets/queue/queue_window_fixture.h"

#include <QProcess>

#include <algorithm>
#include <cstdlib>
#include <random>

namespace regnet {
namespace {

constexpr std::int64_t networks = 12;

class WindowKillTest : public QueueWindowTest
{
protected:
    void queueAll() const
    {
        Store store(file(), "test");
        spool().create();
        const QueueRequest add = adding(populationOf(order(networks), file()));
        ASSERT_EQ(carryOut(add, store, spool()).addition.jobsNew, networks);
    }

    void open(QProcess& window) const
    {
        window.start(
            QStringLiteral(REGNET_BIN_DIR "/window_to_kill"),
            {QString::fromStdString(file().string()), folder.filePath(QStringLiteral("settings.ini"))});
        ASSERT_TRUE(window.waitForStarted());
    }

    /// How often to kill; REGNET_KILLS asks for more.
    static int kills()
    {
        const char* asked = std::getenv("REGNET_KILLS");
        return asked ? std::max(1, std::atoi(asked)) : 8;
    }
};

TEST_F(WindowKillTest, AWindowKilledAtAnyMomentLosesAndDoublesNothing)
{
    // As much work as the kills take time, so that most of them hit a window that works.
    script("epoch_ms " + std::to_string(std::max(60, kills() * 12)) + "\n");
    queueAll();
    std::mt19937 random(7);
    int hits = 0;
    for (int i = 0; i < kills(); ++i) {
        QProcess window;
        open(window);
        // From before the first frame to well into the work.
        if (window.waitForFinished(static_cast<int>(50 + random() % 700))) continue;
        window.kill();
        ASSERT_TRUE(window.waitForFinished());
        ++hits;
    }
    EXPECT_GT(hits, 0);
    QProcess window;
    open(window);
    ASSERT_TRUE(window.waitForFinished(60'000)) << "the last window ends the work";
    EXPECT_EQ(window.exitCode(), 0);

    const StoreReader store(file());
    EXPECT_EQ(store.counts().of(JobState::Done), networks);
    EXPECT_TRUE(store.activeJobs().empty());
    EXPECT_TRUE(store.fullCheck().empty());
    const Population population = store.population("small");
    ASSERT_EQ(population.members.size(), static_cast<std::size_t>(networks));
    for (const Member& member : population.members)
        EXPECT_EQ(member.state, Member::State::Finished);
    for (const std::string& id : spool().jobs()) {
        EXPECT_EQ(store.epochs(id).size(), 3U) << "every epoch once";
        EXPECT_FALSE(std::filesystem::exists(spool().jobFolder(id) / "overlap")) << "two workers at once";
    }
}

} // namespace
} // namespace regnet
