// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/folder_lock.h"

#include "core/system/own_file.h"

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace regnet::worker {

FolderLock::FolderLock(const std::filesystem::path& jobFolder)
{
    m_file = openOwnFile(jobFolder / "worker.lock", O_RDWR | O_CREAT);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (::flock(m_file, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) break; // no locks here
        if (std::chrono::steady_clock::now() > end) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    m_isHeld = true;
}

FolderLock::~FolderLock()
{
    if (m_file >= 0) ::close(m_file);
}

} // namespace regnet::worker
