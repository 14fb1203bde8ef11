// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interruption.h"

#include <chrono>

namespace regnet::cli {
namespace {

volatile std::sig_atomic_t interruptions = 0;

} // namespace

Interruption::Interruption()
{
    interruptions = 0;
    struct sigaction action = {};
    action.sa_handler = [](int) { interruptions = interruptions + 1; };
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, &m_interrupt);
    sigaction(SIGTERM, &action, &m_terminate);
}

Interruption::~Interruption()
{
    sigaction(SIGINT, &m_interrupt, nullptr);
    sigaction(SIGTERM, &m_terminate, nullptr);
}

int Interruption::count() const
{
    return interruptions;
}

std::stop_token Interruption::token()
{
    if (!m_watcher.joinable())
        m_watcher = std::jthread([this](const std::stop_token& isOver) {
            while (!isOver.stop_requested() && !isWanted())
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            if (isWanted()) m_stop.request_stop();
        });
    return m_stop.get_token();
}

} // namespace regnet::cli
