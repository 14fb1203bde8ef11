// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/figure_tab.h"
#include "widgets/figures/edf_figure.h"

class QSpinBox;

namespace regnet {

/// EDFs over one another, with bands, and normalised by a complexity on request. A drag selects errors.
class EdfTab : public FigureTab
{
    Q_OBJECT

public:
    explicit EdfTab(CompareModel& model, QWidget* parent = nullptr);

    EdfOptions options() const;

protected:
    std::function<Figure(const Stopped&)> maker(std::vector<ShownPopulation> populations) const override;
    FigureCall figureOptions() const override;
    bool isSlow() const override;
    void brush(const PlotBrushing& brushing) override;

private:
    QComboBox* m_bands = nullptr;
    QComboBox* m_normalised = nullptr;
    QSpinBox* m_bins = nullptr;
};

} // namespace regnet
