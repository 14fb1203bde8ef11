// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/focus_ring.h"

#include <QEvent>
#include <QFocusEvent>
#include <QPainter>

namespace regnet {

FocusRing::FocusRing(QWidget& around) : QWidget(&around)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    around.installEventFilter(this);
}

void FocusRing::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int width = std::max(2, fontMetrics().height() / 8);
    painter.setPen(
        QPen(palette().color(QPalette::Highlight), width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    const int half = (width + 1) / 2;
    painter.drawRect(rect().adjusted(half, half, -half - 1, -half - 1));
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    const auto* around = static_cast<QWidget*>(watched);
    if (event->type() == QEvent::FocusIn) {
        setGeometry(around->rect());
        raise();
        // Who clicks sees where the mouse is.
        setVisible(static_cast<QFocusEvent*>(event)->reason() != Qt::MouseFocusReason);
    } else if (event->type() == QEvent::FocusOut) {
        hide();
    } else if (event->type() == QEvent::Resize) {
        setGeometry(around->rect());
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace regnet
