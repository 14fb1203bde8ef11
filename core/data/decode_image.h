// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// An image in memory: RGB, 8 bits, bytes in the order (row, column, channel).
struct DecodedImage
{
    std::int64_t width = 0, height = 0;
    std::vector<std::uint8_t> rgb;
};

/// What an image may have at most: a file of a few bytes can ask for terabytes.
inline constexpr std::int64_t mostImageSide = 30'000, mostImagePixels = 100'000'000;

/// Decodes a JPEG or a PNG, told by its first bytes. Grey becomes three equal channels, 16 bits are brought
/// to 8, what is transparent shows white, CMYK is converted without profile. Throws Error that names `where`:
/// no image of these kinds, damaged, cut off, larger than the limits, or no library for it in this build.
DecodedImage decodeImage(std::string_view bytes, const std::string& where);

/// The middle square, brought to side x side pixels; bytes in the order (channel, row, column). Triangle
/// filter, widened where it gets smaller; the same bytes on every platform.
std::vector<std::uint8_t> squared(const DecodedImage& image, std::int64_t side);

} // namespace regnet
