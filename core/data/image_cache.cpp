// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image_cache.h"

#include "core/problem.h"
#include "core/system/own_file.h"
#include "core/system/whole_file.h"
#include "core/text/sha256.h"

#include <nlohmann/json.hpp>

#include <bit>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace regnet {
namespace {

static_assert(std::endian::native == std::endian::little, "the cache is written as it lies in memory");

constexpr char magic[8] = {'R', 'E', 'G', 'N', 'E', 'T', 'I', 'M'};
constexpr std::uint32_t version = 1;
constexpr std::size_t headerBytes = 4096; ///< a page, so that the pixels start on one
constexpr std::int64_t mostSide = 4096, mostImages = 1'000'000'000;

/// The first bytes of the file; the rest of the page is 0.
struct Header
{
    char magic[8];
    std::uint32_t version;
    std::uint32_t side;
    std::uint64_t images;
    std::uint64_t aboutBytes; ///< of the JSON at the end
    char tailHash[64];        ///< SHA-256 of labels and JSON
    char pixelHash[64];       ///< SHA-256 of the pixels
};
static_assert(sizeof(Header) == 160);

nlohmann::json aboutJson(const ImageCache& cache)
{
    nlohmann::json broken = nlohmann::json::array();
    for (const BrokenImage& image : cache.broken)
        broken.push_back({image.path, image.reason});
    return {{"train_images", cache.trainImages},
            {"has_test", cache.hasTest},
            {"classes", cache.classes},
            {"listing", cache.listing},
            {"content", cache.content},
            {"mean", cache.statistics.mean},
            {"deviation", cache.statistics.deviation},
            {"broken", std::move(broken)}};
}

void readAbout(const nlohmann::json& json, ImageCache& cache)
{
    json.at("train_images").get_to(cache.trainImages);
    json.at("has_test").get_to(cache.hasTest);
    json.at("classes").get_to(cache.classes);
    json.at("listing").get_to(cache.listing);
    json.at("content").get_to(cache.content);
    json.at("mean").get_to(cache.statistics.mean);
    json.at("deviation").get_to(cache.statistics.deviation);
    for (const nlohmann::json& image : json.at("broken"))
        cache.broken.push_back({image.at(0).get<std::string>(), image.at(1).get<std::string>()});
}

[[noreturn]] void throwDamaged(const std::string& where, const std::string& what)
{
    throwBadInput(where, "is damaged: " + what, "a cache of images as this version writes it");
}

/// Sizes that fit together, or an Error.
Header checkedHeader(std::span<const std::uint8_t> bytes, const std::string& where)
{
    Header header = {};
    if (bytes.size() < headerBytes) throwDamaged(where, "it ends within its header");
    std::memcpy(&header, bytes.data(), sizeof header);
    if (std::memcmp(header.magic, magic, sizeof magic) != 0) throwDamaged(where, "it is no such cache");
    if (header.version != version)
        throwBadInput(where, "has the version " + std::to_string(header.version), std::to_string(version));
    if (header.side < 1 || header.side > mostSide || header.images < 1 || header.images > mostImages)
        throwDamaged(where, "its header makes no sense");
    // No overflow: 10^9 * 3 * 2^24 < 2^56, and aboutBytes is compared with what is left.
    const std::uint64_t before =
        headerBytes + header.images * (3 * std::uint64_t{header.side} * header.side + sizeof(std::uint32_t));
    if (bytes.size() < before || bytes.size() - before != header.aboutBytes)
        throwDamaged(where, "it has " + std::to_string(bytes.size()) + " bytes");
    return header;
}

std::string_view textOf(std::span<const std::uint8_t> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace

ImageCacheWriter::ImageCacheWriter(std::filesystem::path file, std::int64_t side)
    : m_path(std::move(file)), m_temporary(m_path.string() + ".tmp"), m_side(side),
      m_file(openOwnFile(m_temporary, O_RDWR | O_CREAT | O_TRUNC))
{
    const std::vector<char> page(headerBytes);
    write(page.data(), page.size());
}

ImageCacheWriter::~ImageCacheWriter()
{
    if (m_file < 0) return;
    ::close(m_file);
    ::unlink(m_temporary.c_str());
}

void ImageCacheWriter::write(const void* bytes, std::size_t count)
{
    const auto* from = static_cast<const char*>(bytes);
    while (count > 0) {
        const ssize_t n = ::write(m_file, from, count);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            const int reason = errno;
            if (m_file >= 0) ::close(m_file);
            ::unlink(m_temporary.c_str());
            m_file = -1;
            throwFailed(m_path.string(), std::string("cannot be written: ") + std::strerror(reason));
        }
        from += n;
        count -= static_cast<std::size_t>(n);
    }
}

void ImageCacheWriter::add(std::span<const std::uint8_t> pixels)
{
    write(pixels.data(), pixels.size());
    m_pixelHash.add(textOf(pixels));
    ++m_images;
}

void ImageCacheWriter::finish(const ImageCache& about)
{
    const std::vector<std::uint32_t> labels(about.labels.begin(), about.labels.end());
    const std::string json = aboutJson(about).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    Sha256 tail;
    tail.add({reinterpret_cast<const char*>(labels.data()), labels.size() * sizeof(std::uint32_t)});
    tail.add(json);
    write(labels.data(), labels.size() * sizeof(std::uint32_t));
    write(json.data(), json.size());

    Header header = {};
    std::memcpy(header.magic, magic, sizeof magic);
    header.version = version;
    header.side = static_cast<std::uint32_t>(m_side);
    header.images = static_cast<std::uint64_t>(m_images);
    header.aboutBytes = json.size();
    std::memcpy(header.tailHash, tail.finish().data(), sizeof header.tailHash);
    std::memcpy(header.pixelHash, m_pixelHash.finish().data(), sizeof header.pixelHash);
    const bool isWritten = ::lseek(m_file, 0, SEEK_SET) == 0;
    if (isWritten) write(&header, sizeof header);
    if (!isWritten || ::fsync(m_file) != 0 || ::rename(m_temporary.c_str(), m_path.c_str()) != 0)
        throwFailed(m_path.string(), std::string("cannot be written: ") + std::strerror(errno));
    ::close(m_file);
    m_file = -1;
    syncFolder(m_path.parent_path());
}

ImageCache parseImageCache(std::shared_ptr<const void> owner, std::span<const std::uint8_t> bytes,
                           const std::string& where, bool checksPixels)
{
    const Header header = checkedHeader(bytes, where);
    const auto images = static_cast<std::size_t>(header.images);
    const std::size_t pixelBytes = images * 3 * header.side * header.side;
    const auto tail = bytes.subspan(headerBytes + pixelBytes);
    if (sha256(textOf(tail)) != std::string_view(header.tailHash, sizeof header.tailHash))
        throwDamaged(where, "labels and names are not those that were written");
    const auto pixels = bytes.subspan(headerBytes, pixelBytes);
    if (checksPixels && sha256(textOf(pixels)) != std::string_view(header.pixelHash, sizeof header.pixelHash))
        throwDamaged(where, "pixels are not those that were written");

    ImageCache cache;
    cache.side = header.side;
    cache.pixels = Pixels(std::move(owner), pixels);
    try {
        readAbout(nlohmann::json::parse(textOf(tail.subspan(images * sizeof(std::uint32_t)))), cache);
    } catch (const nlohmann::json::exception&) {
        throwDamaged(where, "its description cannot be read");
    }
    for (std::size_t i = 0; i < images; ++i) {
        std::uint32_t label = 0;
        std::memcpy(&label, tail.data() + i * sizeof label, sizeof label);
        if (label >= cache.classes.size()) throwDamaged(where, "it has a label without a class");
        cache.labels.push_back(label);
    }
    if (cache.trainImages < 1 || cache.trainImages > cache.images())
        throwDamaged(where, "its splits make no sense");
    return cache;
}

ImageCache openImageCache(const std::filesystem::path& file, bool checksPixels)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat info = {};
    const bool isFile = descriptor >= 0 && ::fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode);
    const auto size = static_cast<std::size_t>(info.st_size);
    void* memory =
        isFile && size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0) : MAP_FAILED;
    const int reason = errno;
    if (descriptor >= 0) ::close(descriptor);
    if (memory == MAP_FAILED) {
        if (isFile && size == 0) throwDamaged(file.string(), "it is empty");
        throwFailed(file.string(), std::string("cannot be read: ") + std::strerror(reason));
    }
    std::shared_ptr<const void> owner(memory,
                                      [size](const void* p) { ::munmap(const_cast<void*>(p), size); });
    const std::span<const std::uint8_t> bytes(static_cast<const std::uint8_t*>(memory), size);
    return parseImageCache(std::move(owner), bytes, file.string(), checksPixels);
}

} // namespace regnet
