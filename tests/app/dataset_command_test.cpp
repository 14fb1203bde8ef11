// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/core/data/loopback_server.h"
#include "tests/core/data/synthetic_cifar.h"
#include "tests/core/data/tar_maker.h"
#include "tests/temporary_folder.h"

#include "core/text/sha256.h"

#include <csignal>
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace regnet {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;

class DatasetCommand : public testing::Test
{
protected:
    DatasetCommand() { setenv("REGNET_DATA", m_root.c_str(), 1); }
    ~DatasetCommand() override { unsetenv("REGNET_DATA"); }

    static ProgramResult dataset(std::vector<std::string> words)
    {
        words.insert(words.begin(), "dataset");
        return runProgram("regnet", words);
    }

    const TemporaryFolder m_temporary;
    const fs::path m_root = m_temporary.path();
};

std::string archiveOf(const KnownDataSet& set)
{
    std::vector<TarEntry> entries;
    std::uint64_t seed = 1;
    for (const auto* files : {&set.train, &set.test})
        for (const KnownFile& file : *files)
            entries.push_back({set.folder + "/" + file.name, syntheticCifar(set.format, 10, seed++)});
    return gzipped(tarOf(entries));
}

TEST_F(DatasetCommand, ListsWhatThereIsAndWhere)
{
    const std::string before = dataset({"list"}).output;
    EXPECT_THAT(before, HasSubstr("procedural"));
    EXPECT_THAT(before, HasSubstr("not here: regnet dataset fetch cifar100"));
    writeSyntheticCifar(*knownDataSet("cifar10"), m_root / "cifar-10-batches-bin", 10);
    const json sets = json::parse(dataset({"list", "--json"}).output).at("data_sets");
    ASSERT_EQ(sets.size(), 3U);
    EXPECT_EQ(sets[1].at("train_images"), 50'000);
    EXPECT_EQ(sets[1].at("folder"), (m_root / "cifar-10-batches-bin").string());
    EXPECT_TRUE(sets[2].at("folder").is_null());
}

TEST_F(DatasetCommand, FetchesThenChecks)
{
    const KnownDataSet& set = *knownDataSet("cifar10");
    const std::string archive = archiveOf(set);
    const LoopbackServer server(archive);
    const ProgramResult fetched =
        dataset({"fetch", "cifar10", "--from", server.url(), "--sha256", sha256(archive)});
    EXPECT_EQ(fetched.exitCode, 0) << fetched.errors;
    EXPECT_EQ(fetched.output, "cifar10: fetched and checked, in " + (m_root / set.folder).string() + "\n");
    EXPECT_THAT(fetched.errors, HasSubstr("downloading "));

    const json checked = json::parse(dataset({"check", "cifar10", "--json"}).output);
    EXPECT_EQ(checked.at("published"), false) << "these images are ours";
    EXPECT_EQ(checked.at("train").at("images"), 50);
    EXPECT_EQ(checked.at("test").at("most_of_a_class"), 1);
    EXPECT_THAT(dataset({"check", "cifar10:" + (m_root / set.folder).string()}).output,
                HasSubstr("training  50 images, 5 of each class"));
}

TEST_F(DatasetCommand, TheMirrorOfTheEnvironmentIsAsked)
{
    const LoopbackServer server("not the archive");
    setenv("REGNET_DATA_MIRROR", server.url("").c_str(), 1);
    const ProgramResult result = dataset({"fetch", "cifar100"});
    unsetenv("REGNET_DATA_MIRROR");
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.errors, HasSubstr(server.url("/cifar-100-binary.tar.gz") + ": gave 15 bytes"));
    EXPECT_THAT(result.errors,
                HasSubstr("expected 58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec"));
}

TEST_F(DatasetCommand, InterruptedItEndsSoonAndKeepsWhatCame)
{
    LoopbackServer server(std::string(1000, 'x'), {.isSlow = true});
    std::string program = std::string(REGNET_BIN_DIR) + "/regnet", url = server.url();
    char words[][16] = {"dataset", "fetch", "cifar10", "--from"};
    char* const argv[] = {program.data(), words[0], words[1], words[2], words[3], url.data(), nullptr};
    pid_t process = 0;
    ASSERT_EQ(posix_spawn(&process, program.c_str(), nullptr, nullptr, argv, environ), 0);
    const fs::path part = m_root / "cifar-10-batches-bin.tar.gz.part";
    std::error_code missing;
    while (fs::file_size(part, missing) != 100 || missing)
        usleep(2000);
    kill(process, SIGINT);
    int status = 0;
    waitpid(process, &status, 0);
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 130);
    EXPECT_EQ(fs::file_size(part), 100U);
}

// torchvision reads these formats, and would have more images.
TEST_F(DatasetCommand, WhatIsPassedOverInAFolderIsSaid)
{
    const fs::path folder = m_root / "pets";
    for (const char* name : {"cat", "dog"}) {
        fs::create_directories(folder / name);
        for (const char* image : {"1.png", "2.png", "3.png", "4.png", "5.png"})
            fs::copy(REGNET_TEST_DATA "/images/colour.png", folder / name / image);
    }
    const std::string set = "folder:" + folder.string();
    EXPECT_THAT(dataset({"check", set}).output, testing::Not(HasSubstr("passed over")));
    fs::copy(folder / "cat/1.png", folder / "cat/6.webp");
    fs::create_directory(folder / "dog/more");
    EXPECT_THAT(dataset({"check", set}).output,
                HasSubstr("\n2 files or folders within the classes are passed over: only .jpg, .jpeg and "
                          ".png are read\n"));
    EXPECT_EQ(json::parse(dataset({"check", set, "--json"}).output).at("passed_over"), 2);
}

TEST_F(DatasetCommand, WrongInputIsOneSentenceAndCodeTwo)
{
    struct Row
    {
        std::vector<std::string> words;
        const char* sentence;
    };
    const Row rows[] = {
        {{"fetch", "imagenet"},
         "data set: \"imagenet\" cannot be fetched; expected one of cifar10, cifar100"},
        {{"fetch", "procedural"}, "cannot be fetched"},
        {{"fetch", "cifar10", "--sha256", "abc"}, "64 hexadecimal digits"},
        {{"fetch", "cifar10", "--from", "nonsense nonsense"}, "is no address"},
        {{"check", "svhn"}, "\"svhn\" is unknown"},
        {{"check", "cifar10"}, "expected \"regnet dataset fetch cifar10\""},
        {{}, "subcommand"},
    };
    for (const Row& row : rows) {
        const ProgramResult result = dataset(row.words);
        EXPECT_EQ(result.exitCode, 2) << testing::PrintToString(row.words);
        EXPECT_THAT(result.errors, HasSubstr(row.sentence));
    }
}

} // namespace
} // namespace regnet
