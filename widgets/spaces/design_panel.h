// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/inverse_design.h"
#include "widgets/latest_task.h"

#include <QElapsedTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace regnet {

class NetworkTable;

/// Inverse design: networks of the space that meet targets, ranked, with those that no other beats marked.
class DesignPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DesignPanel(QWidget* parent = nullptr);

    /// `source` is what openSpace() takes for it: a name or a file.
    void showSpace(const regnet::DesignSpace& space, const std::string& source);
    /// The lines for a terminal that find the same. Throw Error for a field that is no number.
    QString findCommand() const;
    QString fewerCommand() const;
    void showNetwork(const regnet::NetworkSpec& spec); ///< where the sliders stand

Q_SIGNALS:
    void networkWanted(const regnet::NetworkSpec& spec, int number);

private:
    QLineEdit* addEdit(const char* name, const QString& label, const QString& text, const QString& hint);
    void find();
    void findFewerActivations();
    void start(const DesignQuery& query);
    void bringIntoSight(QWidget& answer);
    void showAnswer(const DesignAnswer& answer);
    void chooseMeasurements();
    void showRanks();
    QPushButton* makeCopyButton();
    std::string measurements() const;
    DesignQuery query() const; ///< throws Error for a field that is no number

    DesignSpace m_space;
    std::string m_source;
    NetworkSpec m_current;
    QLineEdit* m_flops = nullptr;
    QLineEdit* m_tolerance = nullptr;
    QLineEdit* m_params = nullptr;
    QLineEdit* m_activations = nullptr;
    QLineEdit* m_fewestBlocks = nullptr;
    QLineEdit* m_mostBlocks = nullptr;
    QLineEdit* m_runTime = nullptr;
    QComboBox* m_measurements = nullptr;
    int m_chosenMeasurements = 0;        ///< index of the choice that m_model is of
    std::optional<RunTimeModel> m_model; ///< none: run time is not asked for
    QComboBox* m_rank = nullptr;
    QPushButton* m_find = nullptr;
    QPushButton* m_fewer = nullptr;
    QPushButton* m_stop = nullptr;
    QLabel* m_message = nullptr;
    NetworkTable* m_table = nullptr;
    QElapsedTimer m_since; ///< of the last search
    LatestTask<DesignAnswer> m_task;
};

} // namespace regnet
