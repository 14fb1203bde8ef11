// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/explain.h"
#include "widgets/plot/data_picture.h"

#include <QString>
#include <QWidget>

#include <array>
#include <vector>

namespace regnet {

/// Stem, a stage or the head, with its FLOPs, parameters and activations.
struct NetworkPart
{
    QString name;      ///< "stage 2"
    QString shortName; ///< "s2"
    int stage = -1;    ///< 0-based; -1 for stem and head
    std::array<std::int64_t, 3> counts{};
};

/// The shares as a figure: a stacked column each for FLOPs, parameters and activations, in percent; a series
/// is a part. Empty without a network.
Plot sharesPlot(const Explanation& network);

/// Three stacked bars: how FLOPs, parameters and activations are shared among stem, stages and head.
class ShareBars : public QWidget, public DataPicture
{
    Q_OBJECT

public:
    explicit ShareBars(QWidget* parent = nullptr);

    void showNetwork(const regnet::Explanation& network);
    /// What is shown, as sharesPlot().
    Plot plot() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    QString spokenTitle() const override { return accessibleName(); }
    QString spokenDescription() const override;
    PlotTable dataTable() const override { return tableOf(plot()); }

Q_SIGNALS:
    void exportRequested(); ///< from the context menu

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override; ///< Ctrl+C copies the picture
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF barRect(int row) const;
    QString tipAt(const QPoint& position) const;

    std::vector<NetworkPart> m_parts;
    std::array<std::int64_t, 3> m_totals{};
    int m_stages = 0;
};

} // namespace regnet
