// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/figure_tab.h"

namespace regnet {

/// Training curves of populations of stores.
class CurvesTab : public FigureTab
{
    Q_OBJECT

public:
    explicit CurvesTab(CompareModel& model, QWidget* parent = nullptr);

protected:
    std::function<Figure(const Stopped&)> maker(std::vector<ShownPopulation> populations) const override;
    FigureCall figureOptions() const override;
    bool isSlow() const override { return true; } // reads stores
};

} // namespace regnet
