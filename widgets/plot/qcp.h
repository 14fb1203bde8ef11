// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one place that includes qcustomplot.h. Its header uses `signals` and `foreach`, which the rest of the
// program does without: a source that needs QCustomPlot includes this (or canvas.h) first, before any Qt
// header.
#undef QT_NO_FOREACH
#undef QT_NO_KEYWORDS

#include <qcustomplot.h>
