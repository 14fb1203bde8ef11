// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/symbols.h"

#include "widgets/plot/theme.h"

#include <array>

namespace regnet {

QCPScatterStyle symbolOf(const PlotSeries& series, const QColor& colour, const QColor& page, double outline,
                         double size)
{
    constexpr std::array<QCPScatterStyle::ScatterShape, Theme::slotCount> shapes{
        QCPScatterStyle::ssCircle, // ssDisc cannot be open
        QCPScatterStyle::ssSquare,  QCPScatterStyle::ssTriangle,
        QCPScatterStyle::ssDiamond, QCPScatterStyle::ssTriangleInverted,
        QCPScatterStyle::ssPlus,    QCPScatterStyle::ssCross,
        QCPScatterStyle::ssStar};
    const auto shape = shapes[static_cast<std::size_t>(series.slot % Theme::slotCount)];
    return {shape, QPen(colour, outline), QBrush(series.isFilled ? colour : page), size};
}

} // namespace regnet
