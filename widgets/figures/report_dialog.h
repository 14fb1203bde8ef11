// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QStringList>

#include <atomic>
#include <memory>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace regnet {

/// Asks which populations a report shall be about and where it goes, and writes it in another thread.
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `sources` as openSource() takes them; all are chosen at first.
    explicit ReportDialog(const QStringList& sources, QWidget* parent = nullptr);
    ~ReportDialog() override;

    QString path() const;
    void setPath(const QString& path);
    void setTitle(const QString& title);
    QString problem() const; ///< the sentence that is shown; empty when all is well
    QString command() const; ///< the line for a terminal that writes the same file
    ReportRequest request() const;

public Q_SLOTS:
    /// Writes the report; a problem is shown and the dialog stays.
    void accept() override;
    void reject() override;

private:
    void browse();
    void showProblem(const QString& text);
    void finish(const QString& problem);

    QListWidget* m_sources = nullptr;
    QLineEdit* m_title = nullptr;
    QLineEdit* m_path = nullptr;
    QCheckBox* m_opens = nullptr;
    QLabel* m_problem = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
    /// Shared with the thread that writes, which may outlive the dialog by a moment.
    std::shared_ptr<std::atomic<bool>> m_isStopped;
    bool m_isWriting = false;
    QElapsedTimer m_since; ///< of the last writing
};

} // namespace regnet
