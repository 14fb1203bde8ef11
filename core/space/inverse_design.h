// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/run_time_model.h"
#include "core/space/sampler.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace regnet {

/// What the first networks of a list are best in.
enum class DesignRank {
    Activations, ///< fewest: they predict run time best (paper, section 5)
    Params,      ///< fewest
    Flops,       ///< nearest to DesignQuery::flops
    RunTime,     ///< shortest by the model
};

/// What is wanted of a network.
struct DesignQuery
{
    DesignSpace space; ///< where it is looked for; its own limits hold too
    std::optional<std::int64_t> flops;
    double tolerance = 0.02; ///< of flops, as a share
    CountRange params;
    CountRange activations;
    CountRange depth;                   ///< blocks
    std::optional<double> leastRunTime; ///< ms, as the model predicts
    std::optional<double> mostRunTime;
    std::optional<RunTimeModel> runTime;
    DesignRank rank = DesignRank::Activations;
    std::int64_t n = 20;
    std::int64_t candidates = 4'000'000; ///< 0.3 s on two cores
    std::uint64_t seed = 1;
    unsigned threads = 0; ///< 0: all cores; at most 1024; the answer is the same
};

struct Design
{
    NetworkSpec spec;
    Network network;
    Cost cost;
    std::optional<double> milliseconds; ///< predicted, where a model is given
    bool isPareto = false;
};

struct DesignAnswer
{
    std::vector<Design> ranked; ///< at most n, distinct as realised networks, best first
    /// Of all networks found, those that no other beats in both activations and params (in run time too,
    /// where a model is given), fewest activations first.
    std::vector<Design> pareto;
    std::int64_t candidates = 0; ///< looked at
    std::int64_t found = 0;      ///< that meet everything, before duplicates
    bool wasStopped = false;     ///< the answer is of what was looked at until then
};

/// Looks at so many random candidates of the space, on all cores, and keeps what meets the query. The answer
/// follows from query and seed alone, unless stopped. Throws Error for what check(space) reports and for a
/// query that contradicts itself or needs a model of run time that is not there; an empty answer is no error.
DesignAnswer findDesigns(const DesignQuery& query, std::stop_token stop = {});

/// "Same FLOPs, fewer activations": the query for networks like this one in stem, block, SE, head, activation
/// and resolution, with its FLOPs and at most all but one of its activations.
DesignQuery fewerActivationsThan(const NetworkSpec& spec, DesignQuery query);

/// The FLOPs that a query allows.
CountRange flopsRange(const DesignQuery& query);

} // namespace regnet
