// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/spool.h"
#include "core/slurm/site_profile.h"
#include "core/store/store.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace regnet {

/// One job array, as it stands frozen in <spool>/slurm/<token>/:
///   submission.json   what was asked for, with the profile        batch.sh   what sbatch is given
///   manifest.txt      "<job> <attempt> <sha256 of job.json>", a line an entry; the order is the index
///   manifest.sha256   of manifest.txt, for sha256sum -c
///   tasks/<i>         what task i says of itself (task_record.h)  logs/<i>.log  its output
///   hold/<job>        the dispatcher takes this job back
///   owner             a link that names the one array that may run this; or "withdrawn"
struct Submission
{
    std::string token; ///< 16 hexadecimal digits; the array's name and comment in Slurm
    SiteProfile profile;
    double created = 0;              ///< Unix time
    std::int64_t jobsPerTask = 1;    ///< entries of task i: i * jobsPerTask and on
    std::string manifestHash;        ///< SHA-256 of manifest.txt
    std::vector<ClaimedJob> entries; ///< in the order of the manifest

    std::int64_t tasks() const
    {
        return (static_cast<std::int64_t>(entries.size()) + jobsPerTask - 1) / jobsPerTask;
    }
};

std::string newToken();

/// An array of this profile that is about to be submitted: with a token of its own.
ArrayRecord newArray(const SiteProfile& profile, double unixNow);
/// What is written of it, once its jobs are claimed.
Submission submissionOf(const ArrayRecord& array, const SiteProfile& profile,
                        std::span<const ArrayEntry> entries);

std::filesystem::path slurmFolder(const std::filesystem::path& spool);
std::filesystem::path submissionFolder(const std::filesystem::path& spool, const std::string& token);

/// Writes the folder; the jobs' own job.json stand already. Everything is on the disk when it returns. Throws
/// Error (full, read-only), and then no manifest is there.
void writeSubmission(const Spool& spool, Submission& submission);
/// Throws Error with file and field.
Submission readSubmission(const std::filesystem::path& spool, const std::string& token);
/// Of all submissions in a spool, in order of their making; damaged ones are reported and left out.
std::vector<Submission> readSubmissions(const std::filesystem::path& spool, std::vector<Problem>& problems);
/// What is wrong with a manifest that somebody changed; empty when it is as it was written.
std::string manifestProblem(const std::filesystem::path& folder, const std::string& hash);

/// Makes the link `owner` unless there is one. Returns what it says then: one array, or "withdrawn", owns a
/// submission for good, however often it is submitted. Throws Error where it can be neither made nor read.
std::string claimOwner(const std::filesystem::path& folder, const std::string& who);
/// Empty where there is none yet.
std::string ownerOf(const std::filesystem::path& folder);
inline constexpr const char* withdrawn = "withdrawn";

/// Takes a job back: the task that holds it passes it over.
void hold(const std::filesystem::path& folder, const std::string& job);

/// The script that sbatch is given. It names no absolute path of the spool: it is submitted from its own
/// folder. All that it needs to know stands in it as words that bash reads in single quotes.
std::string batchScript(const Submission& submission);

} // namespace regnet
