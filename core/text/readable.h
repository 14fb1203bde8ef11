// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace regnet {

/// A count as people say it, three significant digits: 200 M, 3.14 M, 12.1 G; below 1000 the number itself.
std::string readableCount(double count);
/// "199,040,872": the exact value, grouped by thousands.
std::string exactCount(std::int64_t count);
/// A time as people say it: "42 s", "3 min 20 s", "2 h 5 min", "3 d 4 h"; empty when it is not known
/// (negative, NaN).
std::string readableDuration(double seconds);
/// The shortest decimal text that gives the same double again.
std::string shortest(double value);
/// The same number to as many places as tell numbers apart that differ by `resolution`: at most half of that
/// away, and short where it is written out. The value itself where the resolution is 0 or no number.
double shortened(double value, double resolution);

} // namespace regnet
