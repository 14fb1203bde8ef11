// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every reader of other people's files against every kind of bad file that it can meet: one sentence with the
// file in it, soon, and nothing kept.
#include "core/format/import.h"
#include "core/format/open_source.h"
#include "core/format/pycls_sweep_folder.h"
#include "core/format/text_file.h"
#include "core/format/weights.h"
#include "core/format/zip_file.h"
#include "core/problem.h"
#include "core/queue/request.h"
#include "tests/core/store/store_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <functional>
#include <sys/stat.h>

namespace regnet {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const fs::path data = REGNET_TEST_DATA;

std::string repeated(const std::string& text, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

class HostileFile : public testing::Test
{
protected:
    fs::path write(const std::string& name, const std::string& bytes) const
    {
        writeTextFile(folder.path() / name, bytes);
        return folder.path() / name;
    }

    /// "read", or the sentence. Anything else that is thrown fails the test.
    static std::string problemOf(const fs::path& file, const ImportOptions& options = {})
    {
        try {
            readImport(file, options);
        } catch (const Error& error) {
            const std::string sentence = error.what();
            EXPECT_EQ(sentence.find('\n'), std::string::npos) << sentence;
            EXPECT_LT(sentence.size(), 800U) << sentence;
            return sentence;
        }
        return "read";
    }

    QueueAnswer add(const PopulationSpec& population) const
    {
        const fs::path store = folder.path() / "runs.db";
        return request(adding(population), store, Spool(defaultSpool(store)), "test");
    }

    TemporaryFolder folder;
};

struct Row
{
    const char* why;
    const char* file;
    std::string bytes;
    const char* sentence; ///< a part of it
};

class RefusedFile : public HostileFile, public testing::WithParamInterface<Row>
{
};

TEST_P(RefusedFile, GetsOneSentenceThatNamesIt)
{
    const Row& row = GetParam();
    const fs::path file = write(row.file, row.bytes);
    EXPECT_THAT(problemOf(file), HasSubstr(row.sentence)) << row.why;
    EXPECT_THAT(problemOf(file), HasSubstr(row.file)) << row.why;
}

const std::string logLine = "[meters.py:  1]: json_stats: ";

INSTANTIATE_TEST_SUITE_P(
    DeeplyNested, RefusedFile,
    testing::Values(
        Row{"a sweep", "sweep.json", "[{\"cfg\": " + repeated("{\"a\": ", 100'000), "nested too deeply"},
        Row{"NDS: what is passed over", "nds.json",
            "[{\"min_test_top1\": 5, \"x\": " + std::string(100'000, '['), "nested too deeply"},
        Row{"a network", "net.json", "{\"stages\": " + std::string(100'000, '['), "nested too deeply"},
        Row{"a log", "stdout.log", logLine + repeated("{\"a\": ", 100'000) + "\n", "nested too deeply"},
        Row{"a configuration", "net.yaml", "REGNET: " + std::string(100'000, '['), "is not YAML"},
        Row{"a configuration in blocks", "net.yaml", "REGNET:\n" + repeated("- ", 100'000), "net.yaml"}));

INSTANTIATE_TEST_SUITE_P(
    WrongTypes, RefusedFile,
    testing::Values(
        Row{"a configuration that is a number", "sweep.json",
            "[{\"cfg\": 7, \"log_file\": \"a\", \"err\": \"\"}]", "sweep.json"},
        Row{"a record that is none", "nds.json", "[7, {\"min_test_top1\": 5}]", "no record of NDS"},
        Row{"an error in words", "nds.json", "[{\"min_test_top1\": \"low\"}]", "is no number"},
        Row{"stages that are a number", "net.json", "{\"stages\": 7}", "stages"},
        Row{"an epoch in words", "stdout.log",
            logLine + R"({"_type": "test_epoch", "epoch": "two", "top1_err": 1})" + "\n", "test_epoch.epoch"},
        Row{"a depth in words", "net.yaml", "REGNET:\n  DEPTH: four\n", "REGNET.DEPTH"},
        Row{"an error in words", "runs.csv", "error\nlow\n", "runs.csv:2, column error"}));

INSTANTIATE_TEST_SUITE_P(
    NotANumber, RefusedFile,
    testing::Values(Row{"a width", "net.json", R"({"stages": [{"width": NaN, "depth": 1}]})", "width"},
                    Row{"a line", "net.json",
                        R"({"regnet": {"depth": 9, "w0": 24, "wa": Infinity, "wm": 2}})", "wa"},
                    Row{"a width in YAML", "net.yaml", "REGNET:\n  W0: .nan\n", "REGNET.W0"},
                    Row{"a slope in YAML", "net.yaml", "REGNET:\n  WA: .inf\n", "REGNET.WA"},
                    Row{"a finished network with an infinite error", "runs.csv",
                        "state,error\nfinished,inf\n", "runs.csv:2, column error"},
                    Row{"an error beyond doubles", "sweep.json", "[1e999]", "sweep.json"},
                    Row{"an error below 0", "nds.json", "[{\"min_test_top1\": -1e300}]", "has the error"}));

INSTANTIATE_TEST_SUITE_P(
    MixedEncodings, RefusedFile,
    testing::Values(
        Row{"Latin-1 in a CSV", "runs.csv", "label,error\nx,1\ngr\xFCn,2\n",
            "runs.csv:3: holds bytes that are not UTF-8"},
        Row{"a column in Latin-1", "runs.csv",
            "gr\xF6\xDF"
            "e,error\n1,2\n",
            "runs.csv:1: holds bytes"},
        Row{"UTF-16", "runs.csv",
            std::string("\xFF\xFE"
                        "e\0r\0r\0o\0r\0",
                        12),
            "is neither text nor weights"},
        Row{"UTF-16 without a mark", "runs.csv", std::string("e\0r\0r\0o\0r\0", 10),
            "is neither text nor weights"},
        Row{"Latin-1 in a sweep", "sweep.json", "[{\"log_file\": \"gr\xFCn\"}]", "sweep.json:1: is not JSON"},
        Row{"Latin-1 in NDS", "nds.json", "[{\"min_test_top1\": 5, \"job_id\": \"gr\xFCn\"}]", "not UTF-8"},
        Row{"a zero byte in JSON", "net.json",
            std::string("{\"stages\":", 10) + std::string(5'000, ' ') + '\0', "zero byte"}));

INSTANTIATE_TEST_SUITE_P(
    CutOff, RefusedFile,
    testing::Values(Row{"a sweep", "sweep.json", "[{\"cfg\": {\n\"REGNET\": ", "sweep.json:2: is not JSON"},
                    Row{"NDS", "nds.json", "[{\"min_test_top1\": 5},\n{\"net\": {", "nds.json:2: "},
                    Row{"a quotation mark", "runs.csv", "error\n1\n\"2\n", "never closed"},
                    Row{"a row", "runs.csv", "label,error\na,1\nb\n", "runs.csv:3: has 1 cells"},
                    Row{"weights", "net.pth", std::string("PK\x03\x04\x14\0\0\0", 8), "net.pth"},
                    Row{"an old pickle", "net.pth", std::string("\x80\x02", 2), "net.pth"}));

/// A sparse file of that many bytes: it takes no room.
void grow(const fs::path& file, std::uintmax_t size)
{
    fs::resize_file(file, size);
}

TEST_F(HostileFile, HugeOnesAreNotRead)
{
    constexpr std::uintmax_t gibibyte = std::uintmax_t{1} << 30;
    for (const char* name : {"sweep.json", "runs.csv", "stdout.log"}) {
        const fs::path file = write(name, std::string(5'000, '['));
        grow(file, gibibyte + 1);
        EXPECT_THAT(problemOf(file), HasSubstr("at most 1 GiB")) << name;
    }
    EXPECT_THAT(problemOf(write("net.yaml", "REGNET:\n" + std::string(2'000'000, ' '))), HasSubstr("1 MiB"));
    const fs::path weights = write("net.pth", "PK\x03\x04");
    grow(weights, 16 * gibibyte + 1);
    EXPECT_THAT(problemOf(weights), HasSubstr("at most 16 GiB"));
    const fs::path sparse = write("sparse.pth", "PK\x03\x04");
    grow(sparse, 16 * gibibyte);
    EXPECT_THAT(problemOf(sparse), HasSubstr("is no whole zip archive"));
}

TEST_F(HostileFile, APipeIsRefusedRatherThanWaitedFor)
{
    const fs::path pipe = folder.path() / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(problemOf(pipe), pipe.string() + ": is a pipe; expected a file");
    EXPECT_EQ(regnet::problemOf([&] { openSource(pipe.string()); }),
              pipe.string() + ": is a pipe; expected a file");
    EXPECT_EQ(regnet::problemOf([&] { openSource(pipe.string() + "#x"); }),
              pipe.string() + ": is no store; expected STORE.db#POPULATION");
    EXPECT_EQ(regnet::problemOf([&] { openWeights(pipe, {}); }),
              pipe.string() + ": is a pipe; expected a file");
}

// Nodes that name each other a billion times are one node each.
TEST_F(HostileFile, AYamlThatMultipliesItselfIsOver)
{
    std::string bomb = "DESC: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 30; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        bomb += "K" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before +
                repeated(", " + before, 8) + "]\n";
    }
    EXPECT_THAT(problemOf(write("net.yaml", bomb + "REGNET:\n  DEPTH: *a29\n")), HasSubstr("net.yaml"));
    EXPECT_THAT(problemOf(write("loop.yaml", "REGNET: &a\n  DEPTH: *a\n")), HasSubstr("loop.yaml"));
}

/// Weights of the test data with other entries.
std::string archive(const std::function<void(std::vector<ZipEntry>&)>& change)
{
    const std::string whole = readTextFile(data / "torch/small.pth");
    std::vector<ZipEntry> entries = readStoredZip(whole, "small.pth");
    change(entries);
    return storedZip(entries);
}

TEST_F(HostileFile, ArchivesNeitherUnpackNorLeadOut)
{
    for (const char* name : {"../../evil", "/etc/passwd", "archive/../../evil"}) {
        const std::string bytes = archive([name](std::vector<ZipEntry>& entries) {
            entries.push_back({name, "x"});
        });
        EXPECT_THAT(problemOf(write("net.pth", bytes)), HasSubstr("net.pth")) << name;
    }
    std::string packed = archive([](std::vector<ZipEntry>&) {});
    constexpr std::size_t methodInLocal = 8, methodInDirectory = 10;
    packed[methodInLocal] = 8; // deflate
    packed[packed.find("PK\x01\x02") + methodInDirectory] = 8;
    EXPECT_THAT(problemOf(write("bomb.pth", packed)), HasSubstr("bomb.pth"));
    EXPECT_THAT(problemOf(data / "torch/code.pth"), HasSubstr("could run code"));
    EXPECT_THAT(problemOf(data / "torch/legacy.pth"), HasSubstr("legacy.pth"));
}

/// Whatever is missing at its end: a sentence, or what stood before; never another exception.
TEST_F(HostileFile, EveryTruncationIsSurvived)
{
    const fs::path run = data / "pycls/sample_run";
    for (const char* name : {"sweep.json", "stdout.log", "config.yaml"}) {
        const std::string whole = readTextFile(run / name);
        const std::size_t step = std::max<std::size_t>(1, whole.size() / 60);
        for (std::size_t size = 0; size < whole.size(); size += step) {
            const std::string problem = problemOf(write(name, whole.substr(0, size)));
            // All but the line break at its end is needed.
            if (std::string(name) == "sweep.json" && size + 2 < whole.size()) {
                EXPECT_NE(problem, "read") << size;
            }
        }
    }
}

// A population keeps the name that the file gives it, wherever that leads; files here have names of our own.
TEST_F(HostileFile, NamesLeadNowhere)
{
    const std::vector<std::string> names{
        "../../../evil", "/etc/evil", "a/b", "..", "<script>alert(1)</script>", "=cmd|' /C calc'!A0"};
    std::string csv = "population,label,error\n";
    for (const std::string& name : names)
        csv += "\"" + name + "\",\"" + name + "\",1\n";
    const Import import = readImport(write("names.csv", csv));
    ASSERT_EQ(import.populations.size(), names.size());
    for (const PopulationSpec& population : import.populations)
        add(population);
    const fs::path store = folder.path() / "runs.db";
    EXPECT_EQ(openSource(store.string()).size(), names.size());
    const fs::path populations = Spool(defaultSpool(store)).root() / "populations";
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(populations))
        files += entry.is_regular_file() ? 1 : 0;
    EXPECT_EQ(files, names.size());
    for (const fs::path& place : {folder.path(), folder.path().parent_path(), fs::path("/etc")})
        EXPECT_FALSE(fs::exists(place / "evil") || fs::exists(place / "evil.json")) << place;
}

TEST_F(HostileFile, NamesThatAreNoTextAreRefused)
{
    EXPECT_THAT(problemOf(write("gr\xFCn.csv", "error\n1\n")), HasSubstr("is not UTF-8"));
    const fs::path sweep = folder.path() / "sweep";
    fs::create_directories(sweep / "cfgs");
    fs::copy_file(data / "pycls/sample_run/config.yaml", sweep / "cfgs" / "gr\xFCn.yaml");
    EXPECT_THAT(problemOf(sweep), HasSubstr("network 1 has a name that is not UTF-8"));
    ImportOptions options;
    options.population = "gr\xFCn";
    EXPECT_THAT(problemOf(write("runs.csv", "error\n1\n"), options), HasSubstr("is not UTF-8"));
}

// A folder is read to its end before anything is kept of it.
TEST_F(HostileFile, OneBadFileOfASweepKeepsAllOfItOut)
{
    const fs::path sweep = folder.path() / "sweep";
    for (const char* job : {"000000", "000001"})
        fs::create_directories(sweep / "logs" / job);
    fs::copy_file(data / "pycls/sample_run/stdout.log", sweep / "logs/000000/stdout.log");
    writeTextFile(sweep / "logs/000001/stdout.log", logLine + "{broken}\n" + logLine + "{}\n");
    EXPECT_THAT(problemOf(sweep), HasSubstr("000001/stdout.log:1"));
    EXPECT_FALSE(fs::exists(folder.path() / "runs.db"));
}

} // namespace
} // namespace regnet
