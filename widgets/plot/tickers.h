// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/qcp.h"

#include "widgets/plot/plot.h"

#include <QFont>

namespace regnet {

/// Ticks of a PlotAxis: linear or logarithmic positions, numbers plain, whole, or readable with a unit
/// ("400 MF").
class PlotTicker : public QCPAxisTicker
{
public:
    explicit PlotTicker(PlotAxis axis);

    /// Of an axis that is `pixels` long, across or upright: a label that would run into the one before it is
    /// left out. Without this call none is.
    void setLabelRoom(double pixels, const QFont& font, Qt::Orientation axis);

protected:
    double getTickStep(const QCPRange& range) override;
    int getSubTickCount(double tickStep) override;
    QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
    QVector<QString> createLabelVector(const QVector<double>& ticks, const QLocale& locale, QChar formatChar,
                                       int precision) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;

private:
    QVector<double> logarithmicTicks(const QCPRange& range) const;
    QVector<QString> evenLabels(const QVector<double>& ticks, const QLocale& locale, QChar formatChar,
                                int precision);
    double placeOf(double tick) const; ///< pixels from the axis's left or lower end

    PlotAxis m_axis;
    QCPRange m_range; ///< of the ticks that were made last
    double m_pixels = 0;
    QFont m_font;
    Qt::Orientation m_orientation = Qt::Horizontal;
};

/// A number as a tick or a card of this axis writes it.
QString numberText(const PlotAxis& axis, double value);

} // namespace regnet
