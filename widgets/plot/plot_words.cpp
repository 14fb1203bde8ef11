// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/plot_words.h"

#include "widgets/shown_quantity.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace regnet {
namespace {

constexpr std::size_t mostSeries = 12; ///< more would be a speech

QString tr(const char* text)
{
    return QCoreApplication::translate("regnet::Ends", text);
}

QString number(double value)
{
    return QLocale::c().toString(value, 'g', 5);
}

struct Ends
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;

    void take(const std::vector<double>& values)
    {
        for (const double value : values)
            if (std::isfinite(value)) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
    }
    bool isEmpty() const { return low > high; }
    QString text() const { return low == high ? number(low) : tr("%1 to %2").arg(number(low), number(high)); }
};

QString axisSentence(const QString& which, const PlotAxis& axis, const Ends& ends)
{
    QStringList parts;
    if (!axis.title.isEmpty()) parts << axis.title;
    if (axis.scale != PlotAxis::Scale::Linear) parts << tr("logarithmic");
    if (!ends.isEmpty() && axis.ticks.empty()) parts << ends.text();
    if (!axis.ticks.empty()) {
        QStringList names;
        for (const auto& [place, name] : axis.ticks)
            if (!name.isEmpty()) names << name;
        if (!names.isEmpty()) parts << names.join(QStringLiteral(", "));
    }
    return parts.isEmpty() ? QString() : which.arg(parts.join(QStringLiteral(", ")));
}

QString kindOf(PlotSeries::Kind kind)
{
    switch (kind) {
    case PlotSeries::Kind::Points:
        return tr("points");
    case PlotSeries::Kind::Level:
        return tr("horizontal line");
    case PlotSeries::Kind::Upright:
        return tr("vertical line");
    case PlotSeries::Kind::Band:
        return tr("band");
    case PlotSeries::Kind::Bars:
        return tr("bars");
    case PlotSeries::Kind::Threads:
        return tr("networks as lines over the columns");
    case PlotSeries::Kind::Steps:
        return tr("step curve");
    default:
        return tr("curve");
    }
}

QString seriesSentence(const PlotSeries& series)
{
    Ends ends;
    ends.take(series.kind == PlotSeries::Kind::Upright ? series.x : series.y);
    const std::size_t count = series.kind == PlotSeries::Kind::Threads && !series.x.empty()
                                  ? series.y.size() / series.x.size()
                                  : std::max(series.x.size(), series.y.size());
    QString sentence = tr("%1: %2").arg(series.name, kindOf(series.kind));
    if (count > 1) sentence += tr(", %1 values").arg(shownExactCount(static_cast<std::int64_t>(count)));
    if (!ends.isEmpty()) sentence += QStringLiteral(", ") + ends.text();
    return sentence;
}

} // namespace

QString describe(const Plot& plot)
{
    QStringList sentences;
    if (!plot.description.isEmpty()) sentences << plot.description;
    for (const QString& warning : plot.warnings)
        sentences << tr("Warning: %1").arg(warning);
    Ends x, y;
    for (const PlotSeries& series : plot.series) {
        x.take(series.x);
        y.take(series.y);
    }
    sentences << axisSentence(tr("Across: %1"), plot.x, x) << axisSentence(tr("Upwards: %1"), plot.y, y);
    std::size_t told = 0, named = 0;
    for (const PlotSeries& series : plot.series) {
        const bool isData = series.kind != PlotSeries::Kind::Labels && !series.name.isEmpty();
        if (!isData || ++named > mostSeries) continue;
        sentences << seriesSentence(series);
        ++told;
    }
    if (named > told) sentences << tr("and %1 more").arg(named - told);
    if (plot.series.empty()) sentences << tr("There is nothing in it yet");
    sentences.removeAll(QString());
    for (QString& sentence : sentences)
        if (sentence.endsWith(QLatin1Char('.'))) sentence.chop(1);
    return sentences.join(QStringLiteral(". ")) + QLatin1Char('.');
}

QString describePoint(const Plot& plot, int series, int point)
{
    const PlotSeries& of = plot.series[static_cast<std::size_t>(series)];
    const auto at = static_cast<std::size_t>(point);
    const auto part = [](const PlotAxis& axis, double value) {
        const auto tick = std::find_if(axis.ticks.begin(), axis.ticks.end(),
                                       [value](const auto& each) { return each.first == value; });
        if (tick != axis.ticks.end() && !tick->second.isEmpty()) return tick->second;
        return axis.title.isEmpty() ? number(value) : tr("%1 %2").arg(axis.title, number(value));
    };
    QStringList parts;
    if (!of.name.isEmpty()) parts << of.name;
    if (at < of.names.size() && !of.names[at].isEmpty()) parts << of.names[at];
    parts << part(plot.x, of.x[at]) << part(plot.y, of.y[at]);
    return parts.join(QStringLiteral(", "));
}

} // namespace regnet
