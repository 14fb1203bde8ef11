// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"
#include "core/study/study_cost.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <set>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTreeView;

namespace regnet {

/// The populations of a study at a scale: which are ticked to be trained, and how far each is.
class StandingsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Key, Space, Networks, Done, Failed, Open, Recipe, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setStandings(std::vector<StudyStanding> standings);
    const std::vector<StudyStanding>& standings() const { return m_standings; }
    /// Those that are ticked; all at first.
    std::vector<PlannedPopulation> chosen() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::vector<StudyStanding> m_standings;
    std::set<std::string> m_unticked; ///< keys
};

/// What a study trains at the chosen scale, what that costs, and the button that queues it.
class StudyRunPanel : public QWidget
{
    Q_OBJECT

public:
    explicit StudyRunPanel(QWidget* parent = nullptr);

    /// `canTrain`: false where the window has no queue.
    void setTrainable(bool canTrain);
    void showStudy(const Study& study);
    void showCost(const StudyCost& cost);
    void showProblem(const Problem& problem);
    void setBusy();
    /// "12 of 40 networks measured"; an empty text: nothing is being measured.
    void showMeasuring(const QString& text);
    int workers() const;
    QString device() const;
    const StandingsModel& model() const { return *m_model; }

Q_SIGNALS:
    void runWanted(const std::vector<regnet::PlannedPopulation>& populations, int workers,
                   const QString& device);
    void costWanted();             ///< workers or device are others now
    void measureWanted(bool isOn); ///< run times of the networks on this machine; false: stop

private:
    void updateButton();

    StandingsModel* m_model = nullptr;
    QTreeView* m_view = nullptr;
    QLabel* m_note = nullptr;
    QLabel* m_cost = nullptr;
    QSpinBox* m_workers = nullptr;
    QComboBox* m_device = nullptr;
    QPushButton* m_run = nullptr;
    QPushButton* m_measure = nullptr;
    QLabel* m_measured = nullptr;
    bool m_canTrain = true;
    bool m_isPossible = false;
};

} // namespace regnet
