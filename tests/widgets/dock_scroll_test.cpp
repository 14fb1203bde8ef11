// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dock_scroll.h"

#include "widgets/lazy_dock.h"
#include "widgets/main_window.h"

#include <QApplication>
#include <QLabel>
#include <QScrollBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

#include <gtest/gtest.h>

#include <memory>

namespace regnet {
namespace {

QWidget* ofHeight(int height)
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    auto* block = new QWidget(content);
    block->setMinimumSize(200, height);
    column->addWidget(block);
    return content;
}

TEST(DockScroll, ALowDockScrollsAndAHighOneGivesAllItsRoom)
{
    DockScroll scroll(ofHeight(600));
    EXPECT_LT(scroll.minimumSizeHint().height(), 300);
    EXPECT_GE(scroll.minimumSizeHint().width(), 200);
    scroll.resize(400, 200);
    scroll.show();
    QApplication::processEvents();
    EXPECT_EQ(scroll.widget()->height(), 600);
    EXPECT_GT(scroll.verticalScrollBar()->maximum(), 0);
    EXPECT_LE(scroll.widget()->width(), scroll.viewport()->width()); // nothing is cut at the right
    scroll.resize(400, 800);
    QApplication::processEvents();
    EXPECT_EQ(scroll.widget()->size(), scroll.viewport()->size());
    EXPECT_EQ(scroll.verticalScrollBar()->maximum(), 0);
}

TEST(MakeScroll, GivesTheContentTheWidthAndTabGoesPastTheArea)
{
    const std::unique_ptr<QScrollArea> scroll(makeScroll(ofHeight(600), "someScroll"));
    EXPECT_EQ(scroll->objectName(), QStringLiteral("someScroll"));
    EXPECT_EQ(scroll->focusPolicy(), Qt::NoFocus);
    EXPECT_EQ(scroll->frameShape(), QFrame::NoFrame);
    scroll->resize(400, 200);
    scroll->show();
    QApplication::processEvents();
    EXPECT_EQ(scroll->widget()->width(), scroll->viewport()->width());
    EXPECT_GT(scroll->verticalScrollBar()->maximum(), 0);
}

TEST(DockScroll, AWrappedSentenceDoesNotMakeADockScrollThatIsHighEnough)
{
    QWidget* content = ofHeight(100);
    auto* sentence =
        new QLabel(QStringLiteral("some words that are wrapped where there is no room for them"));
    sentence->setWordWrap(true);
    content->layout()->addWidget(sentence);
    auto* big = new QWidget;
    big->setLayout(new QVBoxLayout);
    big->layout()->addWidget(content);
    DockScroll scroll(big);
    scroll.resize(400, 250);
    scroll.show();
    QApplication::processEvents();
    EXPECT_EQ(scroll.verticalScrollBar()->maximum(), 0);
}

TEST(DockScroll, TheWindowFitsASmallScreenWhicheverDocksWereSeen)
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    MainWindow window(settings, folder.filePath(QStringLiteral("runs.db")).toStdString());
    window.resize(1280, 720);
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
    for (const char* name : {"compare", "spaces", "studies", "queue"}) {
        window.dock(QLatin1String(name))->raise();
        QApplication::processEvents();
        EXPECT_LE(window.minimumSizeHint().height(), 720) << name;
        EXPECT_LE(window.height(), 720) << name;
    }
}

} // namespace
} // namespace regnet
