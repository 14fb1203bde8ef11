// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace regnet {

/// Empirical distribution of the errors of a population: F(e) = share of networks with error <= e, exact
/// steps k/n. Failed networks count as +infinity and keep the curve below 1; pending ones are left out and
/// counted apart. Zero networks give an empty curve that is 0 everywhere. Source: paper section 3.1,
/// equation 1.
class Edf
{
public:
    explicit Edf(const Population& population);
    Edf(std::vector<double> errors, std::int64_t failed);

    std::int64_t size() const
    {
        return static_cast<std::int64_t>(m_errors.size()) + m_failed;
    } ///< n, with failures
    std::int64_t failed() const { return m_failed; }
    std::span<const double> errors() const { return m_errors; } ///< finished ones, ascending

    double at(double error) const;
    std::optional<double> min() const;  ///< of finished networks
    std::optional<double> mean() const; ///< of finished networks
    std::optional<double> quantile(
        double probability) const; ///< smallest e with F(e) >= p; none on the plateau of failures

private:
    std::vector<double> m_errors;
    std::int64_t m_failed = 0;
};

/// Half-width of the Dvoretzky-Kiefer-Wolfowitz band, sqrt(ln(2 / alpha) / 2n); 1 for n = 0.
double dkwHalfWidth(std::int64_t n, double confidence = 0.95);

} // namespace regnet
