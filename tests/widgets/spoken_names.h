// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

class QWidget;

namespace regnet {

/// What a screen reader would call a control: its own name, its label's, or its text.
std::string spokenName(QWidget& control);

/// The visible controls and pictures under `root` that the keyboard can reach, in no order; parts of compound
/// controls (the edit of a spin box, the viewport of a view) are their whole's.
std::vector<QWidget*> controlsOf(QWidget& root);

/// Class, object name and place of a widget, for a message.
std::string whichWidget(const QWidget& widget);

/// One sentence for each control under `root` without a name, and for each picture without a description.
std::vector<std::string> namelessIn(QWidget& root);

} // namespace regnet
