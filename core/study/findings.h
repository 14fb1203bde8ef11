// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// A population, and what part it plays in the paper's claims.
struct FindingInput
{
    std::string role;    ///< the space, as the studies name it: "RegNetX", "AnyNetX_E", "RegNetX_constrained"
    std::string setting; ///< what else is the same: only populations of one setting are compared ("400MF")
    Population population;
};

/// "RegNetX" of "RegNetX@cpu" and of "RegNetX 400MF cpu n=24": the space without its regime.
std::string roleOf(std::string_view spaceName);

enum class Verdict {
    Holds,
    DoesNotHold,
    CannotJudge, ///< too few networks, populations that do not compare, or a property that is not known
};
std::string_view nameOf(Verdict verdict); ///< "holds", "does not hold", "cannot be judged"

/// One claim of the paper, looked at here.
struct Finding
{
    std::string claim;   ///< "RegNetX is better than AnyNetX_E"
    std::string setting; ///< where
    Verdict verdict = Verdict::CannotJudge;
    std::string here;             ///< the numbers of these populations, with the method
    std::string paper;            ///< the paper's own, with their regime
    std::string why;              ///< how it was judged; where it cannot be, what would be needed
    std::optional<double> pValue; ///< after Holm's correction over all tests of this call
};

/// The paper's claims for whose roles there are populations; none for others.
///
/// - One space is better than another: Mann-Whitney, failed networks at infinity, p <= 0.05 after Holm over
/// all
///   tests of the call. Not significant is "cannot be judged", with the superiority that this n would show.
/// - Spaces are alike: the 95 % interval of the superiority lies within 0.4 to 0.6.
/// - Best values (b, w_m, depth): the exact bootstrap range of the winner.
/// - Trends with FLOPs: the ranges of the regimes, at least three settings.
/// - Run time: bootstrap of r(activations) - r(FLOPs) over networks.
/// - Low e_fit: Spearman's rho with the error, 95 % interval.
/// - Random search: expected best of 32 in closed form.
/// Costs line fits where AnyNet populations have stages; `isStopped` is asked meanwhile.
std::vector<Finding> findings(std::span<const FindingInput> inputs,
                              const std::function<bool()>& isStopped = {});

} // namespace regnet
