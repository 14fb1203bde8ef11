// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/appearance.h"

#include <QApplication>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace regnet {

namespace {

/// Black, white, and one colour for what is chosen. Frames are as dark as text.
QPalette strongPalette(const Theme& theme)
{
    const QColor grey = theme.isDark ? QColor(0xa0, 0xa0, 0xa0) : QColor(0x59, 0x59, 0x59);
    const QColor chosen = theme.series(0);
    QPalette palette(theme.ink, theme.page, theme.ink, theme.ink, grey, theme.ink, theme.ink, theme.page,
                     theme.page);
    for (const QPalette::ColorRole role : {QPalette::Button, QPalette::AlternateBase, QPalette::ToolTipBase})
        palette.setColor(role, theme.page);
    palette.setColor(QPalette::ToolTipText, theme.ink);
    palette.setColor(QPalette::PlaceholderText, grey);
    palette.setColor(QPalette::BrightText, theme.series(1));
    palette.setColor(QPalette::Highlight, chosen);
    palette.setColor(QPalette::HighlightedText, theme.page);
    palette.setColor(QPalette::Link, chosen);
    palette.setColor(QPalette::LinkVisited, theme.series(3));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, grey);
    return palette;
}

bool isMotionReduced = false, isStrong = false;

/// Fusion that never slides, where motion is not wanted, and whose boxes for ticks have an edge, in high
/// contrast all controls: its own edges are darker than the window, so that nothing is seen of them on dark
/// pages.
class Style : public QProxyStyle
{
public:
    Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override
    {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        const bool isBox = element == PE_IndicatorCheckBox;
        if (isStrong &&
            (isBox || element == PE_Frame || element == PE_FrameLineEdit || element == PE_PanelButtonCommand))
            drawEdge(option->rect, *option, *painter);
        else if (isBox)
            drawEdge(option->rect, *option, *painter,
                     option->state.testFlag(State_Enabled) ? QPalette::PlaceholderText
                                                           : QPalette::WindowText);
    }

    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override
    {
        QProxyStyle::drawControl(element, option, painter, widget);
        if (!isStrong || element != CE_TabBarTabShape) return;
        drawEdge(option->rect, *option, *painter);
        if (!(option->state & State_Selected)) return;
        const int bar = std::max(3, option->fontMetrics.height() / 5);
        painter->fillRect(option->rect.adjusted(0, option->rect.height() - bar, 0, 0),
                          option->palette.color(QPalette::Highlight));
    }

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override
    {
        const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        if (button && widget && widget->objectName() == QLatin1String("qt_toolbar_ext_button")) {
            // Qt's arrow to what a tool bar has no room for is black on pages of any colour.
            QStyleOptionToolButton inked = *button;
            inked.icon = inInk(button->icon, button->iconSize, *widget);
            return QProxyStyle::drawComplexControl(control, &inked, painter, widget);
        }
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        if (!isStrong) return;
        if (control == CC_SpinBox || control == CC_ComboBox) drawEdge(option->rect, *option, *painter);
        if (control == CC_ScrollBar) {
            const QRect handle = subControlRect(control, option, SC_ScrollBarSlider, widget);
            const int air = std::min(handle.width(), handle.height()) / 4;
            painter->fillRect(handle.adjusted(air, air, -air, -air),
                              option->palette.color(QPalette::PlaceholderText));
        }
        if (control != CC_Slider) return;
        drawEdge(subControlRect(control, option, SC_SliderGroove, widget), *option, *painter);
        painter->fillRect(subControlRect(control, option, SC_SliderHandle, widget),
                          option->palette.color(QPalette::WindowText));
    }

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override
    {
        const bool isMotion = hint == SH_Widget_Animate || hint == SH_Widget_Animation_Duration;
        if (isMotion && !isMotionWanted()) return 0;
        // Of the buttons below dialogs half have none, and the crosses of the others are black on dark pages.
        if (hint == SH_DialogButtonBox_ButtonsHaveIcons) return 0;
        return QProxyStyle::styleHint(hint, option, widget, data);
    }

private:
    static QIcon inInk(const QIcon& icon, const QSize& size, const QWidget& widget)
    {
        QPixmap pixmap = icon.pixmap(size, widget.devicePixelRatioF());
        QPainter painter(&pixmap);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), widget.palette().color(QPalette::ButtonText));
        return pixmap;
    }

    static void drawEdge(const QRect& rect, const QStyleOption& option, QPainter& painter,
                         QPalette::ColorRole role = QPalette::WindowText)
    {
        painter.save();
        painter.setPen(option.palette.color(role));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(0, 0, -1, -1));
        painter.restore();
    }
};

} // namespace

QPalette paletteOf(const Theme& theme)
{
    const bool dark = theme.isDark;
    if (theme.isHighContrast) return strongPalette(theme);
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
    palette.setColor(QPalette::LinkVisited, dark ? theme.series(3) : QColor(0x8a, 0x3a, 0x6a));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, button);
    return palette;
}

bool isMotionWanted()
{
    return !isMotionReduced && QApplication::isEffectEnabled(Qt::UI_General);
}

void applyAppearance(const Settings& settings)
{
    isMotionReduced = settings.isMotionReduced();
    applyAppearance(settings.appearance(), settings.isHighContrast());
}

void applyAppearance(Appearance appearance, bool isHighContrast)
{
    static const QPalette systemPalette = QApplication::palette();
    if (!dynamic_cast<Style*>(QApplication::style())) QApplication::setStyle(new Style); // Qt deletes it
    const bool dark = appearance == Appearance::Dark ||
                      (appearance == Appearance::System && Theme::of(systemPalette).isDark);
    isStrong =
        isHighContrast || (appearance == Appearance::System && Theme::of(systemPalette).isHighContrast);
    if (isStrong) return QApplication::setPalette(paletteOf(Theme::highContrast(dark)));
    QApplication::setPalette(paletteOf(dark ? Theme::dark() : Theme::light()));
}

} // namespace regnet
