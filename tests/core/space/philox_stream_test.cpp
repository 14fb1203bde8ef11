// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/philox_stream.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

using testing::ElementsAre;

// Known answers that the authors of Philox publish with it (Random123, kat_vectors).
TEST(PhiloxStream, PhiloxKnownAnswers)
{
    EXPECT_THAT(PhiloxStream::block(0, 0, 0),
                ElementsAre(0x6627e8d5U, 0xe169c58dU, 0xbc57ac4cU, 0x9b00dbd8U));
    const std::uint64_t ones = ~std::uint64_t{0};
    EXPECT_THAT(PhiloxStream::block(ones, ones, ones),
                ElementsAre(0x408f276dU, 0x41c83b0eU, 0xa20bc7c6U, 0x6d5451fdU));
    EXPECT_THAT(PhiloxStream::block(0x299f31d0a4093822U, 0x85a308d3243f6a88U, 0x0370734413198a2eU),
                ElementsAre(0xd16cfe09U, 0x94fdccebU, 0x5001e420U, 0x24126ea1U));
}

TEST(PhiloxStream, StreamsOfOneSeedDiffer)
{
    PhiloxStream first(1, 0);
    PhiloxStream second(1, 1);
    PhiloxStream again(1, 0);
    const std::uint32_t value = first.next32();
    EXPECT_NE(value, second.next32());
    EXPECT_EQ(value, again.next32());
}

TEST(PhiloxStream, UnitNumbersLieInTheUnitInterval)
{
    PhiloxStream random(42, 7);
    double sum = 0;
    for (int i = 0; i < 10000; ++i) {
        const double value = random.nextUnit();
        ASSERT_GE(value, 0);
        ASSERT_LT(value, 1);
        sum += value;
    }
    EXPECT_NEAR(sum / 10000, 0.5, 0.01);
}

} // namespace
} // namespace regnet
