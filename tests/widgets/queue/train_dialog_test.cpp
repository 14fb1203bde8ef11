// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/train_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

namespace regnet {
namespace {

class TrainDialogTest : public testing::Test
{
protected:
    TrainDialogTest()
    {
        PopulationSummary known;
        known.name = "RegNetX-cpu";
        known.space = "RegNetX@cpu";
        known.networks = 40;
        known.seed = 9;
        snapshot->populations.push_back(known);
    }

    static QPushButton* train(const QDialog& dialog)
    {
        return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    }

    static QString estimate(const QDialog& dialog)
    {
        return dialog.findChild<QLabel*>(QStringLiteral("estimate"))->text();
    }

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
    EXPECT_TRUE(QTest::qWaitFor([&] { return !train(dialog)->isEnabled(); }, 60'000));
}

TEST_F(TrainDialogTest, TheTimeComesFromEarlierTrainings)
{
    const TrainDialog unknown(snapshot, QString());
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return estimate(unknown).contains(QStringLiteral("The time is not known")); }, 60'000));
    EXPECT_TRUE(estimate(unknown).contains(QStringLiteral("±0.28")));

    JobRecord job;
    job.state = JobState::Done;
    job.recipe = builtInRecipes().front().name;
    job.flops = 3'000'000;
    job.epochs = 10;
    job.trainSeconds = 50;
    snapshot->jobs.push_back(job);
    EXPECT_DOUBLE_EQ(*secondsPerWork(*snapshot, job.recipe), 1e-6);
    EXPECT_FALSE(secondsPerWork(*snapshot, "another"));
    const TrainDialog known(snapshot, QString());
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return estimate(known).contains(QStringLiteral("Done in about")); }, 60'000));
}

} // namespace
} // namespace regnet
