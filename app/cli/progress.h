// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/progress.h"

#include <chrono>
#include <cstdio>
#include <string>

namespace regnet::cli {

/// Shows how far work has come: one line that is redrawn on a terminal, a plain line now and then elsewhere.
class ProgressDisplay
{
public:
    explicit ProgressDisplay(std::FILE* out = stderr);
    ~ProgressDisplay();
    ProgressDisplay(const ProgressDisplay&) = delete;
    ProgressDisplay& operator=(const ProgressDisplay&) = delete;

    bool isTerminal() const { return m_isTerminal; }
    /// Cheap to call often: draws ten times a second at most, elsewhere every ten seconds and at the end.
    void show(const QueueProgress& progress);
    /// A line that stays, above the bar.
    void say(const std::string& line);
    /// Draws the last state for good.
    void finish();

private:
    void draw();

    std::FILE* m_out;
    bool m_isTerminal;
    bool m_isDirty = false;
    QueueProgress m_progress;
    std::chrono::steady_clock::time_point m_drawn;
};

/// "[########------------]" for a share of 0..1, `width` characters inside.
std::string bar(double share, int width);

} // namespace regnet::cli
