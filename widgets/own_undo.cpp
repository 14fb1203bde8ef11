// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/own_undo.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace regnet {
namespace {

/// A key that a field does not claim (QEvent::ShortcutOverride) goes to the actions of the window.
class KeyPasser : public QObject
{
public:
    explicit KeyPasser(QWidget& field)
        : QObject(&field), m_line(qobject_cast<QLineEdit*>(&field) ? qobject_cast<QLineEdit*>(&field)
                                                                   : field.findChild<QLineEdit*>())
    {
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() != QEvent::ShortcutOverride || !m_line) return false;
        const auto* key = static_cast<const QKeyEvent*>(event);
        const bool isForWindow = (key->matches(QKeySequence::Undo) && !m_line->isUndoAvailable()) ||
                                 (key->matches(QKeySequence::Redo) && !m_line->isRedoAvailable());
        if (isForWindow) event->ignore();
        return isForWindow;
    }

private:
    const QLineEdit* m_line;
};

} // namespace

void leaveUndoToWindow(QWidget& field)
{
    field.installEventFilter(new KeyPasser(field)); // its child
}

QString stepName(const QString& label)
{
    if (label.size() > 1 && label[1].isUpper()) return label;
    return label.left(1).toLower() + label.mid(1);
}

} // namespace regnet
