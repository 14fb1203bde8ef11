// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/explain.h"

#include <QWidget>

#include <array>
#include <vector>

namespace regnet {

/// Three stacked bars: how FLOPs, parameters and activations are shared among stem, stages and head.
class ShareBars : public QWidget
{
    Q_OBJECT

public:
    explicit ShareBars(QWidget* parent = nullptr);

    void showNetwork(const regnet::Explanation& network);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Part
    {
        QString name;      ///< "stage 2"
        QString shortName; ///< "s2"
        int stage = -1;    ///< 0-based; -1 for stem and head
        std::array<std::int64_t, 3> counts{};
    };

    QRectF barRect(int row) const;
    QString describe() const;
    QString tipAt(const QPoint& position) const;

    std::vector<Part> m_parts;
    std::array<std::int64_t, 3> m_totals{};
    int m_stages = 0;
};

} // namespace regnet
