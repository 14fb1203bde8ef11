// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one place that includes qcustomplot.h. Its header uses `signals`, `slots` and `foreach`, which the rest
// of the program does without: they are words for the length of this header only.
#include <QObject>

#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach(item, items) for (item : items) // NOLINT(bugprone-macro-parentheses): it declares
#include <qcustomplot.h>
#undef signals
#undef slots
#undef foreach
