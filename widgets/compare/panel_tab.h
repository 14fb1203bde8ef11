// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/figure_tab.h"
#include "widgets/figures/panel_figure.h"

class QCheckBox;
class QSpinBox;

namespace regnet {

/// What the populations say together: trends across regimes (paper, Figure 11), fits to complexity (Figure
/// 12), expected best of k (Figure 9), widths per block (Figure 6), the nearest line (Figure 8).
class PanelTab : public FigureTab
{
    Q_OBJECT

public:
    explicit PanelTab(CompareModel& model, QWidget* parent = nullptr);

    PanelChoice choice() const;

protected:
    std::function<Figure(const Stopped&)> maker(std::vector<ShownPopulation> populations) const override;
    void updateControls() override;
    FigureCall figureOptions() const override;
    bool isSlow() const override;

private:
    static QString wanted(PanelKind kind);

    QComboBox* m_kind = nullptr;
    QComboBox* m_property = nullptr;
    QComboBox* m_form = nullptr;
    QSpinBox* m_rank = nullptr;
};

} // namespace regnet
