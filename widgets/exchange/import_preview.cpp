// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/exchange/import_preview.h"

#include "core/format/text_file.h"
#include "core/text/shell_words.h"

#include <fmt/format.h>

namespace regnet {
namespace {

/// A CSV is what begins with neither JSON nor weights nor sections: its ending says so.
bool isCsv(const std::filesystem::path& file)
{
    const std::string ending = file.extension().string();
    return ending == ".csv" || ending == ".tsv" || ending == ".txt";
}

} // namespace

ImportPreview previewOf(const std::filesystem::path& file, ImportOptions options,
                        const std::vector<CsvColumn>& columns)
{
    ImportPreview preview;
    preview.columns = columns;
    try {
        if (isCsv(file) && columns.empty()) preview.columns = csvColumns(readTextFile(file), file.string());
        if (!preview.columns.empty()) options.columns = columnsFor(preview.columns);
        preview.import = readImport(file, options);
    } catch (const Error& error) {
        preview.problem = error.problem();
    }
    return preview;
}

QString importCommand(const std::filesystem::path& file, const ImportOptions& options,
                      const std::filesystem::path& store)
{
    std::string text =
        fmt::format("regnet import {} --store {}", shellWord(file.string()), shellWord(store.string()));
    const auto add = [&text](const char* option, const std::string& value) {
        if (!value.empty()) text += std::string(" ") + option + " " + shellWord(value);
    };
    add("--population", options.population);
    for (const auto& [ours, theirs] : options.columns.names)
        if (ours != theirs) add("--column", ours + "=" + theirs);
    for (const std::string& name : options.columns.skipped)
        add("--skip-column", name);
    add("--state", options.weights.key);
    if (options.weights.hints.stem) add("--stem", std::string(nameOf(*options.weights.hints.stem)));
    if (options.weights.hints.resolution)
        add("--resolution", std::to_string(*options.weights.hints.resolution));
    return QString::fromStdString(text);
}

} // namespace regnet
