// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/find_in_table.h"

#include "tests/widgets/spoken_names.h"

#include <QLabel>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QTreeView>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

class FindInTable : public testing::Test
{
protected:
    FindInTable()
    {
        for (int i = 0; i < 100; ++i)
            model.appendRow(
                {new QStandardItem(QStringLiteral("network %1").arg(i)),
                 new QStandardItem(i % 10 == 7 ? QStringLiteral("Diverged") : QStringLiteral("done")),
                 new QStandardItem(QStringLiteral("hidden%1").arg(i))});
        table.setModel(&model);
        table.setColumnHidden(2, true);
        table.resize(400, 200);
        table.show();
        table.setFocus();
    }

    FindBar* bar() { return table.findChild<FindBar*>(); }
    QLineEdit* words() { return bar()->findChild<QLineEdit*>(); }
    std::string answer()
    {
        return bar()->findChild<QLabel*>(QStringLiteral("findAnswer"))->text().toStdString();
    }
    int found() { return table.currentIndex().row(); }
    void open() { QTest::keyClick(&table, Qt::Key_F, Qt::ControlModifier); }
    void type(const char* text)
    {
        words()->clear();
        QTest::keyClicks(words(), QLatin1String(text));
    }

    QStandardItemModel model;
    QTableView table;
    TableFinder finder{nullptr};
};

TEST_F(FindInTable, GoesFromRowToRowInWhichAllWordsStandAndAround)
{
    EXPECT_EQ(bar(), nullptr);
    open();
    ASSERT_NE(bar(), nullptr);
    type("diverged 7");
    EXPECT_EQ(found(), 7);
    QTest::keyClick(words(), Qt::Key_Return);
    EXPECT_EQ(found(), 17);
    QTest::keyClick(words(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(words(), Qt::Key_Up);
    EXPECT_EQ(found(), 97);
    QTest::keyClick(words(), Qt::Key_Down);
    EXPECT_EQ(found(), 7);
}

TEST_F(FindInTable, SaysThatNothingFitsAndLeavesTheRow)
{
    open();
    type("network 42");
    EXPECT_EQ(found(), 42);
    type("hidden3"); // a column that nobody sees
    EXPECT_EQ(found(), 42);
    EXPECT_EQ(answer(), "No row fits");
    type("");
    QTest::keyClick(words(), Qt::Key_Return);
    EXPECT_EQ(found(), 42);
    EXPECT_EQ(answer(), "");
}

TEST_F(FindInTable, WhatItFindsIsNotUnderItself)
{
    open();
    for (const char* text : {"network 99", "network 50", "network 0"}) {
        type(text);
        const QRect row = table.visualRect(table.currentIndex()).translated(table.viewport()->pos());
        EXPECT_TRUE(table.viewport()->geometry().contains(row)) << text;
        EXPECT_FALSE(row.intersects(bar()->geometry())) << text;
    }
    table.resize(300, 300);
    EXPECT_EQ(bar()->width(), 300);
}

TEST_F(FindInTable, EscGivesTheFocusBackAndCtrlFOpensItWithTheWords)
{
    open();
    type("network 3");
    QTest::keyClick(words(), Qt::Key_Escape);
    EXPECT_FALSE(bar()->isVisible());
    EXPECT_EQ(table.window()->focusWidget(), &table);
    open();
    EXPECT_EQ(words()->selectedText(), QStringLiteral("network 3"));
    EXPECT_EQ(table.findChildren<FindBar*>().size(), 1);
    EXPECT_THAT(namelessIn(*bar()), testing::IsEmpty());
}

TEST_F(FindInTable, RowsOfFoldedBranchesAreFoundAndUnfolded)
{
    QStandardItemModel tree;
    auto* study = new QStandardItem(QStringLiteral("study"));
    study->appendRow(new QStandardItem(QStringLiteral("panel")));
    tree.appendRow(study);
    QTreeView view;
    view.setModel(&tree);
    view.show();
    QTest::keyClick(&view, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(view.findChild<QLineEdit*>(QStringLiteral("findWords")), QStringLiteral("panel"));
    EXPECT_EQ(view.currentIndex(), study->child(0)->index());
    EXPECT_TRUE(view.isExpanded(study->index()));
}

TEST_F(FindInTable, BranchesThatItUnfoldedAndThatFitNoMoreAreFoldedAgain)
{
    QStandardItemModel tree;
    const auto addBranch = [&tree](const char* name, const QStringList& rows) {
        auto* branch = new QStandardItem(QLatin1String(name));
        for (const QString& row : rows)
            branch->appendRow(new QStandardItem(row));
        tree.appendRow(branch);
        return branch->index();
    };
    const QModelIndex own = addBranch("own", {QStringLiteral("curve")});
    const QModelIndex first = addBranch("first", {QStringLiteral("panel"), QStringLiteral("pace")});
    const QModelIndex second = addBranch("second", {QStringLiteral("pale"), QStringLiteral("pan")});
    QTreeView view;
    view.setModel(&tree);
    view.expand(own);
    view.show();
    const auto shown = [&] {
        std::string text;
        for (const QModelIndex& each : {own, first, second})
            text += view.isExpanded(each) ? each.data().toString().toStdString() + " " : "";
        return text;
    };
    QTest::keyClick(&view, Qt::Key_F, Qt::ControlModifier);
    auto* typed = view.findChild<QLineEdit*>(QStringLiteral("findWords"));
    QTest::keyClicks(typed, QStringLiteral("pa"));
    EXPECT_EQ(shown(), "own first ");
    QTest::keyClicks(typed, QStringLiteral("l")); // "pal": the first has none
    EXPECT_EQ(shown(), "own second ") << "what a person unfolded stays";
    QTest::keyClick(typed, Qt::Key_Backspace);
    QTest::keyClick(typed, Qt::Key_Backspace);
    QTest::keyClick(typed, Qt::Key_Return);
    QTest::keyClick(typed, Qt::Key_Return);
    EXPECT_EQ(shown(), "own first second ") << "both have rows with \"p\"";
    QTest::keyClicks(typed, QStringLiteral("zzz"));
    EXPECT_EQ(shown(), "own first second ") << "nothing fits, so nothing moves";
}

TEST_F(FindInTable, AnEmptyTableHasNoRowThatFits)
{
    model.clear();
    open();
    type("a");
    EXPECT_EQ(answer(), "No row fits");
}

} // namespace
} // namespace regnet
