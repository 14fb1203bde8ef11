// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/property_values.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <random>
#include <stdexcept>
#include <thread>

namespace regnet {
namespace {

std::map<std::string, double> mapOf(const PropertyValues& values)
{
    std::map<std::string, double> map;
    for (const auto& [name, value] : values)
        map.emplace(name.text(), value);
    return map;
}

TEST(PropertyValues, AreThoseOfAMapWhateverIsDone)
{
    std::mt19937 random(11);
    PropertyValues values;
    std::map<std::string, double> model;
    for (int step = 0; step < 4000; ++step) {
        const std::string name = "p" + std::to_string(random() % 17);
        const double value = static_cast<double>(random() % 100);
        switch (random() % 4) {
        case 0:
            values[name] = value;
            model[name] = value;
            break;
        case 1:
            values.add(name, value);
            model.try_emplace(name, value);
            break;
        case 2:
            values.erase(name);
            model.erase(name);
            break;
        default: {
            const auto found = model.find(name);
            ASSERT_EQ(values.contains(name), found != model.end());
            if (found != model.end()) {
                ASSERT_EQ(values.at(name), found->second);
            }
        }
        }
        ASSERT_EQ(mapOf(values), model);
        ASSERT_EQ(values.size(), model.size());
    }
}

TEST(PropertyValues, AreInTheOrderOfTheirNames)
{
    std::string names;
    for (const auto& [name, value] : PropertyValues{{"wm", 2.5}, {"depth", 12}, {"flops", 1e8}, {"depth", 3}})
        names += name.text() + "=" + std::to_string(static_cast<int>(value)) + " ";
    EXPECT_EQ(names, "depth=12 flops=100000000 wm=2 ");
}

TEST(PropertyValues, WhatIsNotThereIsSaid)
{
    const PropertyValues values{{"depth", 12}};
    EXPECT_EQ(values.find("width"), nullptr);
    EXPECT_THROW(values.at("width"), std::out_of_range);
}

TEST(PropertyValues, AreEqualByNamesAndValues)
{
    const PropertyValues values{{"a", 1}, {"b", 2}};
    EXPECT_EQ(values, (PropertyValues{{"b", 2}, {"a", 1}}));
    EXPECT_NE(values, (PropertyValues{{"a", 1}, {"b", 3}}));
    EXPECT_NE(values, (PropertyValues{{"a", 1}, {"c", 2}}));
    EXPECT_NE(values, (PropertyValues{{"a", 1}}));
}

TEST(PropertyValues, AreAnObjectInJson)
{
    const nlohmann::json json = PropertyValues{{"wm", 2.5}, {"depth", 12}};
    EXPECT_EQ(json.dump(), R"({"depth":12.0,"wm":2.5})");
    EXPECT_EQ(json.get<PropertyValues>(), (PropertyValues{{"depth", 12}, {"wm", 2.5}}));
    EXPECT_EQ(nlohmann::json(PropertyValues()).dump(), "{}");
    EXPECT_THROW(nlohmann::json::parse(R"({"a":"text"})").get<PropertyValues>(), nlohmann::json::exception);
    EXPECT_THROW(nlohmann::json::parse("[1]").get<PropertyValues>(), nlohmann::json::exception);
}

TEST(PropertyValues, TheirNamesAreShared)
{
    PropertyName first("a name that is in use nowhere else");
    const PropertyName same("a name that is in use nowhere else");
    EXPECT_EQ(&first.text(), &same.text());
    PropertyName taken = std::move(first);
    first = PropertyName("another");
    EXPECT_EQ(&taken.text(), &same.text());
    EXPECT_EQ(first.text(), "another");
}

/// For ThreadSanitizer and AddressSanitizer: names that come and go in all threads at once.
TEST(PropertyValues, NamesComeAndGoInAllThreadsAtOnce)
{
    std::vector<std::thread> threads;
    for (unsigned seed = 0; seed < 4; ++seed)
        threads.emplace_back([seed] {
            std::mt19937 random(seed);
            PropertyValues kept;
            for (int i = 0; i < 5000; ++i) {
                const std::string name = "shared " + std::to_string(random() % 5);
                PropertyValues values{{name, 1}};
                if (random() % 3 == 0) kept = values;
                EXPECT_EQ(values.begin()->name.text(), name);
                EXPECT_TRUE(kept.empty() || kept.begin()->name.text().starts_with("shared "));
            }
        });
    for (std::thread& thread : threads)
        thread.join();
}

} // namespace
} // namespace regnet
