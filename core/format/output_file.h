// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace regnet {

/// Where an output goes that a person named.
struct OutputPlace
{
    std::filesystem::path file; ///< symbolic links followed: what they point at is replaced, not they
    /// A device, a pipe, or what this program has open (/dev/stdout): there is nothing to replace.
    bool isStream = false;
};

/// Throws Error for symbolic links that lead in a circle.
OutputPlace outputPlace(const std::filesystem::path& file);

/// Writes into what is no ordinary file. What this program has open is written on from where it is. Throws
/// Error.
void writeStream(const std::filesystem::path& file, std::string_view bytes);

/// As writeWhole(), to a place that a person named: through symbolic links, and into a device or a pipe
/// rather than in its place. Throws Error.
void writeOutput(const std::filesystem::path& file, std::string_view bytes);

} // namespace regnet
