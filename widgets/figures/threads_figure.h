// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figures/linked_figure.h"

#include <memory>
#include <vector>

namespace regnet {

/// A figure whose networks are threads: lines over common places on the x axis, one series a population.
class ThreadsFigure : public LinkedFigure
{
public:
    std::optional<std::size_t> rowAt(const PlotHover& hover) const override;
    PlotHighlight highlightOf(SelectedRows selected) const override;
    PlotCard card(const PlotHover& hover) const override;

protected:
    /// The threads of one population: a series of m_plot.
    struct Bundle
    {
        std::shared_ptr<const Population> population;
        std::size_t series = 0;
        std::size_t firstRow = 0;
        std::vector<std::size_t> members; ///< of each thread
    };

    double m_highlightWidth = 1; ///< of threads that are selected
    std::vector<Bundle> m_bundles;

private:
    const Bundle* bundleAt(const PlotHover& hover) const;
};

} // namespace regnet
