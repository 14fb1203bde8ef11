// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/findings_tab.h"

#include "widgets/latest_job.h"
#include "widgets/studies/findings_panel.h"

#include <QVBoxLayout>

namespace regnet {

FindingsTab::FindingsTab(CompareModel& model, QWidget* parent)
    : QWidget(parent), m_model(model),
      m_panel(new FindingsPanel(tr("Open a figure under Paper above, or train a study in the Studies dock "
                                   "and open it here with its button Compare."),
                                this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panel);
    m_job = std::make_unique<LatestJob<std::vector<Finding>>>(
        this, [this](const Outcome<std::vector<Finding>>& outcome) {
            if (const auto* found = std::get_if<std::vector<Finding>>(&outcome))
                m_panel->show(*found);
            else
                Q_EMIT m_model.problemFound(std::get<Problem>(outcome));
        });
    connect(&model, &CompareModel::shownChanged, this, &FindingsTab::refresh);
}

FindingsTab::~FindingsTab() = default;

void FindingsTab::refresh()
{
    m_isStale = !isVisible();
    if (m_isStale) return;
    m_panel->setBusy();
    m_job->start([populations = m_model.shown()](const auto& isStopped) {
        std::vector<FindingInput> inputs;
        for (const ShownPopulation& shown : populations)
            if (shown.isVisible)
                inputs.push_back({roleOf(shown.population->name),
                                  shown.population->isPublished ? "paper" : "here", *shown.population});
        return findings(inputs, isStopped);
    });
}

void FindingsTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale) refresh();
}

} // namespace regnet
