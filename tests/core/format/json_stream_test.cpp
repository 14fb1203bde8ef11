// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/json_stream.h"

#include "core/problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace regnet {
namespace {

using testing::HasSubstr;

std::string problemOf(std::string_view text, const std::function<void(JsonStream&)>& read)
{
    try {
        JsonStream json(text, "a.json");
        read(json);
        json.finish();
    } catch (const Error& error) {
        return error.what();
    }
    return "read";
}

TEST(JsonStream, ReadsWhatIsAskedForAndPassesOverTheRest)
{
    JsonStream json(
        R"( {"a": [1, -2.5e1, null, NaN], "skip": {"x": ["]", {"y": "\"}"}]}, "b\u00e4": "\u00e9\n"} )", "");
    json.beginObject();
    std::string_view key;
    ASSERT_TRUE(json.nextKey(key));
    EXPECT_EQ(key, "a");
    json.beginArray();
    std::vector<double> numbers;
    while (json.nextItem())
        numbers.push_back(json.number());
    ASSERT_EQ(numbers.size(), 4U);
    EXPECT_EQ(numbers[1], -25);
    EXPECT_TRUE(std::isnan(numbers[2]) && std::isnan(numbers[3]));
    ASSERT_TRUE(json.nextKey(key));
    EXPECT_EQ(json.raw(), R"({"x": ["]", {"y": "\"}"}]})");
    ASSERT_TRUE(json.nextKey(key));
    EXPECT_EQ(key, "b\u00e4");
    EXPECT_EQ(json.text(), "\u00e9\n");
    EXPECT_FALSE(json.nextKey(key));
    json.finish();
}

TEST(JsonStream, NamesTheLineOfWhatIsWrong)
{
    const auto skip = [](JsonStream& json) { json.skip(); };
    EXPECT_THAT(problemOf("[1,\n2", skip), HasSubstr("a.json:2: ends in the middle"));
    EXPECT_THAT(problemOf("[1}", skip), HasSubstr("is not JSON here"));
    EXPECT_THAT(problemOf("\"abc", skip), HasSubstr("never closed"));
    EXPECT_THAT(problemOf("\"abc\\\"", skip), HasSubstr("never closed"));
    EXPECT_THAT(problemOf("1 2", skip), HasSubstr("goes on after its end"));
    EXPECT_THAT(problemOf(std::string(100, '['), skip), HasSubstr("nested too deeply"));
    EXPECT_THAT(problemOf("", skip), HasSubstr("ends in the middle"));
    EXPECT_THAT(problemOf("x", [](JsonStream& json) { json.number(); }), HasSubstr("expected a number"));
    EXPECT_THAT(problemOf("\"\xff\"", [](JsonStream& json) { json.text(); }), HasSubstr("not UTF-8"));
    const auto nest = [](JsonStream& json) {
        for (int i = 0; i < 100; ++i)
            json.beginArray();
    };
    EXPECT_THAT(problemOf(std::string(100, '['), nest), HasSubstr("nested too deeply"));
}

// As parseJson() says it; in an object that is passed over nothing is taken from either of the two.
TEST(JsonStream, AKeyThatStandsTwiceIsNotGuessedAt)
{
    const auto read = [](JsonStream& json) {
        json.beginObject();
        std::string_view key;
        while (json.nextKey(key)) {
            if (key != "inner") {
                json.skip();
                continue;
            }
            json.beginObject();
            while (json.nextKey(key))
                json.skip();
        }
    };
    EXPECT_EQ(problemOf("{\"a\": 1,\n\"b\": 2,\n\"a\": 3}", read),
              "a.json:3, a: stands twice in one object; expected each field once");
    EXPECT_THAT(problemOf(R"({"a": 1, "\u0061": 2})", read), HasSubstr("a: stands twice"));
    EXPECT_THAT(problemOf(R"({"a": 1, "inner": {"b": 1, "c": 2, "b": 3}})", read),
                HasSubstr("b: stands twice"));
    EXPECT_THAT(problemOf(R"({"a": 1, "inner": {"b": 1}, "a": 2})", read), HasSubstr("a: stands twice"));
    EXPECT_EQ(problemOf(R"({"a": 1, "inner": {"a": 1}, "b": {"a": 1, "a": 2}})", read), "read");
}

} // namespace
} // namespace regnet
