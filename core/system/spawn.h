// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <spawn.h>
#include <string>
#include <vector>

namespace regnet {

/// Files and attributes of a new process, for posix_spawn. It gets a session of its own, so that Ctrl-C of
/// ours is not its own and a kill reaches what it started; and a signal that we block or ignore still reaches
/// it. It lives on when we end, as workers must; startTied() is for what has to end with us.
struct Spawn
{
    posix_spawn_file_actions_t files = {};
    posix_spawnattr_t attributes = {};

    Spawn();
    ~Spawn();
    Spawn(const Spawn&) = delete;
    Spawn& operator=(const Spawn&) = delete;
};

/// Words as a process takes them; valid while `words` is, and unchanged.
std::vector<char*> pointersTo(std::vector<std::string>& words);

} // namespace regnet
