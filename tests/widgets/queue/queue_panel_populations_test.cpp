// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/queue/queue_window_fixture.h"

#include "core/store/store.h"
#include "widgets/queue/populations_model.h"
#include "widgets/queue/queue_panel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTimer>
#include <QUndoStack>

#include <gmock/gmock.h>

namespace regnet {
namespace {

using testing::HasSubstr;

/// A panel with the populations "small" (3 networks) and "other" (2), none trained.
class QueuePopulations : public QueueWindowTest
{
protected:
    QueuePopulations()
    {
        {
            Store store(file(), "test");
            spool().create();
            for (const auto& [name, n, seed] : {std::tuple("small", 3, 1), std::tuple("other", 2, 5)}) {
                TrainingOrder each = order(n);
                each.population = name;
                each.seed = static_cast<std::uint64_t>(seed);
                QueueRequest request;
                request.action = QueueRequest::Action::Add;
                request.population = populationOf(each, {});
                carryOut(request, store, spool());
            }
        }
        panel.setHistory(&history);
        panel.show();
        dispatcher.start();
    }

    bool choose(int row)
    {
        if (!waitFor([&] { return panel.populations()->model()->rowCount() == 3; })) return false;
        panel.populations()->selectRow(row);
        return true;
    }
    QString nameAt(int row) const
    {
        return panel.populations()->model()->index(row, PopulationsModel::Name).data().toString();
    }
    QAction* action(const char* name) const { return panel.findChild<QAction*>(QLatin1String(name)); }

    /// Does it to the dialog that comes next.
    template <typename Dialog>
    static void onDialog(std::function<void(Dialog&)> act)
    {
        QTimer::singleShot(0, qApp, [act] {
            auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
            ASSERT_TRUE(dialog);
            act(*dialog);
        });
    }

    DispatcherThread dispatcher{file()};
    QUndoStack history;
    QueuePanel panel{dispatcher};
};

TEST_F(QueuePopulations, OneGetsAnotherNameAndUndoGivesItBack)
{
    ASSERT_TRUE(choose(0));
    EXPECT_FALSE(action("renamePopulation")->isEnabled()) << "all jobs are no population";
    ASSERT_TRUE(choose(1));
    const QSignalSpy renamed(&dispatcher, &DispatcherThread::populationRenamed);
    onDialog<QDialog>([](QDialog& dialog) {
        auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("newName"));
        EXPECT_EQ(name->text(), QStringLiteral("small"));
        name->setText(QStringLiteral(" better "));
        dialog.findChild<QPushButton*>(QStringLiteral("rename"))->click();
    });
    QTest::keyClick(panel.populations(), Qt::Key_F2);
    ASSERT_TRUE(waitFor([&] { return nameAt(1) == QStringLiteral("better"); }));
    EXPECT_EQ(panel.populations()->currentIndex().row(), 1) << "it stays the chosen one";
    EXPECT_TRUE(waitFor([&] { return panel.table()->model()->rowCount() == 3; })) << "and its jobs the list";
    ASSERT_EQ(renamed.size(), 1);
    EXPECT_EQ(renamed[0][0].toString(), QStringLiteral("small"));
    EXPECT_EQ(renamed[0][1].toString(), QStringLiteral("better"));
    ASSERT_TRUE(history.canUndo());
    EXPECT_EQ(history.undoText(), QStringLiteral("rename small"));
    history.undo();
    EXPECT_TRUE(waitFor([&] { return nameAt(1) == QStringLiteral("small"); }));
    history.redo();
    EXPECT_TRUE(waitFor([&] { return nameAt(1) == QStringLiteral("better"); }));
}

TEST_F(QueuePopulations, TheDialogSaysWhatStandsAgainstAName)
{
    ASSERT_TRUE(choose(1));
    onDialog<QDialog>([](QDialog& dialog) {
        auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("newName"));
        auto* problem = dialog.findChild<QLabel*>(QStringLiteral("nameProblem"));
        auto* rename = dialog.findChild<QPushButton*>(QStringLiteral("rename"));
        EXPECT_FALSE(rename->isEnabled()) << "it is the name that it has";
        name->setText(QStringLiteral("other"));
        EXPECT_EQ(problem->text(), QStringLiteral("the new name: is \"other\", which another population of the "
                                                  "store has; expected a name that is not taken"));
        EXPECT_FALSE(rename->isEnabled());
        name->setText(QStringLiteral("  "));
        EXPECT_EQ(problem->text(), QStringLiteral("the new name: is empty"));
        EXPECT_FALSE(rename->isEnabled());
        name->setText(QStringLiteral("it's new"));
        EXPECT_TRUE(problem->text().isEmpty());
        EXPECT_TRUE(rename->isEnabled());
        dialog.findChild<QPushButton*>(QStringLiteral("copyRename"))->click();
        dialog.reject();
    });
    action("renamePopulation")->trigger();
    EXPECT_THAT(QApplication::clipboard()->text().toStdString(),
                HasSubstr("runs.db -- small 'it'\\''s new'"));
    EXPECT_EQ(history.count(), 0);
    EXPECT_EQ(StoreReader(file()).populations()[0].name, "small");
}

TEST_F(QueuePopulations, ANameThatAnotherProgramGaveIsFollowed)
{
    ASSERT_TRUE(choose(2));
    ASSERT_TRUE(waitFor([&] { return panel.table()->model()->rowCount() == 2; }));
    QueueRequest request;
    request.action = QueueRequest::Action::Rename;
    request.jobs.populations = {"other"};
    request.name = "from a terminal";
    regnet::request(request, file(), spool(), "regnet store rename");
    EXPECT_TRUE(waitFor([&] { return nameAt(2) == QStringLiteral("from a terminal"); }));
    EXPECT_EQ(panel.populations()->currentIndex().row(), 2);
    EXPECT_EQ(panel.table()->model()->rowCount(), 2);
}

TEST_F(QueuePopulations, TheMenuOfAPopulationHasIt)
{
    ASSERT_TRUE(choose(0));
    const auto menuAt = [&](int row) {
        bool hasRename = false;
        QTimer::singleShot(0, qApp, [&] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            ASSERT_TRUE(menu);
            hasRename = menu->actions().contains(action("renamePopulation"));
            menu->close();
        });
        const QModelIndex index = panel.populations()->model()->index(row, 0);
        Q_EMIT panel.populations()->customContextMenuRequested(
            panel.populations()->visualRect(index).center());
        return hasRename;
    };
    EXPECT_FALSE(menuAt(0));
    EXPECT_TRUE(menuAt(2));
    EXPECT_EQ(panel.populations()->currentIndex().row(), 2);
}

} // namespace
} // namespace regnet
