// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/queue_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace regnet {
namespace {

JobRecord job(const char* id, JobState state, std::int64_t epochsDone = 0)
{
    JobRecord record;
    record.id = id;
    record.state = state;
    record.epochs = 10;
    record.epochsDone = epochsDone;
    record.flops = 2'850'000;
    return record;
}

std::string printed(const QueueModel& model, const std::vector<int>& columns)
{
    std::string text;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (const int column : columns)
            text += model.index(row, column).data().toString().toStdString() + " | ";
        text += "\n";
    }
    return text;
}

TEST(QueueModel, ShowsJobsAsRows)
{
    QueueModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    std::vector<JobRecord> jobs{job("0123456789abcdef", JobState::Running, 4),
                                job("fedcba9876543210", JobState::Failed)};
    jobs[0].trainSeconds = 20;
    jobs[0].lastTestError = 42.5;
    jobs[0].attempt = 2;
    jobs[1].message = "its worker died 3 times\nlast words";
    model.setJobs(jobs);
    using Q = QueueModel;
    EXPECT_EQ(printed(model, {Q::Job, Q::State, Q::Epoch, Q::Error, Q::Flops, Q::Left, Q::Attempt, Q::Why}),
              "01234567 | running | 4 / 10 | 42.50 | 2.85 M | 30 s | 2 |  | \n"
              "fedcba98 | failed | 0 / 10 |  | 2.85 M |  |  | its worker died 3 times | \n");
    EXPECT_EQ(model.index(1, Q::Why).data(Qt::ToolTipRole).toString(),
              QStringLiteral("its worker died 3 times\nlast words"));
}

TEST(QueueModel, NewsOfOneJobRepaintOneRow)
{
    QueueModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    std::vector<JobRecord> jobs{job("a", JobState::Queued), job("b", JobState::Queued),
                                job("c", JobState::Queued)};
    model.setJobs(jobs);
    const QSignalSpy changed(&model, &QueueModel::dataChanged), reset(&model, &QueueModel::modelReset),
        inserted(&model, &QueueModel::rowsInserted);
    jobs[1].state = JobState::Running;
    model.setJobs(jobs);
    ASSERT_EQ(changed.size(), 1);
    EXPECT_EQ(changed[0][0].toModelIndex().row(), 1);
    jobs.push_back(job("d", JobState::Queued));
    model.setJobs(jobs);
    EXPECT_EQ(inserted.size(), 1);
    EXPECT_EQ(reset.size(), 0);
    std::swap(jobs[0], jobs[1]); // another order of work
    model.setJobs(jobs);
    EXPECT_EQ(reset.size(), 1);
    EXPECT_EQ(model.rowCount(), 4);
}

TEST(QueueModel, AJobThatIsToStopSaysSo)
{
    QueueModel model;
    JobRecord record = job("a", JobState::Running);
    record.wanted = JobState::Cancelled;
    model.setJobs({record});
    EXPECT_EQ(printed(model, {QueueModel::State}), "cancelling | \n");
}

} // namespace
} // namespace regnet
