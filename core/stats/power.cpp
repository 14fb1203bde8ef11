// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/power.h"

#include "core/problem.h"
#include "core/stats/distributions.h"
#include "core/stats/edf.h"
#include "core/text/readable.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace regnet {
namespace {

constexpr std::int64_t mostNetworks = 1'000'000'000;

void checkShare(const char* name, double value)
{
    if (!(value > 0 && value < 1))
        throwBadInput(name, "is " + shortest(value), "a number above 0 and below 1");
}

void checkWithin(const char* name, double value, double low, double high)
{
    if (!(value >= low && value <= high))
        throwBadInput(name, "is " + shortest(value),
                      "a number from " + shortest(low) + " to " + shortest(high));
}

void checkCount(const char* name, std::int64_t n)
{
    if (n < 0 || n > mostNetworks)
        throwBadInput(name, "is " + std::to_string(n), "a count from 0 to 1000000000");
}

double normalQuantile(double probability)
{
    return boost::math::quantile(boost::math::normal(), probability);
}

double logChoose(std::int64_t n, std::int64_t k)
{
    return std::lgamma(static_cast<double>(n + 1)) - std::lgamma(static_cast<double>(k + 1)) -
           std::lgamma(static_cast<double>(n - k + 1));
}

/// P(D >= k / n) of two samples of n without ties: 2 · sum over j >= 1 of (-1)^(j - 1) C(2n, n - jk) /
/// C(2n, n).
double tailOfEqualSamples(std::int64_t n, std::int64_t k)
{
    const double all = logChoose(2 * n, n);
    double sum = 0;
    for (std::int64_t j = 1; j * k <= n; ++j) {
        const double term = std::exp(logChoose(2 * n, n - j * k) - all);
        sum += j % 2 == 1 ? term : -term;
        if (term < 1e-18) break;
    }
    return std::clamp(2 * sum, 0.0, 1.0);
}

double asymptoticDistance(std::int64_t n, std::int64_t m, double alpha)
{
    const auto a = static_cast<double>(n);
    const auto b = static_cast<double>(m);
    return std::sqrt(-std::log(alpha / 2) / 2 * (1 / a + 1 / b));
}

double criticalDistance(std::int64_t n, std::int64_t m, double alpha)
{
    if (n != m) return std::min(1.0, asymptoticDistance(n, m, alpha));
    // The tail falls with k.
    std::int64_t low = 0;
    std::int64_t high = n;
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (tailOfEqualSamples(n, middle) <= alpha ? high : low) = middle;
    }
    return static_cast<double>(high) / static_cast<double>(n);
}

/// The smallest n for which `isEnough`, which stays true from there on (up to the steps of an exact test).
std::optional<std::int64_t> smallest(const std::function<bool(std::int64_t)>& isEnough)
{
    std::int64_t high = 1;
    while (!isEnough(high)) {
        if (high >= mostNetworks) return std::nullopt;
        high = std::min(mostNetworks, high * 2);
    }
    std::int64_t low = high / 2;
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (isEnough(middle) ? high : low) = middle;
    }
    // Steps of 1 / n: an n just below may do what one between did not.
    for (std::int64_t n = std::max<std::int64_t>(1, high - 64); n < high; ++n)
        if (isEnough(n)) return n;
    return high;
}

std::optional<std::int64_t> networksFor(std::optional<double> DetectableGap::*gap, double wanted,
                                        const PowerSettings& settings)
{
    return smallest([&](std::int64_t n) {
        const DetectableGap found = detectableGap(n, n, settings);
        return found.*gap && *(found.*gap) <= wanted;
    });
}

} // namespace

DetectableGap detectableGap(std::int64_t n, std::int64_t m, const PowerSettings& settings)
{
    checkCount("n", n);
    checkCount("m", m);
    checkShare("alpha", settings.alpha);
    checkShare("power", settings.power);
    DetectableGap gap;
    gap.n = n;
    gap.m = m;
    gap.bandA = dkwHalfWidth(n, 1 - settings.alpha);
    gap.bandB = dkwHalfWidth(m, 1 - settings.alpha);
    if (n == 0 || m == 0) return gap;
    gap.smallestPValue = std::min(1.0, 2 * std::exp(-logChoose(n + m, n)));
    if (gap.smallestPValue > settings.alpha * (1 + 1e-9)) return gap;
    const double spread = std::sqrt(1 / static_cast<double>(n) + 1 / static_cast<double>(m));
    const double power = normalQuantile(settings.power);
    const double both = normalQuantile(1 - settings.alpha / 2) + power;
    gap.criticalDistance = criticalDistance(n, m, settings.alpha);
    gap.edfGap = std::clamp(*gap.criticalDistance + power * spread / 2, 0.0, 1.0);
    gap.superiority = std::clamp(0.5 + both * spread / std::sqrt(12.0), 0.5, 1.0);
    gap.meanGap = std::max(0.0, both * spread);
    return gap;
}

std::optional<std::int64_t> networksForEdfGap(double gap, const PowerSettings& settings)
{
    checkWithin("gap", gap, 0, 1);
    return networksFor(&DetectableGap::edfGap, gap, settings);
}

std::optional<std::int64_t> networksForSuperiority(double superiority, const PowerSettings& settings)
{
    checkWithin("superiority", superiority, 0.5, 1);
    return networksFor(&DetectableGap::superiority, superiority, settings);
}

std::optional<std::int64_t> networksForMeanGap(double standardDeviations, const PowerSettings& settings)
{
    if (!(standardDeviations >= 0 && std::isfinite(standardDeviations)))
        throwBadInput("mean gap", "is " + shortest(standardDeviations), "a number of at least 0");
    return networksFor(&DetectableGap::meanGap, standardDeviations, settings);
}

double chanceToMissBest(std::int64_t n, double share)
{
    checkCount("n", n);
    checkWithin("share", share, 0, 1);
    return std::pow(1 - share, static_cast<double>(n));
}

std::int64_t networksToFindBest(double share, double probability)
{
    checkShare("share", share);
    checkShare("probability", probability);
    const double n = std::ceil(std::log1p(-probability) / std::log1p(-share) * (1 - 1e-12));
    if (!(n <= static_cast<double>(mostNetworks)))
        throwBadInput("share", "is " + shortest(share), "one that some 10^9 networks can find");
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(n));
}

} // namespace regnet
