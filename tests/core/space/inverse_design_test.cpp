// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/inverse_design.h"

#include "core/network/published.h"
#include "core/space/built_in_spaces.h"
#include "core/space/membership.h"
#include "tests/problem_of.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace regnet {
namespace {

DesignQuery queryFor(std::int64_t flops)
{
    DesignQuery query;
    query.space = builtInSpace("pycls_regnet");
    query.flops = flops;
    query.candidates = 200'000;
    return query;
}

std::string problemOf(const DesignQuery& query)
{
    return regnet::problemOf([&] { findDesigns(query); });
}

TEST(InverseDesign, EveryNetworkMeetsEveryWish)
{
    DesignQuery query = queryFor(400'000'000);
    query.params.high = 6'000'000;
    query.activations = {2'500'000, 5'000'000};
    query.depth = {14, 22};
    const DesignAnswer answer = findDesigns(query);
    ASSERT_EQ(answer.ranked.size(), 20u);
    EXPECT_EQ(answer.candidates, 200'000);
    std::int64_t before = 0;
    for (const Design& design : answer.ranked) {
        EXPECT_EQ(design.network, realise(design.spec));
        EXPECT_EQ(design.cost, cost(design.network));
        EXPECT_NEAR(static_cast<double>(design.cost.flops), 400e6, 8e6);
        EXPECT_LE(design.cost.params, 6'000'000);
        EXPECT_TRUE(query.activations.contains(design.cost.activations));
        EXPECT_TRUE(query.depth.contains(depthOf(design.network)));
        EXPECT_GE(design.cost.activations, before); // fewest first
        before = design.cost.activations;
        EXPECT_TRUE(membershipOf(query.space, design.spec).isMember());
        EXPECT_EQ(std::ranges::count(answer.ranked, design.network, &Design::network), 1);
    }
}

TEST(InverseDesign, NobodyBeatsTheParetoSet)
{
    DesignQuery query = queryFor(800'000'000);
    query.n = 100'000; // all of them
    query.candidates = 50'000;
    const DesignAnswer answer = findDesigns(query);
    ASSERT_GT(answer.pareto.size(), 2u);
    for (const Design& best : answer.pareto)
        for (const Design& other : answer.ranked) {
            const bool isBetter =
                other.cost.activations <= best.cost.activations && other.cost.params <= best.cost.params &&
                (other.cost.activations < best.cost.activations || other.cost.params < best.cost.params);
            EXPECT_FALSE(isBetter);
        }
    const auto marked = std::ranges::count(answer.ranked, true, &Design::isPareto);
    EXPECT_GE(marked, static_cast<std::int64_t>(answer.pareto.size()));
}

TEST(InverseDesign, TheSameAnswerOnAnyNumberOfThreads)
{
    DesignQuery query = queryFor(200'000'000);
    query.threads = 1;
    const DesignAnswer one = findDesigns(query);
    query.threads = 16;
    const DesignAnswer many = findDesigns(query);
    ASSERT_EQ(one.ranked.size(), many.ranked.size());
    EXPECT_EQ(one.found, many.found);
    for (std::size_t i = 0; i < one.ranked.size(); ++i)
        EXPECT_EQ(one.ranked[i].spec, many.ranked[i].spec);
}

TEST(InverseDesign, TheSameFlopsWithFewerActivations)
{
    const PublishedModel& model = publishedModel("RegNetY-800MF");
    DesignQuery query;
    query.space = builtInSpace("pycls_regnet");
    query.candidates = 200'000;
    query = fewerActivationsThan(model.spec, query);
    const DesignAnswer answer = findDesigns(query);
    ASSERT_FALSE(answer.ranked.empty());
    for (const Design& design : answer.ranked) {
        EXPECT_LT(design.cost.activations, model.cost.activations);
        EXPECT_NEAR(static_cast<double>(design.cost.flops), static_cast<double>(model.cost.flops),
                    0.02 * static_cast<double>(model.cost.flops));
        EXPECT_EQ(design.network.seRatio, 0.25);
    }
}

TEST(InverseDesign, RanksByWhatIsAsked)
{
    DesignQuery query = queryFor(400'000'000);
    query.rank = DesignRank::Flops;
    const DesignAnswer nearest = findDesigns(query);
    EXPECT_TRUE(std::ranges::is_sorted(
        nearest.ranked, {}, [](const Design& design) { return std::abs(design.cost.flops - 400'000'000); }));
    query.rank = DesignRank::RunTime;
    query.runTime = fitRunTime(publishedMeasurements());
    query.mostRunTime = 20;
    const DesignAnswer fastest = findDesigns(query);
    ASSERT_FALSE(fastest.ranked.empty());
    EXPECT_TRUE(std::ranges::is_sorted(fastest.ranked, {},
                                       [](const Design& design) { return *design.milliseconds; }));
    EXPECT_LE(*fastest.ranked.back().milliseconds, 20);
    EXPECT_EQ(*fastest.ranked.front().milliseconds, query.runTime->milliseconds(fastest.ranked.front().cost));
}

TEST(InverseDesign, ContradictionsAreToldBeforeAnyWork)
{
    DesignQuery query = queryFor(400'000'000);
    query.candidates = 1'000'000'000;
    query.params = {5, 4};
    EXPECT_EQ(problemOf(query), "params: ends at 4, below its beginning; expected an end of at least 5");
    query.params = {};
    query.rank = DesignRank::RunTime;
    EXPECT_EQ(problemOf(query),
              "run time: is not known for this machine; expected measurements from which it "
              "can be predicted");
    query.rank = DesignRank::Activations;
    query.tolerance = -1;
    EXPECT_EQ(problemOf(query), "tolerance: is -1; expected a share of 0 to 1");
    query.tolerance = 0.02;
    query.space = builtInSpace("RegNetX@800MF");
    EXPECT_EQ(problemOf(query), "flops: are asked for outside of the space's limits: 792,000,000 to "
                                "408,000,000; expected a wish that the space's own limits allow");
}

TEST(InverseDesign, StopsAndSaysSo)
{
    std::stop_source source;
    source.request_stop();
    DesignQuery query = queryFor(400'000'000);
    query.candidates = 1'000'000'000;
    const DesignAnswer answer = findDesigns(query, source.get_token());
    EXPECT_TRUE(answer.wasStopped);
    EXPECT_EQ(answer.candidates, 0);
}

TEST(RunTimeModel, FindsTheTermsOfASum)
{
    std::vector<RunTimeMeasurement> measured;
    for (std::int64_t i = 1; i <= 12; ++i) {
        const Cost counted{i * i * 100'000'000, 5'000'000 + i * i * i * 10'000, i * 700'000};
        measured.push_back({counted, 2 + 3e-9 * static_cast<double>(counted.flops) +
                                         1e-6 * static_cast<double>(counted.activations)});
    }
    const RunTimeModel model = fitRunTime(measured);
    EXPECT_NEAR(model.constant, 2, 1e-6);
    EXPECT_NEAR(model.perCount[0], 3e-9, 1e-15);
    EXPECT_NEAR(model.perCount[1], 1e-6, 1e-12);
    EXPECT_NEAR(model.r2, 1, 1e-9);
    EXPECT_EQ(model.measurements, 12u);
    EXPECT_THROW(fitRunTime(std::span(measured).first(4)), Error);
    // The published times of the paper: activations matter, nothing counts negatively.
    const RunTimeModel paper = fitRunTime(publishedMeasurements());
    EXPECT_EQ(paper.measurements, 24u);
    EXPECT_GT(paper.r2, 0.95);
    EXPECT_GT(paper.perCount[1], 0);
    for (const double coefficient : paper.perCount)
        EXPECT_GE(coefficient, 0);
}

TEST(RunTimeModel, ReadsACsv)
{
    const auto rows = measurementsFromCsv("name,flops,params,activations,milliseconds\r\n"
                                          "a,100,10,20,1.5\r\n\r\nb,2e8,11,21,\"3\"\n",
                                          "times.csv");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[1].cost, (Cost{200'000'000, 11, 21}));
    EXPECT_EQ(rows[1].milliseconds, 3);
    const auto problem = [](const char* text) -> std::string {
        try {
            measurementsFromCsv(text, "times.csv");
        } catch (const Error& error) {
            return error.what();
        }
        return "";
    };
    EXPECT_EQ(problem("flops,params\n"),
              "times.csv:1: has no column activations; expected a header with flops, activations, params and "
              "milliseconds");
    EXPECT_EQ(problem("flops,activations,params,milliseconds\n1,2,3,fast\n"),
              "times.csv:2, milliseconds: is \"fast\"; expected a number of at least 0");
    EXPECT_EQ(problem("flops,activations,params,milliseconds\n1,2\n"),
              "times.csv:2: has 2 cells; expected one for each column");
}

// As `regnet measure --json` prints it.
TEST(RunTimeModel, ReadsMeasurementsOfThisMachine)
{
    const auto one = [](int flops, double milliseconds, const char* device) {
        return nlohmann::json{
            {"name", "x"},      {"flops", flops},
            {"params", 2},      {"activations", 3},
            {"device", device}, {"threads", 1},
            {"batch", 64},      {"forward", {{"milliseconds", milliseconds}, {"runs", 30}}}};
    };
    const auto problemOf = [](const nlohmann::json& measured) -> std::string {
        try {
            measurementsFromJson({{"measurements", measured}}, "m.json");
        } catch (const Error& error) {
            return error.what();
        }
        return "no problem";
    };
    const auto read =
        measurementsFromJson({{"measurements", {one(10, 1.5, "cpu"), one(20, 2.5, "cpu")}}}, "m.json");
    ASSERT_EQ(read.size(), 2U);
    EXPECT_EQ(read[1].cost, (Cost{20, 2, 3}));
    EXPECT_EQ(read[1].milliseconds, 2.5);
    EXPECT_THAT(problemOf({one(10, 1, "cpu"), one(20, 2, "cuda:0")}),
                testing::StartsWith("m.json, measurements[1].device: is another one"));
    nlohmann::json bad = one(10, 1, "cpu");
    bad["forward"].erase("milliseconds");
    EXPECT_EQ(problemOf(nlohmann::json::array({bad})),
              "m.json, measurements[0].forward.milliseconds: is missing; expected a number");
    EXPECT_EQ(problemOf("none"), "m.json, measurements: is no list; expected one object a network");
}

TEST(InverseDesign, FlopsAtTheEndOf64Bits)
{
    DesignQuery query;
    query.flops = 9'000'000'000'000'000'000;
    query.tolerance = 1;
    EXPECT_EQ(flopsRange(query), (CountRange{0, std::nullopt})) << "twice as many cannot be counted";
}

} // namespace
} // namespace regnet
