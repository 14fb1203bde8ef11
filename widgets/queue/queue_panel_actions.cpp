// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/figure_call.h"
#include "widgets/notices/notice_bar.h"
#include "widgets/queue/dispatcher_thread.h"
#include "widgets/queue/populations_model.h"
#include "widgets/queue/queue_commands.h"
#include "widgets/queue/queue_model.h"
#include "widgets/queue/queue_panel.h"
#include "widgets/shown_quantity.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QToolBar>

#include <algorithm>
#include <map>

namespace regnet {
namespace {

using Action = QueueRequest::Action;

/// Cancelling less than that of training needs no question.
constexpr double littleSeconds = 60;

QString nameOfAction(const QueueRequest& request)
{
    switch (request.action) {
    case Action::Pause:
        return QueuePanel::tr("Pause");
    case Action::Resume:
        return QueuePanel::tr("Resume");
    case Action::Cancel:
        return QueuePanel::tr("Cancel");
    case Action::Retry:
        return QueuePanel::tr("Retry");
    case Action::Priority:
        return QueuePanel::tr("Priority %1").arg(request.priority);
    case Action::Move:
        return request.place.where == JobPlace::Where::First ? QueuePanel::tr("Go first")
                                                             : QueuePanel::tr("Go last");
    case Action::Send:
        return request.destination.empty()
                   ? QueuePanel::tr("Bring back")
                   : QueuePanel::tr("Send to %1").arg(QString::fromStdString(request.destination));
    case Action::Forget:
        return QueuePanel::tr("Take back the import");
    case Action::Delete:
        return QueuePanel::tr("Delete");
    case Action::Rename: // its dialog copies it, with the name that was typed
    case Action::Add:
        break;
    }
    return {};
}

} // namespace

QAction* QueuePanel::addAction(const QString& text, const QString& tip, const char* name,
                               const QKeySequence& keys)
{
    QAction* action = m_tools->addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(keys.isEmpty() ? tip
                                      : tr("%1 (%2)").arg(tip, keys.toString(QKeySequence::NativeText)));
    QWidget::addAction(action); // its keys work wherever the focus is in the dock
    return action;
}

void QueuePanel::setUpActions()
{
    m_tools = new QToolBar(tr("Queue"), this);
    m_tools->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_train = addAction(tr("Train…"), tr("Sample a population and train it"), "train");
    m_tools->addSeparator();
    m_start = addAction(tr("Start"), tr("Work off all that is queued"), "start");
    m_stop = addAction(tr("Stop"), tr("Write checkpoints and stop; Start goes on from there"), "stop");
    m_pauseQueue = addAction(tr("Pause queue"), {}, "pauseQueue");
    m_tools->addSeparator();
    m_pause = addAction(tr("Pause"), tr("The selected jobs stop at a checkpoint and wait"), "pause",
                        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    m_resume = addAction(tr("Resume"), tr("The selected jobs may go on"), "resume",
                         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    m_retry = addAction(tr("Retry"), tr("The selected failed or cancelled jobs are queued again"), "retry");
    m_cancel = addAction(tr("Cancel"), tr("The selected jobs are given up; what is done stays"), "cancel",
                         QKeySequence(QKeySequence::Delete));
    m_tools->addSeparator();
    m_first = addAction(tr("First"), tr("The selected jobs go before all others"), "first",
                        QKeySequence(Qt::ALT | Qt::Key_Home));
    m_up = addAction(tr("Up"), tr("Raise the priority of the selected jobs by one"), "up",
                     QKeySequence(Qt::ALT | Qt::Key_Up));
    m_down = addAction(tr("Down"), tr("Lower the priority of the selected jobs by one"), "down",
                       QKeySequence(Qt::ALT | Qt::Key_Down));
    m_last = addAction(tr("Last"), tr("The selected jobs go behind all others"), "last",
                       QKeySequence(Qt::ALT | Qt::Key_End));
    setUpClusterActions();
    m_copyRows = new QAction(tr("Copy rows"), this);
    m_copyRows->setObjectName(QStringLiteral("copyRows"));
    m_copyRows->setShortcut(QKeySequence::Copy);
    m_copyRows->setShortcutContext(Qt::WidgetShortcut);
}

void QueuePanel::wireActions()
{
    connect(m_train, &QAction::triggered, this, &QueuePanel::trainWanted);
    connect(m_start, &QAction::triggered, this, [this] {
        showProblem({});
        m_dispatcher.work(m_workers, m_device);
    });
    connect(m_stop, &QAction::triggered, &m_dispatcher, &DispatcherThread::stop);
    connect(m_pauseQueue, &QAction::triggered, this, [this] {
        QueueRequest request;
        request.action = m_dispatcher.snapshot()->isPaused ? Action::Resume : Action::Pause;
        send(request);
    });
    connect(m_pause, &QAction::triggered, this, [this] { send(requestOf(Action::Pause, {})); });
    connect(m_resume, &QAction::triggered, this, [this] { send(requestOf(Action::Resume, {})); });
    connect(m_retry, &QAction::triggered, this, [this] { retry({}); });
    connect(m_cancel, &QAction::triggered, this, [this] { cancel({}); });
    connect(m_first, &QAction::triggered, this, [this] { send(requestOf(Action::Move, {})); });
    connect(m_last, &QAction::triggered, this, [this] {
        QueueRequest request = requestOf(Action::Move, {});
        request.place.where = JobPlace::Where::Last;
        send(request);
    });
    for (const auto& [action, step] : {std::pair(m_up, 1), std::pair(m_down, -1)})
        connect(action, &QAction::triggered, this, [this, by = step] {
            for (const QueueRequest& request : prioritiesChangedBy(by))
                send(request);
        });
    connect(m_copyRows, &QAction::triggered, this, &QueuePanel::copyRows);
    connect(m_table, &QWidget::customContextMenuRequested, this, &QueuePanel::showJobMenu);
    connect(m_populations, &QWidget::customContextMenuRequested, this, &QueuePanel::showPopulationMenu);
    auto* find = new QAction(tr("Find a job"), this);
    find->setShortcut(QKeySequence::Find);
    find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QWidget::addAction(find);
    connect(find, &QAction::triggered, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
}

QueuePanel::Selected QueuePanel::selected() const
{
    Selected all;
    const auto add = [&all](const JobRow& job) {
        ++all.count;
        all.canPause = all.canPause || job.state == JobState::Queued || isActive(job.state);
        all.canResume = all.canResume || job.state == JobState::Paused || job.wanted == JobState::Paused;
        all.canRetry = all.canRetry || canBeRetried(job.state, job.bestTestError);
        all.canMove = all.canMove || job.state == JobState::Queued || job.state == JobState::Paused;
        if (isFinal(job.state)) return;
        all.canSend = true;
        all.canBringBack = all.canBringBack || job.isElsewhere();
        all.canCancel = true;
        ++all.toCancel;
        all.secondsToLose += job.trainSeconds;
    };
    // Asked at every change: the rows are not collected first.
    const QItemSelection ranges = m_table->selectionModel()->selection();
    for (const QItemSelectionRange& range : ranges)
        for (int row = range.top(); row <= range.bottom(); ++row)
            add(m_model->job(row));
    return all;
}

void QueuePanel::updateActions()
{
    const QueueSnapshot& snapshot = *m_dispatcher.snapshot();
    const DispatcherStatus& status = snapshot.dispatcher;
    const bool isOurs = !status.holder.has_value();
    m_start->setEnabled(isOurs && snapshot.hasStore && (!status.isWorking || status.isStopping) &&
                        snapshot.progress.jobs.of(JobState::Queued) > 0);
    m_stop->setEnabled(isOurs && status.isWorking && !status.isStopping);
    m_pauseQueue->setEnabled(snapshot.hasStore && (snapshot.isPaused || snapshot.progress.jobs.open() > 0));
    m_pauseQueue->setText(snapshot.isPaused ? tr("Resume queue") : tr("Pause queue"));
    m_pauseQueue->setToolTip(snapshot.isPaused
                                 ? tr("Jobs are started again, here and by the command line")
                                 : tr("All running jobs stop at a checkpoint, and nothing is started, here "
                                      "or by the command line, until the queue is resumed"));
    const Selected now = selected();
    m_pause->setEnabled(now.canPause);
    m_resume->setEnabled(now.canResume);
    m_retry->setEnabled(now.canRetry);
    m_cancel->setEnabled(now.canCancel);
    for (QAction* action : {m_first, m_up, m_down, m_last})
        action->setEnabled(now.canMove);
    m_send->setEnabled(now.canSend);
    m_bringBack->setEnabled(now.canBringBack);
    m_bringIn->setEnabled(snapshot.hasStore);
    m_copyRows->setEnabled(now.count > 0);
    for (QAction* action : {m_rename, m_delete})
        action->setEnabled(!currentPopulation().empty());
}

QueueRequest QueuePanel::requestOf(Action action, const Scope& scope) const
{
    QueueRequest request;
    request.action = action;
    if (!scope)
        request.jobs = selection();
    else if (!scope->empty())
        request.jobs.populations = {*scope};
    return request;
}

void QueuePanel::send(const QueueRequest& request)
{
    showProblem({});
    m_dispatcher.change(request);
}

std::vector<QueueRequest> QueuePanel::prioritiesChangedBy(int step) const
{
    std::map<std::int64_t, std::vector<std::string>> byPriority;
    for (const int row : selectedRows(static_cast<std::size_t>(m_model->rowCount()))) {
        const JobRow& job = m_model->job(row);
        if (!isFinal(job.state)) byPriority[job.priority].push_back(job.id);
    }
    std::vector<QueueRequest> requests;
    for (auto& [priority, ids] : byPriority) {
        QueueRequest request;
        request.action = Action::Priority;
        request.priority = priority + step;
        request.jobs.ids = std::move(ids);
        requests.push_back(std::move(request));
    }
    return requests;
}

/// Unfinished trainings of a population, or of all, in seconds so far.
double QueuePanel::trainedOf(const Scope& scope) const
{
    double seconds = 0;
    const JobTable& table = m_dispatcher.listing()->table;
    for (std::int32_t row = 0; row < table.size(); ++row) {
        const JobRow& job = table.at(row);
        if (!isFinal(job.state) && (scope->empty() || *job.population == *scope)) seconds += job.trainSeconds;
    }
    return seconds;
}

void QueuePanel::cancel(const Scope& scope)
{
    const QueueRequest request = requestOf(Action::Cancel, scope);
    const Selected now = scope ? Selected{} : selected();
    const double trained = scope ? trainedOf(scope) : now.secondsToLose;
    QString question;
    if (scope && scope->empty())
        question = tr("Cancel all jobs that are not done?");
    else if (scope)
        question = tr("Cancel all jobs of %1 that are not done?").arg(QString::fromStdString(*scope));
    else
        question = now.toCancel == 1 ? tr("Cancel this job?") : tr("Cancel %1 jobs?").arg(now.toCancel);
    if (!m_isAskingBeforeCancel || (!scope && trained < littleSeconds)) {
        send(request);
        return;
    }
    QMessageBox box(QMessageBox::Question, tr("Cancel jobs"), question, QMessageBox::NoButton, this);
    box.setObjectName(QStringLiteral("confirmCancel"));
    box.setInformativeText(
        trained > 0 ? tr("They have been training for %1 together, and give no result. Results of finished "
                         "jobs stay.")
                          .arg(shownDuration(trained))
                    : tr("Results of finished jobs stay."));
    QPushButton* yes = box.addButton(tr("Cancel the jobs"), QMessageBox::DestructiveRole);
    QPushButton* no = box.addButton(tr("Keep them"), QMessageBox::RejectRole);
    box.setDefaultButton(no);
    box.setEscapeButton(no);
    box.exec();
    if (box.clickedButton() == yes) send(request);
}

/// Who wants another try wants it now: the queue starts where nobody works it off.
void QueuePanel::retry(const Scope& scope)
{
    send(requestOf(Action::Retry, scope));
    const QueueSnapshot& snapshot = *m_dispatcher.snapshot();
    if (!snapshot.dispatcher.holder && !snapshot.dispatcher.isWorking && !snapshot.isPaused)
        m_dispatcher.work(m_workers, m_device);
}

void QueuePanel::addCommands(QMenu& menu, const Scope& scope, const std::vector<Action>& actions)
{
    QMenu* copies = menu.addMenu(tr("Copy as command"));
    copies->setObjectName(QStringLiteral("copyCommands"));
    const auto add = [&](const QString& name, const QString& command) {
        connect(copies->addAction(name), &QAction::triggered, this,
                [command] { QGuiApplication::clipboard()->setText(command); });
    };
    const std::filesystem::path& store = m_dispatcher.store();
    for (const Action action : actions) {
        QueueRequest request = requestOf(action, scope);
        add(nameOfAction(request), commandOf(request, store));
        if (action != Action::Move) continue;
        request.place.where = JobPlace::Where::Last;
        add(nameOfAction(request), commandOf(request, store));
    }
    if (!scope) {
        for (const int step : {1, -1})
            for (const QueueRequest& request : prioritiesChangedBy(step))
                add(nameOfAction(request), commandOf(request, store));
        copies->setEnabled(!copies->isEmpty());
        return;
    }
    copies->addSeparator();
    add(tr("Start"), runCommand(m_workers, m_device.toStdString(), store));
    if (!scope->empty()) return; // results are of all populations
    QAction* bringIn = copies->addAction(m_bringIn->text());
    bringIn->setObjectName(QStringLiteral("copyBringIn"));
    connect(bringIn, &QAction::triggered, this, &QueuePanel::copyBringIn);
}

void QueuePanel::showJobMenu(const QPoint& at)
{
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("jobMenu"));
    menu.addActions({m_pause, m_resume, m_retry, m_cancel});
    menu.addSeparator();
    menu.addActions({m_first, m_up, m_down, m_last});
    menu.addSeparator();
    menu.addActions({m_send, m_bringBack});
    menu.addSeparator();
    menu.addAction(m_copyRows);
    std::vector<Action> actions;
    for (const auto& [action, what] :
         {std::pair(m_pause, Action::Pause), std::pair(m_resume, Action::Resume),
          std::pair(m_retry, Action::Retry), std::pair(m_cancel, Action::Cancel),
          std::pair(m_first, Action::Move), std::pair(m_bringBack, Action::Send)})
        if (action->isEnabled()) actions.push_back(what);
    addCommands(menu, {}, actions);
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

void QueuePanel::addPopulationActions(QMenu& menu, const Scope& scope, const JobCounts& jobs)
{
    const bool isQueue = scope->empty();
    std::vector<Action> commands;
    const auto add = [&](const QString& text, Action what, bool isPossible, auto act) {
        QAction* action = menu.addAction(text);
        action->setEnabled(isPossible);
        connect(action, &QAction::triggered, this, act);
        if (isPossible) commands.push_back(what);
    };
    const auto sendIt = [this, scope](Action what) {
        return [this, scope, what] { send(requestOf(what, scope)); };
    };
    const bool isPaused = m_dispatcher.snapshot()->isPaused;
    add(isQueue ? tr("Pause the queue") : tr("Pause its jobs"), Action::Pause,
        isQueue ? !isPaused && jobs.open() > 0 : jobs.open() > jobs.of(JobState::Paused),
        sendIt(Action::Pause));
    add(isQueue ? tr("Resume the queue") : tr("Resume its jobs"), Action::Resume,
        isQueue ? isPaused : jobs.of(JobState::Paused) > 0, sendIt(Action::Resume));
    add(isQueue ? tr("Retry all failed and cancelled jobs") : tr("Retry its failed and cancelled jobs"),
        Action::Retry, jobs.failures() + jobs.of(JobState::Cancelled) > 0, [this, scope] { retry(scope); });
    add(isQueue ? tr("Cancel all jobs…") : tr("Cancel its jobs…"), Action::Cancel, jobs.open() > 0,
        [this, scope] { cancel(scope); });
    if (!isQueue)
        add(tr("Go first"), Action::Move, jobs.of(JobState::Queued) + jobs.of(JobState::Paused) > 0,
            sendIt(Action::Move));
    addClusterActions(menu, scope, jobs);
    if (!isQueue) {
        menu.addSeparator();
        menu.addActions({m_rename, m_delete});
        commands.push_back(Action::Delete);
    }
    if (jobs.open() > 0) commands.push_back(Action::Send);
    addCommands(menu, scope, commands);
}

void QueuePanel::showPopulationMenu(const QPoint& at)
{
    const QModelIndex index = m_populations->indexAt(at);
    if (!index.isValid()) return;
    m_populations->setCurrentIndex(index); // which the actions that are also keys act on
    const std::string name = currentPopulation();
    const QueueSnapshotPointer snapshot = m_dispatcher.snapshot();
    JobCounts jobs = snapshot->progress.jobs;
    for (const PopulationStanding& standing : snapshot->populations)
        if (standing.summary.name == name) jobs = standing.jobs;
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("populationMenu"));
    addPopulationActions(menu, name, jobs);
    menu.exec(m_populations->viewport()->mapToGlobal(at));
}

/// As a table for a spreadsheet.
void QueuePanel::copyRows() const
{
    QString text;
    const auto line = [&](const auto& cell) {
        for (int column = 0; column < m_model->columnCount(); ++column)
            text += (column == 0 ? QString() : QStringLiteral("\t")) + cell(column);
        text += QLatin1Char('\n');
    };
    line([&](int column) { return m_model->headerData(column, Qt::Horizontal).toString(); });
    for (const int row : selectedRows(static_cast<std::size_t>(m_model->rowCount())))
        line([&](int column) {
            const QModelIndex cell = m_model->index(row, column);
            return column == JobView::Job ? cell.data(QueueModel::idRole).toString() : cell.data().toString();
        });
    QGuiApplication::clipboard()->setText(withoutSigns(text));
}

/// "regnet figure training …" of the selected jobs: more of them than have colours are counted in the
/// caption.
FigureCall QueuePanel::curvesCall() const
{
    constexpr std::size_t most = 100;
    QStringList jobs;
    for (const int row : selectedRows(most))
        jobs << QString::fromStdString(m_model->job(row).id);
    FigureCall call(QStringLiteral("training"));
    call.setSources(jobs);
    call.set(QStringLiteral("store"), QString::fromStdString(m_dispatcher.store().string()));
    return call;
}

} // namespace regnet
