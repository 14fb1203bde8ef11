// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/least_squares.h"

#include "core/problem.h"
#include "core/stats/distributions.h"
#include "core/stats/edf.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace regnet {
namespace {

using Column = std::vector<double>;

double dot(const Column& a, const Column& b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// Takes the part along `unit` out of a column and answers how much it was.
double project(Column& column, const Column& unit)
{
    double along = 0;
    for (int pass = 0; pass < 2; ++pass) { // the second one takes out what rounding left
        const double part = dot(column, unit);
        for (std::size_t i = 0; i < column.size(); ++i)
            column[i] -= part * unit[i];
        along += part;
    }
    return along;
}

/// columns = Q·R; empty where they depend on each other.
struct Orthogonal
{
    std::vector<Column> q;
    std::vector<std::vector<double>> r; ///< r[i][j], i <= j
};

std::optional<Orthogonal> orthogonal(std::vector<Column> columns)
{
    constexpr double dependent = 1e-10;
    Orthogonal result;
    result.r.assign(columns.size(), std::vector<double>(columns.size(), 0.0));
    for (std::size_t j = 0; j < columns.size(); ++j) {
        const double before = std::sqrt(dot(columns[j], columns[j]));
        for (std::size_t i = 0; i < j; ++i)
            result.r[i][j] = project(columns[j], result.q[i]);
        const double length = std::sqrt(dot(columns[j], columns[j]));
        if (!(length > dependent * before)) return std::nullopt;
        result.r[j][j] = length;
        for (double& value : columns[j])
            value /= length;
        result.q.push_back(std::move(columns[j]));
    }
    return result;
}

/// Solves R·x = b.
std::vector<double> backSubstitute(const Orthogonal& qr, std::vector<double> b)
{
    for (std::size_t i = b.size(); i-- > 0;) {
        for (std::size_t j = i + 1; j < b.size(); ++j)
            b[i] -= qr.r[i][j] * b[j];
        b[i] /= qr.r[i][i];
    }
    return b;
}

/// Row i of (R^-1)(R^-1)^T, its diagonal: the variance of coefficient i for residuals of variance 1.
double varianceOf(const Orthogonal& qr, std::size_t which)
{
    double sum = 0;
    for (std::size_t k = 0; k < qr.q.size(); ++k) {
        std::vector<double> unit(qr.q.size(), 0.0);
        unit[k] = 1;
        const double value = backSubstitute(qr, unit)[which];
        sum += value * value;
    }
    return sum;
}

void addIntervals(LeastSquares& fit, const Orthogonal& qr, double confidence)
{
    const auto free = static_cast<double>(fit.n) - static_cast<double>(qr.q.size());
    if (free < 1) return;
    const double t = boost::math::quantile(boost::math::students_t(free), (1 + confidence) / 2);
    for (std::size_t i = 0; i < fit.coefficients.size(); ++i) {
        Coefficient& coefficient = fit.coefficients[i];
        const double error = fit.residualDeviation * std::sqrt(varianceOf(qr, i));
        coefficient.standardError = error;
        coefficient.low = coefficient.value - t * error;
        coefficient.high = coefficient.value + t * error;
    }
}

std::vector<Column> columnsOf(GrowthForm form, std::span<const double> f)
{
    Column linear(f.begin(), f.end());
    Column root;
    for (const double value : f)
        root.push_back(std::sqrt(value)); // NaN below 0: such a row is left out
    switch (form) {
    case GrowthForm::SquareRoot:
        return {root};
    case GrowthForm::Affine:
        return {Column(f.size(), 1.0), linear};
    case GrowthForm::SquareRootAndLinear:
        return {root, linear};
    }
    return {};
}

} // namespace

std::optional<LeastSquares> leastSquares(std::span<const std::vector<double>> columns,
                                         std::span<const double> y, double confidence)
{
    dkwHalfWidth(1, confidence); // refuses a wrong confidence
    std::vector<Column> known(columns.size());
    Column values;
    for (const Column& column : columns)
        if (column.size() != y.size())
            throwBadInput("column", "has " + std::to_string(column.size()) + " values",
                          std::to_string(y.size()) + ", as many as y");
    for (std::size_t row = 0; row < y.size(); ++row) {
        const bool isKnown =
            std::isfinite(y[row]) &&
            std::ranges::all_of(columns, [row](const Column& column) { return std::isfinite(column[row]); });
        if (!isKnown) continue;
        values.push_back(y[row]);
        for (std::size_t c = 0; c < columns.size(); ++c)
            known[c].push_back(columns[c][row]);
    }
    if (values.size() < columns.size() || columns.empty()) return std::nullopt;
    const std::optional<Orthogonal> qr = orthogonal(std::move(known));
    if (!qr) return std::nullopt;

    LeastSquares fit;
    fit.n = static_cast<std::int64_t>(values.size());
    const double mean =
        std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    double total = 0;
    for (const double value : values)
        total += (value - mean) * (value - mean);
    std::vector<double> along;
    for (const Column& unit : qr->q)
        along.push_back(project(values, unit));
    for (const double coefficient : backSubstitute(*qr, along))
        fit.coefficients.push_back({coefficient, std::nullopt, std::nullopt, std::nullopt});
    const double residual = dot(values, values);
    if (total > 0) fit.rSquared = 1 - residual / total;
    const auto free = static_cast<double>(fit.n) - static_cast<double>(columns.size());
    if (free >= 1) fit.residualDeviation = std::sqrt(residual / free);
    addIntervals(fit, *qr, confidence);
    return fit;
}

std::string_view nameOf(GrowthForm form)
{
    switch (form) {
    case GrowthForm::SquareRoot:
        return "a·√f";
    case GrowthForm::Affine:
        return "a + b·f";
    case GrowthForm::SquareRootAndLinear:
        return "a·√f + b·f";
    }
    return "?";
}

std::optional<GrowthForm> growthFormOf(std::string_view name)
{
    if (name == "sqrt") return GrowthForm::SquareRoot;
    if (name == "affine") return GrowthForm::Affine;
    if (name == "sqrt+linear") return GrowthForm::SquareRootAndLinear;
    return std::nullopt;
}

std::optional<LeastSquares> fitGrowth(GrowthForm form, std::span<const double> f, std::span<const double> y,
                                      double confidence)
{
    return leastSquares(columnsOf(form, f), y, confidence);
}

double growthAt(GrowthForm form, const LeastSquares& fit, double f)
{
    double sum = 0;
    const std::vector<Column> columns = columnsOf(form, std::span(&f, 1));
    for (std::size_t i = 0; i < columns.size(); ++i)
        sum += fit.coefficients.at(i).value * columns[i].front();
    return sum;
}

} // namespace regnet
