// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/records.h"

#include "core/text/printable.h"
#include "core/text/sha256.h"
#include "core/text/utf8.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace regnet {
namespace {

constexpr std::array<std::pair<ErrorKind, std::string_view>, 5> errorKinds{{
    {ErrorKind::BestTest, "best"},
    {ErrorKind::LastTest, "last"},
    {ErrorKind::BestEma, "ema-best"},
    {ErrorKind::LastEma, "ema-last"},
    {ErrorKind::Selected, "held-out"},
}};

} // namespace

std::string_view nameOf(ErrorKind kind)
{
    for (const auto& [known, name] : errorKinds)
        if (known == kind) return name;
    return {};
}

std::optional<ErrorKind> errorKindOf(std::string_view name)
{
    for (const auto& [kind, known] : errorKinds)
        if (known == name) return kind;
    return std::nullopt;
}

std::string errorKindNames()
{
    std::string names;
    for (const auto& [kind, name] : errorKinds)
        names += (names.empty() ? "" : ", ") + std::string(name);
    return names;
}

bool canBeRetried(JobState state, double bestTestError)
{
    return isFailure(state) || state == JobState::Cancelled || (state == JobState::Done && bestTestError < 0);
}

std::int64_t JobCounts::total() const
{
    return std::accumulate(byState.begin(), byState.end(), std::int64_t{0},
                           [](std::int64_t sum, const auto& entry) { return sum + entry.second; });
}

std::int64_t JobCounts::failures() const
{
    return of(JobState::Diverged) + of(JobState::OutOfMemory) + of(JobState::Failed);
}

std::int64_t JobCounts::open() const
{
    return of(JobState::Queued) + of(JobState::Paused) + of(JobState::Claimed) + of(JobState::Running);
}

std::string weightsGoneSentence(std::int64_t count)
{
    return fmt::format("{} {} done before anybody asked for weights: theirs are not there any more", count,
                       count == 1 ? "was" : "were");
}

std::string jobId(const std::string& networkHash, const TrainingSpec& training)
{
    const std::string identity = networkHash + '\n' + hashOf(training.recipe) + '\n' +
                                 canonicalJson(training.dataSet) + '\n' + std::to_string(training.seed);
    return sha256(identity).substr(0, 32);
}

namespace {

/// Names go into JSON, onto terminals and into other people's programs.
std::optional<Problem> problemOfText(const char* which, std::string_view name)
{
    if (name.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return Problem{ProblemKind::BadInput, which, "is empty", {}};
    if (firstNotUtf8(name)) return Problem{ProblemKind::BadInput, which, "is not UTF-8", {}};
    if (!isPrintable(name))
        return Problem{ProblemKind::BadInput, which, "holds characters that cannot be shown",
                       "one line without control characters"};
    return std::nullopt;
}

} // namespace

std::optional<Problem> problemOfName(std::string_view name, std::span<const std::string> taken)
{
    if (auto problem = problemOfText("the new name", name)) return problem;
    if (std::ranges::find(taken, name) != taken.end())
        return Problem{ProblemKind::BadInput, "the new name",
                       fmt::format("is \"{}\", which another population of the store has", name),
                       "a name that is not taken"};
    return std::nullopt;
}

void requirePopulationName(std::string_view name)
{
    if (const auto problem = problemOfText("the name of the population", name)) throw Error(*problem);
}

std::optional<Problem> problemOf(const Removal& removal)
{
    if (removal.busy == 0) return std::nullopt;
    return Problem{ProblemKind::BadInput, fmt::format("population \"{}\"", removal.population),
                   removal.busy == 1 ? std::string("has 1 job that runs or waits")
                                     : fmt::format("has {} jobs that run or wait", removal.busy),
                   "them to end, or to be cancelled, first"};
}

bool isSameImport(const ImportedResults& a, const ImportedResults& b)
{
    const auto isSame = [](const Member& x, const Member& y) {
        return x.state == y.state && x.error == y.error && x.label == y.label &&
               x.networkHash == y.networkHash && x.properties == y.properties;
    };
    return a.kind == b.kind && a.errorKind == b.errorKind && a.recipe == b.recipe &&
           std::ranges::equal(a.members, b.members, isSame);
}

} // namespace regnet
