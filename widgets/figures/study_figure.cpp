// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/study_figure.h"

#include "core/problem.h"
#include "core/provenance/provenance.h"
#include "core/study/study_results.h"

#include <algorithm>
#include <utility>

namespace regnet {

namespace {

bool drawsRunTimes(const StudyPanel& panel)
{
    return panel.kind == PanelKind::RunTime || panel.property == runTimeProperty;
}

} // namespace

StudyFigure::StudyFigure(const PanelData& data, Populations populations)
    : PanelFigure(data), m_populations(std::move(populations))
{
}

StudyFigure studyFigure(const StudyFigureQuestion& question, const std::function<bool()>& isStopped)
{
    const StudyPanel& panel = panelOf(question.study, question.panel);
    std::vector<StudyPopulationData> own;
    if (question.source != PanelSource::Published && !question.store.empty())
        own = trainedIn(question.study, question.choice, question.store);
    PanelData data = panelData(question.study, panel, own, question.source, isStopped);
    if (data.title.empty()) data.title = question.study.title;
    if (!question.title.isEmpty()) data.title = question.title.toStdString();
    if (data.series.empty() && data.table.empty())
        throwBadInput("figure", question.study.name + "/" + panel.name + " has nothing to draw" +
                                    (data.remarks.empty() ? std::string() : ": " + data.remarks.front()));
    StudyFigure::Populations drawn;
    for (StudyPopulationData& each : own) {
        const bool isDrawn = panel.populations.empty() ||
                             std::ranges::find(panel.populations, each.key) != panel.populations.end();
        if (!isDrawn) continue;
        // A figure of errors stays the same when run times are measured later.
        if (!drawsRunTimes(panel))
            for (Member& member : each.population.members)
                member.properties.erase(runTimeProperty);
        drawn.push_back(std::make_shared<const Population>(std::move(each.population)));
    }
    return {data, std::move(drawn)};
}

} // namespace regnet
