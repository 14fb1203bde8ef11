// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/cifar.h"

#include "core/data/file_bytes.h"
#include "core/problem.h"

#include <algorithm>

namespace regnet {
namespace {

/// Throws where a record's labels are not of the format.
void checkLabels(const unsigned char* record, const CifarFormat& format, const std::string& where,
                 std::int64_t image)
{
    const auto refuse = [&](const char* what, std::int64_t label, std::int64_t most) {
        throwBadInput(where + ", image " + std::to_string(image + 1),
                      "has the " + std::string(what) + " " + std::to_string(label),
                      "0 to " + std::to_string(most));
    };
    if (format.hasSuperclass && record[0] >= cifarSuperclasses)
        refuse("superclass", record[0], cifarSuperclasses - 1);
    const std::int64_t label = record[format.labelBytes() - 1];
    if (label >= format.classes) refuse("class", label, format.classes - 1);
}

} // namespace

std::int64_t cifarImages(std::int64_t bytes, const CifarFormat& format, const std::string& where)
{
    if (bytes == 0 || bytes % format.recordBytes() != 0)
        throwBadInput(where, "has " + std::to_string(bytes) + " bytes",
                      "a multiple of " + std::to_string(format.recordBytes()) + ", the bytes of an image");
    return bytes / format.recordBytes();
}

void appendCifar(std::string_view bytes, const CifarFormat& format, const std::string& where,
                 CifarRecords& records)
{
    const std::int64_t count = cifarImages(static_cast<std::int64_t>(bytes.size()), format, where);
    const auto* first = reinterpret_cast<const unsigned char*>(bytes.data());
    for (std::int64_t i = 0; i < count; ++i)
        checkLabels(first + i * format.recordBytes(), format, where, i);
    const std::int64_t labelBytes = format.labelBytes();
    records.labels.reserve(records.labels.size() + static_cast<std::size_t>(count));
    records.pixels.reserve(records.pixels.size() + static_cast<std::size_t>(count * 3072));
    for (std::int64_t i = 0; i < count; ++i) {
        const unsigned char* record = first + i * format.recordBytes();
        records.labels.push_back(record[labelBytes - 1]);
        records.pixels.insert(records.pixels.end(), record + labelBytes, record + format.recordBytes());
    }
}

ImageSet readCifar(std::span<const std::filesystem::path> files, const CifarFormat& format,
                   std::int64_t count, const std::string& field)
{
    CifarRecords records;
    std::int64_t there = 0;
    for (const std::filesystem::path& file : files) {
        const std::int64_t images = cifarImages(fileBytes(file), format, file.string());
        const std::int64_t wanted = count == 0 ? images : std::min(images, count - there);
        there += images;
        if (wanted > 0)
            appendCifar(readBytes(file, wanted * format.recordBytes()), format, file.string(), records);
    }
    if (count > there)
        throwBadInput(field, "is " + std::to_string(count),
                      "at most the " + std::to_string(there) + " images that there are, or 0 for all");
    ImageSet set;
    set.count = static_cast<std::int64_t>(records.labels.size());
    set.resolution = cifarSide;
    set.side = cifarSide;
    set.classes = format.classes;
    set.pixels = std::move(records.pixels);
    set.labels = std::move(records.labels);
    return set;
}

} // namespace regnet
