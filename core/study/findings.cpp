// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/findings.h"

#include "core/stats/best_range.h"
#include "core/stats/comparability.h"
#include "core/stats/correlation.h"
#include "core/stats/edf.h"
#include "core/stats/expected_best.h"
#include "core/stats/line_fits.h"
#include "core/stats/power.h"
#include "core/stats/selection.h"
#include "core/stats/share.h"
#include "core/stats/two_sample.h"
#include "core/study/trend_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace regnet {
namespace {

constexpr double alpha = 0.05;

struct PairClaim
{
    const char* better;
    const char* worse;
    const char* paper; ///< difference of means ± standard error, KS
};

constexpr std::array betterThan{
    PairClaim{"AnyNetX_D", "AnyNetX_C", "-6.18 ± 0.30, KS 0.588 (400 MF, 10 epochs)"},
    PairClaim{"AnyNetX_E", "AnyNetX_D", "-0.52 ± 0.19, KS 0.174, p 0.0007 (400 MF, 10 epochs)"},
    PairClaim{"AnyNetX_C", "AnyNetX_C_w_equal", "-6.7 in the mean (400 MF, 10 epochs)"},
    PairClaim{"AnyNetX_C", "AnyNetX_C_w_nonincreasing", "-13.8 in the mean (400 MF, 10 epochs)"},
    PairClaim{"AnyNetX_D", "AnyNetX_D_d_equal", "-3.4 in the mean (400 MF, 10 epochs)"},
    PairClaim{"AnyNetX_D", "AnyNetX_D_d_nonincreasing", "-5.6 in the mean (400 MF, 10 epochs)"},
    PairClaim{"AnyNetX_E", "AnyNetX_A", "-4.8 to -7.4 in the mean of six settings (Figure 10)"},
    PairClaim{"RegNetX", "AnyNetX_E", "-1.75 ± 0.18, KS 0.410 (400 MF, 10 epochs)"},
    PairClaim{"RegNetX", "AnyNetX_A", "-8.1 in the mean (400 MF, 10 epochs)"},
    PairClaim{"RegNetX_w0=wa", "RegNetX", "-0.90 ± 0.13, KS 0.260 (400 MF, 10 epochs)"},
    PairClaim{"AnyNetR_E", "AnyNetR_A", "-7.4 in the mean (400 MF, 10 epochs)"},
    PairClaim{"RegNetR", "AnyNetR_E", "-1.4 in the mean (400 MF, 10 epochs)"},
    PairClaim{"AnyNetV_E", "AnyNetV_A", "-4.8 in the mean (400 MF, 10 epochs)"},
    PairClaim{"RegNetV", "AnyNetV_E", "-7.2 in the mean (400 MF, 10 epochs)"},
    PairClaim{"AnyNetVR_E", "AnyNetVR_A", "-5.6 in the mean (400 MF, 10 epochs)"},
    PairClaim{"RegNetVR", "AnyNetVR_E", "-4.0 in the mean (400 MF, 10 epochs)"},
    PairClaim{"AnyNetX_E_5_stages", "AnyNetX_A_5_stages", "-7.1 in the mean (400 MF, 10 epochs)"},
    PairClaim{"RegNetX_5_stages", "AnyNetX_E_5_stages", "-1.4 in the mean (400 MF, 10 epochs)"},
    PairClaim{"RegNetX_constrained", "RegNetX",
              "-0.85, -1.06, -0.69 in the mean (400MF, 800MF, 3.2GF; 25 epochs)"},
    PairClaim{"RegNetX_constrained", "RegNetX_inverted", "-0.7 in the mean (400 MF, 25 epochs)"},
    PairClaim{"RegNetX_inverted", "RegNetX_depthwise", "-2.2 in the mean (400 MF, 25 epochs)"},
    PairClaim{"RegNetX_constrained", "RegNetX_r_le_448", "-1.5, -1.6 in the mean (400MF, 800MF; 25 epochs)"},
    PairClaim{"RegNetY", "RegNetX_constrained", "-1.3 in the mean (400 MF, 25 epochs)"},
    PairClaim{"RegNetX_constrained_12_le_d_le_28", "RegNetX_3_stages",
              "-0.6 in the mean (6.4 GF, 100 epochs)"},
    PairClaim{"RegNetX_constrained_12_le_d_le_28", "RegNetX_b=0.5", "-0.2 in the mean (6.4 GF, 100 epochs)"},
    PairClaim{"RegNetY_swish", "RegNetY",
              "-1.0 at 400 MF, +0.3 at 6.4 GF: they cross at about 2 GF (25 epochs)"},
    PairClaim{"RegNetY_swish_g=1", "RegNetY_g=1",
              "-2.7, -2.7, -2.3, -1.9, -1.3, -0.9 from 200 MF to 6.4 GF (25 epochs)"},
    PairClaim{"RegNetX", "RegNetR", "-3.3 in the mean (400 MF, 10 epochs)"},
    PairClaim{"RegNetR", "RegNetV", "-4.9 in the mean (400 MF, 10 epochs)"},
};

constexpr std::array alike{
    PairClaim{"AnyNetX_B", "AnyNetX_A", "+0.17 ± 0.39, KS 0.061, p 0.31 (400 MF, 10 epochs)"},
    PairClaim{"AnyNetX_C", "AnyNetX_B", "+0.20 ± 0.39, KS 0.049, p 0.58 (400 MF, 10 epochs)"},
    PairClaim{"RegNetX_wm=2", "RegNetX", "-0.23 ± 0.14, KS 0.094, p 0.31: within noise (400 MF, 10 epochs)"},
    PairClaim{"RegNetVR", "RegNetV", "+0.1 in the mean: a residual gives V nothing (400 MF, 10 epochs)"},
    PairClaim{"RegNetX_constrained_d=20", "RegNetX_constrained_12_le_d_le_28",
              "means differ by -0.3 to +0.1 in six regimes (100 epochs)"},
};

/// Interval of the superiority: its variance is at most that without any difference, (n + m + 1) / (12 n m).
double superiorityHalf(const Edf& a, const Edf& b)
{
    const auto n = static_cast<double>(a.size());
    const auto m = static_cast<double>(b.size());
    return 1.959963984540054 * std::sqrt((n + m + 1) / (12 * n * m));
}

std::string numbersOf(const Edf& a, const Edf& b, const MannWhitney& test)
{
    std::string text = fmt::format("P(better) = {:.3f}, p = {:.2g} (Mann-Whitney), n = {} and {}",
                                   test.superiority, test.pValue, a.size(), b.size());
    if (a.mean() && b.mean())
        text = fmt::format("{:+.2f} in the mean, KS {:.3f}, ", *a.mean() - *b.mean(),
                           kolmogorovSmirnov(a, b).distance) +
               text;
    return text;
}

const FindingInput* inputOf(std::span<const FindingInput> inputs, std::string_view role,
                            const std::string& setting)
{
    for (const FindingInput& input : inputs)
        if (input.role == role && input.setting == setting) return &input;
    return nullptr;
}

std::set<std::string> settingsOf(std::span<const FindingInput> inputs)
{
    std::set<std::string> settings;
    for (const FindingInput& input : inputs)
        settings.insert(input.setting);
    return settings;
}

/// A finding of two populations, with its p-value before correction.
Finding pairFinding(const PairClaim& claim, const FindingInput& a, const FindingInput& b, bool isAlike)
{
    Finding finding;
    finding.claim =
        fmt::format("{} is {} {}", claim.better, isAlike ? "as good as" : "better than", claim.worse);
    finding.setting = a.setting;
    finding.paper = claim.paper;
    const Edf first(a.population);
    const Edf second(b.population);
    if (first.size() == 0 || second.size() == 0) {
        finding.why = "One of the two has no network that is trained.";
        return finding;
    }
    const MannWhitney test = mannWhitney(first, second);
    finding.here = numbersOf(first, second, test);
    const std::vector<Population> both{a.population, b.population};
    if (!areComparable(both)) {
        finding.why = remarksOn(both).front();
        return finding;
    }
    if (!isAlike) {
        finding.pValue = test.pValue;
        const DetectableGap gap = detectableGap(first.size(), second.size());
        finding.why = gap.superiority
                          ? fmt::format("With this n a P(better) of {:.2f} is found in 80 % of cases.",
                                        *gap.superiority)
                          : "With so few networks no difference whatever is significant.";
        finding.verdict = test.superiority > 0.5 ? Verdict::Holds : Verdict::DoesNotHold; // if significant
        return finding;
    }
    const double half = superiorityHalf(first, second);
    const double low = test.superiority - half;
    const double high = test.superiority + half;
    finding.why = fmt::format(
        "The 95 % interval of P(better) is {:.2f} to {:.2f}; within 0.40 to 0.60 counts as alike.", low,
        high);
    if (low >= 0.4 && high <= 0.6) finding.verdict = Verdict::Holds;
    if (low > 0.6 || high < 0.4) finding.verdict = Verdict::DoesNotHold;
    return finding;
}

void correct(std::vector<Finding>& findings)
{
    std::vector<double> pValues;
    for (const Finding& finding : findings)
        if (finding.pValue) pValues.push_back(*finding.pValue);
    const std::vector<double> adjusted = holm(pValues);
    std::size_t next = 0;
    for (Finding& finding : findings) {
        if (!finding.pValue) continue;
        finding.pValue = adjusted[next++];
        if (*finding.pValue > alpha)
            finding.verdict = Verdict::CannotJudge;
        else
            finding.why.clear();
        finding.why = fmt::format("p = {:.2g} after Holm over {} tests. ", *finding.pValue, adjusted.size()) +
                      finding.why;
        while (!finding.why.empty() && finding.why.back() == ' ')
            finding.why.pop_back();
    }
}

void addPairs(std::vector<Finding>& findings, std::span<const FindingInput> inputs)
{
    for (const std::string& setting : settingsOf(inputs)) {
        const auto look = [&](const PairClaim& claim, bool isAlike) {
            const FindingInput* a = inputOf(inputs, claim.better, setting);
            const FindingInput* b = inputOf(inputs, claim.worse, setting);
            if (a != nullptr && b != nullptr) findings.push_back(pairFinding(claim, *a, *b, isAlike));
        };
        for (const PairClaim& claim : betterThan)
            look(claim, false);
        for (const PairClaim& claim : alike)
            look(claim, true);
    }
}

bool isRegNetX(const std::string& role)
{
    return role == "RegNetX";
}

/// b = 1 is best: against all others of the same population.
void addBottleneck(std::vector<Finding>& findings, const FindingInput& input)
{
    const std::vector<PropertyRange> one{{"bottleneck_ratio", 1, 1}};
    const std::vector<PropertyRange> above{{"bottleneck_ratio", std::nextafter(1.0, 2.0), std::nullopt}};
    const Edf with(select(input.population, one));
    const Edf without(select(input.population, above));
    const auto range = bestRange(input.population, "bottleneck_ratio");
    if (with.size() == 0 || without.size() == 0 || !range) return;
    Finding finding;
    finding.claim = "b = 1 is best in " + input.role;
    finding.setting = input.setting;
    finding.paper = "b = 1 in all seven regimes (Figure 11); 1 to 2 in AnyNetX_B (Figure 5)";
    const MannWhitney test = mannWhitney(with, without);
    finding.here = fmt::format("best range {:g} to {:g}, best {:g}; b = 1 against b > 1: ", range->low,
                               range->high, range->best) +
                   numbersOf(with, without, test);
    finding.pValue = test.pValue;
    finding.verdict = test.superiority > 0.5 ? Verdict::Holds : Verdict::DoesNotHold;
    findings.push_back(std::move(finding));
}

void addLevelFactor(std::vector<Finding>& findings, const FindingInput& input)
{
    const auto range = bestRange(input.population, "wm");
    if (!range) return;
    Finding finding;
    finding.claim = "w_m of the best is about 2.5";
    finding.setting = input.setting;
    finding.paper = "best 2.21 to 2.77 over seven regimes (Figure 11)";
    finding.here = fmt::format("best range {:.2f} to {:.2f}, best {:.2f}, n = {}", range->low, range->high,
                               range->best, range->n);
    finding.why = "Holds where the 95 % range of the winner lies within 1.8 to 3 and has 2.5 in it.";
    const bool hasIt = range->low <= 2.5 && range->high >= 2.5;
    if (!hasIt && range->n >= 50)
        finding.verdict = Verdict::DoesNotHold;
    else if (hasIt && range->low >= 1.8)
        finding.verdict = Verdict::Holds;
    findings.push_back(std::move(finding));
}

void addRandomSearch(std::vector<Finding>& findings, const FindingInput& input)
{
    const Edf edf(input.population);
    constexpr std::int64_t enough = 100;
    if (!edf.mean()) return;
    const ExpectedBest best = expectedBest(edf, 32);
    Finding finding;
    finding.claim = "about 32 random networks of RegNetX are enough";
    finding.setting = input.setting;
    finding.paper = "38.55 expected best of 32, 38.17 best of all 206, mean 41.0 (400 MF, 10 epochs)";
    const double span = *edf.mean() - *edf.min();
    const double share = span > 0 ? (*best.mean - *edf.min()) / span : 0;
    finding.here = fmt::format("{:.2f} expected best of 32, {:.2f} best of all {}, mean {:.2f}: {:.0f} % of "
                               "the way from best to mean",
                               *best.mean, *edf.min(), edf.size(), *edf.mean(), 100 * share);
    finding.why = "Holds where the expected best of 32 (closed form) is at most a fifth of the way from the "
                  "best to the mean.";
    if (edf.size() < enough)
        finding.why =
            fmt::format("The best of {} says too little of the best of the space; at least {} are needed.",
                        edf.size(), enough);
    else
        finding.verdict = share <= 0.2 ? Verdict::Holds : Verdict::DoesNotHold;
    findings.push_back(std::move(finding));
}

void addLineFit(std::vector<Finding>& findings, const FindingInput& input,
                const std::function<bool()>& isStopped)
{
    Population population = input.population;
    const bool isKnown = std::ranges::any_of(
        population.members, [](const Member& member) { return member.properties.contains("e_fit"); });
    if (!isKnown) {
        const auto fits = lineFits(population, FitDomain::ValidOnly, isStopped);
        for (std::size_t i = 0; i < fits.size(); ++i)
            if (fits[i]) population.members[i].properties["e_fit"] = *fits[i];
    }
    const Correlation rho = correlate(pairsOf(population, "e_fit", "error"), CorrelationKind::Spearman);
    if (!rho.value) return;
    Finding finding;
    finding.claim = "the best networks of " + input.role + " have a low e_fit";
    finding.setting = input.setting;
    finding.paper = "best ranges 0.0809-0.516 (C), 0.0653-0.554 (D), 0.0466-0.280 (E) (Figure 8)";
    finding.here = fmt::format("Spearman rho of e_fit and error {:.2f}", *rho.value);
    if (rho.low) finding.here += fmt::format(" ({:.2f} to {:.2f}, 95 %), n = {}", *rho.low, *rho.high, rho.n);
    if (const auto range = bestRange(population, "e_fit"))
        finding.here +=
            fmt::format("; best range {:.4f} to {:.4f}, best {:.4f}", range->low, range->high, range->best);
    finding.why = "Holds where the interval of rho is above 0.";
    if (rho.low && *rho.low > 0) finding.verdict = Verdict::Holds;
    if (rho.high && *rho.high < 0) finding.verdict = Verdict::DoesNotHold;
    findings.push_back(std::move(finding));
}

void addSingles(std::vector<Finding>& findings, const FindingInput& input,
                const std::function<bool()>& isStopped)
{
    if (isRegNetX(input.role) || input.role == "AnyNetX_B") addBottleneck(findings, input);
    if (isRegNetX(input.role)) addLevelFactor(findings, input);
    if (isRegNetX(input.role)) addRandomSearch(findings, input);
    if (input.role == "AnyNetX_C" || input.role == "AnyNetX_D" || input.role == "AnyNetX_E")
        addLineFit(findings, input, isStopped);
}

} // namespace

std::string roleOf(std::string_view spaceName)
{
    return std::string(spaceName.substr(0, spaceName.find_first_of("@ ")));
}

std::string_view nameOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Holds:
        return "holds";
    case Verdict::DoesNotHold:
        return "does not hold";
    case Verdict::CannotJudge:
        return "cannot be judged";
    }
    return "?";
}

std::vector<Finding> findings(std::span<const FindingInput> inputs, const std::function<bool()>& isStopped)
{
    std::vector<Finding> all;
    addPairs(all, inputs);
    for (const FindingInput& input : inputs)
        addSingles(all, input, isStopped);
    addTrendFindings(all, inputs);
    addRunTimeFindings(all, inputs);
    correct(all);
    return all;
}

} // namespace regnet
