// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/unpack.h"

#include "core/problem.h"
#include "tests/core/data/tar_maker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

namespace regnet {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;
using testing::ThrowsMessage;

const ArchiveContents wanted{"set", {"train.bin", "test.bin"}, 1000};

std::map<std::string, std::string> read(const std::string& archive, const ArchiveContents& contents = wanted)
{
    std::map<std::string, std::string> files;
    readArchive(archive, "set.tar.gz", contents,
                [&](const std::string& name, std::string_view piece) { files[name] += piece; });
    return files;
}

std::string archiveWith(std::vector<TarEntry> more)
{
    std::vector<TarEntry> entries{{"set/", "", '5'}, {"set/train.bin", "1234"}, {"./set/test.bin", "56"}};
    entries.insert(entries.end(), more.begin(), more.end());
    return gzipped(tarOf(entries));
}

TEST(ReadArchive, GivesTheWantedFilesAndPassesOthersOver)
{
    EXPECT_THAT(read(archiveWith({{"set/readme.html", "hello"}, {"elsewhere/train.bin", "no"}})),
                ElementsAre(Pair("test.bin", "56"), Pair("train.bin", "1234")));
}

TEST(ReadArchive, WhatHasNoPlaceInOneIsRefused)
{
    struct Row
    {
        const char* why;
        TarEntry entry;
        const char* sentence;
    };
    const Row rows[] = {
        {"a way out", {"../train.bin", "x"}, "entry \"../train.bin\": leads out of the folder"},
        {"a way out through a folder", {"set/../../x", "x"}, "leads out of the folder"},
        {"a path from the root", {"/etc/passwd", "x"}, "leads out of the folder"},
        {"a symbolic link", {"set/link", "", '2', "/etc"}, "entry \"set/link\": is a link or a device"},
        {"a hard link", {"set/link", "", '1', "set/train.bin"}, "is a link or a device"},
        {"a device", {"set/null", "", '3'}, "is a link or a device"},
        {"twice", {"set/train.bin", "other"}, "entry \"set/train.bin\": is there twice"},
        {"too much", {"set/more.bin", std::string(1000, 'x')}, "set.tar.gz: holds more than 1000 bytes"},
    };
    for (const Row& row : rows)
        EXPECT_THAT([&] { read(archiveWith({row.entry})); }, ThrowsMessage<Error>(HasSubstr(row.sentence)))
            << row.why;
}

TEST(ReadArchive, ADamagedOneIsOneSentence)
{
    EXPECT_THAT(
        [] {
            read(gzipped(tarOf({{"set/train.bin", "1234"}})));
        },
        ThrowsMessage<Error>("set.tar.gz: has no set/test.bin"));
    EXPECT_THAT([] { read("no archive at all"); }, ThrowsMessage<Error>(HasSubstr("is damaged")));
    EXPECT_THAT([] { read(""); }, ThrowsMessage<Error>(HasSubstr("set.tar.gz: ")));
    const std::string whole = archiveWith({});
    for (std::size_t length = 1; length < whole.size(); ++length)
        EXPECT_THROW(read(whole.substr(0, length)), Error) << length << " bytes";
}

} // namespace
} // namespace regnet
