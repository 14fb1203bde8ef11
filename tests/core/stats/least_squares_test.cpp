// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/least_squares.h"

#include "core/problem.h"
#include "core/text/resources.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace regnet {
namespace {

const std::vector<double> regimes{0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8};

// Regressions of Figure 12 top, from checks.regression of paper_figures.json.
TEST(LeastSquares, ThePapersRunTimes)
{
    const auto figures = nlohmann::json::parse(embedded::paper_figures);
    std::vector<double> flops;
    std::vector<double> activations;
    std::vector<double> time;
    for (const auto& panel : figures.at("panels")) {
        const bool isFlops = panel.at("id") == "fig12-top-middle";
        if (!isFlops && panel.at("id") != "fig12-top-right") continue;
        for (const auto& point : panel.at("series")[0].at("points")) {
            (isFlops ? flops : activations).push_back(point[0]);
            if (isFlops) time.push_back(point[1]);
        }
    }
    ASSERT_EQ(time.size(), 487u);
    const auto byFlops = fitGrowth(GrowthForm::Affine, flops, time);
    EXPECT_NEAR(byFlops->coefficients[0].value, 15.4963, 5e-5);
    EXPECT_NEAR(byFlops->coefficients[1].value, 20.9037, 5e-5);
    EXPECT_NEAR(*byFlops->rSquared, 0.6431 * 0.6431, 1e-4);
    const auto byActivations = fitGrowth(GrowthForm::Affine, activations, time);
    EXPECT_NEAR(byActivations->coefficients[0].value, 3.8254, 5e-5);
    EXPECT_NEAR(byActivations->coefficients[1].value, 3.6973, 5e-5);
    const std::vector<std::vector<double>> both{std::vector<double>(487, 1.0), flops, activations};
    const auto together = leastSquares(both, time);
    EXPECT_NEAR(together->coefficients[0].value, 3.3666, 5e-5);
    EXPECT_NEAR(together->coefficients[1].value, 4.6179, 5e-5);
    EXPECT_NEAR(together->coefficients[2].value, 3.3350, 5e-5);
    EXPECT_NEAR(*together->rSquared, 0.8177, 5e-5);
}

// The best values of Figure 12 bottom by regime, fitted with NumPy 2 (lstsq) and SciPy 1.17 (t quantiles).
// The paper prints 6.5·√f, 3.0 + 5.5·f and 24·√f + 6.0·f.
TEST(GrowthFit, TheBestValuesOfFigure12)
{
    const std::vector<double> activations{2.34, 3.37, 5.13, 7.92, 11.5, 16.4, 21.8};
    const auto a = fitGrowth(GrowthForm::SquareRoot, regimes, activations);
    EXPECT_NEAR(a->coefficients[0].value, 6.214146512727019, 1e-10);
    EXPECT_NEAR(*a->coefficients[0].standardError, 0.09884939120604426, 1e-10);
    EXPECT_NEAR(*a->coefficients[0].low, 5.972270765906483, 1e-9);
    EXPECT_NEAR(*a->rSquared, 0.9952391525018266, 1e-12);
    const std::vector<double> params{2.49, 4.52, 7.21, 11.1, 19, 34.2, 62.2};
    const auto p = fitGrowth(GrowthForm::Affine, regimes, params);
    EXPECT_NEAR(p->coefficients[0].value, 3.118333333333329, 1e-10);
    EXPECT_NEAR(p->coefficients[1].value, 4.680774278215223, 1e-10);
    EXPECT_NEAR(*p->coefficients[1].high, 4.927267773672882, 1e-9);
    const std::vector<double> time{10.3, 16, 24.3, 38, 57.5, 100, 159};
    const auto t = fitGrowth(GrowthForm::SquareRootAndLinear, regimes, time);
    EXPECT_NEAR(t->coefficients[0].value, 21.917959631607687, 1e-9);
    EXPECT_NEAR(t->coefficients[1].value, 6.392101025053139, 1e-9);
    EXPECT_NEAR(t->residualDeviation, 2.021305369863311, 1e-9);
    // 24 and 6.0 of the paper lie within.
    EXPECT_LT(*t->coefficients[0].low, 24);
    EXPECT_GT(*t->coefficients[0].high, 24);
    EXPECT_LT(*t->coefficients[1].low, 6);
    EXPECT_GT(*t->coefficients[1].high, 6);
    EXPECT_NEAR(growthAt(GrowthForm::SquareRootAndLinear, *t, 4),
                2 * 21.917959631607687 + 4 * 6.392101025053139, 1e-8);
}

TEST(GrowthFit, FewPoints)
{
    EXPECT_EQ(fitGrowth(GrowthForm::Affine, {}, {}), std::nullopt);
    EXPECT_EQ(fitGrowth(GrowthForm::Affine, std::vector<double>{1}, std::vector<double>{2}), std::nullopt);
    const auto exact = fitGrowth(GrowthForm::Affine, std::vector<double>{1, 2}, std::vector<double>{3, 5});
    EXPECT_NEAR(exact->coefficients[0].value, 1, 1e-12);
    EXPECT_NEAR(exact->coefficients[1].value, 2, 1e-12);
    EXPECT_EQ(exact->coefficients[0].low, std::nullopt); // nothing is left to judge it by
    // One f only: slope and constant cannot be told apart.
    EXPECT_EQ(fitGrowth(GrowthForm::Affine, std::vector<double>{2, 2, 2}, std::vector<double>{3, 4, 5}),
              std::nullopt);
    EXPECT_EQ(fitGrowth(GrowthForm::SquareRoot, std::vector<double>{0, 0}, std::vector<double>{3, 4}),
              std::nullopt);
    const auto constant =
        fitGrowth(GrowthForm::Affine, std::vector<double>{1, 2, 3}, std::vector<double>{4, 4, 4});
    EXPECT_EQ(constant->rSquared, std::nullopt);
    EXPECT_NEAR(constant->coefficients[1].value, 0, 1e-12);
}

TEST(GrowthFit, WhatIsNoNumberIsLeftOut)
{
    const auto fit = fitGrowth(GrowthForm::SquareRoot, std::vector<double>{4, -1, 9, std::nan("")},
                               std::vector<double>{2, 100, 3, 5});
    EXPECT_EQ(fit->n, 2);
    EXPECT_NEAR(fit->coefficients[0].value, 1, 1e-12);
    EXPECT_THROW(fitGrowth(GrowthForm::SquareRoot, std::vector<double>{1}, std::vector<double>{}), Error);
}

TEST(GrowthFit, NamesOfTheForms)
{
    EXPECT_EQ(growthFormOf("sqrt+linear"), GrowthForm::SquareRootAndLinear);
    EXPECT_EQ(growthFormOf("cubic"), std::nullopt);
    EXPECT_EQ(nameOf(GrowthForm::SquareRoot), "a·√f");
}

} // namespace
} // namespace regnet
