// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/slurm/slurm_meter.h"
#include "widgets/cluster/array_model.h"

#include <QWidget>

#include <string>
#include <vector>

class QLabel;
class QTableView;

namespace regnet {

/// The arrays that clusters have, each a row with the strip of its tasks, and below them how often their
/// controllers are asked. Not there while there is nothing to show. Emits intents.
class ArraysPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ArraysPanel(QWidget* parent = nullptr);

    void setArrays(const regnet::ArrayListPointer& arrays,
                   const std::vector<ControllerStanding>& controllers);
    QTableView* table() const { return m_table; }

Q_SIGNALS:
    void cancelWanted(const QString& token);
    void bringBackWanted(const QString& token);
    /// For `regnet slurm cancel`.
    void commandWanted(const QString& token);

private:
    void setUpTable();
    void showMeters(const std::vector<ControllerStanding>& controllers);
    void showMenu(const QPoint& at);

    ArrayModel* m_model = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_meters = nullptr;
};

} // namespace regnet
