// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/live_survey.h"

#include <QElapsedTimer>

namespace regnet {
namespace {

constexpr std::int64_t firstDraw = 2'000;
constexpr std::int64_t drawAtOnce = 10'000; ///< 2 to 5 ms: how soon a stop is heard
constexpr std::int64_t estimateCandidates = 200'000;
constexpr qint64 reportEveryMs = 150;

void look(const DesignSpace& space, const LatestTask<SpaceReportPointer>::Say& say,
          const std::stop_token& stop)
{
    SpaceReport report;
    report.space = space;
    report.problems = check(space);
    const auto tell = [&] { say(std::make_shared<const SpaceReport>(report)); };
    if (!report.problems.empty()) {
        report.isComplete = true;
        return tell();
    }
    Surveyor surveyor(space);
    surveyor.draw(firstDraw);
    report.survey = surveyor.survey();
    tell();
    report.size = sizeOf(space);
    QElapsedTimer sinceReport;
    sinceReport.start();
    const auto isEnough = [&] {
        return surveyor.survey().candidates >= LiveSurvey::mostCandidates ||
               surveyor.survey().accepted >= LiveSurvey::enoughAccepted;
    };
    while (!stop.stop_requested() && !isEnough()) {
        surveyor.draw(drawAtOnce);
        if (sinceReport.elapsed() < reportEveryMs) continue;
        report.survey = surveyor.survey();
        tell();
        sinceReport.restart();
    }
    if (stop.stop_requested()) return;
    report.survey = surveyor.survey();
    tell();
    report.estimate = estimateSize(space, estimateCandidates, 1, stop);
    report.isComplete = true;
    if (!stop.stop_requested()) tell();
}

} // namespace

LiveSurvey::LiveSurvey(QObject* parent)
    : QObject(parent), m_task(
                           this,
                           [this](const Outcome<SpaceReportPointer>& outcome) {
                               if (const auto* problem = std::get_if<Problem>(&outcome))
                                   Q_EMIT failed(*problem);
                               else
                                   Q_EMIT reported(std::get<SpaceReportPointer>(outcome));
                           },
                           [this] { Q_EMIT ended(); })
{
}

void LiveSurvey::start(const DesignSpace& space)
{
    m_task.start([space](const auto& say, const std::stop_token& stop) { look(space, say, stop); });
}

void LiveSurvey::stop()
{
    m_task.stop();
    Q_EMIT ended();
}

} // namespace regnet
