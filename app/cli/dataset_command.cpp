// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_line.h"
#include "app/cli/json_line.h"
#include "app/cli/progress.h"
#include "app/cli/table.h"
#include "app/cli/tell.h"
#include "core/data/data_sets.h"
#include "core/data/fetch.h"
#include "core/data/folder_listing.h"
#include "core/data/image_folder.h"
#include "core/data/procedural.h"
#include "core/problem.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <unistd.h>

namespace regnet::cli {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr int exitStopped = 130; // as a shell says it of a program that Ctrl-C ended

volatile std::sig_atomic_t wasInterrupted = 0;

struct DataSetOptions
{
    std::string name;
    std::string from, folder, sha256;
    std::int64_t resolution = 224;
    bool asJson = false;
};

std::string mebibytes(std::int64_t bytes)
{
    return fmt::format("{:.1f} MiB", static_cast<double>(bytes) / (1 << 20));
}

/// One line of bytes on stderr: redrawn on a terminal, a plain one every ten seconds elsewhere.
class ByteDisplay
{
public:
    ~ByteDisplay()
    {
        if (m_isTerminal && !m_what.empty()) fmt::print(stderr, "\n");
    }

    bool show(const ByteProgress& progress)
    {
        const bool isNew = progress.what != m_what;
        const bool isDue = Clock::now() - m_drawn >= (m_isTerminal ? Clock::duration(100ms) : 10s);
        if (isNew || isDue) draw(progress);
        return wasInterrupted == 0;
    }

private:
    void draw(const ByteProgress& progress)
    {
        m_what = progress.what;
        m_drawn = Clock::now();
        const auto amount = [&](std::int64_t count) {
            return progress.what == "decoding" ? std::to_string(count) + " images" : mebibytes(count);
        };
        std::string line = fmt::format("{} {}", progress.what, amount(progress.bytes));
        if (progress.total > 0) {
            const double share = static_cast<double>(progress.bytes) / static_cast<double>(progress.total);
            line += fmt::format(" of {} ({:.0f} %)", amount(progress.total), 100 * share);
            if (m_isTerminal) line = bar(share, 24) + " " + line;
        }
        if (m_isTerminal)
            fmt::print(stderr, "\r\x1b[K{}", line);
        else
            fmt::print(stderr, "{}\n", line);
        std::fflush(stderr);
    }

    bool m_isTerminal = isatty(STDERR_FILENO) == 1;
    std::string m_what;
    Clock::time_point m_drawn;
};

void listenToInterruptions()
{
    struct sigaction action = {};
    action.sa_handler = [](int) { wasInterrupted = 1; };
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

const KnownDataSet& knownOrThrow(const std::string& name)
{
    if (const KnownDataSet* set = knownDataSet(name)) return *set;
    std::string names;
    for (const KnownDataSet& set : knownDataSets())
        names += (names.empty() ? "" : ", ") + set.name;
    throwBadInput("data set", "\"" + name + "\" cannot be fetched", "one of " + names);
}

std::int64_t imagesOf(const std::vector<KnownFile>& files, const CifarFormat& format)
{
    std::int64_t bytes = 0;
    for (const KnownFile& file : files)
        bytes += file.bytes;
    return bytes / format.recordBytes();
}

void list(bool asJson)
{
    nlohmann::ordered_json json;
    Table table({"data set", "images", "test", "classes", "pixels", "where"});
    const auto add = [&](const std::string& name, std::int64_t train, std::int64_t test, std::int64_t classes,
                         const std::string& folder, const std::string& where) {
        table.add({name, std::to_string(train), std::to_string(test), std::to_string(classes), "32", where});
        json["data_sets"].push_back(
            {{"name", name},
             {"train_images", train},
             {"test_images", test},
             {"classes", classes},
             {"resolution", 32},
             {"folder", folder.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(folder)}});
    };
    add("procedural", proceduralTrainImages, proceduralTestImages, proceduralClasses, "",
        "built in; any size from 8 to 512 pixels");
    for (const KnownDataSet& set : knownDataSets()) {
        const auto files = findFiles(set, {});
        const std::string folder = files ? files->folder.string() : "";
        add(set.name, imagesOf(set.train, set.format), imagesOf(set.test, set.format), set.format.classes,
            folder, files ? folder : "not here: regnet dataset fetch " + set.name);
    }
    json["folder"] = dataSetsFolder().string();
    if (asJson)
        fmt::print("{}\n", json.dump());
    else
        fmt::print("{}\nData sets lie in {} ($REGNET_DATA names another folder).\n", table.text(),
                   dataSetsFolder().string());
}

/// Everything is closed when this returns: the caller may leave the program.
FetchEnd runFetch(const DataSetOptions& options)
{
    FetchOrder order;
    order.set = knownOrThrow(options.name);
    order.url = options.from;
    order.folder = options.folder;
    order.sha256 = options.sha256;
    if (order.url.empty())
        if (const char* mirror = std::getenv("REGNET_DATA_MIRROR"); mirror && *mirror)
            order.url = std::string(mirror) + order.set.url.substr(order.set.url.rfind('/'));
    listenToInterruptions();
    FetchEnd end = FetchEnd::Stopped;
    {
        ByteDisplay display;
        end = fetch(order, [&](const ByteProgress& progress) { return display.show(progress); });
    }
    const std::string folder =
        (order.folder.empty() ? dataSetsFolder() : std::filesystem::absolute(order.folder)) /
        order.set.folder;
    if (end == FetchEnd::Stopped)
        fmt::print(stderr, "Stopped. The same command goes on where it was.\n");
    else
        tell("{}: {} in {}\n", order.set.name,
             end == FetchEnd::Done ? "fetched and checked," : "is there already,", folder);
    return end;
}

struct SplitReport
{
    std::int64_t images = 0;
    std::int64_t fewest = 0, most = 0; ///< of a class
};

SplitReport reportOf(const ImageSet& images)
{
    std::vector<std::int64_t> ofClass(static_cast<std::size_t>(images.classes));
    for (const std::int64_t label : images.labels)
        ++ofClass[static_cast<std::size_t>(label)];
    const auto [fewest, most] = std::minmax_element(ofClass.begin(), ofClass.end());
    return {images.count, *fewest, *most};
}

nlohmann::ordered_json toJson(const SplitReport& report)
{
    return {
        {"images", report.images}, {"fewest_of_a_class", report.fewest}, {"most_of_a_class", report.most}};
}

std::string textOf(const SplitReport& report)
{
    return report.fewest == report.most
               ? fmt::format("{} images, {} of each class", report.images, report.most)
               : fmt::format("{} images, {} to {} of a class", report.images, report.fewest, report.most);
}

void checkKnown(const KnownDataSet& set, DataSetSpec spec, bool asJson)
{
    spec.classes = set.format.classes;
    spec.resolution = cifarSide;
    spec = resolved(spec);
    const SplitReport train = reportOf(loadImages(spec, Split::Train, 0));
    const SplitReport test = reportOf(loadImages(spec, Split::Test, 0));
    const bool isPublished = spec.content == publishedContent(set);
    if (asJson) {
        const nlohmann::ordered_json json{{"name", set.name},        {"folder", spec.folder},
                                          {"content", spec.content}, {"published", isPublished},
                                          {"train", toJson(train)},  {"test", toJson(test)}};
        fmt::print("{}\n", json.dump());
        return;
    }
    tell("{} in {}\n  training  {}\n  test      {}\n  content   {}: {}\n", set.title, spec.folder,
         textOf(train), textOf(test), spec.content.substr(0, 12),
         isPublished ? "as published" : "in the right form, but not what its authors published");
}

void printFolder(const ImageCache& cache, const DataSetSpec& spec, const DataSetOptions& options)
{
    const auto reportFor = [&](Split split) {
        return reportOf(imagesOf(cache, split, options.resolution, 0, spec.seed, ""));
    };
    const SplitReport train = reportFor(Split::Train), test = reportFor(Split::Test);
    const std::string file = imageCacheFile(spec.folder, options.resolution).string();
    const std::int64_t passedOver = listFolder(spec.folder).otherFiles;
    if (options.asJson) {
        nlohmann::ordered_json json{
            {"name", "folder"},           {"folder", spec.folder},
            {"content", cache.content},   {"classes", cache.classes},
            {"train", toJson(train)},     {"test", toJson(test)},
            {"own_split", cache.hasTest}, {"decoded", file},
            {"passed_over", passedOver},  {"broken", nlohmann::ordered_json::array()}};
        for (const BrokenImage& image : cache.broken)
            json["broken"].push_back({{"path", image.path}, {"reason", image.reason}});
        fmt::print("{}\n", jsonLine(json));
        return;
    }
    tell("{}: {} classes\n  training  {}\n  test      {}{}\n  content   {}\n  decoded   {} ({} pixels)\n",
         spec.folder, cache.classes.size(), textOf(train), textOf(test),
         cache.hasTest ? "" : " (a fifth: the folder has no split of its own)", cache.content.substr(0, 12),
         file, cache.side);
    if (passedOver > 0)
        fmt::print("{} files or folders within the classes are passed over: only .jpg, .jpeg and .png are "
                   "read\n",
                   passedOver);
    if (!cache.broken.empty()) fmt::print("{} files are left out:\n", cache.broken.size());
    for (const BrokenImage& image : cache.broken)
        tell("  {}: {}\n", image.path, image.reason);
}

void checkFolderSet(const DataSetSpec& spec, const DataSetOptions& options)
{
    listenToInterruptions();
    const ImageCache cache = [&] {
        ByteDisplay display;
        return openImageFolder(
            spec.folder, options.resolution,
            [&](const ByteProgress& progress) { return display.show(progress); }, /*checksPixels=*/true);
    }();
    printFolder(cache, spec, options);
}

void checkProceduralSet(bool asJson)
{
    if (asJson)
        fmt::print("{}\n", nlohmann::ordered_json{{"name", "procedural"}, {"published", true}}.dump());
    else
        fmt::print("procedural is built in: there is nothing to check\n");
}

void runCheck(const DataSetOptions& options)
{
    DataSetSpec spec = dataSetFromText(options.name);
    if (!options.folder.empty()) spec.folder = options.folder;
    if (const KnownDataSet* set = knownDataSet(spec.name)) return checkKnown(*set, spec, options.asJson);
    if (const std::vector<Problem> problems = check(spec); !problems.empty()) throw Error(problems.front());
    if (spec.name == "folder")
        checkFolderSet(spec, options);
    else
        checkProceduralSet(options.asJson);
}

} // namespace

void addDatasetCommand(Command app)
{
    auto options = std::make_shared<DataSetOptions>();
    const Command command = app.subcommand("dataset", "Data sets: which there are, fetch, check");
    command.requireSubcommand(1);

    const Command listing = command.subcommand("list", "Which there are, and where");
    listing.flag("--json", options->asJson, "Print one JSON object");
    listing.callback([options] { list(options->asJson); });

    const Command fetching = command.subcommand(
        "fetch",
        "Download a data set from its authors, check it and unpack it; goes on where it was stopped");
    fetching.option("NAME", options->name, "cifar10 or cifar100").required();
    fetching.option("--from", options->from,
                    "Another address of the same archive; $REGNET_DATA_MIRROR names one for all");
    fetching.option("--folder", options->folder,
                    "Where its folder is made; by default $REGNET_DATA, or this user's data folder");
    fetching.option("--sha256", options->sha256, "Of the archive, where it is another one than the published")
        .check([](const std::string& text) {
            const bool isHash =
                text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
            return isHash ? "" : "expected 64 hexadecimal digits";
        });
    fetching.callback([options] {
        if (runFetch(*options) == FetchEnd::Stopped) std::exit(exitStopped);
    });

    const Command checking = command.subcommand("check", "Read a data set whole and say what is in it");
    checking
        .option("NAME", options->name,
                "cifar10, cifar100, procedural, or folder:PATH; a folder may follow after a colon")
        .required();
    checking.option("--folder", options->folder, "Where its files are");
    checking
        .option("--resolution", options->resolution, "Of the networks that a folder is decoded for, pixels")
        .range(8, 1024)
        .showDefault();
    checking.flag("--json", options->asJson, "Print one JSON object");
    checking.callback([options] {
        try {
            runCheck(*options);
        } catch (const Error&) {
            if (wasInterrupted == 0) throw;
            std::exit(exitStopped);
        }
    });
}

} // namespace regnet::cli
