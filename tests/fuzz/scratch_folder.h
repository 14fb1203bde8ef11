// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace regnet {

/// A folder of this process for readers that take a file; gone at its end.
const std::filesystem::path& scratchFolder();

/// The file with these bytes, at once and without any care for the disk. Folders are made.
void putFile(const std::filesystem::path& file, std::string_view bytes);

} // namespace regnet
