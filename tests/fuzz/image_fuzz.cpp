// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/decode_image.h"
#include "core/problem.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Whatever bytes come: an image of the size that it says, or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        const regnet::DecodedImage image =
            regnet::decodeImage({reinterpret_cast<const char*>(data), size}, "fuzz");
        if (static_cast<std::int64_t>(image.rgb.size()) != image.width * image.height * 3) std::abort();
        if (image.width * image.height < 1'000'000 && regnet::squared(image, 8).size() != 192) std::abort();
    } catch (const regnet::Error&) { // the answer to bad input
    }
    return 0;
}
