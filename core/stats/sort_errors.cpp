// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/sort_errors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <span>

namespace regnet {
namespace {

constexpr unsigned digitBits = 11;
constexpr std::size_t digitValues = std::size_t{1} << digitBits;
constexpr std::size_t fewValues = 2000; // below, comparing is as fast
constexpr std::size_t shortRun = 16;

/// Place of a value within the range, 22 bits; never falls where the value rises, as each of the three
/// operations rounds monotonically.
struct Place
{
    double low;
    double scale;

    std::uint32_t operator()(double value) const { return static_cast<std::uint32_t>((value - low) * scale); }
};

using Counts = std::array<std::uint32_t, digitValues>;

void toStarts(Counts& counts)
{
    std::uint32_t start = 0;
    for (std::uint32_t& count : counts) {
        const std::uint32_t next = start + count;
        count = start;
        start = next;
    }
}

void insertionSort(std::span<double> run)
{
    for (std::size_t i = 1; i < run.size(); ++i) {
        const double value = run[i];
        std::size_t at = i;
        for (; at > 0 && run[at - 1] > value; --at)
            run[at] = run[at - 1];
        run[at] = value;
    }
}

/// Values of equal places lie side by side; put each such run in order.
void finish(std::span<double> values, const Place& place)
{
    std::size_t begin = 0;
    while (begin < values.size()) {
        const std::uint32_t key = place(values[begin]);
        std::size_t end = begin + 1;
        bool isSorted = true;
        while (end < values.size() && place(values[end]) == key) {
            isSorted = isSorted && values[end - 1] <= values[end];
            ++end;
        }
        const auto run = values.subspan(begin, end - begin);
        if (!isSorted && run.size() <= shortRun)
            insertionSort(run);
        else if (!isSorted)
            std::ranges::sort(run);
        begin = end;
    }
}

} // namespace

void sortErrors(std::vector<double>& errors)
{
    constexpr std::size_t most = std::size_t{1} << 32; // counted in 32 bits
    if (errors.size() < fewValues || errors.size() >= most) {
        std::ranges::sort(errors);
        return;
    }
    double low = errors.front();
    double high = errors.front();
    for (const double error : errors) {
        low = std::min(low, error);
        high = std::max(high, error);
    }
    if (low == high) return;
    const Place place{low, (static_cast<double>(1U << (2 * digitBits)) - 1) / (high - low)};
    if (!std::isfinite(place.scale) || !(place.scale > 0)) { // a range beyond, or below, what doubles divide
        std::ranges::sort(errors);
        return;
    }
    Counts lowDigit{};
    Counts highDigit{};
    for (const double error : errors) {
        const std::uint32_t key = place(error);
        ++lowDigit[key % digitValues];
        ++highDigit[key >> digitBits];
    }
    toStarts(lowDigit);
    toStarts(highDigit);
    std::vector<double> other(errors.size());
    for (const double error : errors)
        other[lowDigit[place(error) % digitValues]++] = error;
    for (const double error : other)
        errors[highDigit[place(error) >> digitBits]++] = error;
    finish(errors, place);
}

} // namespace regnet
