// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

class QAction;
class QWidget;

namespace regnet {

/// One line of the settings dialog. A new setting is one of these, registered with
/// MainWindow::addPreference(); nothing else has to know it.
struct Preference
{
    QString page;  ///< heading it stands under: "Look", "Training"
    QString title; ///< label of the control, with a mnemonic
    QString about; ///< one sentence: what it does, and where else it is reached
    QString words; ///< more words to find it by; may be empty
    /// Makes the control. It shows the setting as it is now and changes it at once: there is no Apply.
    std::function<QWidget*(QWidget* parent)> make;
};

/// A box that is ticked while a checkable action is, and the other way round.
std::function<QWidget*(QWidget*)> switchOf(QAction* action);
/// A list of actions of which one is checked (a QActionGroup): the chosen one is triggered.
std::function<QWidget*(QWidget*)> choiceOf(const QList<QAction*>& actions);
/// A button that triggers an action.
std::function<QWidget*(QWidget*)> buttonOf(QAction* action);
/// Values that live elsewhere.
std::function<QWidget*(QWidget*)> switchOf(const QString& text, std::function<bool()> get,
                                           std::function<void(bool)> set);
std::function<QWidget*(QWidget*)> choiceOf(const QStringList& texts, std::function<int()> get,
                                           std::function<void(int)> set);
/// `zero` is what 0 means, when not empty.
std::function<QWidget*(QWidget*)> numberOf(int low, int high, const QString& zero, std::function<int()> get,
                                           std::function<void(int)> set);

} // namespace regnet
