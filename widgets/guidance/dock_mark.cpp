// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guidance/dock_mark.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace regnet {

DockMark::DockMark(QWidget* window) : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DockMark::markDock(QWidget* dock)
{
    if (m_dock) m_dock->removeEventFilter(this);
    m_dock = dock;
    hide();
    if (!dock) return;
    setParent(dock);
    dock->installEventFilter(this);
    setGeometry(dock->rect());
    show();
    raise();
}

void DockMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int width = std::max(3, fontMetrics().height() / 5);
    painter.setPen(
        QPen(palette().color(QPalette::Highlight), width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    const int half = (width + 1) / 2;
    painter.drawRect(rect().adjusted(half, half, -half - 1, -half - 1));
}

bool DockMark::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_dock && event->type() == QEvent::Resize) setGeometry(m_dock->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace regnet
