// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/palette.h"

#include <QCoreApplication>
#include <QImage>

#include <algorithm>
#include <array>
#include <cmath>

namespace regnet {
namespace {

// Paul Tol, "Colour schemes" (SRON/EPS/TN/09-002, issue 3.2, 2021), "bright"; black or white is the eighth.
constexpr std::array<QRgb, Theme::slotCount> brightSeries{0xff4477aa, 0xffee6677, 0xff228833, 0xffaa3377,
                                                          0xffccbb44, 0xff66ccee, 0xffbbbbbb, 0xff000000};
// Dark and light in turn, so that neighbours differ.
constexpr std::array<int, Theme::slotCount> greys{0x00, 0x7a, 0x40, 0x9e, 0x1f, 0x8c, 0x5c, 0xae};

constexpr double closestLightness = 12;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

/// CIE L*, 0 to 100.
double lightness(const QColor& colour)
{
    const double y = luminance(colour);
    return y > 216.0 / 24389 ? 116 * std::cbrt(y) - 16 : y * 24389 / 27;
}

bool isDrawnByColour(const PlotSeries& series)
{
    return series.isInLegend && !series.name.isEmpty() && series.kind != PlotSeries::Kind::Labels &&
           !(series.x.empty() && series.y.empty());
}

/// Whether something but the colour tells two series apart.
bool differInShape(const PlotSeries& a, const PlotSeries& b, Palette palette)
{
    const auto hasSymbols = [](const PlotSeries& s) {
        return s.kind == PlotSeries::Kind::Points || s.hasPoints;
    };
    const auto isCurve = [](const PlotSeries& s) { return s.kind != PlotSeries::Kind::Points; };
    if (a.kind != b.kind || hasSymbols(a) != hasSymbols(b)) return true;
    if (isCurve(a) && seriesDash(palette, a) != seriesDash(palette, b)) return true;
    return hasSymbols(a) &&
           (a.slot % Theme::slotCount != b.slot % Theme::slotCount || a.isFilled != b.isFilled);
}

} // namespace

QColor seriesColour(const Theme& theme, Palette palette, int slot)
{
    const auto index = static_cast<std::size_t>(slot % Theme::slotCount);
    switch (palette) {
    case Palette::Bright:
        return theme.isDark && brightSeries[index] == 0xff000000 ? QColor(Qt::white)
                                                                 : QColor::fromRgb(brightSeries[index]);
    case Palette::Greys: {
        const int grey = theme.isDark ? 255 - greys[index] : greys[index];
        return {grey, grey, grey};
    }
    default:
        return theme.series(slot);
    }
}

QColor seriesColour(const Theme& theme, Palette palette, const PlotSeries& series)
{
    switch (series.colour) {
    case PlotSeries::Colour::Ink:
        return theme.ink;
    case PlotSeries::Colour::Secondary:
        return theme.secondary;
    case PlotSeries::Colour::Grid:
        return theme.grid;
    default:
        return seriesColour(theme, palette, series.slot);
    }
}

Qt::PenStyle seriesDash(Palette palette, const PlotSeries& series)
{
    const bool isBySlot = palette == Palette::Greys && series.dash == Qt::SolidLine &&
                          series.colour == PlotSeries::Colour::Slot;
    return isBySlot ? Theme::dash(series.slot) : series.dash;
}

QStringList alikeInGrey(const Plot& plot, const Theme& theme, Palette palette)
{
    QStringList problems;
    for (std::size_t i = 0; i < plot.series.size(); ++i)
        for (std::size_t j = i + 1; j < plot.series.size(); ++j) {
            const PlotSeries &a = plot.series[i], &b = plot.series[j];
            if (!isDrawnByColour(a) || !isDrawnByColour(b) || differInShape(a, b, palette)) continue;
            const double first = lightness(seriesColour(theme, palette, a));
            const double second = lightness(seriesColour(theme, palette, b));
            if (std::abs(first - second) >= closestLightness) continue;
            problems << QCoreApplication::translate(
                            "regnet::Palette",
                            "Without colour, \"%1\" and \"%2\" look alike (lightness %3 and %4).")
                            .arg(a.name, b.name)
                            .arg(qRound(first))
                            .arg(qRound(second));
        }
    return problems;
}

double contrast(const QColor& a, const QColor& b)
{
    constexpr double flare = 0.05;
    const double first = luminance(a) + flare, second = luminance(b) + flare;
    return std::max(first, second) / std::min(first, second);
}

QImage inGrey(const QImage& picture)
{
    QImage grey = picture.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < grey.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(grey.scanLine(y));
        for (int x = 0; x < grey.width(); ++x) {
            // Rec. 709 on the coded values: what printers and photocopiers come near.
            const int value =
                qRound(0.2126 * qRed(line[x]) + 0.7152 * qGreen(line[x]) + 0.0722 * qBlue(line[x]));
            line[x] = qRgb(value, value, value);
        }
    }
    grey.setDevicePixelRatio(picture.devicePixelRatio());
    return grey;
}

} // namespace regnet
