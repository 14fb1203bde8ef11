// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/preferences/preference.h"

#include "widgets/mnemonics.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <utility>

namespace regnet {

std::function<QWidget*(QWidget*)> switchOf(QAction* action)
{
    return [action](QWidget* parent) {
        auto* box = new QCheckBox(QCheckBox::tr("on"), parent);
        box->setChecked(action->isChecked());
        QObject::connect(box, &QCheckBox::toggled, action, &QAction::setChecked);
        QObject::connect(action, &QAction::toggled, box, &QCheckBox::setChecked);
        return box;
    };
}

std::function<QWidget*(QWidget*)> choiceOf(const QList<QAction*>& actions)
{
    return [actions](QWidget* parent) {
        auto* box = new QComboBox(parent);
        for (const QAction* action : actions)
            box->addItem(withoutMnemonic(action->text()));
        const auto show = [box, actions] {
            const QSignalBlocker quiet(box);
            for (int i = 0; i < actions.size(); ++i)
                if (actions[i]->isChecked()) box->setCurrentIndex(i);
        };
        show();
        for (const QAction* action : actions)
            QObject::connect(action, &QAction::toggled, box, show);
        QObject::connect(box, &QComboBox::currentIndexChanged, actions.front(),
                         [actions](int index) { actions[index]->trigger(); });
        return box;
    };
}

std::function<QWidget*(QWidget*)> buttonOf(QAction* action)
{
    return [action](QWidget* parent) {
        auto* button = new QPushButton(withoutMnemonic(action->text()), parent);
        QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
        return button;
    };
}

std::function<QWidget*(QWidget*)> switchOf(const QString& text, std::function<bool()> get,
                                           std::function<void(bool)> set)
{
    return [text, get = std::move(get), set = std::move(set)](QWidget* parent) {
        auto* box = new QCheckBox(text, parent);
        box->setChecked(get());
        QObject::connect(box, &QCheckBox::toggled, box, set);
        return box;
    };
}

std::function<QWidget*(QWidget*)> choiceOf(const QStringList& texts, std::function<int()> get,
                                           std::function<void(int)> set)
{
    return [texts, get = std::move(get), set = std::move(set)](QWidget* parent) {
        auto* box = new QComboBox(parent);
        box->addItems(texts);
        box->setCurrentIndex(get());
        QObject::connect(box, &QComboBox::currentIndexChanged, box, set);
        return box;
    };
}

std::function<QWidget*(QWidget*)> numberOf(int low, int high, const QString& zero, std::function<int()> get,
                                           std::function<void(int)> set)
{
    return [low, high, zero, get = std::move(get), set = std::move(set)](QWidget* parent) {
        auto* box = new QSpinBox(parent);
        box->setRange(low, high);
        box->setSpecialValueText(low == 0 ? zero : QString());
        box->setValue(get());
        QObject::connect(box, &QSpinBox::valueChanged, box, set);
        return box;
    };
}

} // namespace regnet
