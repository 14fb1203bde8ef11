// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figures/linked_figure.h"

namespace regnet {

/// How far the EDFs of the visible populations lie above that of the first: F(e) - F_first(e), exact steps.
/// Above 0 a population has more networks with at most this error. The largest distance, Kolmogorov's and
/// Smirnov's D, is marked; outside the grey band that of a single pair would be significant at 5 % (DKW
/// bounds of both curves together, conservative).
class DifferenceFigure : public LinkedFigure
{
public:
    explicit DifferenceFigure(std::span<const ShownPopulation> populations);

    std::optional<std::size_t> rowAt(const PlotHover&) const override { return std::nullopt; }
    PlotHighlight highlightOf(SelectedRows) const override { return {}; }
    PlotCard card(const PlotHover& hover) const override;
};

} // namespace regnet
