// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/whole_file.h"
#include "tests/core/store/store_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <limits>
#include <map>

namespace regnet {
namespace {

using testing::AnyOf;
using testing::HasSubstr;

constexpr std::size_t pageSize = 4096;
constexpr std::int64_t jobs = 60;

/// A store with jobs on several pages, closed: all of it is in one file.
std::string soundStore(const std::filesystem::path& file)
{
    {
        Store store(file, "test");
        store.add(populationOf(jobs));
        while (const auto job = store.claim("cpu", 0)) {
            store.record(job->id, job->attempt,
                         std::vector<LoggedEvent>{{1, 1000, EpochEvent{1, 0.1, 2, 80, 2, 40, 1}},
                                                  {2, 1001, FinishedEvent{40, 40, 1}}});
            store.end(*job, {JobState::Done, {}, 0, 0});
        }
    }
    return readWhole(file);
}

/// What "regnet queue list" reads: the states of the jobs in their order.
std::string listed(const std::filesystem::path& file)
{
    const StoreReader store(file);
    std::string text;
    for (const JobRecord& job : store.jobPage({}, 0, std::numeric_limits<std::int64_t>::max()))
        text += job.id + ' ' + std::string(nameOf(job.state)) + '\n';
    return text + std::to_string(store.counts().total());
}

/// "right", "told", or what was listed wrongly or said without a way out.
std::string judged(const std::filesystem::path& file, const std::string& right)
{
    try {
        const std::string text = listed(file);
        return text == right ? "right" : "listed: " + text.substr(text.rfind('\n') + 1);
    } catch (const Error& error) {
        const std::string sentence = error.what();
        return sentence.find("regnet store re") != std::string::npos ? "told" : sentence;
    }
}

struct Damage
{
    const char* name;
    /// Of the page that begins at `at`.
    void (*act)(std::string& bytes, std::size_t at);
};

/// A page as it was before anything was written to it: sound in itself, and nothing in it. SQLite's file
/// format, 1.6: type at 0, number of cells at 3, start of the cells at 5.
void empty(std::string& bytes, std::size_t at)
{
    const std::size_t header = at == 0 ? 100 : at;
    const auto type = static_cast<unsigned char>(bytes[header]);
    if (type == 2 || type == 5) bytes[header] = static_cast<char>(type + 8); // a leaf
    bytes[header + 3] = bytes[header + 4] = 0;
    bytes[header + 5] = 0x10; // 4096
    bytes[header + 6] = 0;
}

const std::vector<Damage> damages{
    {"zeroed", [](std::string& bytes, std::size_t at) { bytes.replace(at, pageSize, pageSize, '\0'); }},
    {"overwritten", [](std::string& bytes, std::size_t at) { bytes.replace(at, pageSize, pageSize, 'Z'); }},
    {"emptied", empty},
    {"half zeroed",
     [](std::string& bytes, std::size_t at) {
         bytes.replace(at + pageSize / 2, pageSize / 2, pageSize / 2, '\0');
     }},
    {"another page",
     [](std::string& bytes, std::size_t at) {
         bytes.replace(at, pageSize, bytes.substr(at == pageSize ? 2 * pageSize : pageSize, pageSize));
     }},
    {"cut off", [](std::string& bytes, std::size_t at) { bytes.resize(at); }},
    {"cut off within", [](std::string& bytes, std::size_t at) { bytes.resize(at + 1000); }},
};

/// Whatever page of the file is hit: the list is right, or a sentence says that the store is damaged and what
/// makes it anew. Never is it shorter without a word.
TEST(StoreDamage, NoPageIsLostInSilence)
{
    const TemporaryFolder folder;
    const std::filesystem::path file = folder / "runs.db";
    const std::string sound = soundStore(file);
    const std::string right = listed(file);
    ASSERT_GT(sound.size(), 30 * pageSize);
    std::map<std::string, int> answers;
    for (const Damage& damage : damages)
        for (std::size_t at = 0; at < sound.size(); at += pageSize) {
            std::string bytes = sound;
            damage.act(bytes, at);
            std::ofstream(file, std::ios::binary) << bytes;
            const std::string answer = judged(file, right);
            EXPECT_THAT(answer, AnyOf("right", "told"))
                << damage.name << ", page " << at / pageSize + 1 << " of " << sound.size() / pageSize;
            ++answers[answer];
        }
    EXPECT_GT(answers["told"], 100);
}

TEST(StoreDamage, AStoreThatIsRightlyEmptyIsSound)
{
    const TemporaryFolder folder;
    const Store store(folder / "runs.db", "test");
    EXPECT_EQ(store.counts().total(), 0);
    EXPECT_TRUE(store.jobPage({}, 0, 10).empty());
}

TEST(StoreDamage, APageBeyondTheEndIsEmpty)
{
    const TemporaryFolder folder;
    Store store(folder / "runs.db", "test");
    store.add(populationOf(3));
    EXPECT_EQ(store.jobPage({}, 2, 10).size(), 1u);
    EXPECT_TRUE(store.jobPage({}, 3, 10).empty());
    EXPECT_TRUE(store.jobPage({}, 50, 10).empty());
}

} // namespace
} // namespace regnet
