// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/folder.h"

#include "core/problem.h"

#include <algorithm>
#include <system_error>

namespace regnet {
namespace {

std::vector<std::filesystem::path> entriesOf(const std::filesystem::path& folder, std::error_code& error)
{
    std::vector<std::filesystem::path> entries;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        entries.push_back(it->path());
    std::sort(entries.begin(), entries.end());
    return entries;
}

} // namespace

std::vector<std::filesystem::path> sortedEntries(const std::filesystem::path& folder)
{
    std::error_code ignored;
    return entriesOf(folder, ignored);
}

bool isThere(const std::filesystem::path& file)
{
    std::error_code error;
    const auto type = std::filesystem::status(file, error).type();
    if (type == std::filesystem::file_type::not_found) return false;
    if (error) throwFailed(file.string(), "cannot be read: " + error.message());
    return true;
}

std::filesystem::path behindLink(const std::filesystem::path& file)
{
    std::error_code error;
    if (!std::filesystem::is_symlink(file, error)) return file;
    const std::filesystem::path place = std::filesystem::canonical(file, error);
    return error ? file : place;
}

std::vector<std::filesystem::path> listedEntries(const std::filesystem::path& folder)
{
    std::error_code error;
    std::vector<std::filesystem::path> entries = entriesOf(folder, error);
    if (error && isThere(folder)) // which throws where that is what cannot be told
        throwFailed(folder.string(), "cannot be read: " + error.message());
    return entries;
}

} // namespace regnet
