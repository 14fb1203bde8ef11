// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/plot_cursor.h"

#include "widgets/plot/data_table_dialog.h"
#include "widgets/plot/plot_words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <gtest/gtest.h>

#include <cmath>

namespace regnet {
namespace {

Plot twoSeries()
{
    Plot plot;
    plot.x.title = QStringLiteral("depth");
    plot.y.title = QStringLiteral("error (%)");
    PlotSeries a;
    a.kind = PlotSeries::Kind::Points;
    a.name = QStringLiteral("A");
    a.x = {3, 1, 2, 4};
    a.y = {30, 10, 20, std::nan("")};
    PlotSeries b = a;
    b.name = QStringLiteral("B");
    b.x = {1.1, 2.9};
    b.y = {11, 29};
    PlotSeries level;
    level.kind = PlotSeries::Kind::Level;
    level.name = QStringLiteral("best");
    level.y = {9};
    plot.series = {a, level, b};
    return plot;
}

bool press(PlotCursor& cursor, const Plot& plot, int key, Qt::KeyboardModifiers modifiers = {})
{
    return cursor.move(plot, QKeyEvent(QEvent::KeyPress, key, modifiers));
}

TEST(PlotCursor, GoesThroughThePointsInTheOrderOfX)
{
    const Plot plot = twoSeries();
    PlotCursor cursor;
    EXPECT_FALSE(cursor.at(plot));
    std::vector<double> seen;
    for (int i = 0; i < 4; ++i) {
        ASSERT_TRUE(press(cursor, plot, Qt::Key_Right));
        seen.push_back(cursor.at(plot)->x);
    }
    EXPECT_EQ(seen, (std::vector<double>{1, 2, 3, 3})); // the last has no value
    EXPECT_TRUE(press(cursor, plot, Qt::Key_Home));
    EXPECT_EQ(cursor.at(plot)->point, 1); // in the caller's order
    EXPECT_TRUE(press(cursor, plot, Qt::Key_Right, Qt::ControlModifier));
    EXPECT_EQ(cursor.at(plot)->x, 3);
}

TEST(PlotCursor, ChangesToTheNearestPointOfTheNextSeries)
{
    const Plot plot = twoSeries();
    PlotCursor cursor;
    press(cursor, plot, Qt::Key_Right);
    press(cursor, plot, Qt::Key_End);
    EXPECT_TRUE(press(cursor, plot, Qt::Key_Down)); // over the level, which has no points
    EXPECT_EQ(cursor.at(plot)->series, 2);
    EXPECT_EQ(cursor.at(plot)->y, 29);
    EXPECT_TRUE(press(cursor, plot, Qt::Key_Down));
    EXPECT_EQ(cursor.at(plot)->series, 0);
}

TEST(PlotCursor, BeginsOnACurveThoughItsBandComesFirst)
{
    Plot plot = twoSeries();
    PlotSeries band = plot.series[0];
    band.kind = PlotSeries::Kind::Band;
    plot.series.insert(plot.series.begin(), band);
    PlotCursor cursor;
    EXPECT_TRUE(press(cursor, plot, Qt::Key_Right));
    EXPECT_EQ(cursor.at(plot)->series, 1);
    EXPECT_TRUE(press(cursor, plot, Qt::Key_Up)); // the band can be reached
    EXPECT_EQ(cursor.at(plot)->series, 0);
    plot.series = {band};
    cursor.clear();
    EXPECT_TRUE(press(cursor, plot, Qt::Key_Right)); // where there is nothing else
}

TEST(PlotCursor, LeavesOtherKeysAndEmptyPlotsAlone)
{
    PlotCursor cursor;
    EXPECT_FALSE(press(cursor, twoSeries(), Qt::Key_A));
    EXPECT_FALSE(press(cursor, twoSeries(), Qt::Key_Right, Qt::AltModifier));
    EXPECT_FALSE(press(cursor, Plot{}, Qt::Key_Right));
    EXPECT_TRUE(press(cursor, twoSeries(), Qt::Key_Down));
    EXPECT_FALSE(cursor.at(Plot{})); // the plot has changed under it
}

TEST(PlotWidgetKeys, ReturnOnAPointIsADoubleClickAndItsValueIsSpoken)
{
    PlotWidget widget;
    widget.show(twoSeries());
    widget.show();
    QSignalSpy opened(&widget, &PlotWidget::doubleClicked);
    QTest::keyClick(&widget, Qt::Key_Return); // on nothing
    EXPECT_EQ(opened.count(), 0);
    QTest::keyClick(&widget, Qt::Key_Right);
    EXPECT_EQ(widget.spokenValue(), QStringLiteral("A, depth 1, error (%) 10"));
    QTest::keyClick(&widget, Qt::Key_Return);
    ASSERT_EQ(opened.count(), 1);
    EXPECT_EQ(opened.front().front().value<PlotHover>().point, 1);
    EXPECT_TRUE(widget.spokenValue().isEmpty());
}

TEST(PlotWords, SayAxesSeriesAndRanges)
{
    EXPECT_EQ(describe(twoSeries()),
              QStringLiteral("Across: depth, 1 to 4. Upwards: error (%), 9 to 30. "
                             "A: points, 4 values, 10 to 30. best: horizontal line, 9. "
                             "B: points, 2 values, 11 to 29."));
    EXPECT_EQ(describe(Plot{}), QStringLiteral("There is nothing in it yet."));
}

TEST(DataTable, CopiesWhatIsSelectedOrAllThatIsShown)
{
    DataTableDialog dialog(tableOf(twoSeries()), QStringLiteral("two"));
    dialog.copy();
    EXPECT_EQ(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), 8); // a heading and seven points
    dialog.findChild<QTableView*>()->selectRow(1);
    dialog.copy();
    EXPECT_EQ(QGuiApplication::clipboard()->text().trimmed().section(QLatin1Char('\n'), 1),
              QStringLiteral("A\t1\t10"));
}

TEST(DataTable, RoundsLongNumbersToReadAndCopiesThemWhole)
{
    PlotTable table{{QStringLiteral("series"), QStringLiteral("y")}, {}};
    table.rows.push_back({QStringLiteral("A"), QStringLiteral("59.760000000000005")});
    table.rows.push_back({QStringLiteral("A"), QStringLiteral("369.84375")});
    DataTableDialog dialog(table, QStringLiteral("long"));
    const QAbstractItemModel& rows = *dialog.findChild<QTableView*>()->model();
    EXPECT_EQ(rows.index(0, 1).data().toString(), QStringLiteral("59.76"));
    EXPECT_EQ(rows.index(1, 1).data().toString(), QStringLiteral("369.84375"));
    dialog.copy();
    EXPECT_TRUE(QGuiApplication::clipboard()->text().contains(QStringLiteral("59.760000000000005")));
}

} // namespace
} // namespace regnet
