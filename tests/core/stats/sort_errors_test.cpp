// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/sort_errors.h"

#include "core/space/philox_stream.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <string>

namespace regnet {
namespace {

struct Row
{
    std::string about;
    std::function<double(PhiloxStream&, int)> value;
};

class SortErrors : public testing::TestWithParam<Row>
{
};

TEST_P(SortErrors, EqualsTheStandardSort)
{
    PhiloxStream random(5, 1);
    std::vector<double> errors;
    for (int i = 0; i < 50'000; ++i)
        errors.push_back(GetParam().value(random, i));
    std::vector<double> expected = errors;
    std::ranges::sort(expected);
    sortErrors(errors);
    EXPECT_EQ(errors, expected);
}

constexpr double largest = std::numeric_limits<double>::max();
INSTANTIATE_TEST_SUITE_P(
    Table, SortErrors,
    testing::Values(
        Row{"spread evenly", [](PhiloxStream& r, int) { return 30 + 40 * r.nextUnit(); }},
        Row{"steps of 0.002, many ties",
            [](PhiloxStream& r, int) { return static_cast<int>(r.nextUnit() * 5e4) * 0.002; }},
        Row{"all equal", [](PhiloxStream&, int) { return 12.5; }},
        Row{"two values", [](PhiloxStream&, int i) { return i % 2 == 0 ? 1.0 : -1.0; }},
        Row{"one outlier crowds all others",
            [](PhiloxStream& r, int i) { return i == 7 ? 1e300 : r.nextUnit(); }},
        Row{"a range that overflows",
            [](PhiloxStream& r, int i) { return (i % 2 == 0 ? 1 : -1) * largest * r.nextUnit(); }},
        Row{"denormals", [](PhiloxStream& r, int) { return r.nextUnit() * 1e-310; }},
        Row{"sorted already", [](PhiloxStream&, int i) { return i * 0.5; }},
        Row{"falling", [](PhiloxStream&, int i) { return -i * 0.5; }},
        Row{"zeros of both signs", [](PhiloxStream&, int i) { return i % 3 == 0 ? 0.0 : -0.0; }}));

TEST(SortErrorsShort, AFewValues)
{
    std::vector<double> none;
    sortErrors(none);
    EXPECT_TRUE(none.empty());
    std::vector<double> two{2, 1};
    sortErrors(two);
    EXPECT_EQ(two, (std::vector<double>{1, 2}));
}

} // namespace
} // namespace regnet
