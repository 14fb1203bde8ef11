// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/torch_file.h"

#include "core/format/little_endian.h"
#include "core/format/text_file.h"
#include "core/format/zip_file.h"
#include "core/problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace regnet {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string bytesOf(const std::string& name)
{
    return readTextFile(std::string(REGNET_TEST_DATA) + "/" + name);
}

TorchFile fileOf(const std::string& name)
{
    return parseTorchFile(bytesOf("torch/" + name), name);
}

std::string problemOf(const std::string& bytes)
{
    try {
        parseTorchFile(bytes, "file.pth");
    } catch (const Error& error) {
        return error.what();
    }
    return "read";
}

const TensorView& tensorOf(const StateDict& state, const std::string& name)
{
    for (const TensorView& tensor : state.tensors)
        if (tensor.name == name) return tensor;
    throw std::runtime_error("no " + name);
}

TEST(TorchFile, ReadsAStateDictOfPython)
{
    const TorchFile file = fileOf("small.pth");
    ASSERT_EQ(file.states.size(), 1U);
    const StateDict& state = file.states.front();
    EXPECT_EQ(state.key, "");
    EXPECT_EQ(state.tensors.size(), 8U);
    EXPECT_THAT(tensorOf(state, "conv.weight").shape, ElementsAre(4, 3, 3, 3));
    EXPECT_THAT(floatsOf(tensorOf(state, "fc.bias")), ElementsAre(4, 4.125F)); // the fifth parameter
    EXPECT_THAT(tensorOf(state, "bn.num_batches_tracked").shape, ElementsAre());
    EXPECT_THAT(integersOf(tensorOf(state, "bn.num_batches_tracked")), ElementsAre(0));
}

TEST(TorchFile, ReadsACheckpointOfPyclsWithWhatStandsBesideTheWeights)
{
    const TorchFile file = parseTorchFile(bytesOf("pycls/sample_run/model_epoch_0003.pyth"), "checkpoint");
    EXPECT_EQ(file.numbers.at("epoch"), 2);
    EXPECT_NEAR(file.numbers.at("ema_err"), 89.583328, 1e-5);
    EXPECT_THAT(file.config, HasSubstr("STEM_TYPE: res_stem_cifar"));
    EXPECT_EQ(stateOf(file, "", "checkpoint").key, "model_state"); // its error is the lower one
    EXPECT_EQ(stateOf(file, "ema_state", "checkpoint").tensors.size(), stateOf(file, "", "").tensors.size());
    EXPECT_THAT(tensorOf(file.states.front(), "stem.conv.weight").shape, ElementsAre(8, 3, 3, 3));
}

TEST(TorchFile, TakesTheStateThatItsOwnProgramWouldTest)
{
    const TorchFile file = fileOf("nested.pth");
    EXPECT_EQ(stateOf(file, "", "").key, "ema_state");
    EXPECT_EQ(floatsOf(tensorOf(stateOf(file, "", ""), "fc.bias"))[0],
              2 * floatsOf(tensorOf(stateOf(file, "model_state", ""), "fc.bias"))[0]);
    try {
        stateOf(file, "other", "nested.pth");
        FAIL();
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(),
                     "nested.pth: has no weights under \"other\"; expected model_state, ema_state");
    }
}

TEST(TorchFile, ReadsEveryTypeAndViews)
{
    const TorchFile file = fileOf("dtypes.pth");
    const StateDict& state = file.states.front();
    for (const char* name : {"float32", "float64", "float16"})
        EXPECT_THAT(floatsOf(tensorOf(state, name)),
                    ElementsAre(0, -1.5F, 2, 65504, 6.103515625e-05F, -0.25F))
            << name;
    const std::vector<float> brain = floatsOf(tensorOf(state, "bfloat16"));
    EXPECT_EQ(brain[1], -1.5F);
    EXPECT_NEAR(brain[3], 1e30F, 1e28F);
    EXPECT_EQ(brain[4], 0.15625F);
    EXPECT_THAT(integersOf(tensorOf(state, "int64")), ElementsAre(123456789012));
    EXPECT_THAT(floatsOf(tensorOf(state, "view")), ElementsAre(0, 65504, -1.5F, 6.103515625e-05F, 2, -0.25F));
    EXPECT_THAT(floatsOf(tensorOf(state, "tail")), ElementsAre(6.103515625e-05F, -0.25F));
}

// Its storage alone would be read with the wrong sign.
TEST(TorchFile, RefusesATensorThatIsNotWhatIsStored)
{
    EXPECT_THAT(problemOf(bytesOf("torch/negated.pth")),
                HasSubstr("tensor \"weight\": is a negated or conjugated view; expected the tensor itself"));
}

TEST(TorchFile, ReadsParametersAndDropsTheNamesOfWrappers)
{
    const TorchFile file = fileOf("parameter.pth");
    EXPECT_THAT(tensorOf(file.states.front(), "conv.weight").shape, ElementsAre(4, 3, 3, 3));
}

TEST(TorchFile, RefusesTheOldFormAndSaysHowToConvertIt)
{
    EXPECT_THAT(problemOf(bytesOf("torch/legacy.pth")), HasSubstr("before version 1.6"));
    EXPECT_THAT(problemOf(bytesOf("torch/legacy.pth")), HasSubstr("torch.save(torch.load("));
}

TEST(TorchFile, RunsNoCodeAndNamesWhatItWasAskedFor)
{
    EXPECT_THAT(problemOf(bytesOf("torch/code.pth")), HasSubstr("asks for \"posix system\""));
}

TEST(TorchFile, RefusesWhatIsNoTorchFile)
{
    EXPECT_EQ(problemOf(""), "file.pth: is no file of torch.save; expected a zip archive with data.pkl");
    const std::vector<ZipEntry> other{{"word/document.xml", "<x/>"}};
    EXPECT_THAT(problemOf(storedZip(other)), HasSubstr("without data.pkl"));
}

// Whatever is cut off or turned over: a sentence or the same tensors, never a crash or other ones.
TEST(TorchFile, SurvivesEveryTruncationAndNoticesDamage)
{
    const std::string whole = bytesOf("torch/small.pth");
    for (std::size_t size = 0; size < whole.size(); size += 7)
        EXPECT_NE(problemOf(whole.substr(0, size)), "read") << size;
    const TorchFile intact = parseTorchFile(whole, "small.pth");
    for (std::size_t i = 0; i < whole.size(); i += 3) {
        std::string damaged = whole;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x41);
        try {
            const TorchFile file = parseTorchFile(damaged, "damaged");
            ASSERT_EQ(file.states.size(), 1U) << i;
            for (std::size_t t = 0; t < intact.states[0].tensors.size(); ++t)
                EXPECT_EQ(floatsOf(file.states[0].tensors[t]), floatsOf(intact.states[0].tensors[t])) << i;
        } catch (const Error&) {
        }
    }
}

/// small.pth with another pickle or other records.
std::string rebuilt(const std::function<void(std::vector<ZipEntry>&)>& change)
{
    const std::string whole = bytesOf("torch/small.pth");
    std::vector<ZipEntry> entries = readStoredZip(whole, "small.pth");
    change(entries);
    return storedZip(entries);
}

TEST(TorchFile, RefusesStoragesOfTheWrongSize)
{
    const std::string bytes = rebuilt([](std::vector<ZipEntry>& entries) {
        for (ZipEntry& entry : entries)
            if (entry.name.ends_with("data/0")) entry.bytes.remove_suffix(4);
    });
    EXPECT_THAT(problemOf(bytes), HasSubstr("tensor \"conv.weight\": has a storage of 428 bytes for 108"));
}

TEST(TorchFile, RefusesTensorsThatReachBeyondTheirStorage)
{
    std::string pickle;
    const std::string bytes = rebuilt([&](std::vector<ZipEntry>& entries) {
        for (ZipEntry& entry : entries)
            if (entry.name.ends_with("data.pkl")) {
                pickle = entry.bytes;
                // the strides (27, 9, 3, 1) of the first conv become (127, 9, 3, 1)
                const std::size_t place = pickle.find("K\x1bK\x09K\x03K\x01");
                ASSERT_NE(place, std::string::npos);
                pickle[place + 1] = 127;
                entry.bytes = pickle;
            }
    });
    EXPECT_THAT(problemOf(bytes), HasSubstr("tensor \"conv.weight\": reaches beyond its storage"));
}

TEST(TorchFile, RefusesBombs)
{
    // A dictionary of a thousand tensors that all show the same megabyte.
    const std::string storage(1 << 20, '\0');
    std::vector<TensorToWrite> tensors;
    for (int i = 0; i < 100; ++i)
        tensors.push_back({"t" + std::to_string(i), TensorType::UInt8, {1 << 20}, storage});
    const std::vector<StateToWrite> states{{"", tensors}};
    std::string file = torchFile(states);
    std::vector<ZipEntry> entries = readStoredZip(file, "bomb");
    std::string pickle(entries.front().bytes);
    for (int i = 1; i < 100; ++i) { // all of them name the storage 0
        const std::string name = std::to_string(i);
        std::string key = "X";
        appendLittle(key, static_cast<std::uint32_t>(name.size()));
        key += name;
        std::string zero = "X";
        appendLittle(zero, std::uint32_t{1});
        zero += "0";
        for (std::size_t at = pickle.find(key); at != std::string::npos; at = pickle.find(key, at + 1))
            pickle.replace(at, key.size(), zero);
    }
    entries.front().bytes = pickle;
    std::erase_if(entries, [](const ZipEntry& entry) {
        return entry.name.starts_with("archive/data/") && entry.name != "archive/data/0";
    });
    EXPECT_THAT(problemOf(storedZip(entries)), HasSubstr("share their bytes more than eight times"));
}

// A byte each of an opcode that makes a value, or keeps a place for one.
TEST(TorchFile, RefusesPicklesOfNothingButValues)
{
    std::string tuples = "\x80\x02", memos = "\x80\x02N";
    for (int i = 0; i < 5'000'000; ++i)
        tuples += "(t";
    memos += std::string(5'000'000, '\x94');
    for (const std::string& pickle : {tuples, memos, std::string("\x80\x02") + std::string(5'000'000, '(')})
        EXPECT_THAT(problemOf(storedZip(std::vector<ZipEntry>{{"archive/data.pkl", pickle}})),
                    HasSubstr("holds more than four million values"));
}

TEST(TorchFile, ReadsWhatItWrites)
{
    const std::vector<float> weight{1, 2, 3, 4, 5, 6};
    const std::int64_t count = 9;
    const std::string_view weightBytes(reinterpret_cast<const char*>(weight.data()), 24);
    const std::string_view countBytes(reinterpret_cast<const char*>(&count), 8);
    const StateToWrite state{"model_state",
                             {{"fc.weight", TensorType::Float32, {2, 3}, weightBytes},
                              {"bn.num_batches_tracked", TensorType::Int64, {}, countBytes}}};
    const std::vector<StateToWrite> states{state, {"ema_state", state.tensors}};
    const std::string bytes = torchFile(states, 12);
    const TorchFile file = parseTorchFile(bytes, "own");
    EXPECT_EQ(file.numbers.at("epoch"), 12);
    ASSERT_EQ(file.states.size(), 2U);
    EXPECT_EQ(floatsOf(tensorOf(file.states[1], "fc.weight")), weight);
    EXPECT_EQ(integersOf(tensorOf(file.states[0], "bn.num_batches_tracked")).front(), 9);
    EXPECT_EQ(torchFile(states, 12), bytes); // the same weights, the same file
}

} // namespace
} // namespace regnet
