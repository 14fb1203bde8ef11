// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/figure_tab.h"

namespace regnet {

/// The differences of the curves to the first one.
class DifferenceTab : public FigureTab
{
    Q_OBJECT

public:
    explicit DifferenceTab(CompareModel& model, QWidget* parent = nullptr);

protected:
    std::function<Figure(const Stopped&)> maker(std::vector<ShownPopulation> populations) const override;
    FigureCall figureOptions() const override;
    void brush(const PlotBrushing& brushing) override;
};

} // namespace regnet
