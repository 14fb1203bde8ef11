// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace regnet {

/// How well a few typed letters fit a text; more is better, nullopt when they do not fit. Each typed word has
/// to be found on its own: best as it stands at the start of a word, then inside one, then as letters in
/// order ("qpo" fits "Queue: pause, once"). Case does not count. Nothing typed fits everything with 0.
/// Cost: length of the text times number of typed words.
std::optional<int> fuzzyScore(QStringView typed, QStringView text);

} // namespace regnet
