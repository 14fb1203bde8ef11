// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/queue/queue_snapshot.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QStackedWidget;
class QTableView;
class QToolBar;
class QUndoStack;

namespace regnet {

class ArraysPanel;
class DispatcherThread;
class FigureCall;
class JobDetailsPanel;
class NoticeBar;
class PlotWidget;
class PopulationsModel;
class QueueModel;
template <typename T>
class LatestJob;

/// The queue: how far it is, its jobs, their curves, and what is wrong with those that failed. Shows what the
/// dispatcher's thread says and sends it intents.
class QueuePanel : public QWidget
{
    Q_OBJECT

public:
    explicit QueuePanel(DispatcherThread& dispatcher, QWidget* parent = nullptr);
    ~QueuePanel() override;

    /// How many workers the Start button means, and on which device; 0: one a core.
    void setWorkers(int workers, const QString& device);
    void setAskingBeforeCancel(bool isAsking) { m_isAskingBeforeCancel = isAsking; }
    /// Where new names of populations are noted, to be undone; none: nowhere. It has to outlive this.
    void setHistory(QUndoStack* history) { m_history = history; }
    QTableView* table() const { return m_table; }
    QTableView* populations() const { return m_populations; }
    PlotWidget& curves() const;
    /// Selected jobs, in the order of the list.
    JobSelection selection() const;

    /// Ask for the name, or whether to, and do it.
    void renamePopulation(const std::string& population);
    void deletePopulation(const std::string& population);

Q_SIGNALS:
    void trainWanted(); ///< the Train button: whoever knows the current space opens the dialog

private:
    /// What the selected jobs allow.
    struct Selected
    {
        std::int64_t count = 0;
        bool canPause = false, canResume = false, canRetry = false, canCancel = false, canMove = false;
        bool canSend = false, canBringBack = false;
        double secondsToLose = 0; ///< that unfinished ones have trained
        std::int64_t toCancel = 0;
    };
    /// Where a request comes from: the selected jobs, or a population (empty: the whole queue).
    using Scope = std::optional<std::string>;

    // queue_panel.cpp
    void setUpFilters();
    void setUpPopulations();
    void setUpTable();
    void setUpLayout();
    QWidget* firstPage();
    QWidget* nothingFound();
    void wire();
    void findPopulation();
    void showSnapshot(const QueueSnapshotPointer& snapshot);
    void showListing(const JobListingPointer& listing);
    void showState(const QueueSnapshot& snapshot);
    void showNotices();
    void showDetails(const JobDetails& details);
    void showProblem(const QString& text);
    void sendView();
    void selectionChanged();
    void keepSelection();
    void restoreSelection();
    std::vector<int> selectedRows(std::size_t atMost) const;

    // queue_panel_actions.cpp
    void setUpActions();
    QAction* addAction(const QString& text, const QString& tip, const char* name,
                       const QKeySequence& keys = {});
    void wireActions();
    void updateActions();
    Selected selected() const;
    QueueRequest requestOf(QueueRequest::Action action, const Scope& scope) const;
    void send(const QueueRequest& request);
    void cancel(const Scope& scope);
    void retry(const Scope& scope);
    std::vector<QueueRequest> prioritiesChangedBy(int step) const;
    void showJobMenu(const QPoint& at);
    void showPopulationMenu(const QPoint& at);
    void addPopulationActions(QMenu& menu, const Scope& scope, const JobCounts& jobs);
    void addCommands(QMenu& menu, const Scope& scope, const std::vector<QueueRequest::Action>& actions);
    void copyRows() const;
    FigureCall curvesCall() const;

    // queue_panel_populations.cpp
    void setUpPopulationActions();
    std::string currentPopulation() const;
    void confirmDeletion(const Removal& removal);

    // queue_panel_cluster.cpp
    void setUpClusterActions();
    void wireCluster();
    void sendToCluster(const Scope& scope);
    void bringBack(const Scope& scope);
    void cancelArray(const QString& token);
    void bringInResults();
    void copyBringIn(); ///< its command, which needs the folder, too
    QString askForResults();
    QString inWords(const Scope& scope) const;
    void addClusterActions(QMenu& menu, const Scope& scope, const JobCounts& jobs);
    double trainedOf(const Scope& scope) const;

    DispatcherThread& m_dispatcher;
    QueueModel* m_model = nullptr;
    PopulationsModel* m_populationsModel = nullptr;
    QToolBar* m_tools = nullptr;
    QAction* m_train = nullptr;
    QAction* m_start = nullptr;
    QAction* m_stop = nullptr;
    QAction* m_pauseQueue = nullptr;
    QAction* m_pause = nullptr;
    QAction* m_resume = nullptr;
    QAction* m_retry = nullptr;
    QAction* m_cancel = nullptr;
    QAction* m_first = nullptr;
    QAction* m_up = nullptr;
    QAction* m_down = nullptr;
    QAction* m_last = nullptr;
    QAction* m_copyRows = nullptr;
    QAction* m_rename = nullptr;
    QAction* m_delete = nullptr;
    std::unique_ptr<LatestJob<Removal>> m_removal; ///< counts what would go with a population
    QAction* m_send = nullptr;
    QAction* m_bringBack = nullptr;
    QAction* m_bringIn = nullptr;
    ArraysPanel* m_arrays = nullptr;
    QLineEdit* m_search = nullptr;
    QComboBox* m_states = nullptr;
    QLabel* m_summary = nullptr;
    NoticeBar* m_recovery = nullptr;
    NoticeBar* m_notice = nullptr;
    QStackedWidget* m_pages = nullptr;
    QStackedWidget* m_lists = nullptr;
    QTableView* m_table = nullptr;
    QTableView* m_populations = nullptr;
    JobDetailsPanel* m_details = nullptr;
    QTimer m_searchSoon;
    JobView m_view;
    std::vector<std::string> m_kept; ///< names of jobs that are selected again after the list was made anew
    std::string m_keptCurrent;
    std::string m_problem;
    int m_workers = 0;
    bool m_isAskingBeforeCancel = true;
    QUndoStack* m_history = nullptr;
    QString m_device = QStringLiteral("cpu");
};

} // namespace regnet
