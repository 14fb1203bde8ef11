// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/figure_tab.h"
#include "widgets/figures/scatter_figure.h"

class QCheckBox;

namespace regnet {

/// Any property against any other; the best range of each population shaded. A drag selects a box.
class ScatterTab : public FigureTab
{
    Q_OBJECT

public:
    explicit ScatterTab(CompareModel& model, QWidget* parent = nullptr);

    ScatterOptions options() const;
    /// The best range of each population that has one.
    std::vector<NarrowRequest> offers() const override;

protected:
    std::function<Figure(const Stopped&)> maker(std::vector<ShownPopulation> populations) const override;
    void updateControls() override;
    FigureCall figureOptions() const override;
    void brush(const PlotBrushing& brushing) override;

private:
    QComboBox* m_x = nullptr;
    QComboBox* m_y = nullptr;
    QCheckBox* m_best = nullptr;
};

} // namespace regnet
