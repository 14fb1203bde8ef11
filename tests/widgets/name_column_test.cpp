// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/name_column.h"

#include <QHeaderView>
#include <QTest>
#include <QTreeWidget>

#include <gtest/gtest.h>

namespace regnet {
namespace {

class NameColumnTest : public testing::Test
{
protected:
    NameColumnTest()
    {
        table.setColumnCount(3);
        table.setRootIsDecorated(false);
        table.addTopLevelItem(new QTreeWidgetItem(
            {QStringLiteral("AnyNetX_A (paper)"), QStringLiteral("39.01"), QStringLiteral("49.04")}));
        table.header()->setStretchLastSection(false);
        table.header()->setSectionResizeMode(QHeaderView::ResizeToContents);
        new NameColumn(table, *table.header(), 0, 40);
        table.show();
    }

    int needed() const { return static_cast<const QAbstractItemView&>(table).sizeHintForColumn(0); }

    bool isAt(int width)
    {
        return QTest::qWaitFor([&] { return table.columnWidth(0) == width; }, 20'000);
    }

    int left() const { return table.viewport()->width() - table.columnWidth(1) - table.columnWidth(2); }

    QTreeWidget table;
};

TEST_F(NameColumnTest, TakesWhatTheOthersLeaveAndNeverLessThanItsNames)
{
    table.resize(800, 200);
    EXPECT_TRUE(QTest::qWaitFor([this] { return table.columnWidth(0) == left(); }, 20'000));
    EXPECT_GT(left(), needed());
    table.resize(120, 200);
    EXPECT_TRUE(isAt(needed())) << table.columnWidth(0) << " of " << needed();
    table.topLevelItem(0)->setText(0, QStringLiteral("AnyNetX_C w non-increasing (paper)"));
    EXPECT_TRUE(isAt(needed())) << "a longer name";
    table.resize(800, 200);
    EXPECT_TRUE(QTest::qWaitFor([this] { return table.columnWidth(0) == left(); }, 20'000));
}

TEST_F(NameColumnTest, OneVeryLongNameDoesNotPushTheOthersAway)
{
    table.topLevelItem(0)->setText(0, QString(500, QLatin1Char('x')));
    table.resize(120, 200);
    EXPECT_TRUE(isAt(40 * table.fontMetrics().averageCharWidth()));
}

} // namespace
} // namespace regnet
