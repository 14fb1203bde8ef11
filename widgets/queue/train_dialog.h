// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/queue/order_plan.h"
#include "widgets/queue/queue_snapshot.h"

#include <QDialog>
#include <QFutureWatcher>
#include <QTimer>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace regnet {

/// Asks which population is to be trained and how; says what it will take and what it can show, while the
/// fields change, and what is wrong beside the field.
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
    void setWorkers(int workers); ///< 0: one a core
    QString device() const;

private:
    void setUpFields();
    void addField(QFormLayout& form, const QString& label, QWidget* field, const QString& tip);
    void check();
    QWidget* planBox();
    void plan();
    void startPlan();
    void showProblem(QWidget* field, const QString& text);
    void showPlan();
    QString networksText() const;
    QString timeText() const;
    QString diskText() const;
    QString gapText() const;
    QString nameProblem() const;
    QString seedsProblem() const;
    std::vector<std::uint64_t> trainingSeeds() const;
    void proposeName();
    void copyCommand();

    QueueSnapshotPointer m_snapshot;
    QLineEdit* m_name = nullptr;
    QComboBox* m_space = nullptr;
    QSpinBox* m_n = nullptr;
    QSpinBox* m_seed = nullptr;
    QComboBox* m_recipe = nullptr;
    QLineEdit* m_trainingSeeds = nullptr;
    QComboBox* m_dataSet = nullptr;
    QSpinBox* m_dataSeed = nullptr;
    QCheckBox* m_keepWeights = nullptr;
    QSpinBox* m_workers = nullptr;
    QComboBox* m_device = nullptr;
    QLabel* m_networks = nullptr;
    QLabel* m_time = nullptr;
    QLabel* m_disk = nullptr;
    QLabel* m_memory = nullptr;
    QLabel* m_gap = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
    std::map<QWidget*, QLabel*> m_problems;
    bool m_isFixed = false;   ///< the population lies in the store
    bool m_isNameOwn = false; ///< typed by a person: not proposed any more
    QTimer m_planSoon;
    QFutureWatcher<Outcome<OrderPlan>> m_watcher;
    std::shared_ptr<DataSetMemo> m_dataSets =
        std::make_shared<DataSetMemo>(); ///< shared with a plan that is late
    std::optional<OrderPlan> m_plan;     ///< of the fields as they are; none while it is made
    QString m_storeProblem;
};

} // namespace regnet
