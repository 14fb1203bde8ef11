// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame_watcher.h"

#include "widgets/plot/plot_widget.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QWidget>

namespace regnet {

FrameWatcher::FrameWatcher(QWidget& window)
{
    window.installEventFilter(this);
    for (const PlotWidget* plot : window.findChildren<PlotWidget*>())
        connect(plot, &PlotWidget::replotted, this, [this] { m_isActive = true; });
}

double FrameWatcher::paintedAfterMs()
{
    QElapsedTimer clock;
    clock.start();
    double painted = -1;
    for (int quietRounds = 0; quietRounds < 2;) {
        m_isActive = false;
        QCoreApplication::processEvents();
        quietRounds = m_isActive ? 0 : quietRounds + 1;
        if (m_isActive) painted = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    }
    return painted;
}

bool FrameWatcher::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::UpdateRequest || event->type() == QEvent::LayoutRequest) m_isActive = true;
    return QObject::eventFilter(watched, event);
}

} // namespace regnet
