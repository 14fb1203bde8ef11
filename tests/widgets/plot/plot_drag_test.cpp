// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/plot_drag.h"

#include "tests/widgets/wait_for.h"
#include "widgets/plot/export.h"
#include "widgets/plot/plot_widget.h"

#include <QApplication>
#include <QEnterEvent>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QTest>
#include <QUrl>

#include <gtest/gtest.h>

namespace regnet {
namespace {

class DragGripTest : public testing::Test
{
protected:
    void SetUp() override
    {
        PlotSeries points;
        points.kind = PlotSeries::Kind::Points;
        points.name = QStringLiteral("networks");
        points.x = {1, 2, 3};
        points.y = {10, 20, 30};
        Plot plot;
        plot.subject = QStringLiteral("a cloud");
        plot.series = {points};
        widget.resize(400, 300);
        static_cast<QWidget&>(widget).show();
        widget.show(plot);
        grip = widget.findChild<DragGrip*>(QStringLiteral("dragGrip"));
        ASSERT_NE(grip, nullptr);
    }

    void enter()
    {
        QEnterEvent event({20, 20}, {20, 20}, {20, 20});
        QApplication::sendEvent(&widget, &event);
    }

    /// The file that a program gets to which the grip is dropped.
    static QByteArray contentsOf(const QMimeData& mime)
    {
        EXPECT_EQ(mime.urls().size(), 1);
        QFile file(mime.urls().front().toLocalFile());
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    PlotWidget widget;
    DragGrip* grip = nullptr;
};

TEST_F(DragGripTest, IsSeenWhileTheMouseIsOverAPlotThatShowsSomething)
{
    EXPECT_FALSE(grip->isVisible());
    enter();
    EXPECT_TRUE(grip->isVisible());
    EXPECT_TRUE(widget.rect().contains(grip->geometry()));
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&widget, &leave);
    EXPECT_FALSE(grip->isVisible());
    widget.show(Plot());
    enter();
    EXPECT_FALSE(grip->isVisible());
}

TEST_F(DragGripTest, StaysInTheCornerOfAPlotThatGrows)
{
    enter();
    widget.resize(600, 500);
    EXPECT_TRUE(waitFor([&] { return grip->geometry().center().x() > 550; }));
    EXPECT_LT(grip->geometry().center().y(), 50);
}

TEST_F(DragGripTest, GivesThePlotAsAFileAndAsAPicture)
{
    const std::unique_ptr<QMimeData> mime = grip->mimeData();
    EXPECT_EQ(QFileInfo(mime->urls().front().toLocalFile()).fileName(),
              widget.figureName() + QStringLiteral(".pdf"));
    EXPECT_EQ(contentsOf(*mime), figureBytes(widget.plot(), FigureFormat::Pdf, {}));
    EXPECT_EQ(mime->imageData().value<QImage>().size(), QSize(800, 600)) << "sharp at 200 %";
}

TEST_F(DragGripTest, GivesTheFileThatTheViewWantsAndNoneOfTheDragBefore)
{
    setDragFile(widget, [](FigureFormat format) {
        return format == FigureFormat::Pdf ? QByteArray("%PDF of the view") : QByteArray();
    });
    const std::unique_ptr<QMimeData> first = grip->mimeData();
    EXPECT_EQ(contentsOf(*first), QByteArray("%PDF of the view"));
    const std::unique_ptr<QMimeData> second = grip->mimeData();
    EXPECT_FALSE(QFileInfo::exists(first->urls().front().toLocalFile()));
    EXPECT_EQ(contentsOf(*second), QByteArray("%PDF of the view"));
}

} // namespace
} // namespace regnet
