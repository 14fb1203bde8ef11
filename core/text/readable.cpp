// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/readable.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace regnet {

std::string readableCount(double count)
{
    constexpr std::array<const char*, 6> suffixes{"", " k", " M", " G", " T", " P"};
    std::size_t step = 0;
    // 999.5 would be printed as 1000, so the next unit begins there.
    while (std::abs(count) >= 999.5 && step + 1 < suffixes.size()) {
        count /= 1000;
        ++step;
    }
    if (step == 0) return fmt::format("{:.4g}", count);
    const int decimals = std::abs(count) >= 99.95 ? 0 : std::abs(count) >= 9.995 ? 1 : 2;
    return fmt::format("{:.{}f}{}", count, decimals, suffixes[step]);
}

std::string exactCount(std::int64_t count)
{
    const std::string digits = std::to_string(count);
    const std::size_t first = count < 0 ? 1 : 0;
    std::string grouped;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > first && (digits.size() - i) % 3 == 0) grouped += ',';
        grouped += digits[i];
    }
    return grouped;
}

std::string readableDuration(double seconds)
{
    if (!(seconds >= 0) || std::isinf(seconds)) return {};
    const auto total = static_cast<std::int64_t>(std::llround(seconds));
    if (total < 60) return fmt::format("{} s", total);
    if (total < 3600) return fmt::format("{} min {} s", total / 60, total % 60);
    if (total < 86400) return fmt::format("{} h {} min", total / 3600, total % 3600 / 60);
    return fmt::format("{} d {} h", total / 86400, total % 86400 / 3600);
}

std::string shortest(double value)
{
    return fmt::format("{}", value);
}

double shortened(double value, double resolution)
{
    if (!std::isfinite(value) || !std::isfinite(resolution) || !(resolution > 0)) return value;
    const double places = std::floor(std::log10(resolution));
    if (std::abs(value) < std::pow(10, places) / 2) return 0;
    const double digits = std::floor(std::log10(std::abs(value))) - places;
    if (digits > 16) return value; // more than a double has
    // Through the text: it gives the double that the short text stands for.
    const std::string text = fmt::format("{:.{}e}", value, static_cast<int>(std::max(0.0, digits)));
    double shortValue = value;
    std::from_chars(text.data(), text.data() + text.size(), shortValue);
    return shortValue;
}

} // namespace regnet
