// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mnemonics.h"

#include <QAction>
#include <QToolBar>
#include <QToolButton>

#include <gtest/gtest.h>

namespace regnet {
namespace {

TEST(Mnemonics, TextsAreReadWithoutThem)
{
    EXPECT_EQ(withoutMnemonic(QStringLiteral("Se&ttings…")), QStringLiteral("Settings…"));
    EXPECT_EQ(withoutMnemonic(QStringLiteral("열기(&O)…")), QStringLiteral("열기…"));
    EXPECT_EQ(withoutMnemonic(QStringLiteral("A && B\tCtrl+B")), QStringLiteral("A & B"));
    EXPECT_EQ(withoutMnemonic(QStringLiteral("best (of k)")), QStringLiteral("best (of k)"));
    EXPECT_EQ(withoutMnemonic(QString()), QString());
}

TEST(Mnemonics, AToolButtonFollowsItsActionWithoutThem)
{
    QToolBar bar;
    QAction action(QStringLiteral("실행 취소(&U)"));
    bar.addAction(&action);
    hideMnemonicOnTools(action);
    const auto* button = qobject_cast<QToolButton*>(bar.widgetForAction(&action));
    ASSERT_NE(button, nullptr);
    EXPECT_EQ(button->text(), QStringLiteral("실행 취소"));
    EXPECT_EQ(action.toolTip(), QStringLiteral("실행 취소"));
    EXPECT_EQ(action.text(), QStringLiteral("실행 취소(&U)")) << "in the menu it stays";
    action.setText(QStringLiteral("실행 취소(&U) 깊이"));
    EXPECT_EQ(button->text(), QStringLiteral("실행 취소 깊이"));
    EXPECT_EQ(action.toolTip(), QStringLiteral("실행 취소 깊이"));
}

TEST(Mnemonics, ATipOfItsOwnStays)
{
    QAction action(QStringLiteral("학습(&T)"));
    action.setToolTip(QStringLiteral("모집단을 학습합니다"));
    hideMnemonicOnTools(action);
    action.setText(QStringLiteral("계속(&T)"));
    EXPECT_EQ(action.iconText(), QStringLiteral("계속"));
    EXPECT_EQ(action.toolTip(), QStringLiteral("모집단을 학습합니다"));
}

} // namespace
} // namespace regnet
