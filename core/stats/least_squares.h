// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

struct Coefficient
{
    double value = 0;
    std::optional<double> standardError; ///< none without more points than coefficients
    std::optional<double> low;           ///< t interval
    std::optional<double> high;
};

struct LeastSquares
{
    std::vector<Coefficient> coefficients;
    std::int64_t n = 0;
    double residualDeviation = 0;   ///< sqrt(sum of squares / (n - coefficients)); 0 where that is 0
    std::optional<double> rSquared; ///< 1 - residual / total sum of squares about the mean, also for forms
                                    ///< without a constant; none where y is constant
};

/// y = sum of c_i · columns[i]; each column has as many values as y. Rows with a number that is not finite
/// are left out. None with fewer rows than columns, or columns that depend on each other. By orthogonal
/// columns (Gram and Schmidt, twice), not normal equations. Throws Error unless 0 < confidence < 1 and the
/// lengths agree.
std::optional<LeastSquares> leastSquares(std::span<const std::vector<double>> columns,
                                         std::span<const double> y, double confidence = 0.95);

/// The paper's forms of growth with f (paper Figure 12 bottom: activations, params, time).
enum class GrowthForm {
    SquareRoot,          ///< a·sqrt(f)
    Affine,              ///< a + b·f
    SquareRootAndLinear, ///< a·sqrt(f) + b·f
};
std::string_view nameOf(GrowthForm form);                      ///< "a·√f"
std::optional<GrowthForm> growthFormOf(std::string_view name); ///< "sqrt", "affine", "sqrt+linear"

/// Fits a form to points (f, y), f >= 0; others are left out.
std::optional<LeastSquares> fitGrowth(GrowthForm form, std::span<const double> f, std::span<const double> y,
                                      double confidence = 0.95);
/// The fitted form at f.
double growthAt(GrowthForm form, const LeastSquares& fit, double f);

} // namespace regnet
