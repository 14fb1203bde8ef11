// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace regnet::worker {

/// One worker a job folder. The lock goes when the process does, however it ends. A worker of an earlier
/// attempt gets a minute to see that it is superseded. Held also where the file system knows no locks.
class FolderLock
{
public:
    explicit FolderLock(const std::filesystem::path& jobFolder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

    bool isHeld() const { return m_isHeld; }

private:
    int m_file = -1;
    bool m_isHeld = false;
};

} // namespace regnet::worker
