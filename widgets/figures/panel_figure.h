// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/panel_data.h"
#include "widgets/figures/linked_figure.h"

namespace regnet {

/// A panel of a study as a figure: bands and lines of trends, scatters with their ranges, widths per block,
/// expected best of k, model cards, and tables where there is nothing else. The paper's data are dashed and
/// open, one's own solid and filled. Remarks that say why things do not compare become warnings, others the
/// caption.
class PanelFigure : public LinkedFigure
{
public:
    /// More warnings come first.
    explicit PanelFigure(const PanelData& data, const QStringList& warnings = {});

    /// Points of a panel are summaries, or known by their numbers only.
    std::optional<std::size_t> rowAt(const PlotHover&) const override { return std::nullopt; }
    PlotHighlight highlightOf(SelectedRows) const override { return {}; }
    PlotCard card(const PlotHover& hover) const override;
};

/// The kinds of panel that populations can fill without a study.
struct PanelChoice
{
    PanelKind kind = PanelKind::Trend;
    std::string property = "depth";
    std::string form;      ///< of Growth: "sqrt", "affine", "sqrt+linear"
    std::int64_t rank = 1; ///< of Widths and LineFit; negative from the worst
    std::int64_t count = 3;
};

/// As the command line calls it: "trends", "fits", "means", "best-of-k", "widths", "line"; empty for others.
QString panelFigureName(PanelKind kind);

/// The panel of the visible populations.
PanelFigure panelFigure(std::span<const ShownPopulation> populations, const PanelChoice& choice,
                        const std::function<bool()>& isStopped = {});

} // namespace regnet
