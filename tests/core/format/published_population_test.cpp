// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/published_population.h"

#include "core/problem.h"
#include "core/stats/edf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace regnet {
namespace {

/// The paper prints [min|mean] with one decimal.
TEST(PublishedPopulation, AllCurvesAgreeWithTheirPrintedLegends)
{
    int curves = 0;
    for (const PublishedPanel& panel : publishedPanels()) {
        for (const PublishedSeries& series : panel.series) {
            if (!series.isEdf) continue;
            const Population population = publishedPopulations(series.address).front();
            const Edf edf(population);
            ++curves;
            EXPECT_EQ(edf.size(), series.n) << series.address;
            EXPECT_EQ(edf.failed(), 0) << series.address;
            EXPECT_NEAR(*edf.min(), series.printedMin.value(), 0.0501) << series.address;
            EXPECT_NEAR(*edf.mean(), series.printedMean.value(), 0.0501) << series.address;
            EXPECT_TRUE(population.isPublished);
            EXPECT_THAT(population.recipe, testing::StartsWith("ImageNet, ")) << series.address;
        }
    }
    EXPECT_EQ(curves, 64);
}

TEST(PublishedPopulation, AnAddressIsAPopulation)
{
    const Population population = publishedPopulations("paper:fig9-left/RegNetX").front();
    EXPECT_EQ(population.name, "RegNetX");
    EXPECT_EQ(population.source, "paper:fig9-left/RegNetX");
    EXPECT_EQ(population.recipe, "ImageNet, 224 px, 10 epochs, learning rate 0.05");
    EXPECT_EQ(population.members.size(), 206u);
}

TEST(PublishedPopulation, APanelIsAllOfItsCurves)
{
    const auto populations = publishedPopulations("paper:fig9-left");
    ASSERT_EQ(populations.size(), 3u);
    EXPECT_EQ(populations[1].name, "AnyNetX_E");
}

TEST(PublishedPopulation, AScatterCarriesItsProperty)
{
    const Population population = publishedPopulations("paper:fig5-right/AnyNetX_B").front();
    EXPECT_EQ(population.members.size(), 500u);
    EXPECT_TRUE(population.members.front().properties.contains("bottleneck_ratio"));
}

TEST(PublishedPopulation, AWrongAddressListsWhatThereIs)
{
    const auto sentenceOf = [](const std::string& address) -> std::string {
        try {
            publishedPopulations(address);
        } catch (const Error& error) {
            return error.what();
        }
        return "no problem";
    };
    EXPECT_EQ(
        sentenceOf("paper:fig9-left/RegNetZ"),
        "paper:fig9-left/RegNetZ: names no population of fig9-left; expected paper:fig9-left/ and one of "
        "AnyNetX_A, AnyNetX_E, RegNetX");
    EXPECT_THAT(sentenceOf("paper:fig99/RegNetX"), testing::HasSubstr("one of fig2-left, "));
    EXPECT_THAT(sentenceOf("paper:fig12-top-middle/networks"),
                testing::HasSubstr("names no panel with errors"));
}

} // namespace
} // namespace regnet
