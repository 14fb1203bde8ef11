// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/source_address.h"

#include "core/store/store_address.h"
#include "tests/core/store/store_fixture.h"

#include <gtest/gtest.h>

#include <fstream>

namespace regnet {
namespace {

TEST(SourceAddress, StoresAreNamedWithPopulationAndError)
{
    const StoreAddress all = storeAddress("runs.db");
    EXPECT_EQ(all.file, "runs.db");
    EXPECT_EQ(all.name, "");
    EXPECT_FALSE(all.error);
    const StoreAddress one = storeAddress("a/runs.db#X 400MF?last");
    EXPECT_EQ(one.file, "a/runs.db");
    EXPECT_EQ(one.name, "X 400MF");
    EXPECT_EQ(one.error, ErrorKind::LastTest);
    EXPECT_EQ(one.text(), "a/runs.db#X 400MF?last");
    EXPECT_EQ(storeAddress("runs.db?ema-best").error, ErrorKind::BestEma);
    EXPECT_EQ(storeAddress("runs.db#X?best").text(), "runs.db#X"); // what is meant anyway
    EXPECT_EQ(storeAddress("runs.db#why?").name, "why?");          // no kind of error
}

TEST(SourceAddress, AFileOfThatVeryNameIsMeant)
{
    const TemporaryFolder folder;
    const std::string file = (folder / "a#b?last").string();
    std::ofstream(file) << "error\n12\n";
    EXPECT_EQ(storeAddress(file).file, file);
    EXPECT_EQ(storeAddress(file).name, "");
    EXPECT_FALSE(isSingle(file));
}

TEST(SourceAddress, APopulationOfAStoreHasItsNameInIt)
{
    const TemporaryFolder folder;
    const std::string file = (folder / "s.db").string();
    Store(file, "test").add(populationOf(1, "X"));
    Population population;
    population.name = "X";
    population.source = file; // as a running queue gives it
    EXPECT_EQ(addressOf(population), file + "#X");
    population.name = "X (renamed)";
    population.source = file + "#X?last"; // as openSource() gives it
    EXPECT_EQ(addressOf(population), file + "#X?last");
    EXPECT_EQ(storeOf(population)->name, "X");
    population.isPublished = true;
    EXPECT_FALSE(storeOf(population));
    population.isPublished = false;
    population.source = (folder / "none.db").string() + "#X";
    EXPECT_FALSE(storeOf(population));
    EXPECT_EQ(addressOf({}), "");
}

TEST(SourceAddress, OneOrSeveral)
{
    EXPECT_TRUE(isSingle("paper:fig9-left/RegNetX"));
    EXPECT_FALSE(isSingle("paper:fig9-left"));
    EXPECT_TRUE(isSingle("shipped:cpu-spaces/RegNetX"));
    EXPECT_FALSE(isSingle("shipped:cpu-spaces"));
    EXPECT_TRUE(isSingle("runs.db#X?last"));
    EXPECT_FALSE(isSingle("runs.db?last"));
    EXPECT_FALSE(isSingle("folder/sweep.json"));
}

} // namespace
} // namespace regnet
