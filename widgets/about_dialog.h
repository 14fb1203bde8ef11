// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QFutureWatcher>

class QLabel;

namespace regnet {

/// What this is, which paper it follows, and whether training is possible here.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget* parent = nullptr);

    /// What the dialog says about training, once the worker has answered.
    QString trainingText() const;

private:
    void askWorker();
    void showTraining(const QString& text);

    QLabel* m_training;
    QFutureWatcher<QString> m_watcher;
};

/// What to do where training is not possible.
QString howToGetTraining();

} // namespace regnet
