// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guidance/start_card.h"

#include "widgets/plot/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace regnet {

StartCard::StartCard(Picture picture, const QString& title, const QString& sentence, QWidget* parent)
    : QAbstractButton(parent), m_picture(picture), m_sentence(sentence)
{
    setText(title);
    setAccessibleDescription(sentence);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize StartCard::sizeHint() const
{
    const int line = fontMetrics().lineSpacing();
    return {line * 18, line * 9};
}

void StartCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return click();
    QAbstractButton::keyPressEvent(event);
}

void StartCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(palette());
    const int line = fontMetrics().lineSpacing();
    const bool isMarked = hasFocus() || underMouse();
    const double width = hasFocus() ? 2.5 : 1;
    painter.setPen(QPen(isMarked ? palette().color(QPalette::Highlight) : theme.secondary, width));
    painter.setBrush(isDown() ? palette().color(QPalette::Button) : theme.page);
    const QRectF card = QRectF(rect()).adjusted(2, 2, -2, -2);
    painter.drawRoundedRect(card, line / 3.0, line / 3.0);
    const double pad = line * 0.8;
    const QRectF picture(card.left() + pad, card.top() + pad, line * 3.2, line * 2.4);
    paintPicture(painter, picture);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(isEnabled() ? theme.ink : theme.secondary);
    const QRectF title(picture.right() + pad, picture.top(), card.right() - picture.right() - 2 * pad,
                       picture.height());
    painter.drawText(title, Qt::AlignVCenter | Qt::TextWordWrap, text());
    painter.setFont(font());
    painter.setPen(theme.ink);
    painter.drawText(QRectF(card.left() + pad, picture.bottom() + line * 0.5, card.width() - 2 * pad,
                            card.bottom() - picture.bottom() - line * 0.7),
                     Qt::TextWordWrap, m_sentence);
}

void StartCard::paintPicture(QPainter& painter, const QRectF& box) const
{
    const Theme theme = Theme::of(palette());
    const double thick = std::max(1.5, box.height() / 18);
    const auto pen = [&](const QColor& colour) { return QPen(colour, thick, Qt::SolidLine, Qt::RoundCap); };
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.bottom() - y * box.height());
    };
    painter.setBrush(Qt::NoBrush);
    switch (m_picture) {
    case Picture::Curves:
        painter.setPen(pen(theme.secondary));
        painter.drawPolyline(QPolygonF{at(0, 1), at(0, 0), at(1, 0)});
        for (int i = 0; i < 2; ++i) {
            QPainterPath curve(at(0.05, 0));
            const double shift = 0.3 * i;
            curve.cubicTo(at(0.25 + shift, 0.1), at(0.2 + shift, 0.85), at(1, 0.95));
            painter.setPen(pen(theme.series(1 - i)));
            painter.drawPath(curve);
        }
        break;
    case Picture::Sliders:
        for (int i = 0; i < 3; ++i) {
            const double y = 0.85 - 0.35 * i, x = i == 1 ? 0.3 : 0.7 - 0.1 * i;
            painter.setPen(pen(theme.secondary));
            painter.drawLine(at(0, y), at(1, y));
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.series(0));
            painter.drawEllipse(at(x, y), thick * 2.2, thick * 2.2);
        }
        break;
    case Picture::Training:
        for (int i = 0; i < 4; ++i) {
            const double y = 0.95 - 0.27 * i, done = i == 0 ? 1 : i == 1 ? 0.7 : i == 2 ? 0.35 : 0;
            painter.setPen(QPen(theme.secondary, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(QRectF(at(0, y), at(1, y - 0.17)));
            painter.fillRect(QRectF(at(0, y), at(done, y - 0.17)), theme.series(2));
        }
        break;
    case Picture::Import:
        painter.setPen(pen(theme.secondary));
        painter.drawPolyline(QPolygonF{at(0.05, 0.45), at(0.05, 0), at(0.95, 0), at(0.95, 0.45)});
        painter.setPen(pen(theme.series(0)));
        painter.drawLine(at(0.5, 1), at(0.5, 0.3));
        painter.drawPolyline(QPolygonF{at(0.32, 0.52), at(0.5, 0.28), at(0.68, 0.52)});
        break;
    }
}

} // namespace regnet
