// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/explorer/stage_model.h"

#include <QTreeView>

namespace regnet {

/// The stages as a table that unfolds into blocks. Ctrl+C copies it as text with tabs.
class StageTable : public QTreeView
{
    Q_OBJECT

public:
    explicit StageTable(QWidget* parent = nullptr);

    void showNetwork(const regnet::Explanation& network) { m_model.showNetwork(network); }
    void showPins(const std::vector<regnet::Pin>& pins) { m_model.showPins(pins); }
    QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setColumnWidths();

    StageModel m_model;
};

} // namespace regnet
