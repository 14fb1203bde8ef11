// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/folder_lock.h"

#include "core/problem.h"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace regnet::worker {

FolderLock::FolderLock(const std::filesystem::path& jobFolder)
{
    const std::string file = (jobFolder / "worker.lock").string();
    m_file = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (m_file < 0) throwFailed(file, std::string("cannot be written: ") + std::strerror(errno));
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
