// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/profile_problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace regnet {
namespace {

constexpr std::int64_t many = 10'000'000;

bool isName(std::string_view text, std::string_view more)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               more.find(c) != std::string_view::npos;
    });
}

/// A line of the batch script must stay one.
bool isOneLine(const std::string& value)
{
    return value.find_first_of(std::string_view("\n\r\0", 3)) == std::string::npos;
}

/// Collects what is wrong; of each field the first thing only.
class Problems
{
public:
    explicit Problems(std::string where) : m_where(std::move(where)) {}

    void add(const char* field, std::string wrong, std::string right)
    {
        if (!m_fields.insert(field).second) return;
        const std::string place = m_where.empty() ? std::string(field) : m_where + "." + field;
        m_all.push_back({field, {ProblemKind::BadInput, place, std::move(wrong), std::move(right)}});
    }
    void path(const char* field, const std::string& value)
    {
        if (!isOneLine(value)) return add(field, "has more than one line", "one");
        if (!value.empty() && value.front() != '/') add(field, "is \"" + value + "\"", "an absolute path");
    }
    /// sbatch reads words of its own from the script: these must not need quotes.
    void word(const char* field, const std::string& value)
    {
        if (!value.empty() && !isName(value, "-_.,:+=/&|*()[]@%"))
            add(field, isOneLine(value) ? "is \"" + value + "\"" : "has more than one line",
                "one word without blanks and quotes");
    }
    template <typename Number>
    void range(const char* field, Number value, Number low, Number high)
    {
        if (value < low || value > high)
            add(field, fmt::format("is {}", value), fmt::format("{} to {}", low, high));
    }
    std::vector<FieldProblem> take() { return std::move(m_all); }

private:
    std::string m_where;
    std::set<std::string> m_fields;
    std::vector<FieldProblem> m_all;
};

void checkAccess(const SiteProfile& profile, Problems& problems)
{
    if (profile.name == "local") // the place of a job that is to run here
        problems.add("name", "is \"local\", which means this machine", "another name");
    if (!isName(profile.name, "-_."))
        problems.add("name", "is \"" + profile.name + "\"", "letters, digits, '-', '_' and '.'");
    // A host that begins with '-' would be an option to ssh.
    if (!profile.host.empty() && (!isName(profile.host, "-_.@:") || profile.host.front() == '-'))
        problems.add("host", "is \"" + profile.host + "\"", "a host as ssh knows it");
    problems.path("ssh_config", profile.sshConfig);
    problems.path("folder", profile.folder);
    if (profile.usesRsync && profile.folder.empty())
        problems.add("folder", "is empty", "where rsync is to copy the job folders to");
}

void checkWorker(const SiteProfile& profile, Problems& problems)
{
    problems.path("worker", profile.worker);
    for (const std::string& module : profile.modules)
        if (!isOneLine(module)) problems.add("modules", "has more than one line", "one");
    problems.path("image", profile.image);
    if (!profile.imageDigest.empty() &&
        (profile.imageDigest.size() != 64 ||
         profile.imageDigest.find_first_not_of("0123456789abcdef") != std::string::npos))
        problems.add("image_digest", "is no SHA-256", "64 hexadecimal digits, as sha256sum prints them");
    for (const auto& [name, value] : profile.environment)
        if (!isName(name, "_") || (name.front() >= '0' && name.front() <= '9'))
            problems.add("environment", "names \"" + name + "\"", "letters, digits and '_'");
}

void checkRequest(const SiteProfile& profile, Problems& problems)
{
    problems.word("partition", profile.partition);
    problems.word("account", profile.account);
    problems.word("qos", profile.qos);
    problems.word("constraint", profile.constraint);
    problems.word("cluster", profile.cluster);
    problems.range<std::int64_t>("gpus", profile.gpus, 0, 64);
    problems.range<std::int64_t>("cpus", profile.cpus, 1, 1024);
    problems.range<std::int64_t>("memory_mb", profile.memoryMb, 0, many);
    problems.range<std::int64_t>("minutes", profile.minutes, 1, 525'600);
    for (const std::string& option : profile.options) {
        problems.word("options", option);
        if (!option.starts_with("-")) problems.add("options", "has \"" + option + "\"", "\"--name=value\"");
    }
}

void checkPace(const SiteProfile& profile, Problems& problems)
{
    problems.range<std::int64_t>("throttle", profile.throttle, 0, many);
    problems.range<std::int64_t>("jobs_per_task", profile.jobsPerTask, 1, 10'000);
    problems.range<std::int64_t>("largest_array", profile.largestArray, 1, many);
    problems.range<std::int64_t>("signal_seconds", profile.signalSeconds, 1, 65'535);
    if (profile.signalSeconds >= profile.minutes * 60)
        problems.add("signal_seconds",
                     fmt::format("is {}, the whole of the {} minute{}", profile.signalSeconds,
                                 profile.minutes, profile.minutes == 1 ? "" : "s"),
                     "less than the time limit");
    problems.range<std::int64_t>("requeue_limit", profile.requeueLimit, 0, 1000);
    problems.range<double>("ask_seconds", profile.askSeconds, 0, 86'400);
    problems.range<double>("look_seconds", profile.lookSeconds, 0.05, 3600);
    problems.range<double>("lost_seconds", profile.lostSeconds, 0, 86'400);
}

bool isOnPath(const std::string& program)
{
    const char* variable = std::getenv("PATH");
    std::string_view path = variable ? variable : "";
    while (!path.empty()) {
        const std::size_t end = path.find(':');
        const std::string folder(path.substr(0, end));
        if (!folder.empty() && access((folder + "/" + program).c_str(), X_OK) == 0) return true;
        path = end == std::string_view::npos ? std::string_view() : path.substr(end + 1);
    }
    return false;
}

} // namespace

std::vector<FieldProblem> problemsOf(const SiteProfile& profile, const std::string& where)
{
    Problems problems(where);
    checkAccess(profile, problems);
    checkWorker(profile, problems);
    checkRequest(profile, problems);
    checkPace(profile, problems);
    return problems.take();
}

std::vector<FieldProblem> problemsBeforeSubmitting(const SiteProfile& profile, bool isSubmittedByHand)
{
    std::vector<FieldProblem> all = problemsOf(profile, {});
    const auto has = [&](const char* field) {
        return std::any_of(all.begin(), all.end(),
                           [&](const FieldProblem& one) { return one.field == field; });
    };
    if (profile.worker.empty())
        all.push_back({"worker",
                       {ProblemKind::BadInput, "worker", "is empty",
                        "the path of regnet-worker, as the compute nodes see it"}});
    if (!isSubmittedByHand && profile.host.empty() && !has("host") && !isOnPath("sbatch"))
        all.push_back({"host",
                       {ProblemKind::BadInput, "host", "is empty, and this machine has no sbatch",
                        "a login node for ssh, or files that are submitted by hand"}});
    return all;
}

void check(const SiteProfile& profile, const std::string& where)
{
    const std::vector<FieldProblem> problems = problemsOf(profile, where);
    if (!problems.empty()) throw Error(problems.front().problem);
}

} // namespace regnet
