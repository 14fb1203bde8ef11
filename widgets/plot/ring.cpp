// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/ring.h"

#include <QEvent>
#include <QFocusEvent>
#include <QPainter>

#include <algorithm>

namespace regnet {

Ring::Ring(QWidget& around, Shown shown) : QWidget(&around), m_shown(shown)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(around.rect());
    setVisible(shown == Shown::Always);
    raise();
    around.installEventFilter(this);
}

void Ring::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int line = fontMetrics().height();
    const int width = m_shown == Shown::Always ? std::max(3, line / 5) : std::max(2, line / 8);
    painter.setPen(
        QPen(palette().color(QPalette::Highlight), width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    const int half = (width + 1) / 2;
    painter.drawRect(rect().adjusted(half, half, -half - 1, -half - 1));
}

bool Ring::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
    if (m_shown == Shown::WhileFocused && event->type() == QEvent::FocusIn) {
        raise();
        setVisible(static_cast<QFocusEvent*>(event)->reason() != Qt::MouseFocusReason);
    }
    if (m_shown == Shown::WhileFocused && event->type() == QEvent::FocusOut) hide();
    return QWidget::eventFilter(watched, event);
}

} // namespace regnet
