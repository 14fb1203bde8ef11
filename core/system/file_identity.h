// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace regnet {

/// Whether an open file is the one that stands at a path now. A lock's file may be taken away between the
/// moment it is opened and the moment the lock on it is ours.
bool isAt(int descriptor, const std::filesystem::path& path);

} // namespace regnet
