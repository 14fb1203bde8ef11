// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace regnet {

/// All colours of the program. Series colours are colour-blind-safe and keep their slot in every view; colour
/// is never the only sign: each slot has a symbol and a dash as well. Contrast to the page (WCAG 2.1):
/// text 4.5 or more, series 3 or more; with high contrast text 7 and series 4.5 or more. A test computes
/// them.
struct Theme
{
    bool isDark = false;
    bool isHighContrast = false;
    QColor page;      ///< background of plots
    QColor ink;       ///< text and axes
    QColor secondary; ///< secondary text
    QColor grid;

    static Theme light();
    static Theme dark();
    static Theme highContrast(bool isDark); ///< black and white, and series that stand out from them
    /// By the window colour of the palette: light or dark; pure white or black is high contrast.
    static Theme of(const QPalette& palette);

    static constexpr int slotCount = 8;
    /// Slots from slotCount on have the first colours again, with symbols that are open where these are
    /// filled and the other way round (markCurve): five of the eight symbols have an inside.
    static constexpr int lookCount = slotCount + 5;
    QColor series(int slot) const; ///< 0-based; wraps after the last colour
    static Qt::PenStyle dash(int slot);
};

} // namespace regnet
