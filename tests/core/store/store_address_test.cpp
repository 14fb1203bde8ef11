// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_address.h"

#include "tests/core/store/store_fixture.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sys/stat.h>

namespace regnet {
namespace {

TEST(StoreAddress, HasAFileANameAndAnError)
{
    const StoreAddress address = storeAddress("runs.db#X (half)?held-out");
    EXPECT_EQ(address.file, "runs.db");
    EXPECT_EQ(address.name, "X (half)");
    EXPECT_EQ(address.error, ErrorKind::Selected);
    EXPECT_EQ(address.text(), "runs.db#X (half)?held-out");
    EXPECT_EQ(storeAddress("runs.db?last").error, ErrorKind::LastTest);
    EXPECT_TRUE(storeAddress("runs.db?last").name.empty());
    EXPECT_EQ(storeAddress("runs.db#X?best").text(), "runs.db#X") << "that is what comes without a word";
}

TEST(StoreAddress, WhatIsNoErrorBelongsToTheName)
{
    EXPECT_EQ(storeAddress("runs.db#which?").name, "which?");
    EXPECT_EQ(storeAddress("runs.db#X?worst").name, "X?worst");
}

TEST(StoreAddress, AFileOfThatNameIsMeant)
{
    const TemporaryFolder folder;
    const std::string odd = (folder / "a#b?last").string();
    std::ofstream(odd) << "error\n1\n";
    EXPECT_EQ(storeAddress(odd).file, odd);
    EXPECT_TRUE(storeAddress(odd).name.empty());
    EXPECT_FALSE(isStore(odd));
}

TEST(StoreAddress, AStoreIsToldByItsContent)
{
    const TemporaryFolder folder;
    const std::filesystem::path file = folder / "results.bin";
    {
        const Store store(file, "test");
    }
    EXPECT_TRUE(isStore(file));
    EXPECT_FALSE(isStore(folder / "absent.db"));
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_FALSE(isStore(folder / "pipe")) << "and nobody waits for what it will say";
    Population population;
    population.name = "X";
    population.source = file.string();
    ASSERT_TRUE(storeOf(population));
    EXPECT_EQ(storeOf(population)->name, "X");
    population.source = "paper:fig9-left/RegNetX";
    EXPECT_FALSE(storeOf(population));
}

} // namespace
} // namespace regnet
