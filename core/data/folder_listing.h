// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace regnet {

/// An image file of a folder.
struct ListedImage
{
    std::string path; ///< below the folder: "train/cat/1.jpg"
    std::int64_t label = 0;
    bool isTest = false;
    std::int64_t bytes = 0;
    std::int64_t modified = 0; ///< nanoseconds, to see that a file changed
};

/// The images of a folder, a class a subfolder: either below train/ and val/ (or valid, validation, test), or
/// directly. Names that end in .jpg, .jpeg or .png, in any case; names that start with a dot are passed over.
/// Links are followed; a class has no folders of its own.
struct FolderListing
{
    bool hasTest = false;             ///< there are train/ and val/
    std::vector<std::string> classes; ///< names, in the order of their bytes
    /// Training images first. Each split takes from every class in turn, so that any first part is balanced.
    std::vector<ListedImage> images;
    std::int64_t trainImages = 0;
    std::int64_t otherFiles = 0; ///< of other kinds, passed over

    /// SHA-256 over paths, sizes and times: another one where anything changed.
    std::string hash() const;
};

/// Throws Error: no folder, no class or a single one, a class of val/ that train/ does not have, no images.
FolderListing listFolder(const std::filesystem::path& folder);

} // namespace regnet
