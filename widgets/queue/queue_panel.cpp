// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/queue_panel.h"

#include "core/text/readable.h"
#include "widgets/queue/dispatcher_thread.h"
#include "widgets/queue/queue_model.h"

#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace regnet {
namespace {

constexpr int anyState = -1;

/// Only jobs in one state, or all.
class StateFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setState(int state)
    {
        m_state = state;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override
    {
        if (m_state == anyState) return true;
        return sourceModel()->index(row, 0, parent).data(QueueModel::stateRole).toInt() == m_state;
    }

private:
    int m_state = anyState;
};

QString curveText(const std::vector<EpochRecord>& epochs)
{
    QString text;
    for (const EpochRecord& epoch : epochs)
        text += QCoreApplication::translate("regnet::QueuePanel",
                                            "epoch %1: test error %2 %, train loss %3, %4 s\n")
                    .arg(epoch.values.epoch)
                    .arg(epoch.values.testError, 0, 'f', 2)
                    .arg(epoch.values.trainLoss, 0, 'f', 3)
                    .arg(epoch.values.seconds, 0, 'f', 1);
    return text;
}

} // namespace

QueuePanel::QueuePanel(DispatcherThread& dispatcher, QWidget* parent)
    : QWidget(parent), m_dispatcher(dispatcher)
{
    setUpActions();
    setUpHeader();
    setUpTable();
    wire();
    showSnapshot(m_dispatcher.snapshot());
}

QAction* QueuePanel::addAction(const QString& text, const QString& tip, const char* name)
{
    QAction* action = m_tools->addAction(text);
    action->setToolTip(tip);
    action->setObjectName(QLatin1String(name));
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
    m_tools->addSeparator();
    m_pause = addAction(tr("Pause"), tr("The selected jobs stop at a checkpoint and wait"), "pause");
    m_resume = addAction(tr("Resume"), tr("The selected jobs may go on"), "resume");
    m_retry = addAction(tr("Retry"), tr("The selected failed or cancelled jobs are queued again"), "retry");
    m_cancel = addAction(tr("Cancel"), tr("The selected jobs are given up; what is done stays"), "cancel");
}

void QueuePanel::setUpHeader()
{
    m_bar = new QProgressBar(this);
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the queue"));
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("summary"));
    // A long sentence is cut (the tooltip has it all) rather than making the window wider.
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_notice = new QLabel(this);
    m_notice->setObjectName(QStringLiteral("notice"));
    m_notice->setWordWrap(true);
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notice->hide();
    m_states = new QComboBox(this);
    m_states->setAccessibleName(tr("Which jobs are shown"));
    m_states->addItem(tr("All jobs"), anyState);
    for (const JobState state : allJobStates)
        m_states->addItem(stateText(state), static_cast<int>(state));
}

void QueuePanel::setUpTable()
{
    m_model = new QueueModel(this);
    auto* filter = new StateFilter(this);
    filter->setSourceModel(m_model);
    filter->setSortRole(QueueModel::sortRole);
    m_filtered = filter;
    connect(m_states, &QComboBox::currentIndexChanged, filter,
            [this, filter] { filter->setState(m_states->currentData().toInt()); });

    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("jobs"));
    m_table->setAccessibleName(tr("Jobs"));
    m_table->setModel(m_filtered);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setWordWrap(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // the queue's own order until somebody clicks
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_table->horizontalHeader()->setStretchLastSection(true);

    m_details = new QPlainTextEdit(this);
    m_details->setReadOnly(true);
    m_details->setAccessibleName(tr("Details of the selected job"));
    m_details->setPlaceholderText(tr("Select a job to see its curve and the end of its log."));
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));

    auto* splitter = new QSplitter(Qt::Horizontal, this); // the dock is wide and low
    splitter->setObjectName(QStringLiteral("queueSplitter"));
    splitter->addWidget(m_table);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);

    auto* empty = new QWidget(this);
    auto* emptyLayout = new QVBoxLayout(empty);
    auto* sentence = new QLabel(tr("Nothing is waiting."), empty);
    auto* button = new QPushButton(tr("Train a population"), empty);
    button->setObjectName(QStringLiteral("trainFirst"));
    connect(button, &QPushButton::clicked, this, &QueuePanel::trainWanted);
    emptyLayout->addStretch();
    emptyLayout->addWidget(sentence, 0, Qt::AlignHCenter);
    emptyLayout->addWidget(button, 0, Qt::AlignHCenter);
    emptyLayout->addStretch();

    m_pages = new QStackedWidget(this);
    m_pages->addWidget(empty);
    m_pages->addWidget(splitter);

    auto* header = new QHBoxLayout;
    header->addWidget(m_bar, 1);
    header->addWidget(m_summary, 2);
    header->addWidget(m_states);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tools);
    layout->addLayout(header);
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
}

void QueuePanel::wire()
{
    connect(&m_dispatcher, &DispatcherThread::snapshotChanged, this, &QueuePanel::showSnapshot);
    connect(&m_dispatcher, &DispatcherThread::detailsChanged, this, &QueuePanel::showDetails);
    connect(&m_dispatcher, &DispatcherThread::noticed, this, &QueuePanel::showNotice);
    connect(&m_dispatcher, &DispatcherThread::failed, this, &QueuePanel::showProblem);
    connect(m_train, &QAction::triggered, this, &QueuePanel::trainWanted);
    connect(m_start, &QAction::triggered, this, [this] {
        m_notice->hide();
        m_dispatcher.work(m_workers, QStringLiteral("cpu"));
    });
    connect(m_stop, &QAction::triggered, this, [this] { m_dispatcher.stop(); });
    const std::array<std::pair<QAction*, QueueRequest::Action>, 4> changes{
        {{m_pause, QueueRequest::Action::Pause},
         {m_resume, QueueRequest::Action::Resume},
         {m_retry, QueueRequest::Action::Retry},
         {m_cancel, QueueRequest::Action::Cancel}}};
    for (const auto& [action, what] : changes)
        connect(action, &QAction::triggered, this, [this, change = what] { changeSelected(change); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateActions();
        const JobSelection selected = selection();
        if (selected.ids.size() != 1) m_details->clear();
        m_dispatcher.look(selected.ids.size() == 1 ? QString::fromStdString(selected.ids.front())
                                                   : QString());
    });
}

JobSelection QueuePanel::selection() const
{
    JobSelection selected;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex& row : rows)
        selected.ids.push_back(row.data(QueueModel::idRole).toString().toStdString());
    return selected;
}

void QueuePanel::changeSelected(QueueRequest::Action action)
{
    QueueRequest request;
    request.action = action;
    request.jobs = selection();
    if (!request.jobs.ids.empty()) m_dispatcher.change(request);
}

void QueuePanel::showSnapshot(const QueueSnapshotPointer& snapshot)
{
    m_model->setJobs(snapshot->jobs);
    m_pages->setCurrentIndex(snapshot->jobs.empty() ? 0 : 1);
    m_bar->setValue(static_cast<int>(snapshot->progress.share * 1000));
    m_bar->setVisible(!snapshot->jobs.empty());
    showState(*snapshot);
    updateActions();
}

void QueuePanel::showState(const QueueSnapshot& snapshot)
{
    QString text = snapshot.jobs.empty() ? QString() : QString::fromStdString(describe(snapshot.progress));
    const auto add = [&text](const QString& more) {
        text += (text.isEmpty() ? QString() : QStringLiteral(" – ")) + more;
    };
    if (snapshot.holder)
        add(tr("%1 works this queue off; this window follows")
                .arg(QString::fromStdString(describe(*snapshot.holder))));
    else if (snapshot.isStopping)
        add(tr("waiting for checkpoints"));
    else if (!snapshot.held.empty())
        add(QString::fromStdString(snapshot.held));
    else if (!snapshot.isWorking && snapshot.progress.jobs.of(JobState::Queued) > 0)
        add(tr("stopped"));
    m_summary->setText(text);
    m_summary->setToolTip(text);
}

void QueuePanel::updateActions()
{
    const QueueSnapshot& snapshot = *m_dispatcher.snapshot();
    const bool isOurs = !snapshot.holder.has_value();
    m_start->setEnabled(isOurs && snapshot.hasStore && (!snapshot.isWorking || snapshot.isStopping) &&
                        snapshot.progress.jobs.of(JobState::Queued) > 0);
    m_stop->setEnabled(isOurs && snapshot.isWorking && !snapshot.isStopping);
    bool canPause = false, canResume = false, canRetry = false, canCancel = false;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex& row : rows) {
        const auto state = static_cast<JobState>(row.data(QueueModel::stateRole).toInt());
        canPause = canPause || state == JobState::Queued || isActive(state);
        canResume = canResume || state == JobState::Paused;
        canRetry = canRetry || isFailure(state) || state == JobState::Cancelled;
        canCancel = canCancel || !isFinal(state);
    }
    m_pause->setEnabled(canPause);
    m_resume->setEnabled(canResume);
    m_retry->setEnabled(canRetry);
    m_cancel->setEnabled(canCancel);
}

void QueuePanel::showDetails(const JobDetails& details)
{
    const JobSelection selected = selection();
    if (selected.ids.size() != 1 || selected.ids.front() != details.job.id) return;
    QString text = stateText(details.job.state);
    if (!details.job.message.empty())
        text += QStringLiteral(": ") + QString::fromStdString(details.job.message);
    text += QStringLiteral("\n\n") + curveText(details.epochs);
    if (!details.logTail.empty())
        text += tr("\nThe end of its log:\n") + QString::fromStdString(details.logTail);
    if (m_details->toPlainText() != text) m_details->setPlainText(text);
}

void QueuePanel::showNotice(const QString& text)
{
    m_notice->setText(text);
    m_notice->show();
}

void QueuePanel::showProblem(const Problem& problem)
{
    showNotice(QString::fromStdString(sentence(problem)));
}

} // namespace regnet
