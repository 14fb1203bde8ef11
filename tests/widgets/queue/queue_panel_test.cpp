// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/queue_panel.h"

#include "tests/widgets/queue/queue_window_fixture.h"

#include "core/store/store.h"
#include "core/system/whole_file.h"
#include "widgets/figures/export_dialog.h"
#include "widgets/figures/run_figure.h"
#include "widgets/notices/notice_bar.h"
#include "widgets/plot/plot_widget.h"
#include "widgets/queue/populations_model.h"
#include "widgets/queue/queue_model.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

namespace regnet {
namespace {

class QueuePanelTest : public QueueWindowTest
{
protected:
    static QAction* action(const QueuePanel& panel, const char* name)
    {
        return panel.findChild<QAction*>(QLatin1String(name));
    }
};

TEST_F(QueuePanelTest, AnEmptyQueueOffersOneButton)
{
    DispatcherThread dispatcher(file());
    QueuePanel panel(dispatcher);
    panel.show();
    const QSignalSpy wanted(&panel, &QueuePanel::trainWanted);
    auto* button = panel.findChild<QPushButton*>(QStringLiteral("trainFirst"));
    ASSERT_TRUE(button);
    EXPECT_TRUE(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_EQ(wanted.size(), 1);
    EXPECT_FALSE(action(panel, "start")->isEnabled());
    EXPECT_FALSE(action(panel, "cancel")->isEnabled());
}

TEST_F(QueuePanelTest, SelectedJobsCanBeCancelledAndTriedAgain)
{
    script("epoch_ms 100\n");
    DispatcherThread dispatcher(file());
    QueuePanel panel(dispatcher);
    panel.show();
    dispatcher.start();
    dispatcher.train(order(3), 1, QStringLiteral("cpu"));
    ASSERT_TRUE(waitFor([&] { return panel.table()->model()->rowCount() == 3; }));
    panel.table()->selectRow(2);
    const std::vector<std::string> selected = panel.selection().ids;
    action(panel, "cancel")->trigger();
    ASSERT_TRUE(waitFor([&] { return dispatcher.snapshot()->progress.jobs.of(JobState::Cancelled) == 1; }));
    EXPECT_EQ(panel.selection().ids, selected) << "it moved, and stays selected";
    EXPECT_TRUE(waitFor([&] { return action(panel, "retry")->isEnabled(); }));
    action(panel, "retry")->trigger();
    EXPECT_TRUE(waitFor([&] { return dispatcher.snapshot()->progress.jobs.of(JobState::Done) == 3; }));
    EXPECT_TRUE(waitFor([&] {
        return panel.findChild<QLabel*>(QStringLiteral("summary"))->text() == QStringLiteral("3 of 3 done");
    }));
}

TEST_F(QueuePanelTest, WhoHoldsTheStoreStandsThere)
{
    const Store other(file(), "regnet train");
    DispatcherThread dispatcher(file());
    const QueuePanel panel(dispatcher);
    dispatcher.start();
    EXPECT_TRUE(waitFor([&] {
        return panel.findChild<QLabel*>(QStringLiteral("summary"))
            ->text()
            .startsWith(QStringLiteral("regnet train (process"));
    }));
    EXPECT_FALSE(action(panel, "start")->isEnabled());
}

TEST_F(QueuePanelTest, FiltersByStatePopulationAndText)
{
    {
        Store store(file(), "test");
        TrainingOrder few = order(3);
        store.add(populationOf(few, {}));
        few.population = "other";
        few.seed = 5;
        few.n = 2;
        store.add(populationOf(few, {}));
        store.pause({{}, {"other"}});
    }
    DispatcherThread dispatcher(file());
    QueuePanel panel(dispatcher);
    panel.show();
    dispatcher.start();
    const auto rows = [&] { return panel.table()->model()->rowCount(); };
    ASSERT_TRUE(waitFor([&] { return rows() == 5 && panel.populations()->model()->rowCount() == 3; }));
    EXPECT_EQ(panel.populations()->model()->index(2, PopulationsModel::Counts).data().toString(),
              QStringLiteral("0 / 2"));

    panel.populations()->selectRow(2);
    EXPECT_TRUE(waitFor([&] { return rows() == 2; }));
    panel.populations()->selectRow(0);
    auto* states = panel.findChild<QComboBox*>(QStringLiteral("states"));
    states->setCurrentIndex(states->findData(static_cast<int>(JobState::Queued)));
    EXPECT_TRUE(waitFor([&] { return rows() == 3; }));
    states->setCurrentIndex(0);
    auto* search = panel.findChild<QLineEdit*>(QStringLiteral("search"));
    search->setText(QStringLiteral("OTHER"));
    EXPECT_TRUE(waitFor([&] { return rows() == 2; })) << "the population's name, in any case";
    search->setText(QStringLiteral("nothing is called so"));
    EXPECT_TRUE(waitFor([&] { return rows() == 0; }));
    auto* all = panel.findChild<QPushButton*>(QStringLiteral("showAll"));
    EXPECT_TRUE(waitFor([&] { return all->isVisible(); }));
    all->click();
    EXPECT_TRUE(waitFor([&] { return rows() == 5; }));
}

TEST_F(QueuePanelTest, SelectedJobsGetPriorityPlaceAndPause)
{
    {
        Store store(file(), "test");
        store.add(populationOf(order(4), {}));
    }
    DispatcherThread dispatcher(file());
    QueuePanel panel(dispatcher);
    panel.show();
    dispatcher.start();
    const auto* model = qobject_cast<QueueModel*>(panel.table()->model());
    ASSERT_TRUE(waitFor([&] { return model->rowCount() == 4; }));
    const std::string last = model->job(3).id;
    panel.table()->selectRow(3);
    action(panel, "first")->trigger();
    EXPECT_TRUE(waitFor([&] { return model->job(0).id == last; }));
    EXPECT_EQ(panel.selection().ids, std::vector<std::string>{last});
    action(panel, "down")->trigger();
    EXPECT_TRUE(waitFor([&] { return model->job(3).id == last && model->job(3).priority == -1; }));
    action(panel, "pause")->trigger();
    EXPECT_TRUE(waitFor([&] { return model->job(3).state == JobState::Paused; }));
    EXPECT_TRUE(waitFor([&] { return action(panel, "resume")->isEnabled(); }));
    action(panel, "pauseQueue")->trigger();
    EXPECT_TRUE(waitFor([&] { return dispatcher.snapshot()->isPaused; }));
    EXPECT_TRUE(
        waitFor([&] { return action(panel, "pauseQueue")->text() == QStringLiteral("Resume queue"); }));
    action(panel, "copyRows")->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    ASSERT_EQ(lines.size(), 3);
    EXPECT_TRUE(lines[1].startsWith(QString::fromStdString(last))) << "the whole name";
}

TEST_F(QueuePanelTest, CurvesOfSelectedJobsAreDrawnAsTheyCome)
{
    script("epoch_ms 50\n");
    DispatcherThread dispatcher(file());
    QueuePanel panel(dispatcher);
    panel.show();
    dispatcher.start();
    dispatcher.train(order(2), 2, QStringLiteral("cpu"));
    ASSERT_TRUE(waitFor([&] { return panel.table()->model()->rowCount() == 2; }));
    panel.table()->selectRow(0);
    // Test and training images of one job; then of two, overlaid.
    EXPECT_TRUE(waitFor([&] {
        const Plot& plot = panel.curves().plot();
        return plot.series.size() == 2 && plot.series[1].x.size() == 3 &&
               plot.series[1].name == QStringLiteral("test images");
    }));
    panel.table()->selectAll();
    EXPECT_TRUE(waitFor([&] { return panel.curves().plot().series.size() == 4; }));
    panel.table()->clearSelection();
    EXPECT_TRUE(waitFor([&] { return panel.curves().plot().series.empty(); }));
}

TEST_F(QueuePanelTest, CurvesGoOutAsTheCommandDrawsThem)
{
    script("epoch_ms 1\n");
    DispatcherThread dispatcher(file());
    QueuePanel panel(dispatcher);
    panel.show();
    dispatcher.start();
    dispatcher.train(order(2), 2, QStringLiteral("cpu"));
    const auto* model = qobject_cast<QueueModel*>(panel.table()->model());
    ASSERT_TRUE(waitFor([&] {
        return model->rowCount() == 2 && model->job(0).state == JobState::Done &&
               model->job(1).state == JobState::Done;
    }));
    panel.table()->selectAll();
    ASSERT_TRUE(waitFor([&] {
        const Plot& plot = panel.curves().plot();
        return plot.series.size() == 4 && plot.series[1].x.size() == 3 && plot.series[3].x.size() == 3;
    }));
    Q_EMIT panel.curves().exportRequested();
    auto* dialog = panel.findChild<ExportDialog*>();
    ASSERT_NE(dialog, nullptr);
    dialog->setPath(folder.filePath(QStringLiteral("c.csv")));
    const QStringList command = QProcess::splitCommand(dialog->command());
    dialog->accept();
    const std::string ofTheWindow = readWhole(folder.filePath(QStringLiteral("c.csv")).toStdString());
    ASSERT_TRUE(QFile::remove(folder.filePath(QStringLiteral("c.csv"))));
    ASSERT_EQ(command.mid(0, 3), QStringList({"regnet", "figure", "training"}));
    makeFigure(command.mid(2));
    EXPECT_EQ(readWhole(folder.filePath(QStringLiteral("c.csv")).toStdString()), ofTheWindow);
}

TEST_F(QueuePanelTest, GivingUpHoursOfTrainingIsAsked)
{
    {
        Store store(file(), "test");
        store.add(populationOf(order(1), {}));
        const auto job = store.claim("cpu", 0);
        ASSERT_TRUE(job);
        store.record(job->id, 1, std::vector<LoggedEvent>{{1, 1000, EpochEvent{1, 0.1, 2, 80, 2, 70, 7200}}});
        store.end(*job, {JobState::Queued, {}, 0, 0});
    }
    DispatcherThread dispatcher(file());
    QueuePanel panel(dispatcher);
    panel.show();
    dispatcher.start();
    ASSERT_TRUE(waitFor([&] { return panel.table()->model()->rowCount() == 1; }));
    panel.table()->selectRow(0);
    QString said;
    const auto answer = [&](const QString& button) {
        QTimer::singleShot(0, &panel, [&said, &panel, button] {
            auto* box = panel.findChild<QMessageBox*>(QStringLiteral("confirmCancel"));
            ASSERT_TRUE(box);
            said = box->informativeText();
            for (QAbstractButton* each : box->buttons())
                if (each->text() == button) each->click();
        });
        action(panel, "cancel")->trigger();
    };
    answer(QStringLiteral("Keep them"));
    EXPECT_TRUE(said.contains(QStringLiteral(u"2\u00A0h"))) << said.toStdString();
    EXPECT_EQ(dispatcher.snapshot()->progress.jobs.of(JobState::Cancelled), 0);
    answer(QStringLiteral("Cancel the jobs"));
    EXPECT_TRUE(waitFor([&] { return dispatcher.snapshot()->progress.jobs.of(JobState::Cancelled) == 1; }));
}

TEST_F(QueuePanelTest, WhatWasRecoveredStandsThereUntilItIsDismissed)
{
    {
        Store store(file(), "test");
        store.add(populationOf(order(1), {}));
        store.claim("cpu", 0); // and its dispatcher dies
    }
    DispatcherThread dispatcher(file());
    dispatcher.start();
    ASSERT_TRUE(waitFor([&] { return !dispatcher.recovery().isEmpty(); }));
    QueuePanel panel(dispatcher); // made afterwards, as a dock is when it is first seen
    panel.show();
    auto* bar = panel.findChild<NoticeBar*>(QStringLiteral("recovery"));
    ASSERT_TRUE(bar);
    EXPECT_TRUE(bar->isVisible());
    EXPECT_TRUE(bar->text().startsWith(QStringLiteral("Recovered 1 job:")));
    bar->findChild<QToolButton*>(QStringLiteral("dismissNotice"))->click();
    EXPECT_FALSE(bar->isVisible());
    EXPECT_TRUE(dispatcher.recovery().isEmpty());
}

} // namespace
} // namespace regnet
