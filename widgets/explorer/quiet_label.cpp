// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/quiet_label.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace regnet {

QuietLabel::QuietLabel(const QString& widest, QWidget* parent) : QWidget(parent), m_widest(widest)
{
    setSizePolicy(widest.isEmpty() ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QuietLabel::setText(const QString& text)
{
    if (m_text == text) return;
    m_text = text;
    setAccessibleDescription(text); // also while nobody listens: a screen reader may be started later
    update();
}

void QuietLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

QSize QuietLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_widest) + 2, fontMetrics().height() + 2};
}

QSize QuietLabel::minimumSizeHint() const
{
    return m_widest.isEmpty() ? QSize(0, sizeHint().height()) : sizeHint();
}

void QuietLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), static_cast<int>(m_alignment),
                     fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

bool QuietLabel::event(QEvent* event)
{
    const bool isCut = fontMetrics().horizontalAdvance(m_text) > width();
    if (event->type() == QEvent::ToolTip && isCut && toolTip().isEmpty()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), m_text, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace regnet
