// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shortcuts.h"

#include "widgets/lazy_dock.h"
#include "widgets/mnemonics.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace regnet {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("regnet::Shortcuts", text);
}

QString keysOf(const QAction& action)
{
    return QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText)
        .replace(QLatin1String("; "), QLatin1String(", "));
}

/// What a menu within the menu offers often says nothing without its title: "Copy network as ▸ JSON".
void addMenu(const QMenu& menu, ShortcutGroup& group, const QString& path = {})
{
    for (const QAction* action : menu.actions()) {
        const QString what = path + withoutMnemonic(action->text());
        if (action->menu())
            addMenu(*action->menu(), group, what + QStringLiteral(" ▸ "));
        else if (!action->shortcut().isEmpty())
            group.shortcuts.push_back({keysOf(*action), what});
    }
}

/// Keys of actions that belong to the widgets of a dock, each once.
ShortcutGroup ofDock(LazyDock& dock)
{
    dock.ensureContent();
    ShortcutGroup group{dock.windowTitle(), {}};
    for (const QAction* action : dock.findChildren<QAction*>()) {
        if (action->shortcut().isEmpty() || action->text().isEmpty()) continue;
        Shortcut each{keysOf(*action), withoutMnemonic(action->text())};
        const bool isKnown =
            std::any_of(group.shortcuts.begin(), group.shortcuts.end(), [&each](const Shortcut& known) {
                return known.keys == each.keys && known.what == each.what;
            });
        if (!isKnown) group.shortcuts.push_back(std::move(each));
    }
    return group;
}

std::vector<ShortcutGroup> ofControls()
{
    return {{tr("Everywhere"),
             {{tr("Tab, Shift+Tab"), tr("next, previous control; never caught in a table or a text")},
              {tr("Alt and an underlined letter"), tr("that menu or that control")},
              {tr("Space"), tr("press a button, tick a box")},
              {tr("Menu key, Shift+F10"), tr("the context menu: copy, export, show data as a table")},
              {tr("Esc"), tr("close a dialog, let go of a zoom")}}},
            {tr("Sliders and boxes"),
             {{tr("← → ↑ ↓"), tr("one step")},
              {tr("Page up, Page down"), tr("ten steps")},
              {tr("Home, End"), tr("least, most")}}},
            {tr("Plots"),
             {{tr("← →"), tr("next point, with its values; Ctrl: ten points; Home, End: the ends")},
              {tr("↑ ↓"), tr("next series, near the same place")},
              {tr("Return"), tr("on a point: what a double click does, such as loading that network")},
              {tr("+ −"), tr("zoom, where the plot can be zoomed; Esc shows all again")},
              {tr("Ctrl+C"), tr("copy the picture")}}},
            {tr("Tables and trees"),
             {{tr("← → ↑ ↓"), tr("from cell to cell; → unfolds a row, ← folds it")},
              {tr("Letters"), tr("jump to the row that begins with them")},
              {tr("Ctrl+F"),
               tr("find a row by words in any column; Return: the next one, Shift+Return: the one before")},
              {tr("Ctrl+C"), tr("copy the rows as text")}}}};
}

} // namespace

std::vector<ShortcutGroup> shortcutsOf(const QMainWindow& window)
{
    std::vector<ShortcutGroup> groups;
    for (const QAction* action : window.menuBar()->actions()) {
        if (!action->menu()) continue;
        ShortcutGroup group{withoutMnemonic(action->text()), {}};
        addMenu(*action->menu(), group);
        groups.push_back(std::move(group));
    }
    for (LazyDock* dock : window.findChildren<LazyDock*>())
        groups.push_back(ofDock(*dock));
    std::erase_if(groups, [](const ShortcutGroup& group) { return group.shortcuts.empty(); });
    for (ShortcutGroup& group : ofControls())
        groups.push_back(std::move(group));
    return groups;
}

QString keyboardPage(const std::vector<ShortcutGroup>& groups)
{
    QString page =
        QStringLiteral("# Keyboard\n\nEverything in the window can be done without a mouse. *Help ▸ Keys and "
                       "mouse* (F1) shows the same list. A test compares this page with the program.\n");
    for (const ShortcutGroup& group : groups) {
        page += QStringLiteral("\n## %1\n\n| keys | what they do |\n|---|---|\n").arg(group.title);
        for (const Shortcut& each : group.shortcuts)
            page += QStringLiteral("| %1 | %2 |\n").arg(each.keys, each.what);
    }
    return page;
}

} // namespace regnet
