// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/dispatcher_thread.h"
#include "widgets/queue/populations_model.h"
#include "widgets/queue/queue_panel.h"
#include "widgets/queue/rename_dialog.h"

#include <QAction>
#include <QPointer>
#include <QTableView>
#include <QUndoCommand>
#include <QUndoStack>

#include <utility>

// What is done to populations as such in the queue's dock.
namespace regnet {
namespace {

/// Another name, and back. The queue outlives its panel, which is made anew in another language.
class RenamePopulation : public QUndoCommand
{
public:
    RenamePopulation(DispatcherThread& dispatcher, const QueueRequest& request)
        : QUndoCommand(
              QueuePanel::tr("rename %1").arg(QString::fromStdString(request.jobs.populations.front()))),
          m_dispatcher(&dispatcher), m_there(request), m_back(request)
    {
        m_back.jobs.populations = {request.name};
        m_back.name = request.jobs.populations.front();
    }

    void undo() override { ask(m_back); }
    void redo() override { ask(m_there); }

private:
    void ask(const QueueRequest& request)
    {
        if (m_dispatcher)
            m_dispatcher->change(request);
        else
            setObsolete(true);
    }

    QPointer<DispatcherThread> m_dispatcher;
    QueueRequest m_there, m_back;
};

} // namespace

void QueuePanel::setUpPopulationActions()
{
    m_rename = new QAction(tr("Rename the population…"), this);
    m_rename->setObjectName(QStringLiteral("renamePopulation"));
    m_rename->setToolTip(tr("The chosen population gets another name; undo gives it back"));
    m_rename->setShortcut(QKeySequence(Qt::Key_F2));
    m_rename->setShortcutContext(Qt::WidgetShortcut);
    m_populations->addAction(m_rename);
    connect(m_rename, &QAction::triggered, this, &QueuePanel::renamePopulation);
}

/// Empty where all jobs are chosen.
std::string QueuePanel::currentPopulation() const
{
    const QModelIndex current = m_populations->currentIndex();
    return current.siblingAtColumn(0).data(PopulationsModel::nameRole).toString().toStdString();
}

void QueuePanel::renamePopulation()
{
    const std::string population = currentPopulation();
    if (population.empty()) return;
    std::vector<std::string> others;
    for (const PopulationStanding& standing : m_dispatcher.snapshot()->populations)
        if (standing.summary.name != population) others.push_back(standing.summary.name);
    RenameDialog dialog(population, others, m_dispatcher.store(), this);
    if (dialog.exec() != QDialog::Accepted) return;
    showProblem({});
    if (m_history)
        m_history->push(new RenamePopulation(m_dispatcher, dialog.request())); // the stack owns it
    else
        m_dispatcher.change(dialog.request());
}

} // namespace regnet
