// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/queue_model.h"

#include "widgets/shown_quantity.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace regnet {
namespace {

JobRow job(const char* id, JobState state)
{
    JobRow row;
    row.id = id;
    row.state = state;
    row.epochs = 10;
    row.flops = 2'850'000;
    row.recipe = row.device = row.population = std::make_shared<const std::string>();
    return row;
}

JobListingPointer listing(const JobTable& table, JobListing::Rows order, JobListing::Rows changed = {})
{
    auto listing = std::make_shared<JobListing>();
    JobListing::Rows places(static_cast<std::size_t>(table.size()), -1);
    for (std::size_t i = 0; i < order.size(); ++i)
        places[static_cast<std::size_t>(order[i])] = static_cast<std::int32_t>(i);
    listing->table = table;
    listing->order = std::make_shared<const JobListing::Rows>(std::move(order));
    listing->places = std::make_shared<const JobListing::Rows>(std::move(places));
    listing->changed = std::move(changed);
    listing->isWhole = false;
    return listing;
}

std::string printed(const QueueModel& model, const std::vector<int>& columns)
{
    std::string text;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (const int column : columns)
            text += withoutSigns(model.index(row, column).data().toString()).toStdString() + " | ";
        text += "\n";
    }
    return text;
}

TEST(QueueModel, ShowsJobsAsRows)
{
    QueueModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    JobRow running = job("0123456789abcdef", JobState::Running);
    running.epochsDone = 4;
    running.trainSeconds = 20;
    running.lastTestError = 42.5;
    running.attempt = 2;
    running.priority = 3;
    JobRow failed = job("fedcba9876543210", JobState::Failed);
    failed.message = "its worker died 3 times\nlast words";
    running.countsAgree = true;
    failed.countsAgree = false;
    JobRow stopping = job("00ff", JobState::Running);
    stopping.wanted = JobState::Cancelled;
    JobTable table;
    for (const JobRow& row : {running, failed, stopping})
        table.append(row);
    model.setListing(listing(table, {0, 1, 2}));
    using V = JobView;
    EXPECT_EQ(printed(model, {V::Job, V::State, V::Progress, V::Speed, V::Error, V::Flops, V::Attempt,
                              V::Priority, V::Why}),
              "01234567 | running | 4 / 10 | 5.0 s | 42.50 | 2.85 M ✓ | 2 | 3 |  | \n"
              "fedcba98 | failed | 0 / 10 |  |  | 2.85 M ≠ |  |  | its worker died 3 times | \n"
              "00ff | cancelling | 0 / 10 |  |  | 2.85 M |  |  |  | \n");
    EXPECT_EQ(model.index(1, V::Why).data(Qt::ToolTipRole).toString(),
              QStringLiteral("its worker died 3 times\nlast words"));
    EXPECT_TRUE(model.index(0, V::Flops)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("counted on the running network are the computed ones")));
    EXPECT_TRUE(model.index(1, V::Flops).data(Qt::ToolTipRole).toString().contains(QStringLiteral("Wrong:")));
    EXPECT_DOUBLE_EQ(model.index(0, V::Progress).data(QueueModel::shareRole).toDouble(), 0.4);
}

TEST(QueueModel, AJobThatAClusterHasIsNotStarting)
{
    QueueModel model;
    JobRow there = job("0123", JobState::Claimed);
    there.place = std::make_shared<const std::string>("lab");
    JobTable table;
    table.append(there);
    table.append(job("4567", JobState::Claimed));
    model.setListing(listing(table, {0, 1}));
    EXPECT_EQ(printed(model, {JobView::State}), "sent to lab | \nstarting | \n");
}

TEST(QueueModel, NewsRepaintWhatChangedAndMovesKeepIndexes)
{
    QueueModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    JobTable table;
    for (const char* id : {"a", "b", "c"})
        table.append(job(id, JobState::Queued));
    model.setListing(listing(table, {0, 1, 2}));
    const QSignalSpy changed(&model, &QueueModel::dataChanged), reset(&model, &QueueModel::modelReset),
        inserted(&model, &QueueModel::rowsInserted);

    table.replace(1, job("b", JobState::Running));
    auto news = std::make_shared<JobListing>(*listing(table, {}, {1}));
    const JobListingPointer before = listing(table, {0, 1, 2});
    model.setListing(before);
    news->order = before->order;
    news->places = before->places;
    model.setListing(news);
    ASSERT_EQ(changed.size(), 1);
    EXPECT_EQ(changed[0][0].toModelIndex().row(), 1);

    const QPersistentModelIndex b(model.index(1, 0));
    model.setListing(listing(table, {1, 0, 2}));
    EXPECT_EQ(b.row(), 0);
    EXPECT_EQ(printed(model, {JobView::Job}), "b | \na | \nc | \n");

    table.append(job("d", JobState::Queued));
    model.setListing(listing(table, {1, 0, 2, 3}));
    EXPECT_EQ(inserted.size(), 1);
    EXPECT_EQ(reset.size(), 0);
    model.setListing(listing(table, {1}));
    EXPECT_EQ(reset.size(), 1);
    EXPECT_EQ(printed(model, {JobView::Job}), "b | \n");
}

TEST(JobTable, ACopyDoesNotSeeLaterChanges)
{
    JobTable table;
    for (int i = 0; i < JobTable::chunkRows + 1; ++i)
        table.append(job("x", JobState::Queued));
    const JobTable copy = table;
    table.replace(0, job("x", JobState::Done));
    table.append(job("y", JobState::Queued));
    EXPECT_EQ(copy.at(0).state, JobState::Queued);
    EXPECT_EQ(table.at(0).state, JobState::Done);
    EXPECT_EQ(copy.size() + 1, table.size());
}

} // namespace
} // namespace regnet
