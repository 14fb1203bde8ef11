// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

class QMainWindow;

namespace regnet {

struct Shortcut
{
    QString keys; ///< as this platform writes them
    QString what;
};

/// What stands under one heading: a menu, a dock, or a kind of control.
struct ShortcutGroup
{
    QString title;
    std::vector<Shortcut> shortcuts;
};

/// Every key of the window: of its menus, of its docks (whose content is made for it), and what keys do in
/// sliders, plots, tables and dialogs. The dialog and docs/guide/keyboard.md both show this list.
std::vector<ShortcutGroup> shortcutsOf(const QMainWindow& window);

/// The list as the page of the guide; a test compares it with the file.
QString keyboardPage(const std::vector<ShortcutGroup>& groups);

} // namespace regnet
