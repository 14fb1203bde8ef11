// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/request.h"
#include "core/space/sampler.h"
#include "widgets/latest_task.h"
#include "widgets/queue/order_plan.h"
#include "widgets/spaces/network_table_model.h"
#include "widgets/spaces/sampled_population.h"

#include <QElapsedTimer>
#include <QWidget>

#include <filesystem>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace regnet {

class NetworkTable;

/// Samples a population of the space, keeps it in the store and shows it as a table.
class PopulationPanel : public QWidget
{
    Q_OBJECT

public:
    /// Without a store populations are only shown.
    explicit PopulationPanel(std::filesystem::path store, QWidget* parent = nullptr);

    /// `source` is what openSpace() takes for it: a name or a file.
    void showSpace(const regnet::DesignSpace& space, const std::string& source);
    QString command() const; ///< the line for a terminal that samples the same

Q_SIGNALS:
    void networkWanted(const regnet::NetworkSpec& spec, int number);
    void trainWanted(const regnet::SampledPopulation& population);

private:
    struct Drawn
    {
        Sample sample;
        PopulationSpec kept; ///< without networks: they are in the sample
        std::optional<Problem> notKept;
        std::optional<OrderPlan> plan; ///< trained with the first recipe that the Train dialog offers
    };
    using DrawnPointer = std::shared_ptr<Drawn>;

    void sample();
    void showDrawn(const DrawnPointer& drawn);
    void proposeName();
    QString regime() const; ///< empty: the space as it is
    QString costText(const Sample& sample) const;
    QString planText(const OrderPlan& plan) const;

    std::filesystem::path m_store;
    DesignSpace m_space;
    std::string m_source;
    QSpinBox* m_n = nullptr;
    QSpinBox* m_seed = nullptr;
    QComboBox* m_regime = nullptr;
    QLineEdit* m_name = nullptr;
    bool m_isNameOwn = false;
    QPushButton* m_sample = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_train = nullptr;
    QPushButton* m_copy = nullptr;
    QLabel* m_message = nullptr;
    NetworkTable* m_table = nullptr;
    SampledPopulation m_population;
    QElapsedTimer m_since; ///< of the last sampling
    LatestTask<DrawnPointer> m_task;
};

} // namespace regnet
