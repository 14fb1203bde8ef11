// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/submission.h"

#include "core/format/text_file.h"
#include "core/study/json_fields.h"
#include "core/system/folder.h"
#include "core/system/whole_file.h"
#include "core/text/sha256.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <random>
#include <sstream>
#include <unistd.h>

namespace regnet {
namespace {

constexpr std::int64_t formatVersion = 1;

void makeFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) throwFailed(folder.string(), fmt::format("cannot be created ({})", error.message()));
}

std::string manifestOf(const Spool& spool, const Submission& submission)
{
    std::string text;
    for (const ClaimedJob& entry : submission.entries)
        text += fmt::format("{} {} {}\n", entry.id, entry.attempt,
                            sha256(readWhole(jobFile(spool.jobFolder(entry.id)))));
    return text;
}

/// The entries of a manifest, line by line; throws Error for a line that is none.
std::vector<ClaimedJob> entriesOf(const std::filesystem::path& file)
{
    std::vector<ClaimedJob> entries;
    std::istringstream lines(readWhole(file));
    std::string line;
    while (std::getline(lines, line)) {
        std::istringstream words(line);
        ClaimedJob entry;
        std::string hash;
        if (!(words >> entry.id >> entry.attempt >> hash) || hash.size() != 64)
            throwBadInput(fmt::format("{}:{}", file.string(), entries.size() + 1), "is no line of a manifest",
                          "job, attempt and hash");
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace

std::string newToken()
{
    std::random_device device;
    return fmt::format("{:08x}{:08x}", device(), device());
}

ArrayRecord newArray(const SiteProfile& profile, double unixNow)
{
    ArrayRecord array;
    array.token = newToken();
    array.place = profile.name;
    array.cluster = profile.cluster;
    array.jobsPerTask = profile.jobsPerTask;
    array.throttle = profile.throttle;
    array.created = unixNow;
    return array;
}

Submission submissionOf(const ArrayRecord& array, const SiteProfile& profile,
                        std::span<const ArrayEntry> entries)
{
    Submission submission;
    submission.token = array.token;
    submission.profile = profile;
    submission.created = array.created;
    submission.jobsPerTask = array.jobsPerTask;
    for (const ArrayEntry& entry : entries)
        submission.entries.push_back({entry.job, entry.attempt});
    return submission;
}

std::filesystem::path slurmFolder(const std::filesystem::path& spool)
{
    return spool / "slurm";
}

std::filesystem::path submissionFolder(const std::filesystem::path& spool, const std::string& token)
{
    return slurmFolder(spool) / token;
}

void writeSubmission(const Spool& spool, Submission& submission)
{
    const std::filesystem::path folder = submissionFolder(spool.root(), submission.token);
    for (const char* name : {"tasks", "logs", "hold"})
        makeFolder(folder / name);
    const std::string manifest = manifestOf(spool, submission);
    submission.manifestHash = sha256(manifest);
    const nlohmann::ordered_json about{{"format", formatVersion},
                                       {"token", submission.token},
                                       {"created", submission.created},
                                       {"entries", submission.entries.size()},
                                       {"tasks", submission.tasks()},
                                       {"jobs_per_task", submission.jobsPerTask},
                                       {"manifest_sha256", submission.manifestHash},
                                       {"profile", toJson(submission.profile)}};
    writeWhole(folder / "batch.sh", batchScript(submission));
    writeWhole(folder / "submission.json", about.dump(2) + "\n");
    writeWhole(folder / "manifest.sha256", submission.manifestHash + "  manifest.txt\n");
    writeWhole(folder / "manifest.txt", manifest);
}

Submission readSubmission(const std::filesystem::path& spool, const std::string& token)
{
    const std::filesystem::path folder = submissionFolder(spool, token);
    const std::string file = (folder / "submission.json").string();
    const nlohmann::json json = parseJson(readWhole(file), file);
    JsonFields fields(json, file);
    Submission submission;
    std::int64_t format = formatVersion, entries = 0, tasks = 0;
    fields.read("format", format, 1, 1'000'000);
    if (format > formatVersion)
        throwBadInput(fields.place("format"), "is from a newer version of this program");
    fields.read("token", submission.token);
    if (submission.token != token)
        throwBadInput(fields.place("token"), "is not the name of its folder", token);
    fields.read("created", submission.created, 0, 1e12);
    fields.read("entries", entries, 0, 100'000'000);
    fields.read("tasks", tasks, 0, 100'000'000);
    fields.read("jobs_per_task", submission.jobsPerTask, 1, 100'000'000);
    fields.read("manifest_sha256", submission.manifestHash);
    submission.profile = profileFromJson(fields.require("profile"), fields.place("profile"));
    fields.finish();
    if (const std::string problem = manifestProblem(folder, submission.manifestHash); !problem.empty())
        throwBadInput((folder / "manifest.txt").string(), problem, "the file as it was written");
    submission.entries = entriesOf(folder / "manifest.txt");
    return submission;
}

std::vector<Submission> readSubmissions(const std::filesystem::path& spool, std::vector<Problem>& problems)
{
    std::vector<Submission> all;
    std::vector<std::filesystem::path> folders;
    try {
        folders = listedEntries(slurmFolder(spool));
    } catch (const Error& problem) {
        problems.push_back(problem.problem());
    }
    for (const std::filesystem::path& folder : folders) {
        try {
            // Without a manifest nothing was ever submitted.
            if (isThere(folder / "manifest.txt"))
                all.push_back(readSubmission(spool, folder.filename().string()));
        } catch (const Error& problem) {
            problems.push_back(problem.problem());
        }
    }
    std::sort(all.begin(), all.end(), [](const Submission& a, const Submission& b) {
        return std::pair(a.created, a.token) < std::pair(b.created, b.token);
    });
    return all;
}

std::string manifestProblem(const std::filesystem::path& folder, const std::string& hash)
{
    try {
        if (sha256(readWhole(folder / "manifest.txt")) == hash) return {};
        return "was changed after it was submitted";
    } catch (const Error&) {
        return "cannot be read";
    }
}

std::string ownerOf(const std::filesystem::path& folder)
{
    std::error_code error;
    const std::filesystem::path owner = std::filesystem::read_symlink(folder / "owner", error);
    return error ? std::string() : owner.string();
}

std::string claimOwner(const std::filesystem::path& folder, const std::string& who)
{
    if (::symlink(who.c_str(), (folder / "owner").c_str()) == 0) return who;
    const int reason = errno;
    std::string owner = ownerOf(folder);
    if (owner.empty())
        throwFailed((folder / "owner").string(), fmt::format("cannot be made ({})", std::strerror(reason)));
    return owner;
}

void hold(const std::filesystem::path& folder, const std::string& job)
{
    writeWhole(folder / "hold" / job, "taken back\n");
}

} // namespace regnet
