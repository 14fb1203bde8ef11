// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The fuzzers' readers without a fuzzer: each file of a corpus as it is, cut short, and with single bytes
// changed, and what nests deeper than any stack. A reader that crashes or aborts ends the program.
// REGNET_CORPUS=N damages each file N times.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <random>
#include <string>
#include <vector>

extern "C" {
#define READER(name) int fuzz_##name(const std::uint8_t*, std::size_t);
#include REGNET_READERS
#undef READER
}

namespace regnet {
namespace {

namespace fs = std::filesystem;

struct Reader
{
    const char* name;
    int (*read)(const std::uint8_t*, std::size_t);
};

std::ostream& operator<<(std::ostream& out, const Reader& reader)
{
    return out << reader.name;
}

const Reader readers[] = {
#define READER(name) {#name, fuzz_##name},
#include REGNET_READERS
#undef READER
};

class Corpus : public testing::TestWithParam<Reader>
{
protected:
    static std::vector<fs::path> files()
    {
        std::vector<fs::path> all;
        for (const auto& entry : fs::directory_iterator(fs::path(REGNET_CORPORA) / GetParam().name))
            all.push_back(entry.path());
        std::ranges::sort(all);
        return all;
    }

    static std::string bytesOf(const fs::path& file)
    {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    /// In memory of just that size, so that a sanitizer sees a reader that looks beyond it.
    static void read(const std::string& bytes)
    {
        const std::vector<std::uint8_t> exact(bytes.begin(), bytes.end());
        EXPECT_EQ(GetParam().read(exact.data(), exact.size()), 0);
    }

    static int damages()
    {
        const char* asked = std::getenv("REGNET_CORPUS");
        return asked ? std::max(1, std::atoi(asked)) : 32;
    }
};

TEST_P(Corpus, IsRead)
{
    ASSERT_FALSE(files().empty());
    for (const fs::path& file : files())
        read(bytesOf(file));
}

TEST_P(Corpus, DamagedIsReadOrRefused)
{
    std::mt19937 random(20262);
    for (const fs::path& file : files()) {
        const std::string whole = bytesOf(file);
        if (whole.empty()) continue;
        for (int i = 0; i < damages(); ++i) {
            SCOPED_TRACE(file.filename().string() + ", damage " + std::to_string(i));
            read(whole.substr(0, random() % whole.size()));
            std::string changed = whole;
            changed[random() % changed.size()] = static_cast<char>(random());
            read(changed);
        }
    }
}

TEST_P(Corpus, DeeplyNestedIsReadOrRefused)
{
    constexpr int depth = 200'000;
    for (const char* opening : {"[", "{\"a\":", "(", "- ", "{", "(lp0\n"}) {
        std::string text;
        for (int i = 0; i < depth; ++i)
            text += opening;
        read(text);
    }
}

INSTANTIATE_TEST_SUITE_P(Of, Corpus, testing::ValuesIn(readers), testing::PrintToStringParamName());

} // namespace
} // namespace regnet
