// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/request.h"
#include "core/store/store.h"
#include "tests/widgets/on_dialog.h"
#include "tests/widgets/queue/queue_window_fixture.h"
#include "widgets/compare/compare_view.h"
#include "widgets/main_window.h"
#include "widgets/queue/queue_panel.h"
#include "widgets/queue/train_dialog.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>
#include <QTreeView>

#include <map>
#include <set>

namespace regnet {
namespace {

/// As a person has it, with the worker that was built: the real one where there is LibTorch.
class TrainingWindowTest : public QueueWindowTest
{
protected:
    TrainingWindowTest() : settings(folder.filePath(QStringLiteral("settings.ini")))
    {
        if (std::filesystem::exists(REGNET_BIN_DIR "/regnet-worker"))
            qputenv("REGNET_WORKER", REGNET_BIN_DIR "/regnet-worker");
        else
            script("epoch_ms 300\n");
        settings.setCompared({{}, {}});
    }

    /// Fills the dialog in and presses Train.
    static void trainFour(MainWindow& window)
    {
        QTimer::singleShot(0, &window, [&window] {
            auto* dialog = window.findChild<TrainDialog*>();
            ASSERT_TRUE(dialog);
            dialog->findChild<QLineEdit*>()->setText(QStringLiteral("four"));
            const QList<QSpinBox*> numbers = dialog->findChildren<QSpinBox*>();
            numbers.front()->setValue(4);
            for (QComboBox* box : dialog->findChildren<QComboBox*>())
                if (box->findText(QStringLiteral("cpu-tiny")) >= 0)
                    box->setCurrentText(QStringLiteral("cpu-tiny"));
            ASSERT_EQ(dialog->order().n, 4);
            ASSERT_EQ(dialog->order().recipe, "cpu-tiny");
            dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
        });
        window.findChild<QAction*>(QStringLiteral("train"))->trigger();
    }

    static DispatcherThread& dispatcherOf(const MainWindow& window)
    {
        return *window.findChild<DispatcherThread*>();
    }

    static std::int64_t done(const MainWindow& window)
    {
        return dispatcherOf(window).snapshot()->progress.jobs.of(JobState::Done);
    }

    Settings settings;
};

TEST_F(TrainingWindowTest, APopulationSurvivesClosingTheWindowInTheMiddle)
{
    std::size_t finishedInTheMiddle = 0;
    {
        MainWindow window(settings, file());
        window.show();
        std::set<std::size_t> edf; // how many finished networks the EDF had
        QObject::connect(&dispatcherOf(window), &DispatcherThread::populationChanged, &window,
                         [&](const Population& population) {
                             std::size_t finished = 0;
                             for (const Member& member : population.members)
                                 finished += member.state == Member::State::Finished;
                             edf.insert(finished);
                         });
        trainFour(window);
        EXPECT_TRUE(window.dock(QStringLiteral("queue"))->isVisible());
        ASSERT_TRUE(waitFor([&] { return !edf.empty() && *edf.rbegin() >= 1; })) << "the EDF grows";
        EXPECT_TRUE(window.findChild<CompareView*>()) << "and is drawn";
        finishedInTheMiddle = *edf.rbegin();
        window.close();
    }
    MainWindow window(settings, file());
    window.show();
    if (finishedInTheMiddle < 4 && !StoreReader(file()).activeJobs().empty()) {
        EXPECT_TRUE(waitFor([&] { return !dispatcherOf(window).recovery().isEmpty() || done(window) == 4; }));
    }
    // Those that ran are followed; the rest is started as a person would.
    ASSERT_TRUE(waitFor([&] { return dispatcherOf(window).snapshot()->progress.jobs.total() == 4; }));
    window.dock(QStringLiteral("queue"))->ensureContent();
    auto* panel = window.findChild<QueuePanel*>();
    ASSERT_TRUE(panel);
    ASSERT_TRUE(waitFor([&] {
        if (auto* start = panel->findChild<QAction*>(QStringLiteral("start")); start->isEnabled())
            start->trigger();
        return done(window) == 4;
    }));
    const StoreReader store(file());
    for (const JobRecord& job : store.jobs()) {
        EXPECT_EQ(job.state, JobState::Done);
        EXPECT_TRUE(store.result(job.id)) << "nothing is lost";
        std::map<std::int64_t, int> epochs;
        for (const EpochRecord& epoch : store.epochs(job.id))
            ++epochs[epoch.values.epoch];
        for (const auto& [epoch, times] : epochs)
            EXPECT_EQ(times, 1) << "nothing is doubled: epoch " << epoch;
    }
    EXPECT_EQ(store.population("four").members.size(), 4u);
}

/// The Compare dock offers what the queue's dock does, and shows what came of it.
TEST_F(TrainingWindowTest, APopulationIsRenamedAndDeletedFromTheCompareDock)
{
    {
        Store store(file(), "test");
        spool().create();
        QueueRequest request = adding(populationOf(order(2), {}));
        carryOut(request, store, spool());
        request.action = QueueRequest::Action::Cancel;
        carryOut(request, store, spool());
    }
    MainWindow window(settings, file());
    window.show();
    const auto names = [&] {
        std::string text;
        if (auto* view = window.findChild<CompareView*>())
            for (const ShownPopulation& shown : view->comparison().populations())
                if (!shown.population->isPublished) text += shown.population->name + ' ';
        return text;
    };
    ASSERT_TRUE(waitFor([&] { return names() == "small "; }));
    auto* table = window.findChild<QTreeView*>(QStringLiteral("comparePopulations"));
    const auto choose = [&](const QString& name) {
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (table->model()->index(row, 0).data().toString() == name)
                table->setCurrentIndex(table->model()->index(row, 0));
    };
    choose(QStringLiteral("small"));
    onDialog<QDialog>(&window, [](QDialog& dialog) {
        dialog.findChild<QLineEdit*>(QStringLiteral("newName"))->setText(QStringLiteral("renamed"));
        dialog.findChild<QPushButton*>(QStringLiteral("rename"))->click();
    });
    window.findChild<QAction*>(QStringLiteral("compareRename"))->trigger();
    ASSERT_TRUE(waitFor([&] { return names() == "renamed "; }));
    window.findChild<QAction*>(QStringLiteral("undo"))->trigger();
    ASSERT_TRUE(waitFor([&] { return names() == "small "; })) << "Ctrl+Z gives the name back";

    choose(QStringLiteral("small"));
    onDialog<QMessageBox>(&window, [](QMessageBox& box) {
        for (QAbstractButton* button : box.buttons())
            if (box.buttonRole(button) == QMessageBox::DestructiveRole) return button->click();
    });
    window.findChild<QAction*>(QStringLiteral("compareDelete"))->trigger();
    EXPECT_TRUE(waitFor([&] { return names().empty(); }));
    EXPECT_TRUE(StoreReader(file()).populations().empty());
}

} // namespace
} // namespace regnet
