// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/count_range.h"

#include "core/problem.h"

#include <charconv>
#include <cmath>

namespace regnet::cli {
namespace {

constexpr const char* form = "LOW:HIGH in counts, for example 360e6:400e6, 360M:400M, or :3M";

double unitOf(std::string_view suffix)
{
    if (suffix.empty()) return 1;
    if (suffix == "k" || suffix == "K") return 1e3;
    if (suffix == "M" || suffix == "MF") return 1e6;
    if (suffix == "G" || suffix == "GF" || suffix == "B") return 1e9;
    return 0;
}

std::optional<std::int64_t> countIn(std::string_view text, const std::string& whole,
                                    const std::string& option)
{
    if (text.empty()) return std::nullopt;
    double number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    const double unit = unitOf(text.substr(static_cast<std::size_t>(end - text.data())));
    const double count = number * unit;
    constexpr double most = 9.2e18;
    if (code != std::errc() || unit == 0 || !(count >= 0 && count < most))
        throwBadInput(option, "is \"" + whole + "\"", form);
    return static_cast<std::int64_t>(std::llround(count));
}

} // namespace

CountRange countRange(const std::string& text, const std::string& option)
{
    if (text.empty()) return {};
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) throwBadInput(option, "is \"" + text + "\"", form);
    const std::string_view all = text;
    const CountRange range{countIn(all.substr(0, colon), text, option),
                           countIn(all.substr(colon + 1), text, option)};
    if (range.low && range.high && *range.low > *range.high)
        throwBadInput(option, "is \"" + text + "\", whose low end is above its high end", form);
    return range;
}

std::int64_t countOf(const std::string& text, const std::string& option)
{
    if (text.empty() || text.find(':') != std::string::npos)
        throwBadInput(option, "is \"" + text + "\"", "one count, for example 400e6 or 400M");
    return *countRange(text + ":", option).low;
}

} // namespace regnet::cli
