// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace regnet {

/// A picture of the built-in data set for its documentation: one row a class, eight test images each, every
/// pixel three wide, as a PNG without compression. Throws Error where the file cannot be written.
void writeContactSheet(const std::filesystem::path& file);

} // namespace regnet
