// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cluster/arrays_panel.h"
#include "widgets/cluster/cluster_dialog.h"
#include "widgets/queue/dispatcher_thread.h"
#include "widgets/queue/queue_commands.h"
#include "widgets/queue/queue_panel.h"
#include "widgets/shown_quantity.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QToolBar>

// Clusters in the queue's dock: jobs go there and come back.
namespace regnet {

using Action = QueueRequest::Action;

void QueuePanel::setUpClusterActions()
{
    m_tools->addSeparator();
    m_send =
        addAction(tr("Send to cluster…"),
                  tr("The selected jobs that are not done are trained by a cluster that Slurm runs"), "send");
    m_bringBack =
        addAction(tr("Bring back"),
                  tr("The selected jobs are trained on this machine; what runs on a cluster writes a "
                     "checkpoint first, and goes on from it here"),
                  "bringBack");
    m_bringIn = addAction(tr("Bring in results…"),
                          tr("Of a folder with job arrays that was submitted by hand and came back"),
                          "bringInResults");
}

void QueuePanel::wireCluster()
{
    connect(m_send, &QAction::triggered, this, [this] { sendToCluster({}); });
    connect(m_bringBack, &QAction::triggered, this, [this] { bringBack({}); });
    connect(m_bringIn, &QAction::triggered, this, &QueuePanel::bringInResults);
    connect(m_arrays, &ArraysPanel::cancelWanted, this, &QueuePanel::cancelArray);
    connect(m_arrays, &ArraysPanel::bringBackWanted, this, [this](const QString& token) {
        QueueRequest home;
        home.action = Action::Send;
        m_dispatcher.changeArray(token, home);
    });
    connect(m_arrays, &ArraysPanel::commandWanted, this, [this](const QString& token) {
        QGuiApplication::clipboard()->setText(cancelArrayCommand(token.toStdString(), m_dispatcher.store()));
    });
}

/// What is to be sent, as the dialog says it.
QString QueuePanel::inWords(const Scope& scope) const
{
    if (!scope) {
        const auto count = static_cast<int>(selected().count);
        return withGroups(tr("%n selected job(s)", nullptr, count), count);
    }
    if (scope->empty()) return tr("All jobs of the queue that are not done");
    return tr("All jobs of %1 that are not done").arg(QString::fromStdString(*scope));
}

void QueuePanel::sendToCluster(const Scope& scope)
{
    ClusterDialog dialog(
        {requestOf(Action::Send, scope).jobs, inWords(scope), m_dispatcher.store(), profilesFile()}, this);
    if (dialog.exec() != QDialog::Accepted) return;
    showProblem({});
    m_dispatcher.sendToCluster(dialog.order(), m_workers, m_device);
}

void QueuePanel::bringBack(const Scope& scope)
{
    send(requestOf(Action::Send, scope)); // without a destination: this machine
}

void QueuePanel::cancelArray(const QString& token)
{
    QMessageBox box(QMessageBox::Question, tr("Cancel a job array"), tr("Cancel all jobs of this array?"),
                    QMessageBox::NoButton, this);
    box.setObjectName(QStringLiteral("confirmCancelArray"));
    box.setInformativeText(tr("Those that are running give no result. Results of finished jobs stay."));
    QPushButton* yes = box.addButton(tr("Cancel the jobs"), QMessageBox::DestructiveRole);
    QPushButton* no = box.addButton(tr("Keep them"), QMessageBox::RejectRole);
    box.setDefaultButton(no);
    box.setEscapeButton(no);
    box.exec();
    if (box.clickedButton() != yes) return;
    showProblem({});
    QueueRequest request;
    request.action = Action::Cancel;
    m_dispatcher.changeArray(token, request);
}

QString QueuePanel::askForResults()
{
    return QFileDialog::getExistingDirectory(this, tr("The folder that came back"));
}

void QueuePanel::copyBringIn()
{
    const QString folder = askForResults();
    if (folder.isEmpty()) return;
    QGuiApplication::clipboard()->setText(collectCommand(folder.toStdString(), m_dispatcher.store()));
}

void QueuePanel::bringInResults()
{
    const QString folder = askForResults();
    if (folder.isEmpty()) return;
    showProblem({});
    m_dispatcher.bringInResults(folder, m_workers, m_device);
}

void QueuePanel::addClusterActions(QMenu& menu, const Scope& scope, const JobCounts& jobs)
{
    menu.addSeparator();
    QAction* there = menu.addAction(scope->empty() ? tr("Send all jobs to a cluster…")
                                                   : tr("Send its jobs to a cluster…"));
    QAction* back = menu.addAction(scope->empty() ? tr("Bring all jobs back to this machine")
                                                  : tr("Bring its jobs back to this machine"));
    there->setObjectName(QStringLiteral("sendPopulation"));
    back->setObjectName(QStringLiteral("bringPopulationBack"));
    for (QAction* action : {there, back})
        action->setEnabled(jobs.open() > 0);
    connect(there, &QAction::triggered, this, [this, scope] { sendToCluster(scope); });
    connect(back, &QAction::triggered, this, [this, scope] { bringBack(scope); });
}

} // namespace regnet
