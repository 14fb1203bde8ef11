// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/edf.h"

#include "core/problem.h"
#include "core/stats/sort_errors.h"
#include "core/text/readable.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <utility>

namespace regnet {
namespace {

constexpr std::array conventions{EdfConvention::Share, EdfConvention::ShareBelow, EdfConvention::FullRange};

/// x - x is 0 for a finite number and NaN for any other; compilers make vector code of this, and none of a
/// loop over std::isfinite.
bool areFinite(const std::vector<double>& errors)
{
    std::uint64_t bits = 0;
    for (const double error : errors)
        bits |= std::bit_cast<std::uint64_t>(error - error);
    return bits == 0;
}

} // namespace

std::string_view nameOf(EdfConvention convention)
{
    switch (convention) {
    case EdfConvention::Share:
        return "k/n";
    case EdfConvention::ShareBelow:
        return "(k-1)/n";
    case EdfConvention::FullRange:
        return "(k-1)/(n-1)";
    }
    return "?";
}

std::optional<EdfConvention> edfConventionOf(std::string_view name)
{
    for (const EdfConvention convention : conventions)
        if (nameOf(convention) == name) return convention;
    return std::nullopt;
}

Edf::Edf(std::vector<double> errors, std::int64_t failed) : m_errors(std::move(errors)), m_failed(failed)
{
    if (failed < 0) throwBadInput("failed", "is " + std::to_string(failed), "a count of 0 or more");
    if (!areFinite(m_errors))
        m_failed += std::erase_if(m_errors, [](double error) { return !std::isfinite(error); });
    sortErrors(m_errors);
}

Edf::Edf(const Population& population)
{
    m_errors.reserve(population.members.size());
    for (const Member& member : population.members) {
        if (member.state == Member::State::Pending)
            ++m_pending;
        else if (member.state == Member::State::Finished && std::isfinite(member.error))
            m_errors.push_back(member.error);
        else
            ++m_failed;
    }
    sortErrors(m_errors);
}

double Edf::at(double error) const
{
    if (size() == 0 || std::isnan(error)) return 0;
    const auto reached = std::ranges::upper_bound(m_errors, error) - m_errors.begin();
    return static_cast<double>(reached) / static_cast<double>(size());
}

std::optional<double> Edf::min() const
{
    if (m_errors.empty()) return std::nullopt;
    return m_errors.front();
}

std::optional<double> Edf::mean() const
{
    if (m_errors.empty()) return std::nullopt;
    double sum = 0;
    for (const double error : m_errors)
        sum += error;
    return sum / static_cast<double>(m_errors.size());
}

std::optional<double> Edf::quantile(double probability) const
{
    if (m_errors.empty() || !(probability <= 1)) return std::nullopt;
    const auto n = static_cast<double>(size());
    // The smallest k with k / n >= p as doubles divide: p * n alone would take 0.07 of 100
    // for 7.000000000000001.
    double k = std::ceil(std::max(probability, 0.0) * n);
    while (k > 1 && (k - 1) / n >= probability)
        --k;
    while (k / n < probability)
        ++k;
    const auto index = static_cast<std::size_t>(std::max(k, 1.0)) - 1;
    if (index >= m_errors.size()) return std::nullopt;
    return m_errors[index];
}

std::vector<EdfStep> Edf::steps(EdfConvention convention) const
{
    std::vector<EdfStep> steps;
    steps.reserve(m_errors.size());
    const bool isShare = convention == EdfConvention::Share;
    const auto n = static_cast<double>(size());
    const double all = convention == EdfConvention::FullRange ? std::max(1.0, n - 1) : n;
    double k = isShare ? 1 : 0;
    for (const double error : m_errors)
        steps.push_back({error, k++ / all});
    return steps;
}

double dkwHalfWidth(std::int64_t n, double confidence)
{
    if (!(confidence > 0 && confidence < 1))
        throwBadInput("confidence", "is " + shortest(confidence), "a number above 0 and below 1");
    if (n <= 0) return 1;
    return std::min(1.0, std::sqrt(std::log(2 / (1 - confidence)) / (2 * static_cast<double>(n))));
}

} // namespace regnet
