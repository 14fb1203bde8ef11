// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace regnet {

/// The SQLite that is loaded: "3.40.1".
std::string sqliteVersion();
/// The same as SQLite's number: 3040001.
int sqliteVersionNumber();

/// Has this version the "WAL-reset" bug, by which two connections that write or checkpoint at once can
/// corrupt a file in WAL mode? From 3.7.0 to 3.51.2 (sqlite.org/wal.html). The store is safe all the same: it
/// has one writing connection at a time, and readers are read-only.
constexpr bool hasWalResetBug(int versionNumber)
{
    return versionNumber >= 3007000 && versionNumber <= 3051002;
}

} // namespace regnet
