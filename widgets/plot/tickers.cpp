// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/tickers.h"

#include "core/text/readable.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>

namespace regnet {
namespace {

/// Powers of the base times the factors, inside the range.
QVector<double> powers(const QCPRange& range, double base, int step, std::initializer_list<double> factors)
{
    QVector<double> ticks;
    const int first = static_cast<int>(std::floor(std::log(range.lower) / std::log(base)));
    const int last = static_cast<int>(std::ceil(std::log(range.upper) / std::log(base)));
    for (int exponent = first - ((first % step + step) % step); exponent <= last; exponent += step)
        for (const double factor : factors)
            if (const double tick = std::pow(base, exponent) * factor;
                tick >= range.lower * (1 - 1e-9) && tick <= range.upper * (1 + 1e-9))
                ticks.append(tick);
    return ticks;
}

} // namespace

PlotTicker::PlotTicker(PlotAxis axis) : m_axis(std::move(axis))
{
    setTickStepStrategy(tssReadability);
}

double PlotTicker::getTickStep(const QCPRange& range)
{
    // 1, 2 and 5 only: QCustomPlot would take 2.5 as well, whose labels need a decimal more.
    double magnitude = 1;
    const double mantissa = getMantissa(range.size() / std::max(tickCount(), 1), &magnitude);
    // The nearest by ratio: the borders are the geometric means.
    const double step = (mantissa < 1.414 ? 1 : mantissa < 3.162 ? 2 : mantissa < 7.071 ? 5 : 10) * magnitude;
    return m_axis.numbers == PlotAxis::Numbers::Whole ? std::max(1.0, step) : step;
}

int PlotTicker::getSubTickCount(double)
{
    return 0;
}

void PlotTicker::setLabelRoom(double pixels, const QFont& font, Qt::Orientation axis)
{
    m_pixels = pixels;
    m_font = font;
    m_orientation = axis;
}

double PlotTicker::placeOf(double tick) const
{
    const bool isLog = m_axis.scale != PlotAxis::Scale::Linear;
    const double share = isLog ? std::log(tick / m_range.lower) / std::log(m_range.upper / m_range.lower)
                               : (tick - m_range.lower) / m_range.size();
    return share * m_pixels;
}

QVector<double> PlotTicker::createTickVector(double tickStep, const QCPRange& range)
{
    m_range = range;
    if (m_axis.scale == PlotAxis::Scale::Linear || range.lower <= 0)
        return QCPAxisTicker::createTickVector(tickStep, range);
    const QVector<double> ticks = logarithmicTicks(range);
    return ticks.size() >= 2 ? ticks : QCPAxisTicker::createTickVector(tickStep, range);
}

QVector<double> PlotTicker::logarithmicTicks(const QCPRange& range) const
{
    // The densest of the usual sets that does not crowd the axis.
    const int most = tickCount() + 2;
    const bool isBinary = m_axis.scale == PlotAxis::Scale::Log2;
    const double base = isBinary ? 2 : 10;
    if (!isBinary) {
        if (auto ticks = powers(range, base, 1, {1, 2, 3, 5}); ticks.size() <= most) return ticks;
        if (auto ticks = powers(range, base, 1, {1, 2, 5}); ticks.size() <= most) return ticks;
        if (auto ticks = powers(range, base, 1, {1, 3}); ticks.size() <= most) return ticks;
    } else if (auto ticks = powers(range, base, 1, {1, 1.5}); ticks.size() <= most / 2) {
        return ticks;
    }
    for (int step = 1;; ++step)
        if (auto ticks = powers(range, base, step, {1}); ticks.size() <= most || step > 64) return ticks;
}

QVector<QString> PlotTicker::createLabelVector(const QVector<double>& ticks, const QLocale& locale,
                                               QChar formatChar, int precision)
{
    QVector<QString> labels = evenLabels(ticks, locale, formatChar, precision);
    if (m_pixels <= 0) return labels;
    const QFontMetricsF metrics(m_font);
    const bool isUpright = m_orientation == Qt::Vertical;
    // Numbers one above the other have the air over capitals between them; those side by side need a blank.
    const double gap = isUpright ? 0 : metrics.horizontalAdvance(QLatin1Char(' '));
    double taken = -std::numeric_limits<double>::infinity();
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const double size = isUpright ? metrics.ascent() : metrics.horizontalAdvance(labels[i]);
        const double middle = placeOf(ticks[i]), half = size / 2;
        if (middle - half < taken + gap)
            labels[i].clear();
        else
            taken = middle + half;
    }
    return labels;
}

QVector<QString> PlotTicker::evenLabels(const QVector<double>& ticks, const QLocale& locale, QChar formatChar,
                                        int precision)
{
    QVector<QString> labels = QCPAxisTicker::createLabelVector(ticks, locale, formatChar, precision);
    if (m_axis.numbers != PlotAxis::Numbers::Plain || m_axis.scale != PlotAxis::Scale::Linear) return labels;
    // The same number of decimals for all: 0.0, 0.5, 1.0.
    qsizetype decimals = 0;
    for (const QString& label : labels) {
        if (label.contains(QLatin1Char('e'))) return labels;
        const qsizetype point = label.indexOf(QLatin1Char('.'));
        if (point >= 0) decimals = std::max(decimals, label.size() - point - 1);
    }
    for (qsizetype i = 0; i < labels.size(); ++i)
        labels[i] =
            QString::number(std::abs(ticks[i]) < 1e-12 ? 0.0 : ticks[i], 'f', static_cast<int>(decimals));
    return labels;
}

QString PlotTicker::getTickLabel(double tick, const QLocale&, QChar, int)
{
    // Fractions of a logarithmic axis: 0.00390625 says no more than 0.00391, and needs the room of two.
    const bool isFraction = m_axis.scale != PlotAxis::Scale::Linear && std::abs(tick) < 1;
    if (isFraction && m_axis.numbers == PlotAxis::Numbers::Plain) return QString::number(tick, 'g', 3);
    return numberText(m_axis, tick);
}

QString numberText(const PlotAxis& axis, double value)
{
    if (axis.numbers == PlotAxis::Numbers::Readable) {
        // readableCount keeps three digits ("1.00 G"); a tick needs no zeros behind the point.
        QString text = QString::fromStdString(readableCount(value));
        const qsizetype blank = text.indexOf(QLatin1Char(' '));
        QString digits = blank < 0 ? text : text.left(blank);
        const QString prefix = blank < 0 ? QString() : text.mid(blank + 1);
        if (digits.contains(QLatin1Char('.'))) {
            while (digits.endsWith(QLatin1Char('0')))
                digits.chop(1);
            if (digits.endsWith(QLatin1Char('.'))) digits.chop(1);
        }
        const QString unit = prefix + axis.unit;
        return unit.isEmpty() ? digits : digits + QLatin1Char(' ') + unit;
    }
    // A sum of steps misses 0 by a rounding error.
    if (std::abs(value) < 1e-12) value = 0;
    return QString::number(value, 'g', 6);
}

} // namespace regnet
