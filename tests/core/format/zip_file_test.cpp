// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/zip_file.h"

#include "core/problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace regnet {
namespace {

using testing::HasSubstr;

std::string problemOf(const std::string& bytes)
{
    try {
        readStoredZip(bytes, "a.zip");
    } catch (const Error& error) {
        return error.what();
    }
    return "read";
}

std::string withName(const std::string& name)
{
    const std::vector<ZipEntry> entries{{name, "x"}};
    return storedZip(entries);
}

TEST(ZipFile, KeepsEntriesInOrderAndAligned)
{
    const std::vector<ZipEntry> entries{
        {"a/data.pkl", "first"}, {"a/data/0", std::string_view("\0\1", 2)}, {"a/e", ""}};
    const std::string bytes = storedZip(entries);
    const std::vector<ZipEntry> found = readStoredZip(bytes, "a.zip");
    ASSERT_EQ(found.size(), 3U);
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_EQ(found[i].name, entries[i].name);
        EXPECT_EQ(found[i].bytes, entries[i].bytes);
        EXPECT_EQ((found[i].bytes.data() - bytes.data()) % 64, 0);
    }
}

TEST(ZipFile, IsToldToBeWholeByItsEnd)
{
    const std::string comment(65'535, 'c'); // the longest
    std::string bytes = std::string(100'000, ' ') + withName("a");
    const auto isWhole = [](std::string_view file) {
        try {
            requireZipEnd(file.substr(file.size() - std::min(file.size(), zipEndBytes)), "a.zip");
        } catch (const Error&) {
            return false;
        }
        return true;
    };
    EXPECT_TRUE(isWhole(bytes));
    EXPECT_FALSE(isWhole(std::string_view(bytes).substr(0, bytes.size() - 1)));
    EXPECT_FALSE(isWhole(bytes + "x"));
    EXPECT_FALSE(isWhole(""));
    bytes[bytes.size() - 2] = bytes[bytes.size() - 1] = '\xFF';
    EXPECT_TRUE(isWhole(bytes + comment));
}

TEST(ZipFile, RefusesNamesThatLeadOut)
{
    for (const char* name : {"../x", "/etc/passwd", "a/../../x", "a\\..\\x", "C:x", ""})
        EXPECT_THAT(problemOf(withName(name)), HasSubstr("leads out of the archive")) << name;
    EXPECT_EQ(problemOf(withName("a/..b")), "read"); // two points in a name lead nowhere
}

TEST(ZipFile, RefusesNamesThatComeTwice)
{
    const std::vector<ZipEntry> entries{{"a", "1"}, {"a", "2"}};
    EXPECT_THAT(problemOf(storedZip(entries)), HasSubstr("\"a\": is there twice"));
}

TEST(ZipFile, RefusesCompressedEntriesSoThatNoneIsABomb)
{
    std::string bytes = withName("a");
    const std::size_t central = bytes.find("PK\x01\x02");
    bytes[central + 10] = 8; // deflated
    EXPECT_THAT(problemOf(bytes), HasSubstr("is compressed"));
    bytes = withName("a");
    bytes[central + 8] = 1;
    EXPECT_THAT(problemOf(bytes), HasSubstr("is encrypted"));
}

TEST(ZipFile, RefusesDamagedContents)
{
    const std::vector<ZipEntry> entries{{"a", "contents"}};
    std::string bytes = storedZip(entries);
    bytes[bytes.find("contents")] = 'C';
    EXPECT_THAT(problemOf(bytes), HasSubstr("its checksum does not fit"));
}

} // namespace
} // namespace regnet
