// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guidance/tour_panel.h"
#include "widgets/language.h"
#include "widgets/main_window.h"
#include "widgets/notices/desktop_note.h"
#include "widgets/notices/notice_bar.h"
#include "widgets/preferences/settings_dialog.h"
#include "widgets/queue/dispatcher_thread.h"
#include "widgets/spaces/space_guide.h"
#include "widgets/view_state.h"

#include <QActionGroup>
#include <QMenuBar>
#include <QShortcut>
#include <QStatusBar>
#include <QToolBar>

#include <map>
#include <utility>

namespace regnet {

void MainWindow::addLanguages(QMenu* menu)
{
    QMenu* choices = menu->addMenu(tr("Lan&guage"));
    choices->setObjectName(QStringLiteral("languages"));
    auto* group = new QActionGroup(choices);
    const auto add = [&](const QString& code, const QString& text) {
        QAction* action = choices->addAction(text);
        action->setObjectName(QStringLiteral("language_") + code);
        action->setCheckable(true);
        action->setChecked(m_settings.language() == code);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, code] {
            m_settings.setLanguage(code);
            applyLanguage(languageFor(code)); // comes back as changeEvent()
        });
    };
    add({}, tr("&System language"));
    const FoundLanguages found = findLanguages();
    for (const Language& each : found.languages)
        add(each.code, each.name);
    m_languageNotice->showText(NoticeBar::Kind::Problem, found.problems.join(QLatin1Char('\n')));
}

void MainWindow::changeEvent(QEvent* event)
{
    // One for each translator, while the menu is still open that was chosen from: all of it is done once,
    // after.
    if (event->type() == QEvent::LanguageChange) m_retranslateSoon.start();
    QMainWindow::changeEvent(event);
}

/// What shows texts goes; the network, its history, the spaces, the queue and open dialogs stay.
void MainWindow::removeContent()
{
    m_model.disconnect(this);
    m_model.disconnect(&m_rememberSoon);
    m_rememberSoon.disconnect();
    m_rememberWindowSoon.disconnect();
    if (m_dispatcher) m_dispatcher->disconnect(this);
    delete std::exchange(m_note, nullptr);
    m_preferences.clear();
    m_parameters = nullptr;
    delete std::exchange(m_guide, nullptr);
    for (LazyDock* each : std::exchange(m_docks, {})) {
        each->disconnect(this);
        removeDockWidget(each);
        delete each;
    }
    qDeleteAll(findChildren<QToolBar*>(Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<QActionGroup*>(Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<QShortcut*>(Qt::FindDirectChildrenOnly));
    QMenuBar* menus = menuBar();
    setMenuBar(nullptr);
    delete menus; // now, not later: two actions with one shortcut are none
    qDeleteAll(findChildren<QAction*>(Qt::FindDirectChildrenOnly));
    setStatusBar(nullptr);
    m_train = nullptr;
    m_imports = nullptr;
}

void MainWindow::retranslate()
{
    setUpdatesEnabled(false);
    if (m_tour->isVisible()) endTour();
    // Its lines act by menu entries that are about to go.
    auto* settings = findChild<SettingsDialog*>();
    const bool isShowingSettings = settings != nullptr;
    delete settings;
    const QByteArray layout = saveState(layoutVersion);
    std::map<QString, ViewState> views; // of docks whose content was made
    for (const LazyDock* each : m_docks)
        if (each->widget()) views.emplace(each->objectName(), *each);
    removeContent();
    setUpContent();
    for (LazyDock* each : m_docks)
        addDockWidget(Qt::RightDockWidgetArea, each);
    if (!QMainWindow::restoreState(layout, layoutVersion)) restoreDefaultLayout();
    for (const auto& [name, state] : views)
        if (LazyDock* made = dock(name)) {
            made->ensureContent();
            state.restore(*made);
        }
    setUpdatesEnabled(true);
    if (isShowingSettings) showSettings();
}

} // namespace regnet
