// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"
#include "widgets/latest_job.h"
#include "widgets/queue/dispatcher_thread.h"
#include "widgets/queue/populations_model.h"
#include "widgets/queue/queue_panel.h"
#include "widgets/queue/rename_dialog.h"
#include "widgets/shown_text.h"

#include <QAction>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
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
    connect(m_rename, &QAction::triggered, this, [this] { renamePopulation(currentPopulation()); });
    m_delete = new QAction(tr("Delete the population…"), this);
    m_delete->setObjectName(QStringLiteral("deletePopulation"));
    m_delete->setToolTip(tr("The chosen population goes, with its results; a copy of the store is kept"));
    connect(m_delete, &QAction::triggered, this, [this] { deletePopulation(currentPopulation()); });
    m_removal = std::make_unique<LatestJob<Removal>>(this, [this](const Outcome<Removal>& outcome) {
        if (const auto* problem = std::get_if<Problem>(&outcome)) return showProblem(shownSentence(*problem));
        confirmDeletion(std::get<Removal>(outcome));
    });
}

/// Empty where all jobs are chosen.
std::string QueuePanel::currentPopulation() const
{
    const QModelIndex current = m_populations->currentIndex();
    return current.siblingAtColumn(0).data(PopulationsModel::nameRole).toString().toStdString();
}

void QueuePanel::renamePopulation(const std::string& population)
{
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

void QueuePanel::deletePopulation(const std::string& population)
{
    if (population.empty()) return;
    showProblem({});
    m_removal->start([population, store = m_dispatcher.store()](const auto&) {
        Removal removal = StoreReader(store).removalOf(population);
        if (const auto problem = problemOf(removal)) throw Error(*problem);
        return removal;
    });
}

void QueuePanel::confirmDeletion(const Removal& removal)
{
    const QString name = QString::fromStdString(removal.population);
    QMessageBox box(QMessageBox::Warning, tr("Delete a population"), tr("Delete %1?").arg(name),
                    QMessageBox::NoButton, this);
    box.setObjectName(QStringLiteral("confirmDelete"));
    QString text = tr("Finished results that go with it: %1.").arg(removal.results);
    if (removal.shared > 0)
        text += QLatin1Char(' ') +
                tr("Results that stay, because other populations have them too: %1.").arg(removal.shared);
    box.setInformativeText(
        text + QLatin1Char(' ') +
        tr("A copy of the store as it is now is kept beside it, and the files of its trainings in the "
           "folder “deleted” of the spool."));
    QPushButton* yes = box.addButton(tr("Delete it"), QMessageBox::DestructiveRole);
    QPushButton* no = box.addButton(tr("Keep it"), QMessageBox::RejectRole);
    box.setDefaultButton(no);
    box.setEscapeButton(no);
    box.exec();
    if (box.clickedButton() == yes) send(requestOf(QueueRequest::Action::Delete, removal.population));
}

} // namespace regnet
