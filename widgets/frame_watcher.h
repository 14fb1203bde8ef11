// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace regnet {

/// Finds out when everything that an event changed stands on the screen: queued repaints of plots included.
class FrameWatcher : public QObject
{
    Q_OBJECT

public:
    /// Watches a top-level window and the plots that it has by now.
    explicit FrameWatcher(QWidget& window);

    /// Works events off until a whole round neither repainted a plot nor brought a frame to the window. The
    /// answer is the time from the call to the end of the last round that did, in milliseconds; below 0 when
    /// none did.
    struct Painted
    {
        double wallMs = -1;
        double cpuMs = -1; ///< of this thread: what it would be on a machine with nothing else to do
    };
    Painted painted();

    /// CPU time that this thread has used so far.
    static double threadCpuMs();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_isActive = false;
};

} // namespace regnet
