// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commands/command_palette.h"

#include "tests/widgets/on_dialog.h"
#include "tests/widgets/spoken_names.h"
#include "widgets/commands/command_model.h"
#include "widgets/main_window.h"
#include "widgets/plot/data_table_dialog.h"
#include "widgets/plot/plot_widget.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace regnet {
namespace {

Command command(const char* text, int* count = nullptr, bool isEnabled = true)
{
    return {QString::fromUtf8(text),
            QStringLiteral("File"),
            {},
            {},
            isEnabled,
            isEnabled ? QString() : QStringLiteral("nothing was changed"),
            nullptr,
            [count] {
                if (count) ++*count;
            }};
}

std::string shown(const CommandModel& model)
{
    std::string all;
    for (int row = 0; row < model.rowCount(); ++row)
        all += model.index(row, 0).data().toString().toStdString() + "\n";
    return all;
}

TEST(CommandModel, TheBestComesFirstAndWhatIsOffComesLastWithItsReason)
{
    CommandModel model({command("Undo", nullptr, false), command("Report…"), command("Export figure…"),
                        command("Report as a figure…")});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setTyped(QStringLiteral("rep"));
    EXPECT_EQ(shown(model), "Report…\nReport as a figure…\n");
    model.setTyped(QStringLiteral("fig"));
    EXPECT_EQ(shown(model), "Export figure…\nReport as a figure…\n");
    model.setTyped({});
    EXPECT_EQ(shown(model), "Report…\nExport figure…\nReport as a figure…\nUndo — not available\n");
    EXPECT_EQ(model.sentence(3), QStringLiteral("Not available now: nothing was changed"));
    model.setRecent({QStringLiteral("Export figure…")});
    EXPECT_EQ(model.at(0)->text, QStringLiteral("Export figure…"));
    EXPECT_EQ(model.at(4), nullptr);
}

TEST(CommandModel, EnglishWordsFindACommandInEveryLanguage)
{
    QObject action;
    action.setObjectName(QStringLiteral("exportFigure"));
    Command korean = command("그림 내보내기…");
    korean.owner = &action;
    CommandModel model({command("보고서…"), korean});
    model.setTyped(QStringLiteral("figure"));
    EXPECT_EQ(shown(model), "그림 내보내기…\n");
    model.setTyped(QStringLiteral("그림"));
    EXPECT_EQ(shown(model), "그림 내보내기…\n");
}

TEST(CommandPalette, IsUsedByTheKeyboardAlone)
{
    CommandPalette palette({command("First"), command("Second"), command("Third", nullptr, false)}, {});
    palette.show();
    EXPECT_THAT(namelessIn(palette), testing::IsEmpty());
    auto* typed = palette.findChild<QLineEdit*>(QStringLiteral("commandTyped"));
    QTest::keyClick(typed, Qt::Key_Down);
    QTest::keyClick(typed, Qt::Key_Down);
    QTest::keyClick(typed, Qt::Key_Return); // off: it says why and stays
    EXPECT_TRUE(palette.isVisible());
    EXPECT_EQ(palette.findChild<QLabel*>(QStringLiteral("commandSentence"))->text(),
              QStringLiteral("Not available now: nothing was changed"));
    QTest::keyClick(typed, Qt::Key_Up);
    QTest::keyClick(typed, Qt::Key_Return);
    EXPECT_FALSE(palette.isVisible());
    ASSERT_NE(palette.chosen(), nullptr);
    EXPECT_EQ(palette.chosen()->text, QStringLiteral("Second"));
}

TEST(CommandPalette, EscLeavesEverything)
{
    CommandPalette palette({command("First")}, {});
    palette.show();
    QTest::keyClick(palette.findChild<QLineEdit*>(), Qt::Key_Escape);
    EXPECT_FALSE(palette.isVisible());
    EXPECT_EQ(palette.chosen(), nullptr);
}

class CommandsOfTheWindow : public testing::Test
{
protected:
    /// Opens the palette, types, and presses Return.
    void findAndDo(const QString& words)
    {
        onDialog<CommandPalette>(&window, [words](CommandPalette& palette) {
            auto* typed = palette.findChild<QLineEdit*>(QStringLiteral("commandTyped"));
            QTest::keyClicks(typed, words);
            QTest::keyClick(typed, Qt::Key_Return);
        });
        window.findChild<QAction*>(QStringLiteral("commands"))->trigger();
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    MainWindow window{settings, folder.filePath(QStringLiteral("runs.db")).toStdString()};
};

void expectInList(const QMenu& menu, const std::vector<Command>& commands)
{
    for (QAction* action : menu.actions()) {
        if (action->menu()) {
            expectInList(*action->menu(), commands);
            continue;
        }
        if (action->isSeparator() || action->text().isEmpty() || !action->isVisible()) continue;
        const bool isThere = std::any_of(commands.begin(), commands.end(), [action](const Command& each) {
            return each.owner == action || (each.owner && each.owner == action->parent());
        });
        EXPECT_TRUE(isThere) << action->text().toStdString();
    }
}

TEST_F(CommandsOfTheWindow, EveryActionOfTheMenusIsInTheListAndEveryDock)
{
    const std::vector<Command> commands = commandsOf(window);
    for (const QAction* action : window.menuBar()->actions())
        expectInList(*action->menu(), commands);
    for (const LazyDock* dock : window.findChildren<LazyDock*>())
        EXPECT_TRUE(std::any_of(commands.begin(), commands.end(), [dock](const Command& each) {
            return each.text == QStringLiteral("Go to ") + dock->windowTitle();
        })) << dock->windowTitle().toStdString();
    const auto cancel = std::find_if(commands.begin(), commands.end(), [](const Command& each) {
        return each.keys == QStringLiteral("Del") && each.where == QStringLiteral("Queue dock");
    });
    ASSERT_NE(cancel, commands.end()) << "an action of a dock";
    EXPECT_FALSE(cancel->isEnabled);
}

TEST_F(CommandsOfTheWindow, EveryPageOfADockIsInTheList)
{
    const std::vector<Command> commands = commandsOf(window);
    for (const LazyDock* dock : window.findChildren<LazyDock*>())
        for (const QTabWidget* tabs : dock->findChildren<QTabWidget*>())
            for (int i = 0; i < tabs->count(); ++i)
                EXPECT_TRUE(std::any_of(commands.begin(), commands.end(), [&](const Command& each) {
                    return each.owner == tabs->widget(i) && each.text.startsWith(QStringLiteral("Show ")) &&
                           each.where == dock->windowTitle() + QStringLiteral(" dock");
                })) << tabs->tabText(i).toStdString();
}

TEST_F(CommandsOfTheWindow, APageIsShownByItsName)
{
    window.show();
    findAndDo(QStringLiteral("show inverse"));
    const auto* tabs = window.findChild<QTabWidget*>(QStringLiteral("spaceTabs"));
    ASSERT_NE(tabs, nullptr);
    EXPECT_EQ(tabs->tabText(tabs->currentIndex()), QStringLiteral("Inverse design"));
    EXPECT_TRUE(tabs->currentWidget()->isVisible());
}

TEST_F(CommandsOfTheWindow, OffCommandsOfTheMenusSayWhy)
{
    for (const Command& each : commandsOf(window)) {
        const bool isOfMenu = each.where == QStringLiteral("Edit") || each.where == QStringLiteral("Network");
        EXPECT_TRUE(each.isEnabled || !isOfMenu || !each.reason.isEmpty()) << each.text.toStdString();
    }
}

TEST_F(CommandsOfTheWindow, TypingAndReturnDoesIt)
{
    window.show();
    const QString before = window.model().network().isBuilt() ? QStringLiteral("built") : QString();
    ASSERT_FALSE(before.isEmpty());
    const std::size_t pins = window.model().pins().size();
    findAndDo(QStringLiteral("pin this"));
    EXPECT_EQ(window.model().pins().size(), pins + 1);
}

TEST_F(CommandsOfTheWindow, ActOnThePlotThatHadTheFocus)
{
    window.show();
    auto* plot = window.dock(QStringLiteral("complexity"))->findChild<PlotWidget*>();
    ASSERT_NE(plot, nullptr);
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    plot->setFocus();
    findAndDo(QStringLiteral("data of the plot"));
    EXPECT_NE(plot->findChild<DataTableDialog*>(), nullptr);
}

} // namespace
} // namespace regnet
