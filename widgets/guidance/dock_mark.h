// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace regnet {

/// A frame around the dock that is spoken of. It lies in the dock, lets the mouse through, and never moves by
/// itself.
class DockMark : public QWidget
{
    Q_OBJECT

public:
    explicit DockMark(QWidget* window);

    /// nullptr: nothing is marked.
    void markDock(QWidget* dock);
    QWidget* marked() const { return m_dock; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPointer<QWidget> m_dock;
};

} // namespace regnet
