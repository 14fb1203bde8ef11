// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/desktop_note.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

#include <gtest/gtest.h>

namespace regnet {
namespace {

TEST(DesktopNote, IsDueAfterLongWorkWhenNobodyLooksAndNotesAreWanted)
{
    QWidget window;
    bool isWanted = true;
    const DesktopNote note(window, [&] { return isWanted; });
    EXPECT_TRUE(note.isDue(DesktopNote::shortestMs));
    EXPECT_FALSE(note.isDue(DesktopNote::shortestMs - 1));
    isWanted = false;
    EXPECT_FALSE(note.isDue(DesktopNote::shortestMs));
    isWanted = true;
    window.show();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    EXPECT_FALSE(note.isDue(DesktopNote::shortestMs)) << "the window is in front";
}

TEST(DesktopNote, IsToldWithItsWords)
{
    QWidget window;
    DesktopNote note(window, [] { return true; });
    QSignalSpy told(&note, &DesktopNote::told);
    note.tell(QStringLiteral("Training is over"), QStringLiteral("24 jobs"), DesktopNote::shortestMs);
    ASSERT_EQ(told.count(), 1);
    EXPECT_EQ(told.front().at(1).toString(), QStringLiteral("24 jobs"));
}

TEST(DesktopNote, FollowedWorkThatWasShortIsNotTold)
{
    QWidget window;
    DesktopNote note(window, [] { return true; });
    QSignalSpy told(&note, &DesktopNote::told);
    int asked = 0;
    for (const std::int64_t open : {0, 3, 1, 0, 0})
        note.follow(open, QStringLiteral("Training is over"), [&asked] {
            ++asked;
            return QString();
        });
    EXPECT_EQ(asked, 1) << "the end came once";
    EXPECT_EQ(told.count(), 0);
}

} // namespace
} // namespace regnet
