// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image_folder.h"

#include "core/data/data_sets.h"
#include "core/data/decode_image.h"
#include "core/data/file_bytes.h"
#include "core/data/folder_listing.h"
#include "core/problem.h"
#include "core/system/own_file.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <fcntl.h>
#include <numeric>
#include <optional>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace regnet {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t mostFileBytes = std::int64_t{256} << 20;
constexpr std::size_t block = 256; ///< images that are decoded before they are written, in their order

/// An image that was read, or why not.
struct ReadImage
{
    std::vector<std::uint8_t> square;
    std::string sha256, problem;
};

ReadImage readImage(const fs::path& folder, const ListedImage& listed, std::int64_t side)
{
    ReadImage image;
    try {
        const fs::path path = folder / listed.path;
        const std::int64_t size = fileBytes(path);
        if (size > mostFileBytes)
            throwBadInput(listed.path, "has " + std::to_string(size) + " bytes",
                          std::to_string(mostFileBytes) + " at most");
        const std::string bytes = readBytes(path, size);
        image.square = squared(decodeImage(bytes, listed.path), side);
        image.sha256 = sha256(bytes);
    } catch (const Error& error) {
        image.problem = error.problem().wrong;
    } catch (const std::bad_alloc&) {
        image.problem = "needs more memory than there is";
    }
    return image;
}

/// Decodes a block with all cores; the order of the answers is that of the files.
std::vector<ReadImage> readBlock(const fs::path& folder, std::span<const ListedImage> listed,
                                 std::int64_t side)
{
    std::vector<ReadImage> images(listed.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < listed.size(); i = next++)
            images[i] = readImage(folder, listed[i], side);
    };
    const std::size_t helpers = std::clamp(std::thread::hardware_concurrency(), 1U, 16U) - 1;
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < std::min(helpers, listed.size()); ++i)
        threads.emplace_back(work);
    work();
    threads.clear();
    return images;
}

/// Exact sums over the training images.
class Sums
{
public:
    void add(std::span<const std::uint8_t> square)
    {
        const std::size_t area = square.size() / 3;
        for (std::size_t c = 0; c < 3; ++c)
            for (const std::uint8_t pixel : square.subspan(c * area, area)) {
                m_sums[c] += pixel;
                m_squares[c] += std::int64_t{pixel} * pixel;
            }
        m_pixels += static_cast<std::int64_t>(area);
    }
    ChannelStatistics statistics() const
    {
        ChannelStatistics statistics;
        for (std::size_t c = 0; c < 3; ++c) {
            const double mean = static_cast<double>(m_sums[c]) / static_cast<double>(m_pixels);
            const double square = static_cast<double>(m_squares[c]) / static_cast<double>(m_pixels);
            statistics.mean[c] = static_cast<float>(mean);
            statistics.deviation[c] = static_cast<float>(std::sqrt(std::max(square - mean * mean, 1.0)));
        }
        return statistics;
    }

private:
    std::array<std::int64_t, 3> m_sums{}, m_squares{};
    std::int64_t m_pixels = 0;
};

void checkRoom(const fs::path& file, std::int64_t bytes)
{
    std::error_code failure;
    const fs::space_info space = fs::space(file.parent_path(), failure);
    if (!failure && static_cast<std::int64_t>(space.available) < bytes)
        throwFailed(file.parent_path().string(), "has " + std::to_string(space.available >> 20) + " MiB free",
                    std::to_string(bytes >> 20) + " MiB for the decoded images");
}

void checkClasses(const ImageCache& cache, const fs::path& folder)
{
    std::vector<bool> isThere(cache.classes.size());
    for (std::int64_t i = 0; i < cache.trainImages; ++i)
        isThere[static_cast<std::size_t>(cache.labels[static_cast<std::size_t>(i)])] = true;
    for (std::size_t label = 0; label < isThere.size(); ++label)
        if (!isThere[label])
            throwBadInput(folder.string(),
                          "has no training image of the class " + cache.classes[label] + " that can be read",
                          "one at least, or that folder moved away");
}

void build(const fs::path& file, const fs::path& folder, const FolderListing& listing, std::int64_t side,
           const GoOn& goOn)
{
    const auto total = static_cast<std::int64_t>(listing.images.size());
    checkRoom(file, total * 3 * side * side);
    ImageCacheWriter writer(file, side);
    ImageCache about;
    about.hasTest = listing.hasTest;
    about.classes = listing.classes;
    about.listing = listing.hash();
    Sha256 content;
    Sums sums;
    const std::span<const ListedImage> all(listing.images);
    for (std::size_t start = 0; start < all.size(); start += block) {
        if (goOn && !goOn({"decoding", static_cast<std::int64_t>(start), total}))
            throwFailed(folder.string(), "was not read to its end");
        const auto some = all.subspan(start, std::min(block, all.size() - start));
        const std::vector<ReadImage> images = readBlock(folder, some, side);
        for (std::size_t i = 0; i < some.size(); ++i) {
            if (!images[i].problem.empty()) {
                about.broken.push_back({some[i].path, images[i].problem});
                continue;
            }
            writer.add(images[i].square);
            content.add(some[i].path + '\n' + images[i].sha256 + '\n');
            about.labels.push_back(some[i].label);
            if (some[i].isTest) continue;
            ++about.trainImages;
            sums.add(images[i].square);
        }
    }
    checkClasses(about, folder);
    if (about.hasTest && about.trainImages == about.images())
        throwBadInput(folder.string(), "has no test image that can be read");
    about.content = content.finish();
    about.statistics = sums.statistics();
    writer.finish(about);
}

/// The cache where it is there, whole and of this state of the folder.
std::optional<ImageCache> current(const fs::path& file, const std::string& listing, bool checksPixels)
{
    try {
        ImageCache cache = openImageCache(file, checksPixels);
        if (cache.listing == listing) return cache;
    } catch (const Error&) { // missing, damaged or of another version: it is made anew
    }
    return std::nullopt;
}

/// One program decodes a folder, the others wait for it.
class BuildLock
{
public:
    BuildLock(const fs::path& file, const GoOn& goOn) : m_file(openOwnFile(file, O_RDWR | O_CREAT))
    {
        while (::flock(m_file, LOCK_EX | LOCK_NB) != 0 && (errno == EWOULDBLOCK || errno == EINTR)) {
            if (goOn && !goOn({"waiting for another program that decodes", 0, 0})) {
                ::close(m_file);
                throwFailed(file.string(), "is held by another program");
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
    }
    ~BuildLock() { ::close(m_file); }
    BuildLock(const BuildLock&) = delete;
    BuildLock& operator=(const BuildLock&) = delete;

private:
    int m_file;
};

} // namespace

std::int64_t storedSide(std::int64_t resolution)
{
    return resolution < 128 ? resolution : (resolution * 8 + 3) / 7;
}

fs::path imageCacheFile(const fs::path& folder, std::int64_t resolution)
{
    std::error_code ignored;
    const fs::path whole = fs::weakly_canonical(folder, ignored);
    return dataSetsFolder() / "decoded" /
           (sha256(whole.string()).substr(0, 16) + "-" + std::to_string(storedSide(resolution)) + ".images");
}

ImageCache openImageFolder(const fs::path& folder, std::int64_t resolution, const GoOn& goOn,
                           bool checksPixels)
{
    const FolderListing listing = listFolder(folder);
    const std::string hash = listing.hash();
    const fs::path file = imageCacheFile(folder, resolution);
    if (auto cache = current(file, hash, checksPixels)) return std::move(*cache);
    std::error_code failure;
    fs::create_directories(file.parent_path(), failure);
    if (failure) throwFailed(file.parent_path().string(), "cannot be written: " + failure.message());
    const BuildLock lock(file.string() + ".lock", goOn);
    if (auto cache = current(file, hash, checksPixels)) return std::move(*cache); // somebody was faster
    build(file, folder, listing, storedSide(resolution), goOn);
    return openImageCache(file);
}

ImageSet imagesOf(const ImageCache& cache, Split split, std::int64_t resolution, std::int64_t count,
                  std::uint64_t seed, const std::string& field)
{
    std::vector<std::int64_t> rows;
    if (cache.hasTest) {
        const bool isTrain = split == Split::Train;
        rows.resize(
            static_cast<std::size_t>(isTrain ? cache.trainImages : cache.images() - cache.trainImages));
        std::iota(rows.begin(), rows.end(), isTrain ? 0 : cache.trainImages);
    } else {
        HeldOut parts = holdOut(cache.labels, static_cast<std::int64_t>(cache.classes.size()),
                                std::max<std::int64_t>(1, cache.images() / 5), seed);
        rows = std::move(split == Split::Train ? parts.kept : parts.heldOut);
    }
    const auto there = static_cast<std::int64_t>(rows.size());
    if (count > there)
        throwBadInput(field, "is " + std::to_string(count),
                      "at most the " + std::to_string(there) + " images that there are, or 0 for all");
    if (count > 0) rows.resize(static_cast<std::size_t>(count));
    ImageSet set;
    set.count = static_cast<std::int64_t>(rows.size());
    set.resolution = resolution;
    set.side = cache.side;
    set.classes = static_cast<std::int64_t>(cache.classes.size());
    set.pixels = cache.pixels;
    set.statistics = cache.statistics;
    for (const std::int64_t row : rows)
        set.labels.push_back(cache.labels[static_cast<std::size_t>(row)]);
    set.rows = std::move(rows);
    return set;
}

} // namespace regnet
