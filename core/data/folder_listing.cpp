// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/folder_listing.h"

#include "core/problem.h"
#include "core/text/sha256.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <sys/stat.h>

namespace regnet {
namespace {

namespace fs = std::filesystem;

/// Names of the folders in a folder, in the order of their bytes.
std::vector<std::string> subfolders(const fs::path& folder)
{
    std::vector<std::string> names;
    std::error_code failure;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        std::error_code ignored;
        const std::string name = entry->path().filename().string();
        if (!name.starts_with(".") && entry->is_directory(ignored)) names.push_back(name);
    }
    if (failure)
        throwBadInput(folder.string(), "cannot be listed: " + failure.message(), "a folder of images");
    std::sort(names.begin(), names.end());
    return names;
}

bool isImageName(const std::string& name)
{
    const auto dot = name.rfind('.');
    if (dot == std::string::npos || dot == 0) return false;
    std::string ending = name.substr(dot + 1);
    for (char& c : ending)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return ending == "jpg" || ending == "jpeg" || ending == "png";
}

class Lister
{
public:
    explicit Lister(const fs::path& folder) : m_folder(folder) {}
    FolderListing list();

private:
    void addSplit(const std::string& split, bool isTest);
    std::vector<ListedImage> imagesOf(const std::string& classFolder, std::int64_t label, bool isTest);

    fs::path m_folder;
    FolderListing m_listing;
};

std::vector<ListedImage> Lister::imagesOf(const std::string& classFolder, std::int64_t label, bool isTest)
{
    std::vector<ListedImage> images;
    std::error_code failure;
    const fs::path folder = m_folder / classFolder;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        const std::string name = entry->path().filename().string();
        if (name.starts_with(".")) continue;
        if (!isImageName(name)) {
            ++m_listing.otherFiles;
            continue;
        }
        ListedImage image{classFolder + "/" + name, label, isTest};
        struct stat info = {}; // of a link that leads nowhere nothing is known: reading it will say so
        if (::stat(entry->path().c_str(), &info) == 0) {
            image.bytes = info.st_size;
            image.modified = std::int64_t{info.st_mtim.tv_sec} * 1'000'000'000 + info.st_mtim.tv_nsec;
        }
        images.push_back(std::move(image));
    }
    if (failure) throwBadInput(folder.string(), "cannot be listed: " + failure.message());
    std::sort(images.begin(), images.end(),
              [](const ListedImage& a, const ListedImage& b) { return a.path < b.path; });
    return images;
}

void Lister::addSplit(const std::string& split, bool isTest)
{
    std::vector<std::vector<ListedImage>> ofClass(m_listing.classes.size());
    std::size_t most = 0;
    for (const std::string& name : subfolders(m_folder / split)) {
        const auto at = std::lower_bound(m_listing.classes.begin(), m_listing.classes.end(), name);
        if (at == m_listing.classes.end() || *at != name)
            throwBadInput((m_folder / split / name).string(), "is a class that train/ does not have",
                          "the classes of train/");
        const auto label = at - m_listing.classes.begin();
        auto& images = ofClass[static_cast<std::size_t>(label)];
        images = imagesOf(split.empty() ? name : split + "/" + name, label, isTest);
        most = std::max(most, images.size());
    }
    for (std::size_t round = 0; round < most; ++round)
        for (auto& images : ofClass)
            if (round < images.size()) m_listing.images.push_back(std::move(images[round]));
}

FolderListing Lister::list()
{
    const std::vector<std::string> top = subfolders(m_folder);
    const auto has = [&](const char* name) { return std::binary_search(top.begin(), top.end(), name); };
    std::string test;
    for (const char* name : {"val", "valid", "validation", "test"})
        if (test.empty() && has(name)) test = name;
    m_listing.hasTest = has("train") && !test.empty();
    m_listing.classes = m_listing.hasTest ? subfolders(m_folder / "train") : top;
    const std::string where = (m_listing.hasTest ? m_folder / "train" : m_folder).string();
    if (m_listing.classes.size() < 2)
        throwBadInput(where,
                      m_listing.classes.empty() ? "has no folders" : "has one class, " + m_listing.classes[0],
                      "a folder for each class, two at least");
    addSplit(m_listing.hasTest ? "train" : "", false);
    m_listing.trainImages = static_cast<std::int64_t>(m_listing.images.size());
    if (m_listing.hasTest) addSplit(test, true);
    if (m_listing.trainImages == 0)
        throwBadInput(where, "has no images in the folders of its classes", "files .jpg, .jpeg or .png");
    if (m_listing.hasTest && m_listing.trainImages == static_cast<std::int64_t>(m_listing.images.size()))
        throwBadInput((m_folder / test).string(), "has no images in the folders of its classes",
                      "files .jpg, .jpeg or .png");
    return std::move(m_listing);
}

} // namespace

std::string FolderListing::hash() const
{
    Sha256 hash;
    for (const std::string& name : classes)
        hash.add("class " + name + '\n');
    for (const ListedImage& image : images)
        hash.add(image.path + '\n' + std::to_string(image.bytes) + ' ' + std::to_string(image.modified) +
                 '\n');
    return hash.finish();
}

FolderListing listFolder(const fs::path& folder)
{
    return Lister(folder).list();
}

} // namespace regnet
