// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/image_set.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// The binary form of CIFAR-10 and CIFAR-100: records without header, one after the other. A record is one
/// byte with the class (CIFAR-100: the superclass, 0 .. 19, and then the class), and 3072 bytes of a 32x32
/// image, all red ones first, row by row. Source: the data sets' page, section "binary version".
struct CifarFormat
{
    std::int64_t classes = 10;
    bool hasSuperclass = false;

    std::int64_t labelBytes() const { return hasSuperclass ? 2 : 1; }
    std::int64_t recordBytes() const { return labelBytes() + 3072; }
};
inline constexpr CifarFormat cifar10Format{10, false}, cifar100Format{100, true};
inline constexpr std::int64_t cifarSide = 32, cifarSuperclasses = 20;

/// Images as they lie in a file.
struct CifarRecords
{
    std::vector<std::uint8_t> pixels;
    std::vector<std::int64_t> labels;
};
/// Appends the records of `bytes`. Throws Error that names `where` for an empty or torn file and for a label
/// that the format does not have; nothing is appended then.
void appendCifar(std::string_view bytes, const CifarFormat& format, const std::string& where,
                 CifarRecords& records);

/// How many images a file of so many bytes has. Throws Error where it is no whole number above 0.
std::int64_t cifarImages(std::int64_t bytes, const CifarFormat& format, const std::string& where);

/// The first `count` images of the files in their order; 0 means all. Throws Error for what appendCifar()
/// refuses, for files that cannot be read, and for more images than there are (naming `field`).
ImageSet readCifar(std::span<const std::filesystem::path> files, const CifarFormat& format,
                   std::int64_t count, const std::string& field);

} // namespace regnet
