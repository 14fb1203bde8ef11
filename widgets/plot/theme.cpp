// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/theme.h"

#include <array>

namespace regnet {
namespace {

// Ordered so that the first ones differ most in normal and in colour-blind sight, and have contrast 3 or
// more.
constexpr std::array<QRgb, Theme::slotCount> lightSeries{0xff0072b2, 0xffd55e00, 0xff009e73, 0xffcc79a7,
                                                         0xffe69f00, 0xff56b4e9, 0xff000000, 0xfff5c710};
constexpr std::array<QRgb, Theme::slotCount> darkSeries{0xff56b4e9, 0xffd55e00, 0xff009e73, 0xffcc79a7,
                                                        0xffe69f00, 0xff0072b2, 0xffffffff, 0xfff0e442};
constexpr std::array<Qt::PenStyle, Theme::slotCount> dashes{Qt::SolidLine, Qt::DashLine, Qt::DashDotLine,
                                                            Qt::DotLine,   Qt::DashLine, Qt::SolidLine,
                                                            Qt::SolidLine, Qt::DashLine};

} // namespace

Theme Theme::light()
{
    return {false, QColor(0xff, 0xff, 0xff), QColor(0x1a, 0x1a, 0x1a), QColor(0x59, 0x59, 0x59),
            QColor(0xdd, 0xdd, 0xdd)};
}

Theme Theme::dark()
{
    return {true, QColor(0x1e, 0x1e, 0x1e), QColor(0xee, 0xee, 0xee), QColor(0xbd, 0xbd, 0xbd),
            QColor(0x3a, 0x3a, 0x3a)};
}

Theme Theme::of(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? dark() : light();
}

QColor Theme::series(int slot) const
{
    const auto index = static_cast<std::size_t>(slot % slotCount);
    return QColor::fromRgb(isDark ? darkSeries[index] : lightSeries[index]);
}

Qt::PenStyle Theme::dash(int slot)
{
    return dashes[static_cast<std::size_t>(slot % slotCount)];
}

} // namespace regnet
