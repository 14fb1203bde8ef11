// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/job_table.h"

#include "core/queue/job_history.h"

#include <utility>

namespace regnet {
namespace {

JobRecord timesOf(const JobRow& row)
{
    JobRecord record;
    record.state = row.state;
    record.epochs = row.epochs;
    record.epochsDone = row.epochsDone;
    record.trainSeconds = row.trainSeconds;
    record.lastEvent = row.lastEvent;
    return record;
}

} // namespace

std::optional<double> JobRow::secondsAnEpoch() const
{
    return regnet::secondsAnEpoch(timesOf(*this));
}

std::optional<double> JobRow::secondsLeft(double unixNow) const
{
    return regnet::secondsLeft(timesOf(*this), unixNow);
}

JobTable::Chunk& JobTable::own(std::size_t chunk)
{
    std::shared_ptr<Chunk>& pointer = m_chunks[chunk];
    if (pointer.use_count() > 1) pointer = std::make_shared<Chunk>(*pointer);
    return *pointer;
}

void JobTable::append(JobRow row)
{
    if (m_size % chunkRows == 0) m_chunks.push_back(std::make_shared<Chunk>());
    own(m_chunks.size() - 1).push_back(std::move(row));
    ++m_size;
}

void JobTable::replace(std::int32_t row, JobRow value)
{
    own(static_cast<std::size_t>(row / chunkRows))[static_cast<std::size_t>(row % chunkRows)] =
        std::move(value);
}

} // namespace regnet
