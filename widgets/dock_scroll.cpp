// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dock_scroll.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

#include <algorithm>

namespace regnet {
namespace {

/// With headline, tour and diagram, two docks of this height lie over one another on 768 pixels.
constexpr int leastLines = 11;

int leastHeight(const QWidget& content, int width)
{
    const QLayout* layout = content.layout();
    return layout && layout->hasHeightForWidth() ? layout->minimumHeightForWidth(width)
                                                 : content.minimumSizeHint().height();
}

} // namespace

DockScroll::DockScroll(QWidget* content)
{
    setObjectName(QStringLiteral("dockScroll"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // Tab goes to what is in it, and that comes into sight
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(content);
}

QSize DockScroll::minimumSizeHint() const
{
    const QSize least = widget()->minimumSizeHint();
    return {least.width() + verticalScrollBar()->sizeHint().width(),
            std::min(least.height(), fontMetrics().height() * leastLines)};
}

/// The content tells its own scroll area when it needs another size, and nobody else.
bool DockScroll::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        fit();
    }
    return QScrollArea::eventFilter(watched, event);
}

void DockScroll::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

/// What setWidgetResizable() does, but where a sentence is wrapped it would give the height that the content
/// likes to have, not what it needs, and scroll docks that are high enough.
void DockScroll::fit()
{
    const QSize room = maximumViewportSize();
    const int bar = verticalScrollBar()->sizeHint().width();
    int width = room.width();
    if (leastHeight(*widget(), width) > room.height()) width -= bar;
    widget()->resize(width, std::max(room.height(), leastHeight(*widget(), width)));
}

QScrollArea* makeScroll(QWidget* content, const char* name, QWidget* parent)
{
    auto* scroll = new QScrollArea(parent);
    scroll->setObjectName(QLatin1String(name));
    scroll->setFocusPolicy(Qt::NoFocus); // a stop of Tab without a name and without a sign
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    return scroll;
}

} // namespace regnet
