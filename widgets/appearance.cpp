// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/appearance.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>

namespace regnet {

QPalette paletteOf(const Theme& theme)
{
    const bool dark = theme.isDark;
    const QColor window = dark ? QColor(0x2a, 0x2a, 0x2a) : QColor(0xf2, 0xf2, 0xf2);
    const QColor button = dark ? QColor(0x38, 0x38, 0x38) : QColor(0xe8, 0xe8, 0xe8);
    const QColor disabled = dark ? QColor(0x80, 0x80, 0x80) : QColor(0x8a, 0x8a, 0x8a);
    QPalette palette(button, window);
    palette.setColor(QPalette::WindowText, theme.ink);
    palette.setColor(QPalette::Base, theme.page);
    palette.setColor(QPalette::AlternateBase, dark ? QColor(0x26, 0x26, 0x26) : QColor(0xf7, 0xf7, 0xf7));
    palette.setColor(QPalette::Text, theme.ink);
    palette.setColor(QPalette::ButtonText, theme.ink);
    palette.setColor(QPalette::PlaceholderText, theme.secondary);
    palette.setColor(QPalette::ToolTipBase, theme.page);
    palette.setColor(QPalette::ToolTipText, theme.ink);
    palette.setColor(QPalette::BrightText, dark ? QColor(0xff, 0x8a, 0x80) : QColor(0xb0, 0x00, 0x20));
    palette.setColor(QPalette::Highlight, dark ? QColor(0x1f, 0x6f, 0xa8) : QColor(0x00, 0x72, 0xb2));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, theme.series(0));
    palette.setColor(QPalette::LinkVisited, theme.series(3));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, button);
    return palette;
}

void applyAppearance(Appearance appearance)
{
    static const QPalette systemPalette = QApplication::palette();
    if (QApplication::style()->name() != QLatin1String("fusion"))
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const bool dark = appearance == Appearance::Dark ||
                      (appearance == Appearance::System && Theme::of(systemPalette).isDark);
    QApplication::setPalette(paletteOf(dark ? Theme::dark() : Theme::light()));
}

} // namespace regnet
