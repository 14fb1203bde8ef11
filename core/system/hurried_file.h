// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace regnet {

/// As writeWhole(), but on the disk whenever the system likes: a power cut may leave the file empty. For what
/// another file vouches for. Throws Error.
void writeHurried(const std::filesystem::path& file, std::string_view bytes);

} // namespace regnet
