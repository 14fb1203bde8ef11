// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace regnet {

/// Height of the curve at the k-th smallest of n errors. Which one is meant is always said.
enum class EdfConvention {
    Share,      ///< k / n: the share of networks with at most this error; ours, the paper's and pycls's
    ShareBelow, ///< (k - 1) / n: NDS's arange(n) / n
    FullRange,  ///< (k - 1) / (n - 1), from 0 to 1: NDS's linspace(0, 1, n); 0 for n = 1
};
std::string_view nameOf(EdfConvention convention); ///< "k/n", "(k-1)/n", "(k-1)/(n-1)"
/// None for another text.
std::optional<EdfConvention> edfConventionOf(std::string_view name);

/// One corner of the curve: `probability` is reached at `error`.
struct EdfStep
{
    double error = 0; ///< %
    double probability =
        0; ///< k / n for the k-th smallest error, so the last of equal errors carries F(error)

    friend bool operator==(const EdfStep&, const EdfStep&) = default;
};

/// Empirical distribution of the errors of a population: F(e) = share of networks with error <= e, exact
/// steps k/n. Failed networks count as +infinity and keep the curve below 1; an error that is NaN or infinite
/// is a failure. Pending ones are left out and counted apart. Zero networks give an empty curve that is 0
/// everywhere; one network gives one step from 0 to 1. Cost: one sort (sort_errors.h). Source: paper
/// section 3.1, equation 1.
class Edf
{
public:
    explicit Edf(const Population& population);
    Edf(std::vector<double> errors, std::int64_t failed);

    /// n: finished and failed networks; pending ones are not in it.
    std::int64_t size() const { return static_cast<std::int64_t>(m_errors.size()) + m_failed; }
    std::int64_t failed() const { return m_failed; }
    std::int64_t pending() const { return m_pending; }
    std::span<const double> errors() const { return m_errors; } ///< finished ones, ascending

    double at(double error) const;      ///< F(error); 0 for NaN
    std::optional<double> min() const;  ///< of finished networks
    std::optional<double> mean() const; ///< of finished networks
    /// The smallest e with F(e) >= probability; the minimum for probability <= 0. None on the plateau of
    /// failures, for a probability above 1 or NaN, and without networks.
    std::optional<double> quantile(double probability) const;
    /// One step a finished network, by error. Failed networks are in n.
    std::vector<EdfStep> steps(EdfConvention convention = EdfConvention::Share) const;

private:
    std::vector<double> m_errors;
    std::int64_t m_failed = 0;
    std::int64_t m_pending = 0;
};

/// Half-width of the Dvoretzky-Kiefer-Wolfowitz band with Massart's constant, sqrt(ln(2 / alpha) / 2n) and at
/// most 1; 1 for n = 0. The true distribution lies within F ± half-width, everywhere at once, with at least
/// this confidence. Throws Error unless 0 < confidence < 1.
double dkwHalfWidth(std::int64_t n, double confidence = 0.95);

} // namespace regnet
