// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lazy_dock.h"

#include <QToolBar>
#include <QToolButton>

#include <utility>

namespace regnet {

LazyDock::LazyDock(const QString& objectName, const QString& title, Make make, QWidget* parent)
    : QDockWidget(title, parent), m_make(std::move(make))
{
    setObjectName(objectName);
    connect(this, &QDockWidget::visibilityChanged, this, [this](bool isVisible) {
        m_isSeen = isVisible;
        // Qt only moves a dock that lies behind another one's tab: Tab would go on through all that is in it.
        if (widget()) widget()->setVisible(isVisible);
        if (!isVisible) return;
        ensureContent();
        for (Refresh& refresh : m_refreshes)
            if (std::exchange(refresh.isDue, false)) refresh.act();
    });
}

void LazyDock::ensureContent()
{
    if (std::exchange(m_isMade, true)) return;
    setWidget(m_make(*this));
    QSizePolicy policy = widget()->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the docks around it do not take its room while it is not seen
    widget()->setSizePolicy(policy);
    widget()->setVisible(m_isSeen);
    // Qt leaves the buttons of a tool bar out of the order of Tab.
    for (const QToolBar* bar : findChildren<QToolBar*>())
        for (QToolButton* button : bar->findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly))
            if (button->defaultAction()) button->setFocusPolicy(Qt::TabFocus);
}

void LazyDock::goTo()
{
    show();
    raise();
    ensureContent();
    widget()->show();
    // The dock itself does not take the keyboard, and what only holds others must not.
    QWidget* at = widget();
    for (int i = 0; at && i < 200; ++i, at = at->nextInFocusChain())
        if (isAncestorOf(at) && at->isVisible() && at->isEnabled() && (at->focusPolicy() & Qt::TabFocus) != 0)
            return at->setFocus(Qt::TabFocusReason);
}

int LazyDock::addRefresh(std::function<void()> refresh)
{
    refresh();
    m_refreshes.push_back({std::move(refresh), false});
    return static_cast<int>(m_refreshes.size()) - 1;
}

void LazyDock::refresh(int number)
{
    Refresh& refresh = m_refreshes[static_cast<std::size_t>(number)];
    if (m_isSeen)
        refresh.act();
    else
        refresh.isDue = true;
}

} // namespace regnet
