// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace regnet {

/// All colours of the program. Series colours are colour-blind-safe and keep their slot in every view; colour
/// is never the only sign: each slot has a symbol and a dash as well.
struct Theme
{
    bool isDark = false;
    QColor page;      ///< background of plots
    QColor ink;       ///< text and axes
    QColor secondary; ///< secondary text
    QColor grid;

    static Theme light();
    static Theme dark();
    /// Light or dark, by the window colour of the palette.
    static Theme of(const QPalette& palette);

    static constexpr int slotCount = 8;
    QColor series(int slot) const; ///< 0-based; wraps after the last
    static Qt::PenStyle dash(int slot);
};

} // namespace regnet
