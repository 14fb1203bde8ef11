// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problem.h"
#include "core/slurm/profile_command.h"
#include "core/slurm/site_profile.h"
#include "core/slurm/slurm_answers.h"
#include "core/slurm/submission.h"
#include "core/slurm/task_record.h"
#include "tests/fuzz/scratch_folder.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

/// Site profiles: written as they were read; each has a command and a script.
void readProfileFile(std::string_view bytes)
{
    const std::filesystem::path file = regnet::scratchFolder() / "slurm.json";
    regnet::putFile(file, bytes);
    std::vector<regnet::SiteProfile> profiles;
    try {
        profiles = regnet::readProfiles(file);
    } catch (const regnet::Error&) { // the answer to bad input
        return;
    }
    regnet::writeProfiles(file, profiles);
    if (regnet::readProfiles(file) != profiles) std::abort();
    for (const regnet::SiteProfile& profile : profiles) {
        regnet::profileCommand(profile);
        regnet::Submission submission;
        submission.profile = profile;
        submission.jobsPerTask = profile.jobsPerTask;
        regnet::batchScript(submission);
    }
}

void readFiles(std::string_view bytes)
{
    const std::filesystem::path spool = regnet::scratchFolder() / "spool";
    const std::filesystem::path folder = regnet::submissionFolder(spool, "0123456789abcdef");
    regnet::putFile(folder / "submission.json", bytes);
    regnet::putFile(folder / "manifest.txt", bytes);
    std::vector<regnet::Problem> problems;
    regnet::readSubmissions(spool, problems);
    regnet::putFile(folder / "tasks" / "0", bytes);
    regnet::TaskRecord record(folder / "tasks" / "0");
    record.read();
}

} // namespace

// Whatever a cluster answers and whatever stands in the files of a submission: read, or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    readProfileFile(text);
    readFiles(text);
    regnet::parseQueue(text);
    regnet::parseAccounting(text);
    regnet::parseShow(text);
    regnet::parseSubmitted(text);
    regnet::endOfState(text);
    regnet::refusalOf("lab", text, false);
    regnet::taskIndices(text);
    return 0;
}
