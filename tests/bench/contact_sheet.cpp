// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes the picture of docs/data-set.md as PPM to standard output: one row a class, twelve images each.
#include "core/data/procedural.h"

#include <cstdint>
#include <cstdio>
#include <vector>

int main()
{
    constexpr std::int64_t columns = 12, zoom = 2;
    const regnet::ImageSet images =
        regnet::proceduralImages({}, regnet::Split::Train, columns * regnet::proceduralClasses);
    const std::int64_t side = images.resolution, cell = side * zoom + 2;
    const std::int64_t width = columns * cell, height = regnet::proceduralClasses * cell;
    std::vector<std::uint8_t> picture(static_cast<std::size_t>(width * height * 3), 255);
    for (std::int64_t i = 0; i < images.count; ++i) {
        // Labels follow each other, so image i is of class i % 10.
        const std::int64_t left = i / regnet::proceduralClasses * cell,
                           top = i % regnet::proceduralClasses * cell;
        for (std::int64_t y = 0; y < side * zoom; ++y)
            for (std::int64_t x = 0; x < side * zoom; ++x)
                for (std::int64_t c = 0; c < 3; ++c)
                    picture[static_cast<std::size_t>(((top + y) * width + left + x) * 3 + c)] =
                        images.pixels[static_cast<std::size_t>(((i * 3 + c) * side + y / zoom) * side +
                                                               x / zoom)];
    }
    std::printf("P6\n%lld %lld\n255\n", static_cast<long long>(width), static_cast<long long>(height));
    std::fwrite(picture.data(), 1, picture.size(), stdout);
    return 0;
}
