// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/provenance.h"
#include "core/space/design_space.h"
#include "core/stats/population.h"
#include "core/store/records.h"
#include "core/study/findings.h"
#include "core/study/study_plan.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

/// What a report shall be about.
struct ReportRequest
{
    std::vector<std::string> sources; ///< as openSource() takes them
    std::string study;           ///< a built-in study or a file: its populations in `store`, and findings
    StudyChoice choice;          ///< of the study
    std::string recipeName;      ///< name or file behind choice.recipe, for the command
    std::filesystem::path store; ///< of the study; empty: this user's
    bool hasPublished = true;    ///< of the study: the paper's populations as well
    std::string title;           ///< empty: from the study or the populations
    double confidence = 0.95;    ///< of bands and intervals
};

/// How a population of a store came about.
struct ReportTraining
{
    std::string space; ///< name; empty where the networks come from no space
    std::optional<DesignSpace> definition;
    std::uint64_t sampleSeed = 0;
    TrainingSpec training;
    std::vector<JobRecord> jobs; ///< of this training
};

struct ReportPopulation
{
    Population population;
    std::optional<ReportTraining> training; ///< of populations of a store that are trained
};

/// All that a report says, read from its sources; nothing is computed yet.
struct ReportInput
{
    std::string title;
    std::string about;                ///< a study's question
    std::vector<std::string> command; ///< behind "regnet": what makes it again, without --out
    double confidence = 0.95;
    std::vector<ReportPopulation> populations;
    std::vector<Finding> findings;
};

/// Reads the sources. Throws Error where one cannot be read or nothing is there. Asks `isStopped` meanwhile.
ReportInput reportInputOf(const ReportRequest& request, const std::function<bool()>& isStopped = {});

/// The words of `regnet report` for a request, without --out; what has its default is left out.
std::vector<std::string> reportCommand(const ReportRequest& request);

/// One self-contained HTML page: nothing is loaded from anywhere, and there are no scripts. Sections:
/// summary, findings, error distributions, tests, best ranges, trends, best and worst networks, spaces and
/// lineage, recipe, failures, resources, provenance; those that nothing is known of are left out or say so.
/// The same input gives the same bytes. Statistics are computed from all networks, drawings are thinned to
/// what can be seen. Cost: that of the tests, with fewer bootstrap resamples for populations beyond 5,000
/// networks (the page says how many).
std::string reportHtml(const ReportInput& input);

/// Both, and writes the file whole or not at all. Throws Error.
void writeReport(const ReportRequest& request, const std::filesystem::path& file,
                 const std::function<bool()>& isStopped = {});

} // namespace regnet
