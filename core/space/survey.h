// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/sampler.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace regnet {

struct Interval
{
    double low = 0;
    double high = 1;
};

/// The exact (Clopper-Pearson) confidence interval of a share of which `hits` of `trials` were seen. No trial
/// gives [0, 1].
Interval shareInterval(std::int64_t hits, std::int64_t trials, double confidence = 0.95);

/// How one parameter is spread over the networks that the space accepts.
struct ParameterHistogram
{
    std::string parameter; ///< "depth", "w0", ...; of an AnyNet "depth_1", "width_1", ... by stage
    bool isLogarithmic = false;
    std::vector<double> low;   ///< smallest value of each bin; one bin a value where there are at most 64
    std::vector<double> high;  ///< largest value of each bin
    std::vector<double> share; ///< of a draw before rules and limits, by the distribution itself; empty where
                               ///< an order makes it depend on other stages
    std::vector<std::int64_t> accepted; ///< networks in each bin
};

/// A candidate that was realised, for a cloud of costs. Candidate `index` of a survey is candidateAt(space,
/// seed, index).
struct SurveyPoint
{
    std::int64_t index = 0;
    std::int64_t depth = 0;
    Cost cost;
    bool isAccepted = false;
};

/// What random candidates tell of a space: how much of it its rules and limits leave, and what that looks
/// like.
struct Survey
{
    std::int64_t candidates = 0;
    std::int64_t accepted = 0;
    std::array<std::int64_t, rejectionKinds> rejections{};
    std::vector<ParameterHistogram> histograms;
    std::vector<SurveyPoint> accepts; ///< the first `mostPoints` of each
    std::vector<SurveyPoint> rejects;

    double acceptance() const
    {
        return candidates == 0 ? 0 : static_cast<double>(accepted) / static_cast<double>(candidates);
    }
    Interval acceptanceInterval() const { return shareInterval(accepted, candidates); }
};

/// Surveys a space bit by bit: for a live panel that shows what is there and goes on.
class Surveyor
{
public:
    /// Throws Error for what check(space) reports.
    explicit Surveyor(const DesignSpace& space, std::uint64_t seed = 1, std::size_t mostPoints = 2000);

    /// Draws so many candidates more. About 0.2 microseconds a candidate of a RegNet, 0.5 of an AnyNet.
    void draw(std::int64_t candidates);
    const Survey& survey() const { return m_survey; }

private:
    void count(const Draft& draft);

    Sampler m_sampler;
    std::uint64_t m_seed;
    std::size_t m_mostPoints;
    std::unique_ptr<Draft> m_draft;
    std::vector<DiscreteDistribution> m_tables; ///< of the histograms
    std::vector<std::size_t> m_valuesPerBin;
    Survey m_survey;
};

/// The same at once, until so many candidates are drawn or somebody stops it.
Survey survey(const DesignSpace& space, std::int64_t candidates, std::uint64_t seed = 1,
              const std::stop_token& stop = {});

/// The candidate of that number, as Surveyor draws it.
Candidate candidateAt(const DesignSpace& space, std::uint64_t seed, std::int64_t index);

/// How many parameter settings of a space meet its rules and limits, estimated from settings that are drawn
/// uniformly (not from the space's own distributions).
struct SizeEstimate
{
    std::string settings; ///< exact, before rules and limits
    std::int64_t candidates = 0;
    std::int64_t accepted = 0;
    double size = 0;      ///< settings · accepted / candidates; infinite where that is beyond 10^308
    Interval interval;    ///< of the size, 95 % (Clopper-Pearson)
    bool isExact = false; ///< no rule or limit can reject: size is settings
};

/// Throws Error for what check(space) reports.
SizeEstimate estimateSize(const DesignSpace& space, std::int64_t candidates = 500'000, std::uint64_t seed = 1,
                          const std::stop_token& stop = {});

/// The space with every setting as likely: each distribution replaced by a list of its values.
DesignSpace uniformOverSettings(const DesignSpace& space);

} // namespace regnet
