// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/result_folder.h"

#include "core/problem.h"
#include "core/slurm/submission.h"

#include <fmt/format.h>

#include <algorithm>

namespace regnet {
namespace {

namespace fs = std::filesystem;

void makeFolder(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throwFailed(folder.string(), fmt::format("cannot be created ({})", error.message()));
}

/// Beside its place and then renamed: a copy that breaks off leaves what was there.
void copyFile(const fs::path& from, const fs::path& to)
{
    makeFolder(to.parent_path());
    const fs::path temporary = to.string() + ".part";
    std::error_code error;
    fs::copy_file(from, temporary, fs::copy_options::overwrite_existing, error);
    if (!error) fs::rename(temporary, to, error);
    if (!error) return;
    std::error_code ignored;
    fs::remove(temporary, ignored);
    throwFailed(to.string(), fmt::format("cannot be written ({})", error.message()));
}

/// Logs and records only grow; a checkpoint is replaced by a newer one.
bool isNews(const fs::path& from, const fs::path& to)
{
    std::error_code error;
    if (!fs::exists(to, error)) return true;
    const std::string name = from.filename().string();
    if (name == "checkpoint" || name == "best")
        return fs::last_write_time(from, error) > fs::last_write_time(to, error);
    return fs::file_size(from, error) > fs::file_size(to, error);
}

std::int64_t copyNews(const fs::path& from, const fs::path& to)
{
    std::int64_t copied = 0;
    std::error_code error;
    for (fs::recursive_directory_iterator it(from, error), end; !error && it != end; it.increment(error)) {
        if (!it->is_regular_file() || it->is_symlink()) continue;
        const fs::path target = to / it->path().lexically_relative(from);
        const std::string name = it->path().filename().string();
        // Ours, and not a task's to change.
        if (name == "job.json" || name == "end.json" || name == "process.json" || name == "cancel") continue;
        if (!isNews(it->path(), target)) continue;
        copyFile(it->path(), target);
        ++copied;
    }
    return copied;
}

} // namespace

void exportSubmission(const Spool& spool, const std::string& token, const fs::path& target)
{
    const Submission submission = readSubmission(spool.root(), token);
    const fs::path from = submissionFolder(spool.root(), token), to = submissionFolder(target, token);
    for (const char* name : {"tasks", "logs", "hold"})
        makeFolder(to / name);
    for (const ClaimedJob& entry : submission.entries) {
        const fs::path job = spool.jobFolder(entry.id);
        copyFile(jobFile(job), jobFile(target / entry.id));
        std::error_code error;
        if (fs::exists(job / "checkpoint", error))
            copyFile(job / "checkpoint", target / entry.id / "checkpoint");
    }
    for (const char* name : {"batch.sh", "submission.json", "manifest.sha256", "manifest.txt"})
        copyFile(from / name, to / name);
}

ImportReport importResults(const Spool& spool, const fs::path& folder)
{
    std::error_code error;
    if (!fs::is_directory(slurmFolder(folder), error))
        throwBadInput(folder.string(), "holds no job arrays",
                      "the folder that \"regnet slurm submit --out\" made");
    if (fs::equivalent(folder, spool.root(), error))
        throwBadInput(folder.string(), "is the spool itself", "a copy that came back from a cluster");
    ImportReport report;
    for (const fs::directory_entry& entry : fs::directory_iterator(slurmFolder(folder), error)) {
        const std::string token = entry.path().filename().string();
        if (!fs::exists(submissionFolder(spool.root(), token) / "submission.json", error)) continue;
        const Submission ours = readSubmission(spool.root(), token);
        const std::string problem = manifestProblem(entry.path(), ours.manifestHash);
        if (!problem.empty())
            throwBadInput((entry.path() / "manifest.txt").string(), problem, "the file as it was written");
        // Jobs first: a record promises that its logs are there.
        std::int64_t files = 0;
        for (const ClaimedJob& job : ours.entries)
            files += copyNews(folder / job.id, spool.jobFolder(job.id));
        for (const char* part : {"logs", "tasks"})
            files += copyNews(entry.path() / part, submissionFolder(spool.root(), token) / part);
        if (const std::string owner = ownerOf(entry.path()); !owner.empty() && files > 0)
            claimOwner(submissionFolder(spool.root(), token), owner);
        report.files += files;
        if (files > 0) ++report.arrays;
    }
    return report;
}

} // namespace regnet
