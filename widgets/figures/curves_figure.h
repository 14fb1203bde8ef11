// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/training_curves.h"
#include "widgets/figures/linked_figure.h"

#include <functional>

namespace regnet {

/// Test error over the epochs: a thin line a network, a thick one for the median of each population. Only
/// populations of stores have curves.
class CurvesFigure : public LinkedFigure
{
public:
    /// Reads the stores: not for the GUI thread. Throws Error.
    explicit CurvesFigure(std::span<const ShownPopulation> populations, const QString& title = {},
                          const std::function<bool()>& isStopped = {});

    std::optional<std::size_t> rowAt(const PlotHover& hover) const override;
    PlotHighlight highlightOf(SelectedRows selected) const override;
    PlotCard card(const PlotHover& hover) const override;

private:
    struct Bundle
    {
        std::shared_ptr<const Population> population;
        std::size_t series = 0;
        std::size_t firstRow = 0;
        std::vector<std::size_t> members; ///< of each thread
    };
    const Bundle* bundleAt(const PlotHover& hover) const;
    void add(const ShownPopulation& shown, const TrainingCurves& curves, std::size_t firstRow);

    std::vector<Bundle> m_bundles;
};

} // namespace regnet
