// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QVariant>

#include <functional>
#include <map>

class QUndoStack;
class QWidget;

namespace regnet {

/// What the controls of a view are set to, as steps of the window's history. A box of numbers that is stepped
/// through is one step.
class ControlSteps : public QObject
{
    Q_OBJECT

public:
    /// `history` is asked each time and may be null.
    ControlSteps(std::function<QUndoStack*()> history, QObject* parent);

    /// A QComboBox, whose entries are told apart by their data, a QSpinBox or a QCheckBox; others have no
    /// value, and no steps. The control has to live as long as this. The step is called after `name`,
    /// a label.
    void follow(QWidget& control, const QString& name);
    /// The values are what the controls have now, without a step.
    void remember();

private:
    struct Followed
    {
        QString name;
        QVariant value;
        int gesture = 0; ///< 0: each change is a step of its own
    };

    void note(QWidget& control);

    std::function<QUndoStack*()> m_history;
    std::map<QWidget*, Followed> m_followed;
    bool m_isGoing = false; ///< a step sets a control: that is no new step
};

} // namespace regnet
