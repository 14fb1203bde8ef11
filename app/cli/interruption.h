// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace regnet::cli {

/// Takes Ctrl-C (and SIGTERM) for a wish while it lives, and gives the signals back afterwards. One at a
/// time.
class Interruption
{
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    int count() const; ///< how often it was wished
    bool isWanted() const { return count() > 0; }
    /// The same wish for work that asks a token, within some milliseconds.
    std::stop_token token();

private:
    struct sigaction m_interrupt = {};
    struct sigaction m_terminate = {};
    std::stop_source m_stop;
    std::jthread m_watcher; // a signal handler may not ask a stop_source itself
};

} // namespace regnet::cli
