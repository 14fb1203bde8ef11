// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image_cache.h"
#include "core/problem.h"
#include "core/text/sha256.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace {

/// The hash of what stands behind the pixels, so that the reader gets beyond its check: side, images at 12
/// and 16, the hash at 32.
void mendHash(std::vector<std::uint8_t>& bytes)
{
    std::uint32_t side = 0;
    std::uint64_t images = 0;
    if (bytes.size() < 4096) return;
    std::memcpy(&side, bytes.data() + 12, sizeof side);
    std::memcpy(&images, bytes.data() + 16, sizeof images);
    if (side > 4096 || images > 1'000'000) return;
    const std::uint64_t tail = 4096 + images * 3 * side * side;
    if (tail > bytes.size()) return;
    const std::string hash =
        regnet::sha256({reinterpret_cast<const char*>(bytes.data()) + tail, bytes.size() - tail});
    std::memcpy(bytes.data() + 32, hash.data(), 64);
}

void read(const std::vector<std::uint8_t>& bytes)
{
    try {
        const regnet::ImageCache cache = regnet::parseImageCache(nullptr, bytes, "fuzz", true);
        for (const std::int64_t label : cache.labels)
            if (label < 0 || static_cast<std::size_t>(label) >= cache.classes.size()) std::abort();
        if (static_cast<std::int64_t>(cache.pixels.size()) != cache.images() * 3 * cache.side * cache.side)
            std::abort();
    } catch (const regnet::Error&) { // the answer to bad input
    }
}

} // namespace

// Whatever bytes come: labels and pixels that fit together, or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::vector<std::uint8_t> bytes(data, data + size);
    read(bytes);
    mendHash(bytes);
    read(bytes);
    return 0;
}
