// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/latest_task.h"
#include "widgets/spaces/space_report.h"

#include <QObject>

namespace regnet {

/// Looks at a space in the background: checks it, counts it, draws candidates. The newest space wins.
class LiveSurvey : public QObject
{
    Q_OBJECT

public:
    explicit LiveSurvey(QObject* parent = nullptr);

    void start(const DesignSpace& space);
    void stop();

    static constexpr std::int64_t mostCandidates = 2'000'000;
    static constexpr std::int64_t enoughAccepted = 100'000;

Q_SIGNALS:
    void reported(const regnet::SpaceReportPointer& report);
    void failed(const regnet::Problem& problem);
    void ended();

private:
    LatestTask<SpaceReportPointer> m_task;
};

} // namespace regnet
