// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/complexity.h"
#include "core/network/fast_cost.h"
#include "core/network/network.h"
#include "core/space/design_space.h"
#include "core/space/pycls_random.h"

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
    StageCount,   ///< another number of stages than the space has (a line is judged level by level: what
                  ///< skips a level after too many counts here)
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

/// Where random numbers come from.
enum class Generator {
    Philox, ///< a stream of its own for each network: the same on any number of threads
    Pycls,  ///< pycls's own draws, candidate after candidate from one stream
};

struct SampleRequest
{
    std::int64_t n = 100;
    std::uint64_t seed = 1;
    bool isDistinct = true; ///< each realised network once
    /// Candidates that one network may cost before the space counts as empty.
    std::int64_t budget = 500'000;
    unsigned threads = 0;              ///< 0: as many as there are cores; at most 1024
    std::function<bool()> isStopped{}; ///< asked now and then, from several threads
    Generator generator = Generator::Philox;
    /// Pycls: 0 is one stream of candidates from `seed`, pycls's sample_cfgs(seed); otherwise its whole
    /// tools/sweep_setup.py with RNG_SEED `seed` and so many processes, on which its choice depends: chunks
    /// of 5,000 candidates with seeds of their own, at most 10^6, and a random n of what is found. Networks
    /// are then distinct in their parameters, as in pycls.
    std::int64_t pyclsProcesses = 0;
};

struct Sample
{
    std::vector<SampledNetwork> networks;
    std::int64_t candidates = 0; ///< drawn in all
    std::array<std::int64_t, rejectionKinds> rejections{};
    bool wasStopped = false; ///< networks is then empty; the counts are of what was drawn until then

    double acceptance() const
    {
        return candidates == 0 ? 0 : static_cast<double>(networks.size()) / static_cast<double>(candidates);
    }
};

/// Draws a population. Network i comes from its own random stream (seed, i): its candidates are drawn until
/// one meets every limit, and, when they are to be distinct, equals no network before it; so the result does
/// not depend on the number of threads, and a longer sample begins with the shorter one. Throws Error for
/// what check(space) reports, for n < 0 or above 10^6, for more distinct networks than the space has
/// settings, and, naming the constraint that nothing passes and what candidates have instead, when the
/// budget is spent.
///
/// With Generator::Pycls the candidates are pycls's own, on one thread; seed is below 2^32, and the space one
/// that pycls can express: without shared or ordered parameters. They are judged by what is asked for; pycls
/// rounds widths and group widths of a bottleneck ratio other than 1 once more before it counts.
Sample sample(const DesignSpace& space, const SampleRequest& request);

/// What one candidate became. `spec` is always filled, network and cost where it was realised.
struct Candidate
{
    SampledNetwork drawn;
    std::optional<Rejection> rejection;
};

/// One candidate in the making, to be reused from draw to draw: nothing in it is allocated anew.
struct Draft
{
    RegnetParameters regnet;                   ///< of a RegNet
    std::vector<Stage> stages;                 ///< of an AnyNet, as asked for
    std::size_t resolution = 0;                ///< which of the space's values
    RealisedRegnet realised;                   ///< stages and cost as built, unless rejected before
    std::array<std::vector<double>, 4> values; ///< of an AnyNet's stages: depth, width, b, g

    bool hasCost() const { return realised.isComplete; }
};

/// Draws and judges single candidates of a space. Holds the tables of all distributions; const, so that
/// several threads share one.
class Sampler
{
public:
    /// Needs a space without problems.
    explicit Sampler(const DesignSpace& space);

    Candidate draw(PhiloxStream& random) const;

    /// The two halves of a draw, without allocation: parameters into the draft; and why it is rejected, none
    /// when it is in the space. The cheapest rules come first.
    void propose(PhiloxStream& random, Draft& draft) const;
    void propose(PyclsRandom& random, Draft& draft) const;
    std::optional<Rejection> judge(Draft& draft) const;

    NetworkSpec specOf(const Draft& draft) const;
    SampledNetwork finished(const Draft& draft) const; ///< of one that was not rejected

    const DesignSpace& space() const { return m_space; }

private:
    std::optional<Rejection> judgeCost(const Cost& cost) const;
    void setStages(Draft& draft) const;

    DesignSpace m_space;
    DiscreteDistribution m_resolution;
    std::vector<NetworkSpec> m_frames;             ///< one a resolution
    std::vector<RegnetCoster> m_regnetCosters;     ///< RegNet: one a resolution
    std::vector<StagesCoster> m_stagesCosters;     ///< AnyNet: one a resolution
    std::vector<OrderedDraws> m_stageDraws;        ///< AnyNet: depth, width, b, g
    std::vector<DiscreteDistribution> m_lineDraws; ///< RegNet: depth, w0, wa, wm, b, g
};

/// Bytes that are equal for equal networks of one space, and cheaper than the canonical JSON.
std::string networkKey(const Network& network);

/// The properties of what was drawn, as core/network/properties.h names them.
std::map<std::string, double> propertiesOf(const SampledNetwork& network);

} // namespace regnet
