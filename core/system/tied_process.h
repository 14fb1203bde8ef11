// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <sys/types.h>
#include <vector>

namespace regnet {

/// A process that ends with us, whatever ends us. Workers are meant to outlive us: those take Spawn.
struct TiedProcess
{
    std::vector<std::string> words;       ///< words[0] is looked for in PATH
    std::vector<std::string> environment; ///< all of it
    std::array<int, 3> files{};           ///< its standard input, output and error; it gets no other
    double mostSeconds = 0;               ///< then it ends although we may be stopped and cannot end it
};

/// Starts it in a session of its own, with signals as they are for a new program. The thread that calls has
/// to wait for its end: the kernel ends the process together with the thread that started it. -1: not
/// started, and errno says why.
pid_t startTied(TiedProcess process);

} // namespace regnet
