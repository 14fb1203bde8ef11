// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/own_undo.h"

#include <gtest/gtest.h>

namespace regnet {
namespace {

TEST(StepName, BeginsSmallInTheMiddleOfATextUnlessItIsAnAbbreviation)
{
    EXPECT_EQ(stepName(QStringLiteral("What to draw")), QStringLiteral("what to draw"));
    EXPECT_EQ(stepName(QStringLiteral("Slope wa")), QStringLiteral("slope wa"));
    EXPECT_EQ(stepName(QStringLiteral("FLOPs")), QStringLiteral("FLOPs"));
    EXPECT_EQ(stepName(QStringLiteral("X")), QStringLiteral("x"));
    EXPECT_EQ(stepName(QString()), QString());
}

} // namespace
} // namespace regnet
