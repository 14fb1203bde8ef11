// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/view_state.h"

#include <QSplitter>
#include <QTabWidget>

namespace regnet {

ViewState::ViewState(const QWidget& view)
{
    for (const QTabWidget* tabs : view.findChildren<QTabWidget*>())
        m_tabs.push_back(tabs->currentIndex());
    for (const QSplitter* splitter : view.findChildren<QSplitter*>())
        m_splitters.push_back(splitter->saveState());
}

void ViewState::restore(const QWidget& view) const
{
    const QList<QTabWidget*> tabs = view.findChildren<QTabWidget*>();
    for (std::size_t i = 0; i < m_tabs.size() && static_cast<qsizetype>(i) < tabs.size(); ++i)
        tabs[static_cast<qsizetype>(i)]->setCurrentIndex(m_tabs[i]);
    const QList<QSplitter*> splitters = view.findChildren<QSplitter*>();
    for (std::size_t i = 0; i < m_splitters.size() && static_cast<qsizetype>(i) < splitters.size(); ++i) {
        QSplitter* splitter = splitters[static_cast<qsizetype>(i)];
        splitter->restoreState(m_splitters[i]);
        splitter->setProperty(isRestored, true); // as a hand left it: no splitterMoved() tells
    }
}

} // namespace regnet
