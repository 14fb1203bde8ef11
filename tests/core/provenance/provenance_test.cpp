// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/provenance.h"

#include "tests/problem_of.h"

#include <gmock/gmock.h>

namespace regnet {
namespace {

Population twoNetworks()
{
    Population population;
    population.name = "X";
    population.source = "x.csv";
    population.errorKind = "best test error";
    population.recipe = "cpu-tiny";
    population.members = {{Member::State::Finished, 31.5, "a", "h1", {{"depth", 12}}},
                          {Member::State::Failed, 0, "b", "h2", {{"depth", 13}}},
                          {Member::State::Pending, 0, "c", "h3", {}}};
    return population;
}

Provenance someProvenance()
{
    Provenance provenance;
    provenance.command = {"figure", "edf", "x.csv", "--title", "\"ü\" </regnet:provenance>"};
    provenance.populations = {originOf(twoNetworks())};
    provenance.query = {{"figure", "edf"}};
    provenance.settings = {{"confidence", 0.95}};
    provenance.seed = 1;
    provenance.data = "00ff";
    provenance.version = "1.2.3";
    provenance.revision = "abc";
    return provenance;
}

std::string problemOf(const std::string& text)
{
    return regnet::problemOf([&] { provenanceFrom(text, "e.pdf"); });
}

TEST(PopulationHash, IsOfTheResultsAndNotOfNamesAndPlaces)
{
    Population other = twoNetworks();
    other.name = "another";
    other.source = "elsewhere.json";
    EXPECT_EQ(hashOf(other), hashOf(twoNetworks()));
    EXPECT_EQ(hashOf(other).size(), 64U);
}

TEST(PopulationHash, SeesEveryChangeOfResults)
{
    const std::string before = hashOf(twoNetworks());
    const auto changed = [](auto change) {
        Population population = twoNetworks();
        change(population);
        return hashOf(population);
    };
    EXPECT_NE(changed([](Population& p) { p.members[0].error = 31.500000000000004; }), before);
    EXPECT_NE(changed([](Population& p) { p.members[1].state = Member::State::Pending; }), before);
    EXPECT_NE(changed([](Population& p) { p.members[0].properties["depth"] = 11; }), before);
    EXPECT_NE(changed([](Population& p) { std::swap(p.members[0], p.members[1]); }), before);
    EXPECT_NE(changed([](Population& p) { p.recipe = "paper-10"; }), before);
    EXPECT_NE(changed([](Population& p) { p.members.pop_back(); }), before);
    // Fields do not run into each other.
    EXPECT_NE(changed([](Population& p) {
                  p.members[0].label = "ah1";
                  p.members[0].networkHash = "";
              }),
              before);
}

// A run time that is measured again is no other result: it has a hash of its own.
TEST(PopulationHash, MeasuredRunTimesStandForThemselves)
{
    EXPECT_EQ(runTimesHashOf(twoNetworks()), "");
    Population measured = twoNetworks();
    measured.members[0].properties[runTimeProperty] = 12.5;
    EXPECT_EQ(hashOf(measured), hashOf(twoNetworks()));
    EXPECT_EQ(runTimesHashOf(measured).size(), 64U);
    Population again = measured;
    again.members[0].properties[runTimeProperty] = 12.625;
    EXPECT_NE(runTimesHashOf(again), runTimesHashOf(measured));
    // Whose time it is counts, not only which times there are.
    Population other = twoNetworks();
    other.members[1].properties[runTimeProperty] = 12.5;
    EXPECT_NE(runTimesHashOf(other), runTimesHashOf(measured));
    Provenance provenance = someProvenance();
    provenance.populations = {originOf(measured)};
    EXPECT_EQ(provenanceFrom(toText(provenance), "e.pdf"), provenance);
}

TEST(Provenance, CountsWhatBecameOfTheNetworks)
{
    const PopulationOrigin origin = originOf(twoNetworks());
    EXPECT_EQ(origin.finished, 1);
    EXPECT_EQ(origin.failed, 1);
    EXPECT_EQ(origin.pending, 1);
}

TEST(Provenance, IsReadBackAsItWasWritten)
{
    const std::string text = toText(someProvenance());
    EXPECT_EQ(provenanceFrom(text, "e.pdf"), someProvenance());
    EXPECT_EQ(text.find('\n'), std::string::npos);
    EXPECT_TRUE(std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 127; }))
        << "ASCII in every container";
}

TEST(Provenance, TamperingIsNoticed)
{
    std::string text = toText(someProvenance());
    text.replace(text.find("1.2.3"), 5, "9.9.9");
    EXPECT_EQ(
        problemOf(text),
        "e.pdf: holds a provenance that was changed after it was written; expected one whose checksum fits");
    nlohmann::json json = nlohmann::json::parse(toText(someProvenance()));
    json.erase("checksum");
    EXPECT_THAT(problemOf(json.dump()), testing::HasSubstr("changed after it was written"));
}

TEST(Provenance, OtherFilesAreRefusedWithASentence)
{
    EXPECT_THAT(problemOf("{}"), testing::HasSubstr("e.pdf: holds no provenance of a figure"));
    EXPECT_THAT(problemOf("[1, 2]"), testing::HasSubstr("holds no provenance"));
    EXPECT_THAT(problemOf("{\"format\": 7}"), testing::HasSubstr("holds no provenance"));
    EXPECT_THAT(problemOf("not json"), testing::HasSubstr("e.pdf"));
    EXPECT_THAT(problemOf(std::string(100'000, '[')), testing::HasSubstr("e.pdf"));
}

} // namespace
} // namespace regnet
