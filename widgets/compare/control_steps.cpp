// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/control_steps.h"

#include "widgets/compare/change_step.h"
#include "widgets/own_undo.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>
#include <QUndoStack>

#include <utility>

namespace regnet {
namespace {

QVariant valueOf(const QWidget& control)
{
    if (const auto* list = qobject_cast<const QComboBox*>(&control)) return list->currentData();
    if (const auto* number = qobject_cast<const QSpinBox*>(&control)) return number->value();
    if (const auto* tick = qobject_cast<const QCheckBox*>(&control)) return tick->isChecked();
    return {};
}

void setValue(QWidget& control, const QVariant& value)
{
    if (auto* list = qobject_cast<QComboBox*>(&control)) {
        // A property that no population has any more is not in the list.
        if (const int index = list->findData(value); index >= 0) list->setCurrentIndex(index);
    } else if (auto* number = qobject_cast<QSpinBox*>(&control)) {
        number->setValue(value.toInt());
    } else if (auto* tick = qobject_cast<QCheckBox*>(&control)) {
        tick->setChecked(value.toBool());
    }
}

} // namespace

ControlSteps::ControlSteps(std::function<QUndoStack*()> history, QObject* parent)
    : QObject(parent), m_history(std::move(history))
{
}

void ControlSteps::follow(QWidget& control, const QString& name)
{
    Followed followed{stepName(name), valueOf(control)};
    if (auto* list = qobject_cast<QComboBox*>(&control)) {
        connect(list, &QComboBox::currentIndexChanged, this, [this, &control] { note(control); });
    } else if (auto* number = qobject_cast<QSpinBox*>(&control)) {
        followed.gesture = newGesture();
        leaveUndoToWindow(*number);
        connect(number, &QSpinBox::valueChanged, this, [this, &control] { note(control); });
    } else if (auto* tick = qobject_cast<QCheckBox*>(&control)) {
        connect(tick, &QCheckBox::toggled, this, [this, &control] { note(control); });
    } else {
        return;
    }
    m_followed.emplace(&control, std::move(followed));
}

void ControlSteps::remember()
{
    for (auto& [control, followed] : m_followed)
        followed.value = valueOf(*control);
}

void ControlSteps::note(QWidget& control)
{
    Followed& followed = m_followed.at(&control);
    QVariant after = valueOf(control);
    QVariant before = std::exchange(followed.value, after);
    QUndoStack* history = m_history();
    if (m_isGoing || !history || before == after) return;
    const auto go = [this, &control](const QVariant&, const QVariant& to) {
        m_isGoing = true;
        setValue(control, to);
        m_isGoing = false;
    };
    history->push(new ChangeStep<QVariant>( // the stack owns it
        *this, followed.name, std::move(before), std::move(after), go, followed.gesture));
}

} // namespace regnet
