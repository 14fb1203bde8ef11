// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/queue/queue_snapshot.h"

#include <QDialog>
#include <QFutureWatcher>

#include <map>
#include <optional>

class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace regnet {

/// What is known about an order before it is given: its networks are sampled in the background.
struct OrderPreview
{
    double meanFlops = 0;
    std::optional<Problem> problem; ///< the space gives no such networks
};

/// Asks which population is to be trained and how; says what it will cost, and what is wrong beside the
/// field.
class TrainDialog : public QDialog
{
    Q_OBJECT

public:
    /// `snapshot` for names that are taken and speeds that were measured; `space` is chosen first, if there.
    TrainDialog(const QueueSnapshotPointer& snapshot, const QString& space, QWidget* parent = nullptr);

    /// Trains a population that lies in the store: space, number, seed and name are not asked.
    void fixPopulation(const QString& name, std::int64_t n, std::uint64_t seed);

    TrainingOrder order() const;
    int workers() const;
    QString device() const;

private:
    void setUpFields();
    void addField(QFormLayout& form, const QString& label, QWidget* field, const QString& tip);
    void check();
    void preview();
    void showProblem(QWidget* field, const QString& text);
    void showEstimate();
    QString estimateText() const;
    QString nameProblem() const;
    void proposeName();

    QueueSnapshotPointer m_snapshot;
    QLineEdit* m_name = nullptr;
    QComboBox* m_space = nullptr;
    QSpinBox* m_n = nullptr;
    QSpinBox* m_seed = nullptr;
    QComboBox* m_recipe = nullptr;
    QSpinBox* m_dataSeed = nullptr;
    QSpinBox* m_workers = nullptr;
    QComboBox* m_device = nullptr;
    QLabel* m_estimate = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
    std::map<QWidget*, QLabel*> m_problems;
    bool m_isFixed = false;   ///< the population lies in the store
    bool m_isNameOwn = false; ///< typed by a person: not proposed any more
    QFutureWatcher<OrderPreview> m_watcher;
    std::optional<OrderPreview> m_preview;
};

/// Seconds that a unit of work took in finished trainings with that recipe: a multiply-add of one image in
/// one epoch (Store's WorkAmount). Nothing before there is one.
std::optional<double> secondsPerWork(const QueueSnapshot& snapshot, const std::string& recipe);

} // namespace regnet
