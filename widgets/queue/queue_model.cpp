// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/queue_model.h"

#include "core/text/readable.h"

#include <QCoreApplication>

namespace regnet {
namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("regnet::QueueModel", text);
}

/// What a row shows.
bool looksTheSame(const JobRecord& a, const JobRecord& b)
{
    return a.state == b.state && a.wanted == b.wanted && a.epochsDone == b.epochsDone &&
           a.attempt == b.attempt && a.message == b.message && a.device == b.device &&
           a.priority == b.priority && a.bestTestError == b.bestTestError &&
           a.lastTestError == b.lastTestError && a.trainSeconds == b.trainSeconds;
}

bool isPrefix(const std::vector<JobRecord>& shorter, const std::vector<JobRecord>& longer)
{
    if (shorter.size() > longer.size()) return false;
    for (std::size_t i = 0; i < shorter.size(); ++i)
        if (shorter[i].id != longer[i].id) return false;
    return true;
}

double errorOf(const JobRecord& job)
{
    return job.bestTestError >= 0 ? job.bestTestError : job.lastTestError;
}

} // namespace

QString stateText(JobState state)
{
    switch (state) {
    case JobState::Queued:
        return translated("queued");
    case JobState::Claimed:
        return translated("starting");
    case JobState::Running:
        return translated("running");
    case JobState::Paused:
        return translated("paused");
    case JobState::Done:
        return translated("done");
    case JobState::Diverged:
        return translated("diverged");
    case JobState::OutOfMemory:
        return translated("out of memory");
    case JobState::Failed:
        return translated("failed");
    case JobState::Cancelled:
        return translated("cancelled");
    }
    return {};
}

std::optional<double> secondsLeft(const JobRecord& job)
{
    if (job.state != JobState::Running || job.epochsDone < 1 || job.trainSeconds <= 0) return std::nullopt;
    return job.trainSeconds / static_cast<double>(job.epochsDone) *
           static_cast<double>(job.epochs - job.epochsDone);
}

void QueueModel::setJobs(const std::vector<JobRecord>& jobs)
{
    if (!isPrefix(m_jobs, jobs)) {
        beginResetModel();
        m_jobs = jobs;
        endResetModel();
        return;
    }
    const int before = static_cast<int>(m_jobs.size());
    for (int row = 0; row < before; ++row) {
        const JobRecord& now = jobs[static_cast<std::size_t>(row)];
        JobRecord& old = m_jobs[static_cast<std::size_t>(row)];
        if (looksTheSame(old, now)) continue;
        old = now;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (jobs.size() == m_jobs.size()) return;
    beginInsertRows({}, before, static_cast<int>(jobs.size()) - 1);
    m_jobs.insert(m_jobs.end(), jobs.begin() + before, jobs.end());
    endInsertRows();
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_jobs.size());
}

int QueueModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString QueueModel::text(const JobRecord& job, int column)
{
    switch (column) {
    case Job:
        return QString::fromStdString(job.id.substr(0, 8));
    case State:
        if (job.wanted == JobState::Paused) return translated("pausing");
        if (job.wanted == JobState::Cancelled) return translated("cancelling");
        return stateText(job.state);
    case Epoch:
        return QStringLiteral("%1 / %2").arg(job.epochsDone).arg(job.epochs);
    case Error:
        return errorOf(job) < 0 ? QString() : QString::number(errorOf(job), 'f', 2);
    case Flops:
        return QString::fromStdString(readableCount(static_cast<double>(job.flops)));
    case Trained:
        return job.trainSeconds > 0 ? QString::fromStdString(readableDuration(job.trainSeconds)) : QString();
    case Left:
        return QString::fromStdString(readableDuration(secondsLeft(job).value_or(-1)));
    case Device:
        return QString::fromStdString(job.device);
    case Attempt:
        return job.attempt > 0 ? QString::number(job.attempt) : QString();
    case Why:
        return QString::fromStdString(job.message.substr(0, job.message.find('\n')));
    default:
        return {};
    }
}

QVariant QueueModel::sortKey(const JobRecord& job, int column)
{
    switch (column) {
    case Epoch:
        return static_cast<qlonglong>(job.epochsDone);
    case Error:
        return errorOf(job);
    case Flops:
        return static_cast<qlonglong>(job.flops);
    case Trained:
        return job.trainSeconds;
    case Left:
        return secondsLeft(job).value_or(-1);
    case Attempt:
        return static_cast<qlonglong>(job.attempt);
    default:
        return text(job, column);
    }
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const JobRecord& record = job(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(record, column);
    case Qt::ToolTipRole:
        if (column == Flops)
            return translated("%1 multiply-adds").arg(QString::fromStdString(exactCount(record.flops)));
        if (column == Job) return QString::fromStdString(record.id);
        if (column == Why || column == State) return QString::fromStdString(record.message);
        return {};
    case Qt::TextAlignmentRole:
        return column == Job || column == State || column == Device || column == Why
                   ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                   : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case sortRole:
        return sortKey(record, column);
    case stateRole:
        return static_cast<int>(record.state);
    case idRole:
        return QString::fromStdString(record.id);
    default:
        return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Job:
        return tr("Job");
    case State:
        return tr("State");
    case Epoch:
        return tr("Epoch");
    case Error:
        return tr("Error %");
    case Flops:
        return tr("FLOPs");
    case Trained:
        return tr("Trained");
    case Left:
        return tr("Left");
    case Device:
        return tr("Device");
    case Attempt:
        return tr("Attempt");
    case Why:
        return tr("Why");
    default:
        return {};
    }
}

} // namespace regnet
