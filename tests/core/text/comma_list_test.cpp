// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/comma_list.h"

#include <gmock/gmock.h>

namespace regnet {
namespace {

using testing::ElementsAre;
using testing::Optional;

TEST(CommaList, ItsPartsAreAsTheyStand)
{
    EXPECT_THAT(commaParts("1"), Optional(ElementsAre("1")));
    EXPECT_THAT(commaParts("failed,out of memory, 3"),
                Optional(ElementsAre("failed", "out of memory", " 3")));
}

TEST(CommaList, AnEmptyPartIsNotPassedOver)
{
    for (const char* text : {"", ",", ",,", "1,,2", ",1", "1,", "1,2,,"})
        EXPECT_EQ(commaParts(text), std::nullopt) << text;
    EXPECT_EQ(wrongCommaList(""), "is empty");
    EXPECT_EQ(wrongCommaList("1,,2"), "is \"1,,2\", in which a part is empty");
}

} // namespace
} // namespace regnet
