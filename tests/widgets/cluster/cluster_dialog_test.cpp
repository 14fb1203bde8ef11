// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cluster/cluster_dialog.h"

#include "core/store/store.h"
#include "tests/widgets/wait_for.h"
#include "widgets/cluster/profile_form.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <fstream>
#include <functional>

namespace regnet {
namespace {

class ClusterDialogTest : public testing::Test
{
protected:
    ClusterDialogTest()
    {
        PopulationSpec population;
        population.name = "small";
        NetworkSpec network;
        network.stages = {Stage{.width = 8, .depth = 1, .stride = 2, .bottleneckRatio = 1, .groupWidth = 8}};
        network.head.classes = 10;
        network.resolution = 32;
        population.networks = {network};
        population.training = TrainingSpec{};
        Store(store(), "test").add(population);
    }

    std::filesystem::path store() const { return folder.filePath(QStringLiteral("runs.db")).toStdString(); }
    std::filesystem::path profiles() const
    {
        return folder.filePath(QStringLiteral("slurm.json")).toStdString();
    }
    ClusterQuestion question() const
    {
        return {{{}, {"small"}}, QStringLiteral("All jobs of small"), store(), profiles()};
    }
    static SiteProfile lab()
    {
        SiteProfile profile;
        profile.name = "lab";
        profile.host = "login1";
        profile.worker = "/opt/regnet-worker";
        return profile;
    }

    template <typename Widget>
    static Widget* find(const QDialog& dialog, const char* name)
    {
        return dialog.findChild<Widget*>(QLatin1String(name));
    }
    static QPushButton* send(const QDialog& dialog)
    {
        return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    }

    QTemporaryDir folder;
};

TEST_F(ClusterDialogTest, AProfileIsChosenPricedAndSent)
{
    SiteProfile big = lab();
    big.name = "big";
    big.gpus = 2;
    writeProfiles(profiles(), {lab(), big});
    ClusterDialog dialog(question());
    EXPECT_FALSE(send(dialog)->isEnabled()) << "nothing is known yet";
    ASSERT_TRUE(waitFor([&] { return send(dialog)->isEnabled(); }));
    EXPECT_TRUE(find<QLabel>(dialog, "price")->text().startsWith(QStringLiteral("1 training in 1 task on")));
    EXPECT_TRUE(find<QLabel>(dialog, "price")->text().contains(QStringLiteral("core-hours")));
    auto* chosen = find<QComboBox>(dialog, "profile");
    ASSERT_EQ(chosen->count(), 3) << "and a new one";
    chosen->setCurrentIndex(1);
    Q_EMIT chosen->activated(1);
    EXPECT_EQ(dialog.order().profile, big);
    ASSERT_TRUE(waitFor([&] {
        return find<QLabel>(dialog, "price")->text().contains(QStringLiteral("allows 2 GPU-hours"));
    })) << find<QLabel>(dialog, "price")->text().toStdString();
    find<QSpinBox>(dialog, "minutes")->setValue(90);
    EXPECT_FALSE(send(dialog)->isEnabled()) << "not before the new answer";
    ASSERT_TRUE(waitFor([&] { return send(dialog)->isEnabled(); }));
    send(dialog)->click();
    EXPECT_EQ(dialog.result(), QDialog::Accepted);
    EXPECT_EQ(profileNamed("big", profiles()).minutes, 90) << "whoever submits reads it from the file";
    EXPECT_EQ(dialog.order().jobs, (JobSelection{{}, {"small"}}));
    EXPECT_TRUE(dialog.order().out.empty());
}

TEST_F(ClusterDialogTest, BadFieldsAreToldBesideThem)
{
    ClusterDialog dialog(question()); // no profile yet: a new one
    dialog.show();
    dialog.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&dialog));
    const QSignalSpy planned(&dialog, &ClusterDialog::planned);
    ASSERT_TRUE(waitFor([&] { return !planned.isEmpty(); }));
    EXPECT_FALSE(find<QLabel>(dialog, "nameProblem")->isVisible()) << "nobody has typed yet";
    EXPECT_FALSE(find<QLabel>(dialog, "workerProblem")->isVisible());
    EXPECT_FALSE(send(dialog)->isEnabled());
    EXPECT_TRUE(send(dialog)->toolTip().contains(QStringLiteral("worker: is empty")));
    EXPECT_TRUE(find<QPushButton>(dialog, "saveProfile")->toolTip().startsWith(QStringLiteral("name: is")));
    find<QLineEdit>(dialog, "name")->setText(QStringLiteral("a b"));
    ASSERT_TRUE(waitFor([&] { return find<QLabel>(dialog, "nameProblem")->isVisible(); }));
    EXPECT_FALSE(find<QLabel>(dialog, "workerProblem")->isVisible());
    find<QLineEdit>(dialog, "worker")->setFocus(Qt::TabFocusReason);
    find<QLineEdit>(dialog, "name")->setFocus(Qt::BacktabFocusReason); // left as empty as it was
    EXPECT_TRUE(find<QLabel>(dialog, "workerProblem")->isVisible());
    find<QLineEdit>(dialog, "name")->setText(QStringLiteral("lab"));
    find<QLineEdit>(dialog, "host")->setText(QStringLiteral("login1"));
    find<QLineEdit>(dialog, "worker")->setText(QStringLiteral("/opt/regnet-worker"));
    find<QLineEdit>(dialog, "partition")->setText(QStringLiteral("two words"));
    ASSERT_TRUE(waitFor([&] { return find<QLabel>(dialog, "partitionProblem")->isVisible(); }));
    EXPECT_FALSE(find<QLabel>(dialog, "nameProblem")->isVisible());
    EXPECT_FALSE(send(dialog)->isEnabled());
    EXPECT_FALSE(find<QPushButton>(dialog, "saveProfile")->isEnabled());
    find<QLineEdit>(dialog, "partition")->clear();
    EXPECT_TRUE(waitFor([&] { return send(dialog)->isEnabled(); }));
}

TEST_F(ClusterDialogTest, AnotherProfileIsNotWrittenOver)
{
    writeProfiles(profiles(), {lab()});
    ClusterDialog dialog(question());
    dialog.show();
    auto* chosen = find<QComboBox>(dialog, "profile");
    chosen->setCurrentIndex(1);
    Q_EMIT chosen->activated(1);
    find<QLineEdit>(dialog, "worker")->setText(QStringLiteral("/other"));
    find<QLineEdit>(dialog, "host")->setText(QStringLiteral("login2"));
    find<QLineEdit>(dialog, "name")->setText(QStringLiteral("lab"));
    ASSERT_TRUE(waitFor([&] { return find<QLabel>(dialog, "nameProblem")->isVisible(); }));
    EXPECT_FALSE(send(dialog)->isEnabled());
    find<QLineEdit>(dialog, "name")->setText(QStringLiteral("second"));
    ASSERT_TRUE(waitFor([&] { return find<QPushButton>(dialog, "saveProfile")->isEnabled(); }));
    find<QPushButton>(dialog, "saveProfile")->click();
    EXPECT_EQ(readProfiles(profiles()).size(), 2u);
    EXPECT_EQ(profileNamed("lab", profiles()), lab());
    EXPECT_EQ(chosen->currentText(), QStringLiteral("second"));
}

TEST_F(ClusterDialogTest, ByHandNeedsAFolder)
{
    SiteProfile here = lab();
    here.host.clear(); // and sbatch is not needed on this machine
    writeProfiles(profiles(), {here});
    ClusterDialog dialog(question());
    dialog.show();
    find<QCheckBox>(dialog, "byHand")->setChecked(true);
    EXPECT_FALSE(find<QLabel>(dialog, "outProblem")->isVisible()) << "nobody has typed yet";
    ASSERT_TRUE(waitFor([&] { return send(dialog)->toolTip().startsWith(QStringLiteral("No folder")); }));
    EXPECT_FALSE(send(dialog)->isEnabled());
    find<QLineEdit>(dialog, "out")->setText(QStringLiteral("x"));
    find<QLineEdit>(dialog, "out")->clear();
    EXPECT_TRUE(find<QLabel>(dialog, "outProblem")->isVisible());
    find<QLineEdit>(dialog, "out")->setText(folder.filePath(QStringLiteral("out")));
    ASSERT_TRUE(waitFor([&] { return send(dialog)->isEnabled(); }));
    EXPECT_EQ(send(dialog)->text(), QStringLiteral("Write the files"));
    EXPECT_EQ(dialog.order().out, folder.filePath(QStringLiteral("out")).toStdString());
    find<QPushButton>(dialog, "copyCommand")->click();
    EXPECT_TRUE(
        QGuiApplication::clipboard()->text().contains(QStringLiteral("regnet slurm generate --profile lab")));
}

TEST_F(ClusterDialogTest, ADamagedFileOfProfilesIsToldAndKept)
{
    std::ofstream(profiles()) << "{";
    ClusterDialog dialog(question());
    dialog.show();
    EXPECT_TRUE(find<QLabel>(dialog, "fileProblem")->isVisible());
    find<QLineEdit>(dialog, "name")->setText(QStringLiteral("lab"));
    find<QLineEdit>(dialog, "host")->setText(QStringLiteral("login1"));
    find<QLineEdit>(dialog, "worker")->setText(QStringLiteral("/opt/regnet-worker"));
    ASSERT_TRUE(waitFor([&] { return send(dialog)->isEnabled(); }));
    send(dialog)->click();
    EXPECT_TRUE(dialog.isVisible()) << "it cannot be saved";
    EXPECT_EQ(std::filesystem::file_size(profiles()), 1u);
}

} // namespace
} // namespace regnet
