// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/figure_tab.h"
#include "widgets/figures/parallel_figure.h"

#include <set>

class QMenu;

namespace regnet {

/// Parallel coordinates. A drag along a column selects; columns add up: what lies in all of them.
class ParallelTab : public FigureTab
{
    Q_OBJECT

public:
    explicit ParallelTab(CompareModel& model, QWidget* parent = nullptr);

protected:
    std::function<Figure(const Stopped&)> maker(std::vector<ShownPopulation> populations) const override;
    FigureCall figureOptions() const override;
    void brush(const PlotBrushing& brushing) override;

private:
    void fillMenu();
    void choose(std::vector<std::string> columns); ///< a step of the history
    std::vector<std::string> columns() const;

    QMenu* m_menu = nullptr;
    std::vector<std::string> m_chosen; ///< empty: those that tell the networks apart
};

} // namespace regnet
