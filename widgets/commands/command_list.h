// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QString>

#include <functional>
#include <vector>

class QMainWindow;
class QObject;

namespace regnet {

/// One thing that the window can do.
struct Command
{
    QString text;  ///< "Export figure…"
    QString where; ///< "File", "Queue dock"
    QString keys;  ///< as this platform writes them; may be empty
    QString about; ///< one sentence more; may be empty
    bool isEnabled = true;
    QString reason;          ///< why it is not enabled, where that is known
    QPointer<QObject> owner; ///< the action or button; it may die before it is called
    std::function<void()> act;
};

/// Everything: the actions of the menus, with their way there ("Network ▸ Presets ▸ RegNetX"); those of the
/// docks, and the docks' buttons; going to a dock, and to a page of it. Docks are made for it. What stands in
/// a menu and in a dock comes once.
std::vector<Command> commandsOf(QMainWindow& window);

/// Why an action or a button is off, by its object name; empty where nobody said it.
QString disabledReason(const QString& objectName);

} // namespace regnet
