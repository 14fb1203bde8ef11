// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/schedule.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace regnet {
namespace {

/// cos(x) for 0 <= x <= π as NumPy has it on machines with AVX-512, where pycls's schedules come from: up to
/// two units in the last place from the true one, so that libm's would give other learning rates. It is
/// sin(π/2 - x): π in three parts, a polynomial of degree 17, all with fused multiply-adds. The constants and
/// their order are those of Intel's SVML (svml_z0_cos_d_la), which NumPy builds in.
double numpyCosine(double x)
{
    if (x < 0x1p-27) return 1;
    constexpr std::array<double, 3> pi{0x1.921fb54442d18p+1, 0x1.1a62633145c06p-53, 0x1.c1cd129024e09p-106};
    constexpr std::array<double, 7> series{
        -0x1.9f0d60811aac8p-41, 0x1.60e6857a2f220p-33, -0x1.ae63546002231p-26, 0x1.71de38030fea0p-19,
        -0x1.a01a019a5b87bp-13, 0x1.111111110a4a8p-7,  -0x1.55555555554a7p-3};
    const double near = std::fma(0.5, pi[1], std::fma(0.5, pi[0], -x));
    const double square = near * near;
    const double angle = std::fma(0.5, pi[2], near);
    double sum = series[0];
    for (std::size_t i = 1; i < 7; ++i)
        sum = std::fma(sum, square, series[i]);
    return std::fma(sum, square * angle, angle);
}

double scheduled(const Recipe& recipe, double at)
{
    const auto epochs = static_cast<double>(recipe.epochs);
    const double least = recipe.minLearningRate;
    switch (recipe.schedule) {
    case Schedule::Cosine:
        return (1.0 - least) * (0.5 * (1.0 + numpyCosine(std::numbers::pi * at / epochs))) + least;
    case Schedule::Linear:
        return (1.0 - least) * (1.0 - at / epochs) + least;
    case Schedule::Exponential:
        return std::pow(least, at / epochs);
    case Schedule::Steps:
        break;
    }
    const auto passed = std::count_if(recipe.steps.begin(), recipe.steps.end(),
                                      [&](std::int64_t step) { return static_cast<double>(step) <= at; });
    return std::pow(recipe.stepFactor, static_cast<double>(std::max<std::ptrdiff_t>(passed, 1) - 1));
}

/// `at` in epochs, 0 <= at < recipe.epochs.
double rateAt(const Recipe& recipe, double at)
{
    const double rate = scheduled(recipe, at) * recipe.baseLearningRate;
    if (at >= recipe.warmupEpochs) return rate;
    const double alpha = at / recipe.warmupEpochs;
    return rate * (recipe.warmupFactor * (1.0 - alpha) + alpha);
}

} // namespace

double learningRate(const Recipe& recipe, std::int64_t epoch)
{
    return rateAt(recipe, static_cast<double>(epoch));
}

double learningRate(const Recipe& recipe, std::int64_t epoch, std::int64_t batch, std::int64_t batches)
{
    if (!recipe.isPerBatch) return learningRate(recipe, epoch);
    return rateAt(recipe,
                  static_cast<double>(epoch) + static_cast<double>(batch) / static_cast<double>(batches));
}

} // namespace regnet
