// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/edf.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace regnet {

/// A number with its confidence interval; an end is empty where it is infinite or not known.
struct Estimate
{
    std::optional<double> value;
    std::optional<double> low;
    std::optional<double> high;
    std::string method; ///< of the interval, in words for a figure
};

/// P(error < threshold): the share of networks strictly below; failed ones are not. Interval of Clopper and
/// Pearson: at least the confidence, for every n. No network: no value, 0 to 1.
Estimate shareBelow(const Edf& edf, double threshold, double confidence = 0.95);

/// P(error < threshold) in a minus that in b. Newcombe's interval from two Wilson scores (method 10 of
/// Newcombe 1998). No value where one is empty.
Estimate differenceOfShares(const Edf& a, const Edf& b, double threshold, double confidence = 0.95);

/// The quantile of the space, with an interval between two errors that occur: free of any assumption on the
/// distribution (order statistics). An end on the plateau of failures, or one that n is too small for, is
/// empty.
Estimate quantileEstimate(const Edf& edf, double probability, double confidence = 0.95);

/// Holm's correction of p-values for as many tests: the adjusted ones in the order given, each at most 1. A
/// test is significant at level alpha, all of them together, where its adjusted p-value is at most alpha.
/// NaN stays NaN and is no test.
std::vector<double> holm(std::span<const double> pValues);

} // namespace regnet
