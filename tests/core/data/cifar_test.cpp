// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/cifar.h"

#include "core/problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

using testing::ElementsAre;
using testing::ThrowsMessage;

/// A record whose first pixels of each colour are `value`, `value` + 1, `value` + 2.
std::string record(const CifarFormat& format, int label, int value)
{
    std::string bytes(static_cast<std::size_t>(format.recordBytes()), '\0');
    if (format.hasSuperclass) bytes[0] = 19;
    const auto labelBytes = static_cast<std::size_t>(format.labelBytes());
    bytes[labelBytes - 1] = static_cast<char>(label);
    for (std::size_t c = 0; c < 3; ++c)
        bytes[labelBytes + c * 1024] = static_cast<char>(value + static_cast<int>(c));
    return bytes;
}

TEST(Cifar, ReadsLabelsAndColours)
{
    CifarRecords records;
    appendCifar(record(cifar10Format, 9, 250) + record(cifar10Format, 0, 1), cifar10Format, "a.bin", records);
    EXPECT_THAT(records.labels, ElementsAre(9, 0));
    ASSERT_EQ(records.pixels.size(), 6144U);
    EXPECT_EQ(records.pixels[0], 250);
    EXPECT_EQ(records.pixels[1024], 251);
    EXPECT_EQ(records.pixels[3072 + 2048], 3);
}

TEST(Cifar, TheHundredClassesComeAfterTheSuperclass)
{
    CifarRecords records;
    appendCifar(record(cifar100Format, 99, 5), cifar100Format, "train.bin", records);
    EXPECT_THAT(records.labels, ElementsAre(99));
    EXPECT_EQ(records.pixels[2048], 7);
}

TEST(Cifar, WhatIsNoSuchFileIsOneSentence)
{
    CifarRecords records;
    const auto reading = [&](const std::string& bytes, const CifarFormat& format) {
        return [&records, bytes, format] { appendCifar(bytes, format, "a.bin", records); };
    };
    EXPECT_THAT(
        reading("", cifar10Format),
        ThrowsMessage<Error>("a.bin: has 0 bytes; expected a multiple of 3073, the bytes of an image"));
    EXPECT_THAT(reading(std::string(3072, '\0'), cifar10Format),
                ThrowsMessage<Error>(testing::HasSubstr("3072 bytes")));
    EXPECT_THAT(reading(record(cifar10Format, 3, 0) + record(cifar10Format, 10, 0), cifar10Format),
                ThrowsMessage<Error>("a.bin, image 2: has the class 10; expected 0 to 9"));
    std::string superclass = record(cifar100Format, 3, 0);
    superclass[0] = 20;
    EXPECT_THAT(reading(superclass, cifar100Format),
                ThrowsMessage<Error>("a.bin, image 1: has the superclass 20; expected 0 to 19"));
    EXPECT_TRUE(records.labels.empty()) << "a file is taken whole or not at all";
}

} // namespace
} // namespace regnet
