// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/job.h"

#include "core/problem.h"
#include "tests/temporary_folder.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

namespace fs = std::filesystem;

class JobTest : public testing::Test
{
protected:
    std::string problemOf(const std::string& json) const
    {
        std::ofstream(jobFile(m_folder), std::ios::trunc) << json;
        try {
            readJob(m_folder);
        } catch (const Error& error) {
            std::string text = error.what();
            if (const std::size_t at = text.find(m_folder.string()); at != std::string::npos)
                text.erase(at, m_folder.string().size() + 1);
            return text;
        }
        return "accepted";
    }

    const TemporaryFolder m_temporary;
    const fs::path m_folder = m_temporary.path();
};

JobSpec job()
{
    JobSpec spec;
    spec.id = "000017";
    spec.attempt = 2;
    spec.network.stem = {StemType::ResStemCifar, 16};
    spec.network.stages = {{.width = 16, .depth = 1, .stride = 1, .groupWidth = 8},
                           {.width = 32, .depth = 2, .stride = 2, .bottleneckRatio = 2, .groupWidth = 16}};
    spec.network.head.classes = 10;
    spec.network.resolution = 32;
    spec.networkHash = "abc";
    spec.recipe = builtInRecipe("cpu-tiny");
    spec.dataSet.seed = 0xffffffffffffffff; // the largest is kept
    spec.seed = 12;
    spec.device = "cuda:1";
    return spec;
}

TEST_F(JobTest, ComesBackFromItsFolder)
{
    writeJob(m_folder / "000017", job());
    EXPECT_EQ(readJob(m_folder / "000017"), job());
}

TEST_F(JobTest, WritingAgainReplacesTheFileAndLeavesNothingBeside)
{
    JobSpec spec = job();
    writeJob(m_folder, spec);
    spec.attempt = 3;
    writeJob(m_folder, spec);
    EXPECT_EQ(readJob(m_folder).attempt, 3);
    EXPECT_EQ(std::distance(fs::directory_iterator(m_folder), fs::directory_iterator()), 1);
}

TEST_F(JobTest, AFolderWithoutJobIsASentence)
{
    EXPECT_THAT([&] { readJob(m_folder / "nowhere"); },
                testing::ThrowsMessage<Error>((m_folder / "nowhere/job.json").string() +
                                              ": cannot be read: No such file or directory"));
}

TEST_F(JobTest, AnUnwritableFolderIsASentence)
{
    std::ofstream(m_folder / "file") << "no folder";
    EXPECT_THAT([&] { writeJob(m_folder / "file" / "000017", job()); },
                testing::ThrowsMessage<Error>(testing::HasSubstr("job.json: cannot be written: ")));
}

TEST_F(JobTest, EachMistakeIsNamedWithFileAndField)
{
    const std::string network = R"("network": {"stages": [{"width": 16, "depth": 1}]}, "recipe": {})";
    EXPECT_THAT(problemOf("{"), testing::StartsWith("job.json:1: is not JSON: "));
    EXPECT_EQ(problemOf(std::string(200'000, '[')),
              "job.json:1: is nested too deeply; expected at most 64 levels");
    EXPECT_EQ(problemOf("[]"), "job.json: is []; expected an object with named fields");
    EXPECT_EQ(problemOf("{" + network + "}"), "job.json, id: is missing; expected a value");
    EXPECT_EQ(problemOf(R"({"id": "../up", )" + network + "}"),
              "job.json, id: is \"../up\"; expected the name of the job's folder");
    EXPECT_EQ(problemOf(R"({"id": "1", "recipe": {}})"), "job.json, network: is missing; expected a value");
    EXPECT_EQ(problemOf(R"({"id": "1", "attempt": 0, )" + network + "}"),
              "job.json, attempt: is 0; expected a whole number from 1 to 1000000");
    EXPECT_EQ(problemOf(R"({"id": "1", "device": "gpu", )" + network + "}"),
              "job.json, device: is \"gpu\"; expected cpu, or cuda:0 and so on");
    EXPECT_EQ(problemOf(R"({"id": "1", "data_set": {"classes": 1}, )" + network + "}"),
              "job.json, data_set.classes: is 1; expected a whole number from 2 to 100000");
    EXPECT_EQ(problemOf(R"({"id": "1", "seed": -1, )" + network + "}"),
              "job.json, seed: is -1; expected a whole number, 0 to 2^64 - 1");
    EXPECT_EQ(problemOf(R"({"id": "1", "format": 2, )" + network + "}"),
              "job.json, format: is 2, from a newer version; expected at most 1");
    EXPECT_THAT(problemOf(R"({"id": "1", "colour": "red", )" + network + "}"),
                testing::StartsWith("job.json, colour: is not a known field; expected one of "));
    EXPECT_EQ(problemOf(R"({"id": "1", )" + network + "}"), "accepted");
}

TEST_F(JobTest, TornCheckpointsGoAndWholeOnesOnlyWhenAskedFor)
{
    const auto names = [&] {
        std::vector<std::string> all;
        for (const fs::directory_entry& entry : fs::directory_iterator(m_folder))
            all.push_back(entry.path().filename().string());
        return all;
    };
    for (const char* name : {"checkpoint", "best", "checkpoint.tmp812", "best.tmp3", "job.json.tmp7",
                             "checkpoint.tmp8x", "checkpoint.tmp", "mine"})
        std::ofstream(m_folder / name) << "x";
    removeCheckpoints(m_folder, Checkpoints::Torn);
    EXPECT_THAT(names(), testing::UnorderedElementsAre("checkpoint", "best", "job.json.tmp7",
                                                       "checkpoint.tmp8x", "checkpoint.tmp", "mine"));
    removeCheckpoints(m_folder, Checkpoints::All);
    EXPECT_THAT(names(),
                testing::UnorderedElementsAre("job.json.tmp7", "checkpoint.tmp8x", "checkpoint.tmp", "mine"))
        << "nothing that is not ours";
    removeCheckpoints(m_folder / "nowhere", Checkpoints::All);
}

} // namespace
} // namespace regnet
