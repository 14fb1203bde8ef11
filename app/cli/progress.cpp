// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress.h"

#include "core/text/printable.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <sys/ioctl.h>
#include <unistd.h>

namespace regnet::cli {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr int barWidth = 24;

std::size_t columns(std::FILE* out)
{
    winsize size = {};
    return ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 80;
}

} // namespace

std::string bar(double share, int width)
{
    const int full = static_cast<int>(std::floor(std::clamp(share, 0.0, 1.0) * width));
    return "[" + std::string(static_cast<std::size_t>(full), '#') +
           std::string(static_cast<std::size_t>(width - full), '-') + "]";
}

ProgressDisplay::ProgressDisplay(std::FILE* out) : m_out(out), m_isTerminal(isatty(fileno(out)) == 1) {}

ProgressDisplay::~ProgressDisplay()
{
    finish();
}

void ProgressDisplay::show(const QueueProgress& progress)
{
    m_progress = progress;
    m_isDirty = true;
    if (Clock::now() - m_drawn >= (m_isTerminal ? Clock::duration(100ms) : Clock::duration(10s))) draw();
}

void ProgressDisplay::say(const std::string& line)
{
    if (m_isTerminal) fmt::print(m_out, "\r\x1b[K");
    fmt::print(m_out, "{}\n", printable(line));
    std::fflush(m_out);
    if (m_isTerminal && m_drawn != Clock::time_point()) draw();
}

void ProgressDisplay::finish()
{
    if (m_isDirty) draw();
    if (m_isTerminal && m_drawn != Clock::time_point()) fmt::print(m_out, "\n");
    m_drawn = {};
    std::fflush(m_out);
}

void ProgressDisplay::draw()
{
    m_drawn = Clock::now();
    m_isDirty = false;
    const std::string text = printable(describe(m_progress));
    if (!m_isTerminal) {
        fmt::print(m_out, "{:3.0f} %  {}\n", std::floor(100 * m_progress.share), text);
    } else {
        std::string line = fmt::format("{} {:3.0f} %  {}", bar(m_progress.share, barWidth),
                                       std::floor(100 * m_progress.share), text);
        // A line that wraps would not be overwritten.
        if (line.size() >= columns(m_out)) line.resize(columns(m_out) - 1);
        fmt::print(m_out, "\r\x1b[K{}", line);
    }
    std::fflush(m_out);
}

} // namespace regnet::cli
