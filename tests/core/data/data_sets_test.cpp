// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/data_sets.h"

#include "tests/core/data/synthetic_cifar.h"
#include "tests/temporary_folder.h"

#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace regnet {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::ThrowsMessage;

class DataSets : public testing::Test
{
protected:
    DataSetSpec here(const char* name = "cifar10") const
    {
        DataSetSpec spec;
        spec.name = name;
        spec.folder = m_root.string();
        spec.classes = knownDataSet(name)->format.classes;
        return spec;
    }

    const TemporaryFolder m_temporary;
    const fs::path m_root = m_temporary.path();
};

TEST_F(DataSets, CifarIsReadFromTheFolderOrTheArchivesFolderInIt)
{
    writeSyntheticCifar(*knownDataSet("cifar10"), m_root, 20);
    writeSyntheticCifar(*knownDataSet("cifar100"), m_root / "cifar-100-binary", 100);
    EXPECT_EQ(loadImages(here(), Split::Train, 0).count, 100);
    EXPECT_EQ(loadImages(here(), Split::Test, 0).count, 20);
    const ImageSet hundred = loadImages(here("cifar100"), Split::Test, 100);
    EXPECT_EQ(hundred.classes, 100);
    EXPECT_EQ(hundred.labels[99], 99);
}

TEST_F(DataSets, FewerImagesAreTheFirstOfMore)
{
    writeSyntheticCifar(*knownDataSet("cifar10"), m_root, 10);
    const ImageSet few = loadImages(here(), Split::Train, 15), all = loadImages(here(), Split::Train, 0);
    EXPECT_EQ(few.count, 15);
    EXPECT_TRUE(std::equal(few.pixels.begin(), few.pixels.end(), all.pixels.begin()));
    EXPECT_THAT([&] { loadImages(here(), Split::Train, 51); },
                ThrowsMessage<Error>("recipe.train_images: is 51; expected at most the 50 images that there "
                                     "are, or 0 for all"));
}

TEST_F(DataSets, CifarTenIsNormalisedAsInPycls)
{
    writeSyntheticCifar(*knownDataSet("cifar10"), m_root, 10);
    const ChannelStatistics statistics = channelStatistics(loadImages(here(), Split::Train, 0));
    EXPECT_FLOAT_EQ(statistics.mean[0], 125.3F);
    EXPECT_FLOAT_EQ(statistics.deviation[2], 66.7F);
}

TEST_F(DataSets, ContentNamesTheFilesWhereverTheyLie)
{
    const KnownDataSet& cifar = *knownDataSet("cifar10");
    writeSyntheticCifar(cifar, m_root / "a", 10);
    writeSyntheticCifar(cifar, m_root / "b", 10);
    DataSetSpec spec = here();
    spec.folder = (m_root / "a").string();
    spec.seed = 99;
    const DataSetSpec a = resolved(spec);
    spec.folder = (m_root / "b").string();
    EXPECT_EQ(canonicalJson(a), canonicalJson(resolved(spec))) << "neither the folder nor a seed matters";
    EXPECT_NE(a.content, publishedContent(cifar)) << "these are not the published images";
    std::ofstream(m_root / "b/test_batch.bin", std::ios::binary | std::ios::app)
        << syntheticCifar(cifar.format, 1, 5);
    EXPECT_NE(resolved(spec).content, a.content);
}

TEST_F(DataSets, TheContentOfASpecSurvivesItsJson)
{
    DataSetSpec spec = here();
    EXPECT_FALSE(toJson(spec).contains("content")) << "as before there was such a field";
    spec.content = std::string(64, 'a');
    EXPECT_EQ(dataSetFromJson(toJson(spec)), spec);
    EXPECT_EQ(dataSetFromCanonicalJson(canonicalJson(spec)).content, spec.content);
    nlohmann::json json = toJson(spec);
    json["content"] = "../../etc";
    EXPECT_THAT([&] { dataSetFromJson(json, "job.json, data_set"); },
                ThrowsMessage<Error>("job.json, data_set.content: is no SHA-256; expected 64 hexadecimal "
                                     "digits, or nothing"));
}

TEST_F(DataSets, MissingDataIsOneSentenceThatSaysHowToGetIt)
{
    const auto problem = missingData(here());
    ASSERT_TRUE(problem);
    EXPECT_EQ(sentence(*problem), "data set cifar10: is not in " + m_root.string() +
                                      "; expected \"regnet dataset fetch cifar10\", or a folder with "
                                      "data_batch_1.bin");
    writeSyntheticCifar(*knownDataSet("cifar10"), m_root, 10);
    EXPECT_FALSE(missingData(here()));
    EXPECT_FALSE(missingData(DataSetSpec{})) << "the built-in set is never missing";

    DataSetSpec queued = resolved(here());
    EXPECT_FALSE(missingData(queued));
    queued.content = std::string(64, '0');
    EXPECT_THAT(sentence(missingData(queued).value()),
                HasSubstr("holds other files than the job was queued with"));

    fs::remove(m_root / "test_batch.bin");
    EXPECT_THAT(sentence(missingData(here()).value()), HasSubstr("test_batch.bin: cannot be read"));
    std::ofstream(m_root / "test_batch.bin") << "torn";
    EXPECT_THAT(sentence(missingData(here()).value()), HasSubstr("test_batch.bin: has 4 bytes"));
}

// To hash what takes no room on a disk takes minutes; the sizes say enough.
TEST_F(DataSets, AFileThatIsTooLargeIsRefusedBeforeItIsRead)
{
    writeSyntheticCifar(*knownDataSet("cifar10"), m_root, 10);
    const fs::path file = m_root / "data_batch_3.bin";
    int asked = 0;
    const auto problem = [&] { return sentence(missingData(here(), [&] { return ++asked > 0; }).value()); };
    fs::resize_file(file, 60ULL << 30);
    EXPECT_EQ(problem(), file.string() + ": has 64424509440 bytes; expected a multiple of 3073, the bytes "
                                         "of an image");
    fs::resize_file(file, 3073ULL * 20'000'000);
    const std::string right = file.string() + ": has 61460000000 bytes; expected at most 4294967296";
    EXPECT_EQ(problem(), right);
    EXPECT_THAT([&] { loadImages(here(), Split::Train, 0); }, ThrowsMessage<Error>(right));
    EXPECT_EQ(asked, 0) << "nothing was hashed";
}

TEST_F(DataSets, ADescriptionThatDoesNotFitIsRefused)
{
    DataSetSpec spec = here();
    spec.classes = 100;
    spec.resolution = 64;
    const std::vector<Problem> problems = check(spec);
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(sentence(problems[0]), "data_set.classes: is 100 for CIFAR-10; expected 10");
    EXPECT_EQ(sentence(problems[1]), "data_set.resolution: is 64 for CIFAR-10; expected 32");
}

TEST(DataSetText, IsANameAndPerhapsAFolder)
{
    EXPECT_EQ(dataSetFromText("cifar10").name, "cifar10");
    EXPECT_EQ(dataSetFromText("cifar10").folder, "");
    EXPECT_EQ(dataSetFromText("folder:/my:pictures").name, "folder");
    EXPECT_EQ(dataSetFromText("folder:/my:pictures").folder, "/my:pictures");
    EXPECT_EQ(textOf(dataSetFromText("folder:/my:pictures")), "folder:/my:pictures");
}

} // namespace
} // namespace regnet
