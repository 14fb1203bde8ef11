// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/explorer/explorer_model.h"
#include "widgets/plot/plot_widget.h"

#include <QWidget>

class QBoxLayout;

namespace regnet {

class ShareBars;

/// What stands on the y axis of a standing plot.
enum class Standing { Activations, Params };

/// Where a network stands among the published RegNets: FLOPs against activations (with 6.5·sqrt(f) M) or
/// parameters (with 3 + 5.5·f M), f in GF. Source of the curves: paper Figure 12.
Plot standingPlot(Standing standing, const Explanation& network, const std::vector<Pin>& pins);

/// Shares per stage, and the two standing plots.
class ComplexityView : public QWidget
{
    Q_OBJECT

public:
    explicit ComplexityView(QWidget* parent = nullptr);

    void showNetwork(const regnet::Explanation& network);
    void showPins(const std::vector<regnet::Pin>& pins);

    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();

    Explanation m_network;
    std::vector<Pin> m_pins;
    ShareBars* m_shares;
    QBoxLayout* m_plots;
    PlotWidget* m_activations;
    PlotWidget* m_params;
};

} // namespace regnet
