// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commands/command_list.h"

#include "widgets/lazy_dock.h"
#include "widgets/mnemonics.h"

#include <QAbstractButton>
#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>

#include <set>
#include <utility>

namespace regnet {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("regnet::Collector", text);
}

/// Collects, each action and button once.
class Collector
{
public:
    explicit Collector(QMainWindow& window) : m_window(window) {}

    void addMenu(const QMenu& menu, const QString& where)
    {
        for (QAction* action : menu.actions()) {
            if (action->isSeparator() || !action->isVisible()) continue;
            if (QMenu* below = action->menu()) {
                // What a menu shows is often decided when it opens.
                Q_EMIT below->aboutToShow();
                addMenu(*below, tr("%1 ▸ %2").arg(where, withoutMnemonic(action->text())));
            } else if (!isToggleOfDock(*action)) {
                addAction(*action, where, nullptr);
            }
        }
    }

    void addDock(LazyDock& dock)
    {
        dock.ensureContent();
        const QString title = dock.windowTitle();
        commands.push_back(
            {tr("Go to %1").arg(title), tr("Docks"), {}, {}, true, {}, &dock, [&dock] { dock.goTo(); }});
        const QString where = tr("%1 dock").arg(title);
        for (QTabWidget* tabs : dock.findChildren<QTabWidget*>())
            addPages(*tabs, where, dock);
        for (QAction* action : dock.findChildren<QAction*>())
            if (action != dock.toggleViewAction() && !action->menu() && !action->isSeparator())
                addAction(*action, where, &dock);
        for (QAbstractButton* button : dock.findChildren<QAbstractButton*>())
            addButton(*button, where, dock);
    }

    std::vector<Command> commands;

private:
    bool isToggleOfDock(const QAction& action) const
    {
        for (const LazyDock* dock : m_window.findChildren<LazyDock*>())
            if (dock->toggleViewAction() == &action) return true;
        return false;
    }

    void addPages(QTabWidget& tabs, const QString& where, LazyDock& dock)
    {
        for (int i = 0; i < tabs.count(); ++i) {
            if (!tabs.isTabVisible(i)) continue;
            QWidget* page = tabs.widget(i);
            commands.push_back({tr("Show %1").arg(withoutMnemonic(tabs.tabText(i))),
                                where,
                                {},
                                tabs.tabToolTip(i),
                                tabs.isTabEnabled(i),
                                {},
                                page,
                                [&tabs, page, &dock] {
                                    dock.goTo();
                                    tabs.setCurrentWidget(page);
                                }});
        }
    }

    void addAction(QAction& action, const QString& where, LazyDock* dock)
    {
        QString text = withoutMnemonic(action.text());
        if (text.isEmpty() || !m_known.insert(&action).second) return;
        if (action.isCheckable())
            text = action.isChecked() ? tr("%1 (on)").arg(text) : tr("%1 (off)").arg(text);
        const QString about = action.statusTip().isEmpty() ? action.toolTip() : action.statusTip();
        commands.push_back(
            {text, where, action.shortcut().toString(QKeySequence::NativeText),
             withoutMnemonic(about) == withoutMnemonic(action.text()) ? QString() : about, action.isEnabled(),
             action.isEnabled() ? QString() : disabledReason(action.objectName()), &action, [&action, dock] {
                 if (dock) dock->goTo();
                 action.trigger();
             }});
    }

    /// A push or tool button with a text of its own; parts of other controls have none.
    void addButton(QAbstractButton& button, const QString& where, LazyDock& dock)
    {
        const auto* tool = qobject_cast<QToolButton*>(&button);
        if (!tool && !qobject_cast<QPushButton*>(&button)) return;
        if (tool && tool->defaultAction()) return addAction(*tool->defaultAction(), where, &dock);
        QString text = withoutMnemonic(button.text());
        if (text.isEmpty()) text = button.accessibleName();
        if (text.isEmpty() || !m_known.insert(&button).second || button.isHidden()) return;
        commands.push_back({text, where, button.shortcut().toString(QKeySequence::NativeText),
                            button.toolTip(), button.isEnabled(),
                            button.isEnabled() ? QString() : disabledReason(button.objectName()), &button,
                            [&button, &dock] {
                                dock.goTo();
                                button.click();
                            }});
    }

    QMainWindow& m_window;
    std::set<const QObject*> m_known;
};

} // namespace

std::vector<Command> commandsOf(QMainWindow& window)
{
    Collector collector(window);
    for (const QAction* action : window.menuBar()->actions())
        if (const QMenu* menu = action->menu()) collector.addMenu(*menu, withoutMnemonic(action->text()));
    for (LazyDock* dock : window.findChildren<LazyDock*>())
        collector.addDock(*dock);
    return std::move(collector.commands);
}

} // namespace regnet
