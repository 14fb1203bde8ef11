// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/pin_bar.h"

#include "widgets/plot/theme.h"
#include "widgets/shown_quantity.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace regnet {
namespace {

/// A piece of the pin's line, with its dash, and air to the name behind it.
QIcon lineIcon(const Theme& theme, int slot, const QSize& size, double scale)
{
    QPixmap pixmap(size * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setPen(QPen(theme.series(slot), 3, Theme::dash(slot)));
    const double y = size.height() / 2.0;
    painter.drawLine(QPointF(0, y), QPointF(size.width() - size.height() / 3.0, y));
    return pixmap;
}

} // namespace

PinBar::PinBar(QWidget* parent) : QWidget(parent), m_layout(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("pinBar"));
    m_layout->setContentsMargins(6, 0, 6, 2);
    m_layout->setSpacing(2);
    hide();
}

void PinBar::showPins(const std::vector<Pin>& pins)
{
    m_pins = pins;
    rebuild();
    setVisible(!m_pins.empty());
}

void PinBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) rebuild();
}

void PinBar::rebuild()
{
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        // A button must outlive the click that removes it.
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        const std::unique_ptr<QLayoutItem> owned(item);
    }
    const Theme theme = Theme::of(palette());
    const int line = fontMetrics().height();
    const QSize iconSize(line * 2 + line / 3, line);
    for (int i = 0; i < static_cast<int>(m_pins.size()); ++i) {
        const Pin& pin = m_pins[static_cast<std::size_t>(i)];
        auto* show = new QToolButton(this);
        show->setObjectName(QStringLiteral("showPin%1").arg(i));
        show->setText(pin.name);
        show->setIcon(lineIcon(theme, pin.slot, iconSize, devicePixelRatioF()));
        show->setIconSize(iconSize);
        show->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        show->setAutoRaise(true);
        show->setToolTip(tr("Show %1: %2 FLOPs, %3 parameters")
                             .arg(pin.name,
                                  shownCount(static_cast<double>(pin.network.complexity.total.flops)),
                                  shownCount(static_cast<double>(pin.network.complexity.total.params))));
        auto* remove = new QToolButton(this);
        remove->setObjectName(QStringLiteral("removePin%1").arg(i));
        remove->setText(QStringLiteral("×"));
        remove->setAutoRaise(true);
        remove->setToolTip(tr("Remove %1").arg(pin.name));
        remove->setAccessibleName(tr("Remove pin %1").arg(pin.name));
        connect(show, &QToolButton::clicked, this, [this, i] { Q_EMIT showWanted(i); });
        connect(remove, &QToolButton::clicked, this, [this, i] { Q_EMIT removeWanted(i); });
        m_layout->addWidget(show);
        m_layout->addWidget(remove);
    }
    m_layout->addStretch(1);
}

} // namespace regnet
