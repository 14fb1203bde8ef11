// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/queue_model.h"

#include "core/system/clock.h"
#include "widgets/shown_quantity.h"
#include "widgets/shown_text.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>

namespace regnet {
namespace {

/// More changes than that are told as one: the views look only at what they show.
constexpr std::size_t manyChanges = 50;

QString translated(const char* text)
{
    return QCoreApplication::translate("regnet::QueueModel", text);
}

bool isPrefix(const std::vector<std::int32_t>& shorter, const std::vector<std::int32_t>& longer)
{
    return shorter.size() <= longer.size() && std::equal(shorter.begin(), shorter.end(), longer.begin());
}

QString seconds(double value)
{
    return value < 10 ? translated("%1 s").arg(value, 0, 'f', 1) : shownDuration(value);
}

/// Where it runs or ran last; of a job that never did, the cluster that it waits for.
QString deviceText(const JobRow& job)
{
    if (job.device->empty() && job.isElsewhere())
        return translated("for %1").arg(QString::fromStdString(*job.place));
    return QString::fromStdString(*job.device);
}

QString flopsTip(const JobRow& job)
{
    QString text = translated("%1 multiply-adds").arg(shownExactCount(job.flops));
    if (!job.countsAgree) return text;
    return text +
           (*job.countsAgree
                ? translated(
                      "\nChecked when its training started: FLOPs, params and activations counted on the "
                      "running network are the computed ones")
                : translated("\nWrong: what was counted on the running network is not what was computed; its "
                             "details tell more"));
}

} // namespace

QString countsMark(std::optional<bool> agree)
{
    if (!agree) return {};
    return *agree ? QStringLiteral(" \u2713") : QStringLiteral(" \u2260");
}

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

QString stateText(JobState state, std::optional<JobState> wanted, const std::string& place)
{
    if (wanted == JobState::Paused) return translated("pausing");
    if (wanted == JobState::Cancelled) return translated("cancelling");
    if (state == JobState::Claimed && !place.empty())
        return translated("sent to %1").arg(QString::fromStdString(place));
    return stateText(state);
}

void QueueModel::setListing(const JobListingPointer& listing)
{
    const JobListingPointer before = m_listing;
    if (listing->order == before->order && !listing->isWhole) {
        m_listing = listing;
        tellChanges(*listing);
        return;
    }
    if (listing->isWhole ||
        (listing->size() != before->size() && !isPrefix(*before->order, *listing->order))) {
        beginResetModel();
        m_listing = listing;
        endResetModel();
        return;
    }
    if (listing->size() == before->size()) {
        move(listing);
        return;
    }
    beginInsertRows({}, before->size(), listing->size() - 1);
    m_listing = listing;
    endInsertRows();
    tellChanges(*listing);
}

/// The same jobs in another order, or one of them for another: what is selected stays selected.
void QueueModel::move(const JobListingPointer& listing)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const JobListingPointer before = m_listing;
    m_listing = listing;
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex& index : from) {
        const std::int32_t row = (*before->order)[static_cast<std::size_t>(index.row())];
        const std::int32_t place = (*listing->places)[static_cast<std::size_t>(row)];
        to.append(place < 0 ? QModelIndex() : this->index(place, index.column()));
    }
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void QueueModel::tellChanges(const JobListing& listing)
{
    if (listing.changed.empty() || listing.size() == 0) return;
    if (listing.changed.size() > manyChanges) {
        Q_EMIT dataChanged(index(0, 0), index(listing.size() - 1, columnCount() - 1));
        return;
    }
    for (const std::int32_t row : listing.changed) {
        if (static_cast<std::size_t>(row) >= listing.places->size()) continue; // newer than the order
        const std::int32_t place = (*listing.places)[static_cast<std::size_t>(row)];
        if (place >= 0) Q_EMIT dataChanged(index(place, 0), index(place, columnCount() - 1));
    }
}

void QueueModel::tick()
{
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, JobView::Left), index(rowCount() - 1, JobView::Left));
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_listing->size();
}

int QueueModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(JobView::ColumnCount);
}

QString QueueModel::text(const JobRow& job, int column)
{
    switch (column) {
    case JobView::Job:
        return QString::fromStdString(job.id.substr(0, 8));
    case JobView::Population:
        return QString::fromStdString(*job.population);
    case JobView::State:
        return stateText(job.state, job.wanted, job.isElsewhere() ? *job.place : std::string());
    case JobView::Progress:
        return QStringLiteral("%1 / %2").arg(job.epochsDone).arg(job.epochs);
    case JobView::Speed: {
        const auto epoch = job.secondsAnEpoch();
        return epoch ? seconds(*epoch) : QString();
    }
    case JobView::Left:
        return shownDuration(job.secondsLeft(unixNow()).value_or(-1));
    case JobView::Error:
        return job.error() < 0 ? QString() : QString::number(job.error(), 'f', 2);
    case JobView::Flops:
        return shownCount(static_cast<double>(job.flops)) + countsMark(job.countsAgree);
    case JobView::Trained:
        return job.trainSeconds > 0 ? shownDuration(job.trainSeconds) : QString();
    case JobView::Device:
        return deviceText(job);
    case JobView::Attempt:
        return job.attempt > 0 ? QString::number(job.attempt) : QString();
    case JobView::Priority:
        return job.priority != 0 ? QString::number(job.priority) : QString();
    case JobView::Why:
        return shownText(job.message.substr(0, job.message.find('\n')));
    default:
        return {};
    }
}

QString QueueModel::tip(const JobRow& job, int column)
{
    switch (column) {
    case JobView::Job:
        return translated("Job %1, network %2…")
            .arg(QString::fromStdString(job.id), QString::fromStdString(job.network));
    case JobView::Flops:
        return flopsTip(job);
    case JobView::Error:
        if (job.error() < 0) return {};
        return job.bestTestError >= 0 ? translated("The best epoch on the test images")
                                      : translated("The newest epoch on the test images");
    case JobView::State:
    case JobView::Why:
        return shownText(job.message);
    case JobView::Progress:
        return translated("Recipe %1").arg(QString::fromStdString(*job.recipe));
    default:
        return {};
    }
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const JobRow& row = job(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return tip(row, column);
    case Qt::TextAlignmentRole:
        switch (column) {
        case JobView::Job:
        case JobView::Population:
        case JobView::State:
        case JobView::Device:
        case JobView::Why:
            return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
        default:
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        }
    case idRole:
        return QString::fromStdString(row.id);
    case shareRole:
        if (column != JobView::Progress || row.epochs < 1) return {};
        return static_cast<double>(row.epochsDone) / row.epochs;
    default:
        return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    struct Header
    {
        QString text, tip;
    };
    const std::array<Header, JobView::ColumnCount> headers{{
        {tr("Job"), tr("Beginning of its name")},
        {tr("Population"), tr("The first population that asked for it")},
        {tr("State"), {}},
        {tr("Epoch"), tr("Epochs that are done, of the recipe's")},
        {tr("s / epoch"), tr("Time an epoch takes, on average")},
        {tr("Left"), tr("Time until it is done, at its own speed")},
        {tr("Error %"), tr("On test images: of the best epoch when done, of the newest before")},
        {tr("FLOPs"), tr("Multiply-adds an image")},
        {tr("Trained"), tr("Time spent in its epochs")},
        {tr("Device"), {}},
        {tr("Attempt"), tr("How often a worker was started for it")},
        {tr("Priority"), tr("Higher goes first; 0 is usual")},
        {tr("Why"), tr("The reason of its state")},
    }};
    const Header& header = headers[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) return header.text;
    if (role == Qt::ToolTipRole && !header.tip.isEmpty()) return header.tip;
    return {};
}

} // namespace regnet
