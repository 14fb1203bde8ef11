// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/plot.h"
#include "widgets/plot/theme.h"

namespace regnet {

/// The colours of series in an exported figure.
enum class Palette {
    ColourBlindSafe, ///< the theme's own: after Okabe and Ito 2008, contrast 3 and more; the default
    Bright,          ///< Tol 2021, "bright": colour-blind-safe as well, more saturated
    Greys,           ///< for print without colour: greys, and every slot with a dash of its own
};

QColor seriesColour(const Theme& theme, Palette palette, int slot);
QColor seriesColour(const Theme& theme, Palette palette, const PlotSeries& series);
/// With greys, curves that are solid elsewhere take the dash of their slot.
Qt::PenStyle seriesDash(Palette palette, const PlotSeries& series);

/// Which entries of the legend cannot be told apart when the figure is printed without colour, one sentence a
/// pair: lightness (CIE L*) closer than 12, and the same dash or symbol.
QStringList alikeInGrey(const Plot& plot, const Theme& theme, Palette palette);

/// Contrast of two colours as WCAG 2.1 defines it, 1 to 21.
double contrast(const QColor& a, const QColor& b);

/// The picture without its colours: each pixel's luminance.
QImage inGrey(const QImage& picture);

} // namespace regnet
