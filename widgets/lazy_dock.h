// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

#include <functional>
#include <vector>

namespace regnet {

/// A dock whose content is made when it is first seen, and refreshed only while it is seen.
class LazyDock : public QDockWidget
{
    Q_OBJECT

public:
    using Make = std::function<QWidget*(LazyDock& dock)>;

    LazyDock(const QString& objectName, const QString& title, Make make, QWidget* parent = nullptr);

    /// Adds something to do when the content has to change, and does it now. The answer is the number for
    /// refresh().
    int addRefresh(std::function<void()> refresh);
    /// Does it at once when the dock is seen, otherwise when it comes to light.
    void refresh(int number);
    bool isSeen() const { return m_isSeen; }

    /// Makes the content now (tests, exports).
    void ensureContent();
    /// Comes to light and gives the keyboard to its first control.
    void goTo();

private:
    struct Refresh
    {
        std::function<void()> act;
        bool isDue = false;
    };

    Make m_make;
    bool m_isSeen = false;
    bool m_isMade = false;
    std::vector<Refresh> m_refreshes;
};

} // namespace regnet
