// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/on_dialog.h"
#include "tests/widgets/queue/queue_window_fixture.h"

#include "core/store/store.h"
#include "widgets/notices/notice_bar.h"
#include "widgets/queue/populations_model.h"
#include "widgets/queue/queue_panel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
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
                carryOut(adding(populationOf(each, {})), store, spool());
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
    onDialog<QDialog>(&panel, [](QDialog& dialog) {
        auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("newName"));
        EXPECT_EQ(name->text(), QStringLiteral("small"));
        name->setText(QStringLiteral(" better "));
        dialog.findChild<QPushButton*>(QStringLiteral("rename"))->click();
    });
    panel.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&panel)) << "a shortcut wants the focus";
    panel.populations()->setFocus();
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
    onDialog<QDialog>(&panel, [](QDialog& dialog) {
        auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("newName"));
        auto* problem = dialog.findChild<QLabel*>(QStringLiteral("nameProblem"));
        auto* rename = dialog.findChild<QPushButton*>(QStringLiteral("rename"));
        EXPECT_FALSE(rename->isEnabled()) << "it is the name that it has";
        name->setText(QStringLiteral("other"));
        EXPECT_EQ(problem->text(),
                  QStringLiteral("the new name: is \"other\", which another population of the "
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

TEST_F(QueuePopulations, TheMenuOfAPopulationHasBoth)
{
    ASSERT_TRUE(choose(0));
    const auto menuAt = [&](int row) {
        bool hasBoth = false;
        QTimer::singleShot(0, qApp, [&] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            ASSERT_TRUE(menu);
            hasBoth = menu->actions().contains(action("renamePopulation")) &&
                      menu->actions().contains(action("deletePopulation"));
            menu->close();
        });
        const QModelIndex index = panel.populations()->model()->index(row, 0);
        Q_EMIT panel.populations()->customContextMenuRequested(
            panel.populations()->visualRect(index).center());
        return hasBoth;
    };
    EXPECT_FALSE(menuAt(0));
    EXPECT_TRUE(menuAt(2));
    EXPECT_EQ(panel.populations()->currentIndex().row(), 2);
}

TEST_F(QueuePopulations, NoneIsDeletedWhileItsJobsWait)
{
    ASSERT_TRUE(choose(1));
    action("deletePopulation")->trigger();
    const auto* notice = panel.findChild<NoticeBar*>(QStringLiteral("notice"));
    EXPECT_TRUE(waitFor([&] {
        return notice->text() == QStringLiteral("population \"small\": has 3 jobs that run or wait; expected "
                                                "them to end, or to be cancelled, first");
    }));
}

TEST_F(QueuePopulations, OneIsDeletedAfterAQuestionThatSaysWhatGoes)
{
    QueueRequest request;
    request.action = QueueRequest::Action::Cancel;
    request.jobs.populations = {"small"};
    regnet::request(request, file(), spool(), "test");
    ASSERT_TRUE(choose(1));
    const QSignalSpy gone(&dispatcher, &DispatcherThread::populationGone);
    QString question, details;
    const auto answer = [&](QMessageBox::ButtonRole role) {
        onDialog<QMessageBox>(&panel, [&question, &details, role](QMessageBox& box) {
            question = box.text();
            details = box.informativeText();
            for (QAbstractButton* button : box.buttons())
                if (box.buttonRole(button) == role) return button->click();
        });
        question.clear();
        action("deletePopulation")->trigger();
        return waitFor([&] { return !question.isEmpty(); });
    };
    ASSERT_TRUE(answer(QMessageBox::RejectRole));
    EXPECT_EQ(question, QStringLiteral("Delete small?"));
    EXPECT_THAT(details.toStdString(), HasSubstr("Finished results that go with it: 0."));
    EXPECT_EQ(StoreReader(file()).populations().size(), 2u);
    const QSignalSpy noticed(&dispatcher, &DispatcherThread::noticed);
    ASSERT_TRUE(answer(QMessageBox::DestructiveRole));
    ASSERT_TRUE(waitFor([&] { return panel.populations()->model()->rowCount() == 2; }));
    EXPECT_EQ(panel.populations()->currentIndex().row(), 0) << "all jobs are shown";
    EXPECT_TRUE(waitFor([&] { return panel.table()->model()->rowCount() == 2; })) << "of the other one";
    ASSERT_EQ(gone.size(), 1);
    EXPECT_EQ(gone[0][0].toString(), QStringLiteral("small"));
    ASSERT_TRUE(waitFor([&] { return !noticed.isEmpty(); }));
    EXPECT_THAT(noticed.back()[0].toString().toStdString(),
                testing::AllOf(HasSubstr("small was deleted"), HasSubstr("runs.db.before-delete-")));
}

TEST(PopulationsOfAQueue, CountsAreGrouped)
{
    auto snapshot = std::make_shared<QueueSnapshot>();
    snapshot->progress.jobs.byState = {{JobState::Done, 19'992}, {JobState::Failed, 8}};
    PopulationsModel model;
    model.setSnapshot(snapshot);
    const QModelIndex all = model.index(0, PopulationsModel::Counts);
    EXPECT_EQ(all.data().toString().toStdString(), "20,000 / 20,000");
    EXPECT_THAT(all.data(Qt::ToolTipRole).toString().toStdString(), HasSubstr("19,992 "));
}

} // namespace
} // namespace regnet
