// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/best_range.h"
#include "widgets/figures/linked_figure.h"

#include <string>
#include <vector>

namespace regnet {

struct ScatterOptions
{
    QString title{};
    std::string x = "depth";
    std::string y = "error";
    bool hasBestRange = true; ///< shaded, where y is the error
    double confidence = 0.95;
};

/// Any property of the networks against any other (paper, Figures 2, 5, 8 and 21). Against the error the best
/// range of each population is shaded (empirical bootstrap, in closed form); failed networks stand along the
/// upper edge. Axes are logarithmic where the values span more than a factor of 30.
class ScatterFigure : public LinkedFigure
{
public:
    ScatterFigure(std::span<const ShownPopulation> populations, const ScatterOptions& options);

    std::optional<std::size_t> rowAt(const PlotHover& hover) const override;
    PlotHighlight highlightOf(SelectedRows selected) const override;
    PlotCard card(const PlotHover& hover) const override;

    struct Best
    {
        std::shared_ptr<const Population> population;
        BestRange range;
    };
    /// One a visible population that has the property, in their order; empty where y is not the error.
    const std::vector<Best>& best() const { return m_best; }

private:
    struct Cloud
    {
        std::shared_ptr<const Population> population;
        int slot = 0;
        std::size_t firstRow = 0;
        std::vector<std::size_t> members; ///< drawn ones, in the order of the series
        std::size_t series = 0;
        bool isFailed = false;
    };

    void addBest(std::span<const ShownPopulation> populations, const ScatterOptions& options);
    void addClouds(std::span<const ShownPopulation> populations, const ScatterOptions& options);
    void addFailed(std::span<const ShownPopulation> populations, const ScatterOptions& options);
    void setAxes(std::span<const ShownPopulation> populations, const ScatterOptions& options);
    QString captionOf(std::span<const ShownPopulation> populations, const ScatterOptions& options) const;
    const Cloud* cloudAt(const PlotHover& hover) const;

    std::vector<Cloud> m_clouds;
    std::vector<Best> m_best;
};

/// An axis of a property: its title, whole or readable numbers, logarithmic where the values span much.
PlotAxis axisOf(std::string_view property, double low, double high);

} // namespace regnet
