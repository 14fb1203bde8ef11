// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/site_profile.h"
#include "core/slurm/submission.h"
#include "core/store/store.h"
#include "tests/widgets/queue/queue_window_fixture.h"
#include "widgets/cluster/array_model.h"
#include "widgets/cluster/cluster_dialog.h"
#include "widgets/queue/queue_model.h"
#include "widgets/queue/queue_panel.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTimer>

namespace regnet {
namespace {

/// A cluster that takes every array and begins nothing: four small programs in the PATH.
class QueuePanelClusterTest : public QueueWindowTest
{
protected:
    QueuePanelClusterTest() : path(qgetenv("PATH"))
    {
        command("sbatch", "echo 12");
        command("scontrol", "echo MaxArraySize = 1001");
        command("squeue", "[ -e \"$here/cancelled\" ] || echo '12|0-1|PENDING|Resources|none|none'");
        command("scancel", "touch \"$here/cancelled\"");
        qputenv("PATH", folder.filePath(QStringLiteral("bin")).toUtf8() + ":" + path);
        qputenv("REGNET_SLURM_PROFILES", folder.filePath(QStringLiteral("slurm.json")).toUtf8());
        SiteProfile lab;
        lab.name = "lab";
        lab.worker = "/opt/regnet-worker";
        lab.askSeconds = 0.1;
        writeProfiles(profilesFile(), {lab});
        Store(file(), "test").add(populationOf(order(2), {}));
    }
    ~QueuePanelClusterTest() override
    {
        qputenv("PATH", path);
        qunsetenv("REGNET_SLURM_PROFILES");
    }

    void command(const char* name, const char* body) const
    {
        const std::filesystem::path bin = folder.filePath(QStringLiteral("bin")).toStdString();
        std::filesystem::create_directories(bin);
        std::ofstream(bin / name) << "#!/bin/sh\nhere=$(dirname \"$0\")\n" << body << '\n';
        std::filesystem::permissions(bin / name, std::filesystem::perms::owner_all);
    }

    static QAction* action(const QueuePanel& panel, const char* name)
    {
        return panel.findChild<QAction*>(QLatin1String(name));
    }

    /// Waits until the dialog can be accepted, and accepts it.
    static void acceptDialog(QueuePanel& panel, const std::function<void(ClusterDialog&)>& fill = {})
    {
        QTimer::singleShot(0, &panel, [&panel, fill] {
            auto* dialog = panel.findChild<ClusterDialog*>();
            ASSERT_TRUE(dialog);
            if (fill) fill(*dialog);
            auto* send = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
            EXPECT_TRUE(waitFor([send] { return send->isEnabled(); }));
            if (send->isEnabled())
                send->click();
            else
                dialog->reject();
        });
    }

    QByteArray path;
};

TEST_F(QueuePanelClusterTest, JobsGoToAClusterAndComeBack)
{
    DispatcherThread dispatcher(file());
    QueuePanel panel(dispatcher);
    panel.show();
    dispatcher.start();
    ASSERT_TRUE(waitFor([&] { return panel.table()->model()->rowCount() == 2; }));
    EXPECT_FALSE(action(panel, "send")->isEnabled()) << "nothing is selected";
    panel.table()->selectAll();
    ASSERT_TRUE(action(panel, "send")->isEnabled());
    EXPECT_FALSE(action(panel, "bringBack")->isEnabled()) << "they are here";
    acceptDialog(panel);
    action(panel, "send")->trigger();

    auto* arrays = panel.findChild<QTableView*>(QStringLiteral("arrays"));
    ASSERT_TRUE(waitFor([&] {
        return arrays->model()->rowCount() == 1 &&
               arrays->model()->index(0, ArrayModel::State).data().toString() == QStringLiteral("submitted");
    }));
    EXPECT_TRUE(arrays->isVisible());
    EXPECT_EQ(arrays->model()->index(0, ArrayModel::Name).data().toString(), QStringLiteral("12 on lab"));
    EXPECT_EQ(arrays->model()->index(0, ArrayModel::Tasks).data(Qt::AccessibleTextRole).toString(),
              QStringLiteral("2 tasks: 2 waiting"));
    EXPECT_TRUE(waitFor([&] {
        return panel.findChild<QLabel*>(QStringLiteral("controllers"))
            ->text()
            .startsWith(QStringLiteral("lab: asked"));
    }));

    panel.table()->selectAll();
    ASSERT_TRUE(waitFor([&] { return action(panel, "bringBack")->isEnabled(); }));
    action(panel, "bringBack")->trigger(); // and are trained here
    EXPECT_TRUE(waitFor([&] { return dispatcher.snapshot()->progress.jobs.of(JobState::Done) == 2; }));
    EXPECT_TRUE(std::filesystem::exists(folder.filePath(QStringLiteral("bin/cancelled")).toStdString()))
        << "the cluster was told";
    EXPECT_TRUE(waitFor([&] {
        return arrays->model()->index(0, ArrayModel::State).data().toString() == QStringLiteral("over");
    }));
}

TEST_F(QueuePanelClusterTest, FilesAreWrittenForAPersonWhoSubmits)
{
    const QString out = folder.filePath(QStringLiteral("out"));
    DispatcherThread dispatcher(file());
    QueuePanel panel(dispatcher);
    panel.show();
    dispatcher.start();
    ASSERT_TRUE(waitFor([&] { return panel.table()->model()->rowCount() == 2; }));
    panel.table()->selectRow(0);
    const QSignalSpy noticed(&dispatcher, &DispatcherThread::noticed);
    acceptDialog(panel, [&](ClusterDialog& dialog) {
        dialog.findChild<QCheckBox*>(QStringLiteral("byHand"))->setChecked(true);
        dialog.findChild<QLineEdit*>(QStringLiteral("out"))->setText(out);
    });
    action(panel, "send")->trigger();
    ASSERT_TRUE(waitFor([&] { return noticed.size() == 1; }));
    EXPECT_TRUE(noticed.front().front().toString().contains(out)) << "where the files are";
    EXPECT_TRUE(std::filesystem::exists(slurmFolder(out.toStdString())));
    auto* arrays = panel.findChild<QTableView*>(QStringLiteral("arrays"));
    EXPECT_TRUE(waitFor([&] {
        return arrays->model()->index(0, ArrayModel::State).data().toString() ==
               QStringLiteral("to be submitted by hand");
    }));
    EXPECT_EQ(arrays->model()->rowCount(), 1);
    EXPECT_TRUE(waitFor([&] { return dispatcher.snapshot()->progress.jobs.of(JobState::Claimed) == 1; }))
        << "the other one stays queued";
}

TEST_F(QueuePanelClusterTest, TheCommandThatBringsInResultsAsksForTheirFolder)
{
    DispatcherThread dispatcher(file());
    QueuePanel panel(dispatcher);
    panel.show();
    dispatcher.start();
    ASSERT_TRUE(waitFor([&] { return panel.table()->model()->rowCount() == 2; }));
    QApplication::clipboard()->clear();
    QTimer::singleShot(0, &panel, [&] {
        auto* menu = panel.findChild<QMenu*>(QStringLiteral("populationMenu"));
        ASSERT_NE(menu, nullptr);
        QTimer::singleShot(0, &panel, [&] {
            auto* dialog = panel.findChild<QFileDialog*>();
            ASSERT_NE(dialog, nullptr);
            dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(folder.path());
            auto* choose = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Open);
            EXPECT_TRUE(waitFor([choose] { return choose->isEnabled(); }));
            choose->click();
        });
        menu->findChild<QAction*>(QStringLiteral("copyBringIn"))->trigger();
        menu->close();
    });
    const QPoint row = panel.populations()->visualRect(panel.populations()->model()->index(0, 0)).center();
    Q_EMIT panel.populations()->customContextMenuRequested(row);
    EXPECT_EQ(QApplication::clipboard()->text(),
              QStringLiteral("regnet slurm collect --from %1 --store %2")
                  .arg(folder.path(), QString::fromStdString(file().string())));
}

} // namespace
} // namespace regnet
