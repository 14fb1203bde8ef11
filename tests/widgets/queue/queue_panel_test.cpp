// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/queue_panel.h"

#include "tests/widgets/queue/queue_window_fixture.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace regnet {
namespace {

class QueuePanelTest : public QueueWindowTest
{
protected:
    static QAction* action(const QueuePanel& panel, const char* name)
    {
        return panel.findChild<QAction*>(QLatin1String(name));
    }
};

TEST_F(QueuePanelTest, AnEmptyQueueOffersOneButton)
{
    DispatcherThread dispatcher(file());
    QueuePanel panel(dispatcher);
    panel.show();
    const QSignalSpy wanted(&panel, &QueuePanel::trainWanted);
    auto* button = panel.findChild<QPushButton*>(QStringLiteral("trainFirst"));
    ASSERT_TRUE(button);
    EXPECT_TRUE(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_EQ(wanted.size(), 1);
    EXPECT_FALSE(action(panel, "start")->isEnabled());
    EXPECT_FALSE(action(panel, "cancel")->isEnabled());
}

TEST_F(QueuePanelTest, SelectedJobsCanBeCancelledAndTriedAgain)
{
    script("epoch_ms 100\n");
    DispatcherThread dispatcher(file());
    QueuePanel panel(dispatcher);
    panel.show();
    dispatcher.start();
    dispatcher.train(order(3), 1, QStringLiteral("cpu"));
    ASSERT_TRUE(waitFor([&] { return panel.table()->model()->rowCount() == 3; }));
    panel.table()->selectRow(2);
    action(panel, "cancel")->trigger();
    ASSERT_TRUE(waitFor([&] { return dispatcher.snapshot()->jobs[2].state == JobState::Cancelled; }));
    EXPECT_TRUE(waitFor([&] { return action(panel, "retry")->isEnabled(); }));
    action(panel, "retry")->trigger();
    EXPECT_TRUE(waitFor([&] { return dispatcher.snapshot()->progress.jobs.of(JobState::Done) == 3; }));
    EXPECT_TRUE(waitFor([&] {
        return panel.findChild<QLabel*>(QStringLiteral("summary"))->text() == QStringLiteral("3 of 3 done");
    }));
}

TEST_F(QueuePanelTest, WhoHoldsTheStoreStandsThere)
{
    const Store other(file(), "regnet train");
    DispatcherThread dispatcher(file());
    const QueuePanel panel(dispatcher);
    dispatcher.start();
    EXPECT_TRUE(waitFor([&] {
        return panel.findChild<QLabel*>(QStringLiteral("summary"))
            ->text()
            .startsWith(QStringLiteral("regnet train (process"));
    }));
    EXPECT_FALSE(action(panel, "start")->isEnabled());
}

} // namespace
} // namespace regnet
