// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/bootstrap.h"

#include "core/problem.h"
#include "core/text/readable.h"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace regnet {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

std::optional<double> asOptional(double value)
{
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// A draw with replacement from the networks of an EDF, as the number of times that each was drawn. The
/// errors of an EDF are sorted, so counts are all that a mean and a quantile need.
class Resample
{
public:
    explicit Resample(const Edf& edf) : m_edf(edf), m_times(edf.errors().size()) {}

    void draw(boost::random::mt19937_64& random)
    {
        std::ranges::fill(m_times, 0);
        boost::random::uniform_int_distribution<std::int64_t> pick(0, m_edf.size() - 1);
        for (std::int64_t i = 0; i < m_edf.size(); ++i) {
            const auto index = static_cast<std::size_t>(pick(random));
            if (index < m_times.size()) ++m_times[index];
        }
    }

    double mean() const
    {
        double sum = 0;
        std::int64_t count = 0;
        for (std::size_t i = 0; i < m_times.size(); ++i) {
            sum += static_cast<double>(m_times[i]) * m_edf.errors()[i];
            count += m_times[i];
        }
        return count == 0 ? undefined : sum / static_cast<double>(count);
    }

    /// +infinity on the plateau of failures.
    double quantile(double probability) const
    {
        const auto n = static_cast<double>(m_edf.size());
        std::int64_t reached = 0;
        for (std::size_t i = 0; i < m_times.size(); ++i) {
            reached += m_times[i];
            if (reached > 0 && static_cast<double>(reached) / n >= probability) return m_edf.errors()[i];
        }
        return std::numeric_limits<double>::infinity();
    }

private:
    const Edf& m_edf;
    std::vector<std::int64_t> m_times;
};

/// Sorts; -infinity and +infinity are real places (one side on its plateau), NaN (both there) is left out.
Difference interval(std::optional<double> value, std::vector<double>& differences, double confidence)
{
    std::erase_if(differences, [](double difference) { return std::isnan(difference); });
    Difference result{value, std::nullopt, std::nullopt};
    if (differences.empty()) return result;
    std::ranges::sort(differences);
    const auto last = static_cast<double>(differences.size() - 1);
    const double alpha = 1 - confidence;
    result.low = asOptional(differences[static_cast<std::size_t>(std::floor(alpha / 2 * last))]);
    result.high = asOptional(differences[static_cast<std::size_t>(std::ceil((1 - alpha / 2) * last))]);
    return result;
}

std::optional<double> minus(std::optional<double> a, std::optional<double> b)
{
    if (!a || !b) return std::nullopt;
    return *a - *b;
}

Differences summary(const Edf& a, const Edf& b, const std::vector<double>& probabilities,
                    std::vector<double>& means, std::vector<std::vector<double>>& quantiles,
                    double confidence)
{
    Differences result;
    result.mean = interval(minus(a.mean(), b.mean()), means, confidence);
    for (std::size_t q = 0; q < probabilities.size(); ++q) {
        const double p = probabilities[q];
        const auto value = minus(a.quantile(p), b.quantile(p));
        result.quantiles.push_back({p, interval(value, quantiles[q], confidence)});
    }
    return result;
}

} // namespace

void checkBootstrap(const BootstrapSettings& settings)
{
    if (settings.resamples < 1 || settings.resamples > 1'000'000)
        throwBadInput("resamples", "is " + std::to_string(settings.resamples), "1 to 1000000");
    if (!(settings.confidence > 0 && settings.confidence < 1))
        throwBadInput("confidence", "is " + shortest(settings.confidence), "a number above 0 and below 1");
}

Differences bootstrapDifferences(const Edf& a, const Edf& b, const std::vector<double>& probabilities,
                                 const BootstrapSettings& settings)
{
    checkBootstrap(settings);
    const auto resamples = static_cast<std::size_t>(settings.resamples);
    std::vector<double> means;
    std::vector<std::vector<double>> quantiles(probabilities.size());
    if (a.size() > 0 && b.size() > 0) {
        boost::random::mt19937_64 random(settings.seed);
        Resample drawnA(a);
        Resample drawnB(b);
        for (std::size_t r = 0; r < resamples; ++r) {
            drawnA.draw(random);
            drawnB.draw(random);
            means.push_back(drawnA.mean() - drawnB.mean());
            for (std::size_t q = 0; q < probabilities.size(); ++q)
                quantiles[q].push_back(drawnA.quantile(probabilities[q]) - drawnB.quantile(probabilities[q]));
        }
    }
    return summary(a, b, probabilities, means, quantiles, settings.confidence);
}

Differences collectDifferences(const Edf& a, const Edf& b, const std::vector<double>& probabilities,
                               const BootstrapSettings& settings, const std::function<DrawnPair()>& draw)
{
    checkBootstrap(settings);
    const auto orElse = [](std::optional<double> value, double otherwise) {
        return value.value_or(otherwise);
    };
    constexpr double plateau = std::numeric_limits<double>::infinity();
    std::vector<double> means;
    std::vector<std::vector<double>> quantiles(probabilities.size());
    for (std::int64_t r = 0; r < settings.resamples && a.size() > 0 && b.size() > 0; ++r) {
        const DrawnPair drawn = draw();
        means.push_back(orElse(drawn.a.mean(), undefined) - orElse(drawn.b.mean(), undefined));
        for (std::size_t q = 0; q < probabilities.size(); ++q)
            quantiles[q].push_back(orElse(drawn.a.quantile(probabilities[q]), plateau) -
                                   orElse(drawn.b.quantile(probabilities[q]), plateau));
    }
    return summary(a, b, probabilities, means, quantiles, settings.confidence);
}

} // namespace regnet
