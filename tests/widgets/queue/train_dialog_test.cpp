// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/train_dialog.h"

#include "core/store/store.h"
#include "tests/widgets/wait_for.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace regnet {
namespace {

class TrainDialogTest : public testing::Test
{
protected:
    TrainDialogTest()
    {
        PopulationStanding standing;
        PopulationSummary& known = standing.summary;
        known.name = "RegNetX-cpu";
        known.space = "RegNetX@cpu";
        known.networks = 40;
        known.seed = 9;
        snapshot->populations.push_back(standing);
    }

    static QPushButton* train(const QDialog& dialog)
    {
        return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    }

    static QString planned(const QDialog& dialog, const char* what)
    {
        return dialog.findChild<QLabel*>(QLatin1String(what))->text();
    }

    QTemporaryDir folder;
    std::shared_ptr<QueueSnapshot> snapshot = std::make_shared<QueueSnapshot>();
};

TEST_F(TrainDialogTest, ProposesAPopulationThatCanBeTrainedAtOnce)
{
    const TrainDialog dialog(snapshot, QString());
    const TrainingOrder order = dialog.order();
    EXPECT_EQ(order.space, "RegNetX@cpu");
    EXPECT_EQ(order.population, "RegNetX-cpu-2") << "the first name is taken";
    EXPECT_EQ(order.n, 24);
    EXPECT_TRUE(train(dialog)->isEnabled());
}

TEST_F(TrainDialogTest, ATakenNameIsToldBesideItsField)
{
    TrainDialog dialog(snapshot, QString());
    auto* name = dialog.findChild<QLineEdit*>();
    ASSERT_TRUE(name);
    name->setText(QStringLiteral("RegNetX-cpu"));
    EXPECT_FALSE(train(dialog)->isEnabled());
    name->setText(QString());
    EXPECT_FALSE(train(dialog)->isEnabled());
    name->setText(QStringLiteral("mine"));
    EXPECT_TRUE(train(dialog)->isEnabled());
    EXPECT_EQ(dialog.order().population, "mine");
}

TEST_F(TrainDialogTest, AnUnknownSpaceIsToldBesideItsField)
{
    const TrainDialog dialog(snapshot, QStringLiteral("NoSuchSpace"));
    EXPECT_TRUE(waitFor([&] { return !train(dialog)->isEnabled(); }));
}

TEST_F(TrainDialogTest, WhatItTakesFollowsTheFields)
{
    const TrainDialog dialog(snapshot, QString());
    EXPECT_TRUE(planned(dialog, "planGap").contains(QStringLiteral("±0.28"))) << "known at once";
    ASSERT_TRUE(waitFor([&] { return !planned(dialog, "planTime").isEmpty(); }));
    EXPECT_TRUE(planned(dialog, "planTime").startsWith(QStringLiteral("Not known: nothing was trained")));
    EXPECT_TRUE(planned(dialog, "planNetworks").startsWith(QStringLiteral("24 trainings, ")));
    EXPECT_TRUE(planned(dialog, "planDisk").startsWith(QStringLiteral("At most ")));
    auto* n = dialog.findChild<QSpinBox*>();
    ASSERT_TRUE(n);
    n->setValue(3);
    EXPECT_TRUE(planned(dialog, "planGap").startsWith(QStringLiteral("Too few networks")));
    EXPECT_TRUE(
        waitFor([&] { return planned(dialog, "planNetworks").startsWith(QStringLiteral("3 trainings, ")); }));
    n->setValue(100'000);
    EXPECT_TRUE(waitFor([&] {
        return planned(dialog, "planNetworks")
            .endsWith(QStringLiteral("(estimated from the first 200 networks)"));
    }));
    EXPECT_TRUE(planned(dialog, "planNetworks").startsWith(QStringLiteral("100,000 trainings, ")));
}

TEST_F(TrainDialogTest, TheTimeComesFromEarlierTrainings)
{
    snapshot->store = folder.filePath(QStringLiteral("runs.db")).toStdString();
    TrainingOrder order;
    order.population = "earlier";
    order.space = "RegNetX@cpu";
    order.n = 1;
    order.seed = 77;
    order.recipe = builtInRecipes().front().name;
    {
        Store store(snapshot->store, "test");
        store.add(populationOf(order, {}));
        const auto job = store.claim("cpu", 0);
        ASSERT_TRUE(job);
        store.record(job->id, 1, std::vector<LoggedEvent>{{1, 1000, EpochEvent{1, 0.1, 2, 80, 2, 70, 1.5}}});
    }
    const TrainDialog known(snapshot, QString());
    EXPECT_TRUE(waitFor([&] {
        return planned(known, "planTime").contains(QStringLiteral("the measured speed of one training"));
    }));
}

TEST_F(TrainDialogTest, ADeviceThatIsNoneIsToldBesideItsField)
{
    TrainDialog dialog(snapshot, QString());
    for (QComboBox* box : dialog.findChildren<QComboBox*>())
        if (box->findText(QStringLiteral("cuda:0")) >= 0) box->setEditText(QStringLiteral("toaster"));
    EXPECT_TRUE(waitFor([&] { return !train(dialog)->isEnabled(); }));
}

TEST_F(TrainDialogTest, ReplicatesNeedSeedsThatSomebodyNamed)
{
    TrainDialog dialog(snapshot, QString());
    auto* seeds = dialog.findChild<QLineEdit*>(QStringLiteral("trainingSeeds"));
    ASSERT_TRUE(seeds);
    EXPECT_EQ(dialog.order().trainingSeed, 1U);
    EXPECT_TRUE(dialog.order().replicates.empty());
    seeds->setText(QStringLiteral("3, 1,8"));
    EXPECT_TRUE(train(dialog)->isEnabled());
    EXPECT_EQ(dialog.order().trainingSeed, 3U);
    EXPECT_EQ(dialog.order().replicates, (std::vector<std::uint64_t>{1, 8}));
    EXPECT_TRUE(waitFor(
        [&] { return planned(dialog, "planNetworks").startsWith(QStringLiteral("72 trainings, ")); }));
    for (const char* bad : {"", "1, 1", "two", "1,,2", "-1", "3 4"}) {
        seeds->setText(QLatin1String(bad));
        EXPECT_FALSE(train(dialog)->isEnabled()) << bad;
    }
}

TEST_F(TrainDialogTest, ADataSetThatIsNotThereIsToldBesideItsField)
{
    TrainDialog dialog(snapshot, QString());
    auto* dataSet = dialog.findChild<QComboBox*>(QStringLiteral("dataSet"));
    ASSERT_TRUE(dataSet);
    const auto isTold = [&](const QString& text) {
        return waitFor([&] {
            const QList<QLabel*> labels = dialog.findChildren<QLabel*>();
            return !train(dialog)->isEnabled() &&
                   std::any_of(labels.begin(), labels.end(),
                               [&](const QLabel* label) { return label->text().contains(text); });
        });
    };
    dataSet->setEditText(QStringLiteral("svhn"));
    EXPECT_TRUE(isTold(QStringLiteral("\"svhn\" is unknown; expected one of procedural")));
    dataSet->setEditText(QStringLiteral("cifar10:") + folder.path());
    EXPECT_TRUE(isTold(QStringLiteral("is not in ") + folder.path()));
    dataSet->setEditText(QStringLiteral("folder:") + folder.filePath(QStringLiteral("nowhere")));
    EXPECT_TRUE(isTold(QStringLiteral("nowhere")));
    dataSet->setEditText(QStringLiteral("procedural"));
    EXPECT_TRUE(waitFor([&] { return train(dialog)->isEnabled(); }));
}

TEST_F(TrainDialogTest, KeptWeightsAreCountedOnTheDisk)
{
    TrainDialog dialog(snapshot, QString());
    ASSERT_TRUE(waitFor([&] { return !planned(dialog, "planDisk").isEmpty(); }));
    const QString without = planned(dialog, "planDisk");
    auto* keep = dialog.findChild<QCheckBox*>();
    ASSERT_TRUE(keep);
    keep->setChecked(true);
    EXPECT_TRUE(dialog.order().keepsWeights);
    EXPECT_TRUE(waitFor([&] { return planned(dialog, "planDisk") != without; }));
}

TEST_F(TrainDialogTest, TheOrderCanBeCopiedAsACommand)
{
    snapshot->store = "/tmp/my runs.db";
    TrainDialog dialog(snapshot, QString());
    dialog.findChild<QPushButton*>(QStringLiteral("copyCommand"))->click();
    EXPECT_TRUE(QGuiApplication::clipboard()->text().startsWith(
        QStringLiteral("regnet train --store '/tmp/my runs.db' --population RegNetX-cpu-2 --space "
                       "RegNetX@cpu --n 24 --seed 1 --recipe ")));
    dialog.findChild<QLineEdit*>(QStringLiteral("trainingSeeds"))->setText(QStringLiteral("1,2"));
    dialog.findChild<QCheckBox*>()->setChecked(true);
    dialog.findChild<QComboBox*>(QStringLiteral("dataSet"))
        ->setEditText(QStringLiteral("folder:/my pictures"));
    dialog.findChild<QPushButton*>(QStringLiteral("copyCommand"))->click();
    EXPECT_TRUE(QGuiApplication::clipboard()->text().contains(
        QStringLiteral(" --dataset folder --data-folder '/my pictures' --seeds 1,2 --keep-weights")));
}

} // namespace
} // namespace regnet
