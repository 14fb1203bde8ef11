// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/queue/queue_snapshot.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;
class QToolBar;

namespace regnet {

class DispatcherThread;
class QueueModel;

/// The queue: how far it is, its jobs, and what is wrong with those that failed. Shows what the dispatcher's
/// thread says and sends it intents.
class QueuePanel : public QWidget
{
    Q_OBJECT

public:
    explicit QueuePanel(DispatcherThread& dispatcher, QWidget* parent = nullptr);

    /// How many workers the Start button means; 0: one a core.
    void setWorkers(int workers) { m_workers = workers; }
    QTableView* table() const { return m_table; }

Q_SIGNALS:
    void trainWanted(); ///< the Train button: whoever knows the current space opens the dialog

private:
    void setUpHeader();
    void setUpActions();
    QAction* addAction(const QString& text, const QString& tip, const char* name);
    void setUpTable();
    void wire();
    void showSnapshot(const QueueSnapshotPointer& snapshot);
    void showState(const QueueSnapshot& snapshot);
    void showDetails(const JobDetails& details);
    void showNotice(const QString& text);
    void showProblem(const Problem& problem);
    void changeSelected(QueueRequest::Action action);
    void updateActions();
    JobSelection selection() const;

    DispatcherThread& m_dispatcher;
    QueueModel* m_model = nullptr;
    QSortFilterProxyModel* m_filtered = nullptr;
    QToolBar* m_tools = nullptr;
    QAction* m_train = nullptr;
    QAction* m_start = nullptr;
    QAction* m_stop = nullptr;
    QAction* m_pause = nullptr;
    QAction* m_resume = nullptr;
    QAction* m_retry = nullptr;
    QAction* m_cancel = nullptr;
    QComboBox* m_states = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_notice = nullptr;
    QStackedWidget* m_pages = nullptr;
    QTableView* m_table = nullptr;
    QPlainTextEdit* m_details = nullptr;
    int m_workers = 0;
};

} // namespace regnet
