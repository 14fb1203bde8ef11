// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/queue_panel.h"

#include "widgets/cluster/arrays_panel.h"
#include "widgets/figures/export_dialog.h"
#include "widgets/latest_job.h"
#include "widgets/notices/notice_bar.h"
#include "widgets/queue/dispatcher_thread.h"
#include "widgets/queue/job_curves.h"
#include "widgets/queue/job_details_panel.h"
#include "widgets/queue/populations_model.h"
#include "widgets/queue/progress_delegate.h"
#include "widgets/queue/queue_model.h"
#include "widgets/shown_quantity.h"
#include "widgets/shown_text.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <unordered_set>

namespace regnet {
namespace {

constexpr int anyState = -1;
/// A larger selection keeps its rows where they are, instead of moving with them.
constexpr int largeSelection = 2000;
constexpr int searchMs = 150;

QTableView* tableView(const QString& name, QWidget* parent)
{
    auto* table = new QTableView(parent);
    table->setAccessibleName(name);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setWordWrap(false);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setContextMenuPolicy(Qt::CustomContextMenu);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setMinimumSectionSize(1);
    table->verticalHeader()->setDefaultSectionSize(parent->fontMetrics().height() * 3 / 2);
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

/// As wide as its header and this text.
void setWidth(QTableView& table, int column, const QString& text)
{
    const QString header = table.model()->headerData(column, Qt::Horizontal).toString();
    const QFontMetrics font = table.fontMetrics();
    // The header also has the arrow of the sorting.
    table.setColumnWidth(column, std::max(font.horizontalAdvance(text) + font.height(),
                                          font.horizontalAdvance(header) + font.height() * 3 / 2));
}

} // namespace

QueuePanel::QueuePanel(DispatcherThread& dispatcher, QWidget* parent)
    : QWidget(parent), m_dispatcher(dispatcher)
{
    setUpActions();
    setUpFilters();
    setUpPopulations();
    setUpTable();
    setUpLayout();
    wire();
    wireActions();
    setUpPopulationActions();
    wireCluster();
    offerExport(m_details->plot(), [this] { return curvesCall(); });
    m_dispatcher.setView(m_view);
    showListing(m_dispatcher.listing());
    showSnapshot(m_dispatcher.snapshot());
}

QueuePanel::~QueuePanel() = default;

void QueuePanel::setWorkers(int workers, const QString& device)
{
    m_workers = workers;
    m_device = device;
}

PlotWidget& QueuePanel::curves() const
{
    return m_details->plot();
}

void QueuePanel::setUpFilters()
{
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setToolTip(
        tr("Jobs whose name, network, population, space, recipe, device or reason has this in it"));
    m_search->setAccessibleName(tr("Search jobs"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 32);
    m_states = new QComboBox(this);
    m_states->setObjectName(QStringLiteral("states"));
    m_states->setAccessibleName(tr("Which jobs are shown"));
    m_states->addItem(tr("All states"), anyState);
    for (const JobState state : allJobStates)
        m_states->addItem(stateText(state), static_cast<int>(state));
    m_states->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("summary"));
    // A long sentence is cut (the tooltip has it all) rather than making the window wider.
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void QueuePanel::setUpPopulations()
{
    m_populationsModel = new PopulationsModel(this);
    m_populations = tableView(tr("Populations"), this);
    m_populations->setObjectName(QStringLiteral("populations"));
    m_populations->setModel(m_populationsModel);
    m_populations->setSelectionMode(QAbstractItemView::SingleSelection);
    m_populations->setItemDelegateForColumn(PopulationsModel::Progress,
                                            new ProgressDelegate(PopulationsModel::shareRole, m_populations));
    QHeaderView* header = m_populations->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents); // they are few
    header->setSectionResizeMode(PopulationsModel::Name, QHeaderView::Stretch);
    m_populations->horizontalHeader()->setMinimumSectionSize(fontMetrics().height() * 2);
    m_populations->selectRow(0);
}

void QueuePanel::setUpTable()
{
    m_model = new QueueModel(this);
    m_table = tableView(tr("Jobs"), this);
    m_table->setObjectName(QStringLiteral("jobs"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setItemDelegateForColumn(JobView::Progress,
                                      new ProgressDelegate(QueueModel::shareRole, m_table));
    m_table->addAction(m_copyRows);
    const std::array<const char*, JobView::ColumnCount> widest{
        "0a1b2c3d", "RegNetX-cpu-2", "out of memory", "100 / 100", "12 min 34 s", "12 h 34 min",
        "88.88",    "888 M",         "12 h 34 min",   "cuda:0",    "88",          "88",
        ""};
    for (int column = 0; column + 1 < JobView::ColumnCount; ++column)
        setWidth(*m_table, column, QString::fromUtf8(widest[static_cast<std::size_t>(column)]));
    QHeaderView* header = m_table->horizontalHeader();
    header->setStretchLastSection(true);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicatorClearable(true); // a third click: the queue's own order again
    header->setSortIndicator(JobView::ownOrder, Qt::AscendingOrder);
    header->setSectionsMovable(true);
    // What moves stands where it is seen in a narrow dock.
    header->moveSection(header->visualIndex(JobView::Population), JobView::Error);
    header->moveSection(header->visualIndex(JobView::Speed), JobView::Error);
    m_details = new JobDetailsPanel(this);
}

QWidget* QueuePanel::firstPage()
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    auto* sentence = new QLabel(
        tr("Nothing is waiting. A population is a sample of a space: its networks are trained here in "
           "the background, and their errors come to the Compare dock."),
        page);
    sentence->setWordWrap(true);
    sentence->setAlignment(Qt::AlignCenter);
    auto* button = new QPushButton(tr("Train a population"), page);
    button->setObjectName(QStringLiteral("trainFirst"));
    connect(button, &QPushButton::clicked, this, &QueuePanel::trainWanted);
    layout->addStretch();
    layout->addWidget(sentence);
    layout->addWidget(button, 0, Qt::AlignHCenter);
    layout->addStretch();
    return page;
}

QWidget* QueuePanel::nothingFound()
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    auto* sentence = new QLabel(tr("No job is like that."), page);
    auto* button = new QPushButton(tr("Show all jobs"), page);
    button->setObjectName(QStringLiteral("showAll"));
    connect(button, &QPushButton::clicked, this, [this] {
        m_search->clear();
        m_states->setCurrentIndex(0);
        m_populations->selectRow(0);
    });
    layout->addStretch();
    layout->addWidget(sentence, 0, Qt::AlignHCenter);
    layout->addWidget(button, 0, Qt::AlignHCenter);
    layout->addStretch();
    return page;
}

void QueuePanel::setUpLayout()
{
    m_lists = new QStackedWidget(this);
    m_lists->addWidget(m_table);
    m_lists->addWidget(nothingFound());
    auto* splitter = new QSplitter(Qt::Horizontal, this); // the dock is wide and low
    splitter->setObjectName(QStringLiteral("queueSplitter"));
    m_arrays = new ArraysPanel(this);
    auto* left = new QSplitter(Qt::Vertical, this);
    left->setObjectName(QStringLiteral("populationsSplitter"));
    left->addWidget(m_populations);
    left->addWidget(m_arrays); // hides itself while there are no clusters
    left->setChildrenCollapsible(false);
    splitter->addWidget(left);
    splitter->addWidget(m_lists);
    splitter->addWidget(m_details);
    for (int i = 0; i < 3; ++i)
        splitter->setStretchFactor(i, i == 1 ? 2 : 1);
    const int unit = fontMetrics().height();
    splitter->setSizes({unit * 18, unit * 34, unit * 22});

    m_pages = new QStackedWidget(this);
    m_pages->addWidget(firstPage());
    m_pages->addWidget(splitter);
    m_recovery = new NoticeBar({}, this);
    m_recovery->setObjectName(QStringLiteral("recovery"));
    m_notice = new NoticeBar({}, this);
    m_notice->setObjectName(QStringLiteral("notice"));

    auto* filters = new QHBoxLayout;
    filters->setContentsMargins(4, 0, 4, 2);
    filters->addWidget(m_search, 2);
    filters->addWidget(m_states);
    filters->addWidget(m_summary, 3);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_tools);
    layout->addWidget(m_recovery);
    layout->addWidget(m_notice);
    layout->addLayout(filters);
    layout->addWidget(m_pages, 1);
}

void QueuePanel::wire()
{
    connect(&m_dispatcher, &DispatcherThread::snapshotChanged, this, &QueuePanel::showSnapshot);
    connect(&m_dispatcher, &DispatcherThread::listingChanged, this, &QueuePanel::showListing);
    connect(&m_dispatcher, &DispatcherThread::detailsChanged, this, &QueuePanel::showDetails);
    connect(&m_dispatcher, &DispatcherThread::recoveryChanged, this, &QueuePanel::showNotices);
    connect(&m_dispatcher, &DispatcherThread::failed, this,
            [this](const Problem& problem) { showProblem(shownSentence(problem)); });
    connect(m_recovery, &NoticeBar::dismissed, &m_dispatcher, &DispatcherThread::dismissRecovery);
    connect(m_notice, &NoticeBar::dismissed, this, [this] { m_problem.clear(); });

    m_searchSoon.setSingleShot(true);
    m_searchSoon.setInterval(searchMs);
    connect(m_search, &QLineEdit::textChanged, &m_searchSoon, qOverload<>(&QTimer::start));
    connect(&m_searchSoon, &QTimer::timeout, this, &QueuePanel::sendView);
    connect(m_states, &QComboBox::currentIndexChanged, this, &QueuePanel::sendView);
    connect(m_populations->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        sendView();
        updateActions();
    });
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &QueuePanel::sendView);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &QueuePanel::selectionChanged);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &QueuePanel::keepSelection);
    connect(m_model, &QAbstractItemModel::modelReset, this, &QueuePanel::restoreSelection);
    connect(m_populationsModel, &QAbstractItemModel::modelReset, this, &QueuePanel::findPopulation);
    // The reader's own view follows the name already.
    connect(&m_dispatcher, &DispatcherThread::populationRenamed, this,
            [this](const QString& before, const QString& now) {
                if (m_view.population == before.toStdString()) m_view.population = now.toStdString();
            });
}

/// The chosen population in a list that was made anew; all jobs where it is gone.
void QueuePanel::findPopulation()
{
    int row = 0;
    for (int i = 0; i < m_populationsModel->rowCount(); ++i)
        if (m_populationsModel->index(i, 0).data(PopulationsModel::nameRole).toString().toStdString() ==
            m_view.population)
            row = i;
    {
        const QSignalBlocker quiet(m_populations->selectionModel());
        m_populations->selectRow(row);
    }
    sendView();
    updateActions();
}

/// Tells the reader which jobs are wanted now.
void QueuePanel::sendView()
{
    JobView view;
    if (const int state = m_states->currentData().toInt(); state != anyState)
        view.states = {static_cast<JobState>(state)};
    view.text = m_search->text().trimmed().toStdString();
    view.population = m_populations->currentIndex()
                          .siblingAtColumn(0)
                          .data(PopulationsModel::nameRole)
                          .toString()
                          .toStdString();
    const QHeaderView* header = m_table->horizontalHeader();
    view.column = header->sortIndicatorSection();
    if (view.column < 0 || view.column >= JobView::ColumnCount) view.column = JobView::ownOrder;
    view.isDescending = header->sortIndicatorOrder() == Qt::DescendingOrder;
    std::int64_t rows = 0;
    const QItemSelection ranges = m_table->selectionModel()->selection();
    for (const QItemSelectionRange& range : ranges)
        rows += range.height();
    view.isOrderKept = rows > largeSelection && rows < m_model->rowCount();
    if (view == m_view) return;
    m_view = view;
    m_dispatcher.setView(view);
}

void QueuePanel::showListing(const JobListingPointer& listing)
{
    m_model->setListing(listing);
    m_lists->setCurrentIndex(listing->size() == 0 && listing->table.size() > 0 ? 1 : 0);
    updateActions();
}

void QueuePanel::showSnapshot(const QueueSnapshotPointer& snapshot)
{
    m_populationsModel->setSnapshot(snapshot);
    m_arrays->setArrays(snapshot->arrays, snapshot->controllers);
    m_model->tick();
    const bool isEmpty = snapshot->progress.jobs.total() == 0 && snapshot->populations.empty();
    m_pages->setCurrentIndex(isEmpty ? 0 : 1);
    m_search->setEnabled(snapshot->progress.jobs.total() > 0);
    m_states->setEnabled(snapshot->progress.jobs.total() > 0);
    for (int i = 1; i < m_states->count(); ++i) {
        const auto state = static_cast<JobState>(m_states->itemData(i).toInt());
        const std::int64_t n = snapshot->progress.jobs.of(state);
        m_states->setItemText(i, n > 0 ? tr("%1 (%2)").arg(stateText(state), shownExactCount(n))
                                       : stateText(state));
    }
    showState(*snapshot);
    showNotices();
    updateActions();
}

void QueuePanel::showState(const QueueSnapshot& snapshot)
{
    const bool isEmpty = snapshot.progress.jobs.total() == 0;
    QString text = isEmpty ? QString() : shownText(describe(snapshot.progress));
    const auto add = [&text](const QString& more) {
        if (!text.isEmpty()) text += QStringLiteral(" – ");
        text += more;
    };
    const DispatcherStatus& status = snapshot.dispatcher;
    if (status.holder)
        add(tr("%1 works this queue off; this window follows").arg(shownText(describe(*status.holder))));
    else if (status.isStopping)
        add(tr("waiting for checkpoints"));
    else if (snapshot.isPaused && !isEmpty)
        add(tr("the queue is paused"));
    else if (!status.held.empty() && !status.isWaitingForDisk)
        add(unitsTogether(shownText(status.held)));
    else if (!status.isWorking && snapshot.progress.jobs.of(JobState::Queued) > 0)
        add(tr("stopped"));
    m_summary->setText(text);
    m_summary->setToolTip(text);
}

void QueuePanel::showNotices()
{
    m_recovery->showText(NoticeBar::Kind::Information, m_dispatcher.recovery());
    const DispatcherStatus& status = m_dispatcher.snapshot()->dispatcher;
    QString text = QString::fromStdString(m_problem);
    if (status.isWaitingForDisk)
        text = unitsTogether(
            tr("Training waits for room on the disk: %1. It goes on by itself when there is room.")
                .arg(shownText(status.held)));
    m_notice->showText(NoticeBar::Kind::Problem, text);
}

void QueuePanel::showProblem(const QString& text)
{
    m_problem = text.toStdString();
    showNotices();
}

void QueuePanel::showDetails(const JobDetails& details)
{
    // Of jobs that are not selected any more: a newer answer is on its way.
    const std::vector<int> rows = selectedRows(maximalCurves);
    if (rows.empty() || details.curves.empty()) return;
    if (details.curves.front().id != m_model->job(rows.front()).id) return;
    m_details->showDetails(details);
}

/// Rows of the selection from the top, at most so many: cheap whatever is selected.
std::vector<int> QueuePanel::selectedRows(std::size_t atMost) const
{
    QItemSelection ranges = m_table->selectionModel()->selection();
    std::sort(ranges.begin(), ranges.end(),
              [](const QItemSelectionRange& a, const QItemSelectionRange& b) { return a.top() < b.top(); });
    std::vector<int> rows;
    for (const QItemSelectionRange& range : ranges)
        for (int row = range.top(); row <= range.bottom() && rows.size() < atMost; ++row)
            rows.push_back(row);
    return rows;
}

JobSelection QueuePanel::selection() const
{
    JobSelection selected;
    for (const int row : selectedRows(static_cast<std::size_t>(m_model->rowCount())))
        selected.ids.push_back(m_model->job(row).id);
    return selected;
}

void QueuePanel::selectionChanged()
{
    updateActions();
    std::vector<std::string> looked;
    for (const int row : selectedRows(maximalCurves))
        looked.push_back(m_model->job(row).id);
    std::int64_t count = 0;
    const QItemSelection ranges = m_table->selectionModel()->selection();
    for (const QItemSelectionRange& range : ranges)
        count += range.height();
    m_details->setSelected(static_cast<int>(count));
    m_dispatcher.look(looked);
    sendView(); // a large selection keeps the order
}

void QueuePanel::keepSelection()
{
    m_kept.clear();
    for (const int row : selectedRows(largeSelection))
        m_kept.push_back(m_model->job(row).id);
    const QModelIndex current = m_table->currentIndex();
    m_keptCurrent = current.isValid() ? m_model->job(current.row()).id : std::string();
}

void QueuePanel::restoreSelection()
{
    if (m_kept.empty() && m_keptCurrent.empty()) return;
    const std::unordered_set<std::string> wanted(m_kept.begin(), m_kept.end());
    QItemSelection selection;
    QModelIndex current;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const std::string& id = m_model->job(row).id;
        if (id == m_keptCurrent) current = m_model->index(row, 0);
        if (!wanted.contains(id)) continue;
        if (!selection.isEmpty() && selection.last().bottom() == row - 1)
            selection.last() = QItemSelectionRange(selection.last().topLeft(),
                                                   m_model->index(row, m_model->columnCount() - 1));
        else
            selection.append(
                QItemSelectionRange(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1)));
    }
    if (current.isValid()) m_table->selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    if (!selection.isEmpty())
        m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    else
        selectionChanged(); // what was selected is not in the list any more
}

} // namespace regnet
