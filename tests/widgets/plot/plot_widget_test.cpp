// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/wait_for.h"
#include "widgets/appearance.h"
#include "widgets/plot/plot_widget.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <gmock/gmock.h>

namespace regnet {
namespace {

Plot cloud()
{
    PlotSeries points;
    points.kind = PlotSeries::Kind::Points;
    points.name = QStringLiteral("networks");
    points.x = {3, 1, 2};
    points.y = {30, 10, 20};
    points.names = {QStringLiteral("third"), QStringLiteral("first"), QStringLiteral("second")};
    Plot plot;
    plot.subject = QStringLiteral("a cloud");
    plot.x.title = QStringLiteral("flops");
    plot.y.title = QStringLiteral("error");
    plot.series = {points};
    return plot;
}

class PlotWidgetTest : public testing::Test
{
protected:
    void SetUp() override
    {
        widget.resize(400, 300);
        static_cast<QWidget&>(widget).show();
        widget.show(cloud());
        const QSignalSpy painted(&widget, &PlotWidget::replotted);
        ASSERT_TRUE(waitFor([&painted] { return !painted.isEmpty(); }));
    }

    PlotWidget widget;
};

// Three entries, two a row: the last cell of the legend is empty.
TEST_F(PlotWidgetTest, ALegendUnderThePlotWhoseLastRowIsNotFull)
{
    Plot plot = cloud();
    plot.legend = LegendPlace::Below;
    plot.series.resize(1);
    for (const char* name : {"second of three", "third of three"}) {
        plot.series.push_back(plot.series.front());
        plot.series.back().name = QLatin1String(name);
    }
    for (int width = 200; width <= 600; width += 40) {
        widget.resize(width, 300);
        widget.show(plot);
        const QSignalSpy painted(&widget, &PlotWidget::replotted);
        ASSERT_TRUE(waitFor([&painted] { return !painted.isEmpty(); })) << width;
    }
    plot.legend = LegendPlace::Automatic;
    widget.show(plot);
    const QSignalSpy painted(&widget, &PlotWidget::replotted);
    ASSERT_TRUE(waitFor([&painted] { return !painted.isEmpty(); }));
}

TEST_F(PlotWidgetTest, HoverGivesThePlaceInTheCallersOrderAlthoughTheGraphSortsByX)
{
    PlotHover seen;
    widget.setHover([&seen](const PlotHover& hover) {
        seen = hover;
        return PlotCard{QStringLiteral("card"), std::nullopt, std::nullopt};
    });
    const int rows[] = {0, 1, 2};
    for (const int row : rows) {
        const auto at = static_cast<std::size_t>(row);
        widget.hoverAt(QPointF(cloud().series[0].x[at], cloud().series[0].y[at]));
        EXPECT_EQ(seen.series, 0);
        EXPECT_EQ(seen.point, row);
        EXPECT_NEAR(seen.x, cloud().series[0].x[at], 1e-6);
    }
    widget.hoverAt(QPointF(1, 30));
    EXPECT_EQ(seen.series, -1);
}

TEST_F(PlotWidgetTest, TheCardIsOnTheScreenButNotInPictures)
{
    const QImage before = widget.picture();
    widget.setHover([](const PlotHover&) { return PlotCard{QStringLiteral("a card"), std::nullopt, 2.0}; });
    const QImage screenBefore = widget.grab().toImage();
    widget.hoverAt(QPointF(2, 20));
    EXPECT_NE(widget.grab().toImage(), screenBefore);
    EXPECT_EQ(widget.picture(), before);
}

TEST_F(PlotWidgetTest, CopyTakesThePictureAtTwiceTheSize)
{
    QTest::keyClick(&widget, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->image().size(), QSize(800, 600));
}

TEST_F(PlotWidgetTest, CopiedDataAreTabSeparated)
{
    widget.copyData();
    EXPECT_EQ(QApplication::clipboard()->text().toStdString(), "series\tflops\terror\tname\n"
                                                               "networks\t3\t30\tthird\n"
                                                               "networks\t1\t10\tfirst\n"
                                                               "networks\t2\t20\tsecond\n");
}

TEST_F(PlotWidgetTest, ColoursFollowThePaletteUntilAThemeIsSet)
{
    widget.setPalette(paletteOf(Theme::dark()));
    EXPECT_TRUE(widget.theme().isDark);
    EXPECT_EQ(widget.picture().pixelColor(1, 1), Theme::dark().page);
    widget.setTheme(Theme::light());
    widget.setPalette(paletteOf(Theme::dark()));
    EXPECT_EQ(widget.picture().pixelColor(1, 1), Theme::light().page);
}

TEST_F(PlotWidgetTest, WithoutSeriesThereIsASentenceAndAButton)
{
    widget.setEmptyState(QStringLiteral("Nothing yet."), QStringLiteral("Open"));
    widget.show(Plot{});
    auto* button = widget.findChild<QPushButton*>();
    ASSERT_NE(button, nullptr);
    EXPECT_TRUE(button->isVisible());
    const QSignalSpy asked(&widget, &PlotWidget::emptyButtonClicked);
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_EQ(asked.count(), 1);
    widget.show(cloud());
    EXPECT_FALSE(button->isVisible());
}

TEST_F(PlotWidgetTest, SaysWhatItShowsToThoseWhoDoNotSeeIt)
{
    Plot plot = cloud();
    plot.description = QStringLiteral("Three networks.");
    widget.show(plot);
    EXPECT_EQ(widget.accessibleName(), QStringLiteral("a cloud"));
    EXPECT_EQ(widget.accessibleDescription(), QStringLiteral("Three networks."));
}

TEST_F(PlotWidgetTest, TheRightButtonOpensTheMenuThatTheGuidePromises)
{
    QStringList offered;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&offered] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (!menu) return;
        for (const QAction* action : menu->actions())
            offered << action->text().remove(QLatin1Char('&'));
        menu->close();
    });
    look.start(5);
    auto* canvas = widget.childAt(200, 120);
    QContextMenuEvent click(QContextMenuEvent::Mouse, QPoint(10, 10), canvas->mapToGlobal(QPoint(10, 10)));
    QApplication::sendEvent(canvas, &click); // comes back when the menu is closed
    EXPECT_EQ(offered.join(QLatin1String(", ")).toStdString(),
              "Copy picture, Copy data, Show data as table…, Export…");
}

TEST_F(PlotWidgetTest, AZoomStaysWhenDataComeAndEscShowsAllAgain)
{
    widget.setZoomable(true);
    const QImage whole = widget.picture();
    auto* canvas = widget.childAt(200, 120);
    QWheelEvent wheel(QPointF(200, 120), canvas->mapToGlobal(QPointF(200, 120)), {}, QPoint(0, 240),
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(canvas, &wheel);
    EXPECT_NE(widget.picture(), whole);
    const QImage zoomed = widget.picture();
    widget.show(cloud());
    EXPECT_EQ(widget.picture(), zoomed);
    QTest::keyClick(&widget, Qt::Key_Escape);
    EXPECT_EQ(widget.picture(), whole);
}

} // namespace
} // namespace regnet
