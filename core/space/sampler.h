// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/complexity.h"
#include "core/network/fast_cost.h"
#include "core/network/network.h"
#include "core/space/design_space.h"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// Why a candidate is not in the population.
enum class Rejection {
    SkippedLevel, ///< the line skips a level, or two levels merge
    StageCount,   ///< another number of stages than the space has
    Incompatible, ///< widths and groups cannot be made compatible, or counts are beyond 64 bits
    FlopsLow,
    FlopsHigh,
    ParamsLow,
    ParamsHigh,
    ActivationsLow,
    ActivationsHigh,
    Duplicate, ///< the realised network is in the population already
};
inline constexpr std::size_t rejectionKinds = 10;

/// For people: "more FLOPs than allowed".
std::string_view nameOf(Rejection rejection);

struct SampledNetwork
{
    NetworkSpec spec; ///< as drawn: RegNet parameters, or stages before group compatibility
    Network network;  ///< realised
    Cost cost;
};

struct SampleRequest
{
    std::int64_t n = 100;
    std::uint64_t seed = 1;
    bool isDistinct = true; ///< each realised network once
    /// Candidates that one network may cost before the space counts as empty.
    std::int64_t budget = 500'000;
    unsigned threads = 0;              ///< 0: as many as there are cores
    std::function<bool()> isStopped{}; ///< asked now and then, from several threads
};

struct Sample
{
    std::vector<SampledNetwork> networks;
    std::int64_t candidates = 0; ///< drawn in all
    std::array<std::int64_t, rejectionKinds> rejections{};
    bool wasStopped = false; ///< networks is then empty

    double acceptance() const
    {
        return candidates == 0 ? 0 : static_cast<double>(networks.size()) / static_cast<double>(candidates);
    }
};

/// Draws a population. Network i comes from its own random stream (seed, i): its candidates are drawn until
/// one meets every limit, and, when they are to be distinct, equals no network before it; so the result does
/// not depend on the number of threads, and a longer sample begins with the shorter one. Throws Error for
/// what check(space) reports, for n < 0 or above 10^6, and, naming the constraint that rejects most, when the
/// budget is spent.
Sample sample(const DesignSpace& space, const SampleRequest& request);

/// What one candidate became: for a live view that shows acceptance. `spec` is always filled.
struct Candidate
{
    SampledNetwork drawn;
    std::optional<Rejection> rejection;
};

/// Draws single candidates of a space, one after the other. Holds the tables of all distributions.
class Sampler
{
public:
    explicit Sampler(const DesignSpace& space);
    Candidate draw(PhiloxStream& random) const;

private:
    NetworkSpec drawSpec(PhiloxStream& random) const;
    std::optional<Rejection> judge(SampledNetwork& drawn) const;
    std::optional<Rejection> judgeLine(const SampledNetwork& drawn) const;
    std::optional<Rejection> judgeCost(const Cost& cost) const;

    DesignSpace m_space;
    NetworkSpec m_frame; ///< stem, block, head: equal for all
    DiscreteDistribution m_resolution;
    std::optional<RegnetCoster> m_coster; ///< RegNet at one resolution: rejects without building the network
    std::vector<OrderedDraws> m_stageDraws;        ///< AnyNet: depth, width, b, g
    std::vector<DiscreteDistribution> m_lineDraws; ///< RegNet: depth, w0, wa, wm, b, g
};

/// The properties of what was drawn, as core/network/properties.h names them.
std::map<std::string, double> propertiesOf(const SampledNetwork& network);

} // namespace regnet
