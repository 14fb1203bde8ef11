// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame_watcher.h"

#include "widgets/plot/plot_widget.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QWidget>

#include <ctime>

namespace regnet {

double FrameWatcher::threadCpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

FrameWatcher::FrameWatcher(QWidget& window)
{
    window.installEventFilter(this);
    for (const PlotWidget* plot : window.findChildren<PlotWidget*>())
        connect(plot, &PlotWidget::replotted, this, [this] { m_isActive = true; });
}

FrameWatcher::Painted FrameWatcher::painted()
{
    QElapsedTimer clock;
    clock.start();
    const double cpuAtStart = threadCpuMs();
    Painted painted;
    for (int quietRounds = 0; quietRounds < 2;) {
        m_isActive = false;
        QCoreApplication::processEvents();
        quietRounds = m_isActive ? 0 : quietRounds + 1;
        if (m_isActive)
            painted = {static_cast<double>(clock.nsecsElapsed()) / 1e6, threadCpuMs() - cpuAtStart};
    }
    return painted;
}

bool FrameWatcher::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::UpdateRequest || event->type() == QEvent::LayoutRequest) m_isActive = true;
    return QObject::eventFilter(watched, event);
}

} // namespace regnet
