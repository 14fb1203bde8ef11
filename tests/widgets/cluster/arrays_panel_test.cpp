// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cluster/arrays_panel.h"

#include <QAction>
#include <QDateTime>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QToolTip>

#include <gtest/gtest.h>

namespace regnet {
namespace {

class ArraysPanelTest : public testing::Test
{
protected:
    void showArrays(std::int64_t tasks)
    {
        ArrayOverview one;
        one.array.token = "0123456789abcdef";
        one.array.name = "12";
        one.array.place = "lab";
        one.array.state = ArrayRecord::State::Submitted;
        one.tasks.assign(static_cast<std::size_t>(tasks), "done");
        one.tasks.front() = "failed";
        SlurmMeter meter;
        meter.total = 7;
        meter.askedAt = static_cast<double>(QDateTime::currentSecsSinceEpoch()) - 20;
        meter.held = "no such partition";
        panel.setArrays(std::make_shared<const std::vector<ArrayOverview>>(std::vector{one}),
                        {{"lab", meter}});
    }

    ArraysPanel panel;
};

TEST_F(ArraysPanelTest, IsThereOnlyWhileThereIsSomethingToShow)
{
    panel.setArrays(std::make_shared<const std::vector<ArrayOverview>>(), {});
    EXPECT_TRUE(panel.isHidden());
    showArrays(3);
    EXPECT_FALSE(panel.isHidden());
    const QString said = panel.findChild<QLabel*>(QStringLiteral("controllers"))->text();
    EXPECT_TRUE(said.startsWith(QStringLiteral("lab: asked 2"))) << said.toStdString();
    EXPECT_TRUE(said.contains(QStringLiteral("next in"))) << said.toStdString();
    EXPECT_TRUE(said.contains(QStringLiteral("7 altogether"))) << said.toStdString();
    EXPECT_TRUE(said.endsWith(QStringLiteral("no such partition"))) << said.toStdString();
    panel.setArrays(std::make_shared<const std::vector<ArrayOverview>>(), {});
    EXPECT_TRUE(panel.isHidden());
}

TEST_F(ArraysPanelTest, ManyTasksArePaintedInTheirRow)
{
    showArrays(100'000);
    panel.resize(600, 200);
    panel.show();
    const QImage image = panel.table()->grab().toImage();
    EXPECT_FALSE(image.isNull());
    EXPECT_EQ(panel.table()->model()->rowCount(), 1);
}

TEST_F(ArraysPanelTest, TheTipTellsOfTheTaskUnderThePointer)
{
    showArrays(2);
    panel.resize(600, 200);
    panel.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&panel));
    const QRect cell = panel.table()->visualRect(panel.table()->model()->index(0, ArrayModel::Tasks));
    const QPoint left = cell.center() - QPoint(cell.width() / 4, 0);
    QHelpEvent event(QEvent::ToolTip, left, panel.table()->viewport()->mapToGlobal(left));
    QApplication::sendEvent(panel.table()->viewport(), &event);
    EXPECT_TRUE(QToolTip::text().startsWith(QStringLiteral("task 0: failed")))
        << QToolTip::text().toStdString();
}

TEST_F(ArraysPanelTest, ItsMenuEmitsWhatAPersonWants)
{
    showArrays(3);
    panel.resize(600, 200);
    panel.show();
    const QSignalSpy back(&panel, &ArraysPanel::bringBackWanted);
    const QSignalSpy cancel(&panel, &ArraysPanel::cancelWanted);
    const QSignalSpy copy(&panel, &ArraysPanel::commandWanted);
    for (int entry = 0; entry < 3; ++entry) {
        QTimer::singleShot(0, &panel, [this, entry] {
            auto* menu = panel.findChild<QMenu*>(QStringLiteral("arrayMenu"));
            ASSERT_TRUE(menu);
            menu->actions()[entry]->trigger();
            menu->close();
        });
        const QRect row = panel.table()->visualRect(panel.table()->model()->index(0, 0));
        Q_EMIT panel.table()->customContextMenuRequested(row.center());
    }
    for (const QSignalSpy* spy : {&back, &cancel, &copy}) {
        ASSERT_EQ(spy->size(), 1);
        EXPECT_EQ(spy->front().front().toString(), QStringLiteral("0123456789abcdef"));
    }
}

} // namespace
} // namespace regnet
