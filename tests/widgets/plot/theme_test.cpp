// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/theme.h"

#include <gtest/gtest.h>

#include <cmath>

namespace regnet {
namespace {

double luminance(const QColor& colour)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

TEST(Theme, TheFirstFourSeriesAndAllTextStandOutFromThePage)
{
    for (const Theme& theme : {Theme::light(), Theme::dark()}) {
        for (int slot = 0; slot < 4; ++slot)
            EXPECT_GE(contrast(theme.series(slot), theme.page), 3.0) << slot;
        EXPECT_GE(contrast(theme.ink, theme.page), 7.0);
        EXPECT_GE(contrast(theme.secondary, theme.page), 4.5);
    }
}

} // namespace
} // namespace regnet
