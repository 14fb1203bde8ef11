// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/queue/queue_snapshot.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QTabWidget;

namespace regnet {

class PlotWidget;

/// What is known of the selected jobs: their curves; of a single one also why it is in its state, what it is,
/// and the end of its log.
class JobDetailsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit JobDetailsPanel(QWidget* parent = nullptr);

    /// So many are selected now; their details come with showDetails().
    void setSelected(int count);
    void showDetails(const regnet::JobDetails& details);
    PlotWidget& plot() const { return *m_plot; }

protected:
    void changeEvent(QEvent* event) override;

private:
    QString factsOf(const JobDetails& details) const;

    void showBadge(std::optional<bool> agree, const QString& tip);

    QLabel* m_state = nullptr;
    QLabel* m_badge = nullptr; ///< whether the counts of the running network are the computed ones
    QTabWidget* m_tabs = nullptr;
    PlotWidget* m_plot = nullptr;
    QPlainTextEdit* m_facts = nullptr;
    QPlainTextEdit* m_log = nullptr;
    JobDetails m_details;
    int m_selected = 0;
};

} // namespace regnet
