// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image_folder.h"

#include "core/data/data_sets.h"
#include "core/data/folder_listing.h"
#include "core/problem.h"
#include "core/system/whole_file.h"
#include "tests/temporary_folder.h"

#include <cstdlib>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace regnet {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::ThrowsMessage;

class ImageFolder : public testing::Test
{
protected:
    ImageFolder()
    {
        fs::create_directories(m_folder);
        setenv("REGNET_DATA", (m_root / "data").c_str(), 1);
    }
    ~ImageFolder() override { unsetenv("REGNET_DATA"); }

    void put(const std::string& path, const std::string& picture = "colour.png") const
    {
        fs::create_directories((m_folder / path).parent_path());
        fs::copy_file(fs::path(REGNET_TEST_DATA "/images") / picture, m_folder / path,
                      fs::copy_options::overwrite_existing);
    }
    void putText(const std::string& path, const std::string& text) const
    {
        fs::create_directories((m_folder / path).parent_path());
        std::ofstream(m_folder / path) << text;
    }
    void putSplits() const
    {
        for (const char* split : {"train", "val"})
            for (const char* name : {"cat", "dog"}) {
                const std::string folder = std::string(split) + "/" + name + "/";
                put(folder + "1.png");
                put(folder + "2.JPG", "colour.jpg");
                put(folder + "3.jpeg", "cmyk.jpg");
            }
        put("train/dog/4.png", "grey.png");
    }
    fs::path cacheFile(std::int64_t resolution = 16) const { return imageCacheFile(m_folder, resolution); }
    ImageCache open(std::int64_t resolution = 16) const { return openImageFolder(m_folder, resolution); }

    const TemporaryFolder m_temporary;
    const fs::path m_root = m_temporary.path(), m_folder = m_root / "pictures";
};

TEST_F(ImageFolder, IsDecodedWithItsClassesInTurn)
{
    putSplits();
    const ImageCache cache = open();
    EXPECT_THAT(cache.classes, ElementsAre("cat", "dog"));
    EXPECT_THAT(cache.labels, ElementsAre(0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1));
    EXPECT_EQ(cache.trainImages, 7);
    EXPECT_EQ(cache.side, 16);
    EXPECT_THAT(cache.broken, IsEmpty());
    const ImageSet train = imagesOf(cache, Split::Train, 16, 0, 1, "");
    const ImageSet test = imagesOf(cache, Split::Test, 16, 4, 1, "");
    EXPECT_EQ(train.count, 7);
    EXPECT_THAT(test.labels, ElementsAre(0, 1, 0, 1));
    EXPECT_EQ(*train.image(0), 200) << "red of the left half";
    EXPECT_EQ(train.image(0)[15], 20);
    EXPECT_NE(test.image(0), train.image(0));
    EXPECT_THAT(
        [&] { imagesOf(cache, Split::Test, 16, 7, 1, "recipe.test_images"); },
        ThrowsMessage<Error>("recipe.test_images: is 7; expected at most the 6 images that there are, "
                             "or 0 for all"));
}

TEST_F(ImageFolder, WithoutASplitAFifthIsForTesting)
{
    for (int i = 0; i < 10; ++i) {
        put("cat/" + std::to_string(i) + ".png");
        put("dog/" + std::to_string(i) + ".png");
    }
    const ImageCache cache = open();
    const ImageSet train = imagesOf(cache, Split::Train, 16, 0, 1, ""),
                   test = imagesOf(cache, Split::Test, 16, 0, 1, "");
    EXPECT_EQ(train.count, 16);
    EXPECT_EQ(std::count(test.labels.begin(), test.labels.end(), 1), 2);
    EXPECT_NE(imagesOf(cache, Split::Test, 16, 0, 2, "").rows, test.rows) << "the seed chooses";
    for (const std::int64_t row : test.rows)
        EXPECT_EQ(std::count(train.rows.begin(), train.rows.end(), row), 0);
}

TEST_F(ImageFolder, LargeImagesAreStoredLargerThanTheyAreSeen)
{
    putSplits();
    EXPECT_EQ(open(224).side, 256);
    EXPECT_EQ(open(160).side, 183);
    EXPECT_EQ(storedSide(64), 64);
}

TEST_F(ImageFolder, IsDecodedOnce)
{
    putSplits();
    const ImageCache first = open();
    const auto written = fs::last_write_time(cacheFile());
    const ImageCache again = open();
    EXPECT_EQ(fs::last_write_time(cacheFile()), written);
    EXPECT_EQ(again.content, first.content);
    EXPECT_EQ(again.statistics.mean, first.statistics.mean);
    EXPECT_TRUE(std::equal(first.pixels.begin(), first.pixels.end(), again.pixels.begin()));
}

TEST_F(ImageFolder, AChangeIsSeen)
{
    putSplits();
    const std::string before = open().content;
    put("train/cat/1.png", "palette.png");
    const std::string after = open().content;
    EXPECT_NE(after, before);
    put("train/cat/9.png");
    EXPECT_EQ(open().trainImages, 8);
    fs::remove(m_folder / "train/cat/9.png");
    EXPECT_EQ(open().content, after) << "content is what is in the files, not when they were written";
}

TEST_F(ImageFolder, BrokenFilesAreListedAndTheOthersUsed)
{
    putSplits();
    putText("train/cat/broken.jpg", "no picture");
    putText("train/cat/empty.png", "");
    putText("train/cat/notes.txt", "not an image");
    putText("train/cat/.hidden.png", "x");
    fs::create_symlink("nowhere.png", m_folder / "train/cat/dangling.png");
    ASSERT_EQ(mkfifo((m_folder / "train/cat/pipe.png").c_str(), 0600), 0);
    fs::create_directories(m_folder / "train/cat/folder.png");
    const ImageCache cache = open();
    EXPECT_EQ(cache.trainImages, 7);
    std::vector<std::string> lines;
    for (const BrokenImage& image : cache.broken)
        lines.push_back(image.path + ": " + image.reason);
    EXPECT_THAT(lines, testing::UnorderedElementsAre(
                           "train/cat/broken.jpg: is neither JPEG nor PNG",
                           "train/cat/empty.png: is neither JPEG nor PNG",
                           HasSubstr("train/cat/dangling.png: cannot be read: No such file"),
                           "train/cat/pipe.png: cannot be read: not an ordinary file",
                           "train/cat/folder.png: cannot be read: not an ordinary file"));
    EXPECT_EQ(listFolder(m_folder).otherFiles, 1);
}

TEST_F(ImageFolder, LinksToImagesAndClassesAreFollowed)
{
    putSplits();
    fs::create_directory_symlink("dog", m_folder / "train/wolf");
    fs::create_symlink("../cat/1.png", m_folder / "train/dog/linked.png");
    fs::create_directory_symlink("..", m_folder / "train/cat/up"); // no class has folders: nothing goes round
    const ImageCache cache = open();
    EXPECT_THAT(cache.classes, ElementsAre("cat", "dog", "wolf"));
    EXPECT_EQ(cache.trainImages, 3 + 5 + 5);
    EXPECT_THAT(cache.broken, IsEmpty());
}

TEST_F(ImageFolder, WhatIsNoSuchFolderIsOneSentence)
{
    const auto opening = [&] { return open(); };
    EXPECT_THAT(opening,
                ThrowsMessage<Error>(m_folder.string() +
                                     ": has no folders; expected a folder for each class, two at least"));
    put("cat/1.png");
    EXPECT_THAT(opening, ThrowsMessage<Error>(HasSubstr("has one class, cat; expected a folder for each")));
    fs::create_directories(m_folder / "dog");
    EXPECT_THAT(opening, ThrowsMessage<Error>(HasSubstr("has no training image of the class dog")));
    putText("dog/1.png", "broken");
    EXPECT_THAT(opening,
                ThrowsMessage<Error>(HasSubstr("has no training image of the class dog that can be read")));
    fs::remove(m_folder / "cat/1.png");
    fs::remove(m_folder / "dog/1.png");
    EXPECT_THAT(opening, ThrowsMessage<Error>(HasSubstr("has no images in the folders of its classes")));
    fs::remove_all(m_folder);
    EXPECT_THAT(opening, ThrowsMessage<Error>(HasSubstr("cannot be listed: No such file")));
    putSplits();
    put("val/bird/1.png");
    EXPECT_THAT(opening, ThrowsMessage<Error>(HasSubstr("val/bird: is a class that train/ does not have")));
    fs::remove_all(m_folder / "val");
    fs::create_directories(m_folder / "val/cat");
    EXPECT_THAT(opening, ThrowsMessage<Error>(HasSubstr("val: has no images in the folders of its classes")));
    for (const fs::directory_entry& entry : fs::directory_iterator(cacheFile().parent_path()))
        EXPECT_EQ(entry.path().extension(), ".lock") << "nothing half-written";
}

TEST_F(ImageFolder, StoppedNothingIsLeft)
{
    putSplits();
    EXPECT_THROW(openImageFolder(m_folder, 16, [](const ByteProgress&) { return false; }), Error);
    EXPECT_FALSE(fs::exists(cacheFile()));
    EXPECT_FALSE(fs::exists(cacheFile().string() + ".tmp"));
    EXPECT_EQ(open().trainImages, 7);
}

TEST_F(ImageFolder, ALinkWhereItsCacheIsMadeIsNamedAndNotWrittenThrough)
{
    putSplits();
    const fs::path notes = m_root / "notes.txt";
    for (const char* suffix : {".tmp", ".lock"}) {
        writeWhole(notes, "mine");
        const fs::path link = cacheFile().string() + suffix;
        fs::create_directories(link.parent_path());
        fs::remove(link); // the lock of the first round
        fs::create_symlink(notes, link);
        EXPECT_THAT([&] { open(); }, ThrowsMessage<Error>(HasSubstr(link.string() + ": is a link to ")));
        EXPECT_EQ(readWhole(notes), "mine");
        fs::remove(link);
    }
    EXPECT_EQ(open().trainImages, 7);
}

TEST_F(ImageFolder, ADamagedCacheIsToldAndMadeAnew)
{
    putSplits();
    const std::string content = open().content;
    const std::string whole = readWhole(cacheFile());
    const auto spoil = [&](std::size_t at) {
        std::string bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
        writeWhole(cacheFile(), bytes);
    };
    const auto opening = [&] { openImageCache(cacheFile()); };
    spoil(0);
    EXPECT_THAT(opening, ThrowsMessage<Error>(HasSubstr("is damaged: it is no such cache")));
    spoil(8);
    EXPECT_THAT(opening, ThrowsMessage<Error>(HasSubstr("has the version 0; expected 1")));
    spoil(12);
    EXPECT_THAT(opening, ThrowsMessage<Error>(HasSubstr("is damaged: it has ")));
    spoil(whole.size() - 1);
    EXPECT_THAT(opening, ThrowsMessage<Error>(HasSubstr("is damaged: labels and names")));
    spoil(5000);
    EXPECT_NO_THROW(openImageCache(cacheFile())) << "pixels are checked when that is asked for";
    EXPECT_THAT([&] { openImageCache(cacheFile(), true); },
                ThrowsMessage<Error>(HasSubstr("is damaged: pixels are not those")));
    for (const std::size_t length : {std::size_t{0}, std::size_t{100}, whole.size() - 1}) {
        writeWhole(cacheFile(), whole.substr(0, length));
        EXPECT_THAT(opening, ThrowsMessage<Error>(HasSubstr("is damaged: "))) << length;
        EXPECT_EQ(open().content, content) << "made anew";
    }
    spoil(5000);
    openImageFolder(m_folder, 16, {}, true);
    EXPECT_EQ(readWhole(cacheFile()), whole);
}

TEST_F(ImageFolder, IsADataSet)
{
    putSplits();
    DataSetSpec spec = dataSetFromText("folder:" + m_folder.string());
    spec.resolution = 16;
    spec.classes = 2;
    const DataSetSpec there = resolved(spec);
    EXPECT_EQ(there.content, open().content);
    EXPECT_EQ(loadImages(there, Split::Train, 0).count, 7);
    EXPECT_FALSE(missingData(there));
    put("train/dog/5.png");
    EXPECT_THAT(sentence(missingData(there).value()),
                HasSubstr("holds other files than the job was queued with"));
    spec.classes = 10;
    EXPECT_THAT([&] { resolved(spec); },
                ThrowsMessage<Error>("data_set.classes: is 10 for " + m_folder.string() +
                                     "; expected 2, its folders"));
    EXPECT_EQ(sentence(check(dataSetFromText("folder")).front()),
              "data_set.folder: is empty; expected the folder of the images: folder:/path");
}

} // namespace
} // namespace regnet
