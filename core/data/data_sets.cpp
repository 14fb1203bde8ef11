// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/data_sets.h"

#include "core/data/file_bytes.h"
#include "core/data/image_folder.h"
#include "core/data/procedural.h"
#include "core/system/places.h"

#include <cstdlib>

namespace regnet {
namespace {

namespace fs = std::filesystem;

constexpr const char* proceduralName = "procedural";
constexpr const char* folderName = "folder";

/// The statistics that pycls normalises CIFAR-10 with, so that its recipes mean the same here.
constexpr ChannelStatistics pyclsCifar10{{125.3F, 123.0F, 113.9F}, {63.0F, 62.1F, 66.7F}};

std::vector<Problem> checkKnown(const KnownDataSet& set, const DataSetSpec& spec)
{
    std::vector<Problem> problems;
    const auto mustBe = [&](const char* field, std::int64_t value, std::int64_t right) {
        if (value != right)
            problems.push_back({ProblemKind::BadInput, field,
                                "is " + std::to_string(value) + " for " + set.title, std::to_string(right)});
    };
    mustBe("data_set.classes", spec.classes, set.format.classes);
    mustBe("data_set.resolution", spec.resolution, cifarSide);
    return problems;
}

std::vector<Problem> checkFolder(const DataSetSpec& spec)
{
    if (!spec.folder.empty()) return {};
    return {{ProblemKind::BadInput, "data_set.folder", "is empty", "the folder of the images: folder:/path"}};
}

/// The decoded images; their classes must be as many as the networks tell apart.
ImageCache openFolder(const DataSetSpec& spec, const std::function<bool()>& goOn)
{
    ImageCache cache =
        openImageFolder(spec.folder, spec.resolution, [&](const ByteProgress&) { return !goOn || goOn(); });
    requireClasses(spec, cache.classes.size());
    return cache;
}

DataSetSpec resolvedFolder(DataSetSpec spec, const std::function<bool()>& goOn)
{
    spec.folder = fs::absolute(spec.folder).lexically_normal().string();
    const ImageCache cache = openFolder(spec, goOn);
    spec.content = cache.content;
    if (cache.hasTest) spec.seed = 1; // there is nothing to draw
    return spec;
}

std::vector<fs::path> pathsOf(const std::vector<KnownFile>& files, const fs::path& folder)
{
    std::vector<fs::path> paths;
    for (const KnownFile& file : files)
        paths.push_back(folder / file.name);
    return paths;
}

[[noreturn]] void throwNotHere(const KnownDataSet& set, const fs::path& folder)
{
    throwBadInput("data set " + set.name, "is not in " + folder.string(),
                  "\"regnet dataset fetch " + set.name + "\", or a folder with " + set.train.front().name);
}

/// The files of a job's data set. One that was queued on another machine may lie elsewhere here; its content
/// tells whether it is the same.
FoundFiles filesOf(const KnownDataSet& set, const DataSetSpec& spec)
{
    if (const auto found = findFiles(set, spec.folder)) return *found;
    if (!spec.content.empty())
        if (const auto found = findFiles(set, {})) return *found;
    throwNotHere(set, spec.folder.empty() ? dataSetsFolder() : fs::path(spec.folder));
}

/// Before anything is read: a file of any size may lie there, also a sparse one that costs nobody anything.
void requireSizes(const std::vector<fs::path>& files, const CifarFormat& format)
{
    for (const fs::path& file : files) {
        const std::int64_t bytes = fileBytes(file);
        cifarImages(bytes, format, file.string());
        if (bytes > mostOtherBytes)
            throwBadInput(file.string(), "has " + std::to_string(bytes) + " bytes",
                          "at most " + std::to_string(mostOtherBytes));
    }
}

std::string fieldOf(Split split)
{
    return split == Split::Train ? "recipe.train_images" : "recipe.test_images";
}

ImageSet loadKnown(const KnownDataSet& set, const DataSetSpec& spec, Split split, std::int64_t count)
{
    const FoundFiles found = filesOf(set, spec);
    const std::vector<fs::path>& files = split == Split::Train ? found.train : found.test;
    requireSizes(files, set.format);
    ImageSet images = readCifar(files, set.format, count, fieldOf(split));
    if (set.name == "cifar10") images.statistics = pyclsCifar10;
    return images;
}

} // namespace

std::vector<std::string> dataSetNames()
{
    std::vector<std::string> names{proceduralName};
    for (const KnownDataSet& set : knownDataSets())
        names.push_back(set.name);
    names.emplace_back(folderName);
    return names;
}

std::vector<Problem> check(const DataSetSpec& spec)
{
    if (spec.name == proceduralName) return checkProcedural(spec);
    if (const KnownDataSet* set = knownDataSet(spec.name)) return checkKnown(*set, spec);
    if (spec.name == folderName) return checkFolder(spec);
    std::string names;
    for (const std::string& name : dataSetNames())
        names += (names.empty() ? "" : ", ") + name;
    return {{ProblemKind::BadInput, "data_set.name", "\"" + spec.name + "\" is unknown", "one of " + names}};
}

void requireClasses(const DataSetSpec& spec, std::size_t classes)
{
    if (static_cast<std::int64_t>(classes) != spec.classes)
        throwBadInput("data_set.classes", "is " + std::to_string(spec.classes) + " for " + spec.folder,
                      std::to_string(classes) + ", its folders");
}

fs::path dataSetsFolder()
{
    if (const char* given = std::getenv("REGNET_DATA"); given && *given) return fs::absolute(given);
    return dataFolder() / "data-sets";
}

std::optional<FoundFiles> findFiles(const KnownDataSet& set, const fs::path& folder)
{
    const fs::path base = folder.empty() ? dataSetsFolder() : fs::absolute(folder);
    for (const fs::path& candidate : {base, base / set.folder}) {
        std::error_code ignored;
        if (fs::exists(candidate / set.train.front().name, ignored))
            return FoundFiles{candidate, pathsOf(set.train, candidate), pathsOf(set.test, candidate)};
    }
    return std::nullopt;
}

std::vector<KnownFile> hashed(const FoundFiles& files, const std::function<bool()>& goOn)
{
    std::vector<KnownFile> answer;
    for (const auto* list : {&files.train, &files.test})
        for (const fs::path& file : *list) {
            answer.push_back({file.filename().string(), fileBytes(file), sha256OfFile(file, goOn)});
            if (answer.back().sha256.empty()) throwFailed(file.string(), "was not read to its end");
        }
    return answer;
}

DataSetSpec resolved(DataSetSpec spec, const std::function<bool()>& goOn)
{
    if (const std::vector<Problem> problems = check(spec); !problems.empty()) throw Error(problems.front());
    if (spec.name == folderName) return resolvedFolder(std::move(spec), goOn);
    const KnownDataSet* set = knownDataSet(spec.name);
    if (!set) return spec;
    const FoundFiles files = filesOf(*set, spec);
    requireSizes(files.train, set->format);
    requireSizes(files.test, set->format);
    const std::vector<KnownFile> hashes = hashed(files, goOn);
    spec.folder = files.folder.string();
    spec.content = contentOf(hashes);
    spec.seed = 1; // there is nothing to draw
    return spec;
}

std::optional<Problem> missingData(const DataSetSpec& spec, const std::function<bool()>& goOn)
{
    if (!check(spec).empty()) return std::nullopt; // a bad description is another matter
    try {
        const DataSetSpec here = resolved(spec, goOn);
        if (spec.content.empty() || here.content == spec.content) return std::nullopt;
        return Problem{ProblemKind::BadInput, here.folder, "holds other files than the job was queued with",
                       "those of " + spec.name + " with the content " + spec.content.substr(0, 12)};
    } catch (const Error& error) {
        return error.problem();
    }
}

ImageSet loadImages(const DataSetSpec& spec, Split split, std::int64_t count)
{
    if (const std::vector<Problem> problems = check(spec); !problems.empty()) throw Error(problems.front());
    if (const KnownDataSet* set = knownDataSet(spec.name)) return loadKnown(*set, spec, split, count);
    if (spec.name == folderName)
        return imagesOf(openFolder(spec, {}), split, spec.resolution, count, spec.seed, fieldOf(split));
    return proceduralImages(spec, split, count);
}

} // namespace regnet
