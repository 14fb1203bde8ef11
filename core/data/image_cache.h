// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/image_set.h"
#include "core/text/sha256.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace regnet {

/// A file of a folder that could not be used, and why.
struct BrokenImage
{
    std::string path, reason;

    friend bool operator==(const BrokenImage&, const BrokenImage&) = default;
};

/// The images of a folder, decoded once. docs/file-formats.md has the file's layout.
struct ImageCache
{
    std::int64_t side = 0;
    std::int64_t trainImages = 0; ///< come first
    bool hasTest = false;         ///< the folder itself says which images are for testing
    std::vector<std::string> classes;
    std::string listing;          ///< hash of the folder's listing that it was made from
    std::string content;          ///< SHA-256 over paths and bytes of the files that are used
    ChannelStatistics statistics; ///< of the training images
    std::vector<BrokenImage> broken;
    std::vector<std::int64_t> labels;
    Pixels pixels; ///< images x 3 x side x side

    std::int64_t images() const { return static_cast<std::int64_t>(labels.size()); }
};

/// A cache that is being written; it gets its name when it is whole. Throws Error where the disk does not
/// take it; then, and without finish(), nothing is left.
class ImageCacheWriter
{
public:
    ImageCacheWriter(std::filesystem::path file, std::int64_t side);
    ~ImageCacheWriter();
    ImageCacheWriter(const ImageCacheWriter&) = delete;
    ImageCacheWriter& operator=(const ImageCacheWriter&) = delete;

    /// 3 x side x side bytes.
    void add(std::span<const std::uint8_t> pixels);
    /// `about` says everything but side and pixels.
    void finish(const ImageCache& about);

private:
    void write(const void* bytes, std::size_t count);

    std::filesystem::path m_path, m_temporary;
    std::int64_t m_side;
    std::int64_t m_images = 0;
    int m_file = -1;
    Sha256 m_pixelHash;
};

/// Maps a cache. Throws Error that says what is wrong with it: another version, cut off, damaged. Cost: what
/// stands around the pixels is read and checked; the pixels are not, unless asked for.
ImageCache openImageCache(const std::filesystem::path& file, bool checksPixels = false);

/// The same of bytes that `owner` keeps alive; `where` names them in errors.
ImageCache parseImageCache(std::shared_ptr<const void> owner, std::span<const std::uint8_t> bytes,
                           const std::string& where, bool checksPixels = false);

} // namespace regnet
