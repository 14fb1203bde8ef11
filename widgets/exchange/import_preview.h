// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/import.h"
#include "core/problem.h"

#include <QString>

#include <filesystem>
#include <optional>
#include <vector>

namespace regnet {

/// What the import dialog shows of a file: what would be kept, or why nothing can be.
struct ImportPreview
{
    std::optional<Import> import;
    std::optional<Problem> problem;
    std::vector<CsvColumn> columns; ///< of a CSV, also where it cannot be read with these roles
};

/// Reads the file; of a CSV with those roles, with guessed ones where there are none.
ImportPreview previewOf(const std::filesystem::path& file, ImportOptions options,
                        const std::vector<CsvColumn>& columns);

/// "regnet import ..." for a POSIX shell: does what the dialog does.
QString importCommand(const std::filesystem::path& file, const ImportOptions& options,
                      const std::filesystem::path& store);

} // namespace regnet
