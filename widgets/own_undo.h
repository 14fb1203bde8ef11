// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace regnet {

/// Qt's fields of text keep Ctrl+Z and its like for their typing, also where there is none to undo. A field
/// (QLineEdit, or a box with one in it) that this was called for leaves the keys to the window then.
void leaveUndoToWindow(QWidget& field);

/// What a step is called after the label of a control or an action, in the middle of a text: "Bands" gives
/// "Undo bands". What begins with two capitals, as FLOPs do, keeps them.
QString stepName(const QString& label);

} // namespace regnet
