// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/spool.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace regnet {

/// For people who submit by hand: copies an array's folder and its jobs out of a spool into a folder of its
/// own, which is a spool itself. Throws Error.
void exportSubmission(const Spool& spool, const std::string& token, const std::filesystem::path& target);

struct ImportReport
{
    std::int64_t arrays = 0; ///< with something new
    std::int64_t files = 0;  ///< copied
};

/// Brings what came of such a folder back into the spool: records, logs, checkpoints. Only arrays that this
/// spool made and that are unchanged; a file that is here and longer stays. Any number of times. Throws
/// Error.
ImportReport importResults(const Spool& spool, const std::filesystem::path& folder);

} // namespace regnet
