// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/theme.h"

#include <array>

namespace regnet {
namespace {

// Okabe and Ito 2008, ordered so that the first ones differ most in normal and in colour-blind sight. Their
// orange, sky blue and yellow have a contrast to white of 2.3, 2.3 and 1.6 only: here they are darker.
constexpr std::array<QRgb, Theme::slotCount> lightSeries{0xff0072b2, 0xffd55e00, 0xff009e73, 0xffcc79a7,
                                                         0xffb87f00, 0xff3595cc, 0xff000000, 0xffa08800};
constexpr std::array<QRgb, Theme::slotCount> darkSeries{0xff56b4e9, 0xffd55e00, 0xff009e73, 0xffcc79a7,
                                                        0xffe69f00, 0xff0072b2, 0xffffffff, 0xfff0e442};
constexpr std::array<QRgb, Theme::slotCount> strongOnWhite{0xff005a8f, 0xffa63f00, 0xff006b4c, 0xff9c3d78,
                                                           0xff7a5200, 0xff2a5ea8, 0xff000000, 0xff5c5c00};
constexpr std::array<QRgb, Theme::slotCount> strongOnBlack{0xff7cc8f5, 0xffff9a4d, 0xff3ddbad, 0xfff0a6cf,
                                                           0xffffc24d, 0xffa9b8ff, 0xffffffff, 0xfff5ec6b};
constexpr std::array<Qt::PenStyle, Theme::slotCount> dashes{Qt::SolidLine, Qt::DashLine, Qt::DashDotLine,
                                                            Qt::DotLine,   Qt::DashLine, Qt::SolidLine,
                                                            Qt::SolidLine, Qt::DashLine};

} // namespace

Theme Theme::light()
{
    return {false,
            false,
            QColor(0xff, 0xff, 0xff),
            QColor(0x1a, 0x1a, 0x1a),
            QColor(0x59, 0x59, 0x59),
            QColor(0xdd, 0xdd, 0xdd)};
}

Theme Theme::dark()
{
    return {true,
            false,
            QColor(0x1e, 0x1e, 0x1e),
            QColor(0xee, 0xee, 0xee),
            QColor(0xbd, 0xbd, 0xbd),
            QColor(0x3a, 0x3a, 0x3a)};
}

Theme Theme::highContrast(bool isDark)
{
    const QColor page = isDark ? Qt::black : Qt::white;
    const QColor ink = isDark ? Qt::white : Qt::black;
    return {isDark, true, page, ink, ink, QColor(0x80, 0x80, 0x80)};
}

Theme Theme::of(const QPalette& palette)
{
    const QColor window = palette.color(QPalette::Window), text = palette.color(QPalette::WindowText);
    const QColor black(Qt::black), white(Qt::white);
    if ((window == black && text == white) || (window == white && text == black))
        return highContrast(window == black);
    return palette.color(QPalette::Window).lightness() < 128 ? dark() : light();
}

QColor Theme::series(int slot) const
{
    const auto index = static_cast<std::size_t>(slot % slotCount);
    if (isHighContrast) return QColor::fromRgb(isDark ? strongOnBlack[index] : strongOnWhite[index]);
    return QColor::fromRgb(isDark ? darkSeries[index] : lightSeries[index]);
}

Qt::PenStyle Theme::dash(int slot)
{
    return dashes[static_cast<std::size_t>(slot % slotCount)];
}

} // namespace regnet
