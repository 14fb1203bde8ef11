// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/download.h"
#include "core/data/image_cache.h"

#include <filesystem>
#include <string>

namespace regnet {

/// The side that images of a folder are kept at for networks of this resolution: 8/7 of it from 128 pixels on
/// (256 for 224, as pycls tests), so that crops have a choice; below that the resolution itself.
std::int64_t storedSide(std::int64_t resolution);

/// Where the decoded images of a folder are kept, below dataSetsFolder().
std::filesystem::path imageCacheFile(const std::filesystem::path& folder, std::int64_t resolution);

/// The decoded images of a folder (listFolder() says what it may look like). Decodes them where that was not
/// done yet, where the folder changed since, and where the cache is damaged; other programs that need the
/// same wait meanwhile. Files that cannot be decoded are left out and named in ImageCache::broken. Throws
/// Error for what listFolder() refuses, for a class without any readable training image, for a full disk, and
/// when `goOn` says no. Progress counts images.
ImageCache openImageFolder(const std::filesystem::path& folder, std::int64_t resolution,
                           const GoOn& goOn = {}, bool checksPixels = false);

/// A split of it, the first `count` images; 0 means all. Without a split of its own, a fifth of each class
/// is for testing, chosen by the seed. `field` is named where there are fewer.
ImageSet imagesOf(const ImageCache& cache, Split split, std::int64_t resolution, std::int64_t count,
                  std::uint64_t seed, const std::string& field);

} // namespace regnet
