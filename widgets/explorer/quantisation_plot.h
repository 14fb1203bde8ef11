// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/explorer/explorer_model.h"
#include "widgets/plot/plot_widget.h"

#include <vector>

namespace regnet {

/// Widths over blocks as in Figures 8 and 15 of the paper: the network's widths as steps with its stage
/// starts, the line u_j dotted, the levels w0·wm^k, and pinned networks.
Plot quantisationPlot(const Explanation& network, const std::vector<Pin>& pins);

/// How the width of one block came about, as simple HTML; empty for a block that is not there.
QString derivationText(const Explanation& network, std::int64_t block);

/// The plot with its card at the mouse.
class QuantisationPlot : public PlotWidget
{
    Q_OBJECT

public:
    explicit QuantisationPlot(QWidget* parent = nullptr);

    void showNetwork(const regnet::Explanation& network);
    void showPins(const std::vector<regnet::Pin>& pins);

private:
    void refresh();
    PlotCard cardAt(const PlotHover& hover) const;

    Explanation m_network;
    std::vector<Pin> m_pins;
};

} // namespace regnet
