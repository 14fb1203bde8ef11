// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/slurm_answers.h"

#include "core/text/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace regnet {
namespace {

constexpr std::int64_t largestIndex =
    10'000'000; // Slurm's MaxArraySize ends at 4,000,001; of one list together, too

std::vector<std::string_view> splitAt(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::optional<std::int64_t> numberOf(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 0 || number > largestIndex)
        return std::nullopt;
    return number;
}

/// Slurm has 32 bits for the number of a job, and gives none 0.
bool isId(std::string_view text)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number > 0;
}

/// "12_3" or "12_[4-9]".
std::vector<TaskName> namesOf(std::string_view text)
{
    const std::size_t bar = text.find('_');
    if (bar == std::string_view::npos || !isId(text.substr(0, bar))) return {};
    std::string_view indices = text.substr(bar + 1);
    if (indices.starts_with('[') && indices.ends_with(']')) indices = indices.substr(1, indices.size() - 2);
    std::vector<TaskName> names;
    for (const std::int64_t index : taskIndices(indices).value_or(std::vector<std::int64_t>()))
        names.push_back({std::string(text.substr(0, bar)), index});
    return names;
}

/// "CANCELLED by 1000" is CANCELLED.
std::string firstWord(std::string_view text)
{
    return std::string(text.substr(0, text.find_first_of(" +")));
}

/// The value of "Name=value" in a line of scontrol's.
std::string fieldOf(std::string_view line, std::string_view name)
{
    const std::string key = " " + std::string(name) + "=";
    const std::size_t found = line.find(key);
    if (found == std::string_view::npos) return {};
    const std::string_view rest = line.substr(found + key.size());
    return std::string(rest.substr(0, rest.find(' ')));
}

bool has(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

/// The last thing that sbatch says, without its own name.
std::string lastLine(std::string_view text)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
        text.remove_suffix(1);
    const std::size_t start = text.find_last_of('\n');
    std::string line(text.substr(start == std::string_view::npos ? 0 : start + 1));
    for (const char* prefix : {"sbatch: error: ", "sbatch: fatal: ", "Batch job submission failed: "})
        if (line.starts_with(prefix)) line.erase(0, std::string_view(prefix).size());
    return line;
}

} // namespace

std::string textOf(const TaskName& task)
{
    return fmt::format("{}_{}", task.array, task.task);
}

std::vector<std::string> rangesOf(const std::string& array, const std::set<std::int64_t>& tasks)
{
    std::vector<std::string> words;
    for (auto it = tasks.begin(); it != tasks.end();) {
        const std::int64_t first = *it;
        std::int64_t last = first;
        while (++it != tasks.end() && *it == last + 1)
            last = *it;
        words.push_back(first == last ? textOf({array, first})
                                      : fmt::format("{}_[{}-{}]", array, first, last));
    }
    return words;
}

std::optional<std::vector<std::int64_t>> taskIndices(std::string_view text)
{
    std::vector<std::int64_t> indices;
    text = text.substr(0, text.find('%'));
    for (const std::string_view part : splitAt(text, ',')) {
        const std::size_t dash = part.find('-');
        const auto low = numberOf(part.substr(0, dash));
        const auto high = dash == std::string_view::npos ? low : numberOf(part.substr(dash + 1));
        if (!low || !high || *high < *low) return std::nullopt;
        if (*high - *low >= largestIndex - static_cast<std::int64_t>(indices.size())) return std::nullopt;
        for (std::int64_t index = *low; index <= *high; ++index)
            indices.push_back(index);
    }
    return indices;
}

QueueAnswerOfSlurm parseQueue(std::string_view text)
{
    QueueAnswerOfSlurm answer;
    for (const std::string_view line : splitAt(text, '\n')) {
        const auto parts = splitAt(line, '|');
        if (parts.size() < 6 || !isId(parts[0])) continue; // with --clusters a line names the cluster
        const std::string array(parts[0]);
        // A site may take the comment for itself; then the name has it.
        for (std::string_view word : {parts[4], parts[5]}) {
            if (word.starts_with("regnet-")) word.remove_prefix(7);
            answer.arrays.emplace(std::string(word), array);
        }
        const auto indices = taskIndices(parts[1]);
        if (!indices) continue;
        for (const std::int64_t index : *indices)
            answer.tasks[{array, index}] = {std::string(parts[2]), std::string(parts[3])};
    }
    return answer;
}

std::map<TaskName, std::string> parseAccounting(std::string_view text)
{
    std::map<TaskName, std::string> states;
    for (const std::string_view line : splitAt(text, '\n')) {
        const auto parts = splitAt(line, '|');
        if (parts.size() < 2) continue;
        // The newest run of a requeued task stands last.
        for (TaskName& name : namesOf(parts[0]))
            states[std::move(name)] = firstWord(parts[1]);
    }
    return states;
}

std::map<TaskName, std::string> parseShow(std::string_view text)
{
    std::map<TaskName, std::string> states;
    for (const std::string_view line : splitAt(text, '\n')) {
        const std::string array = fieldOf(line, "ArrayJobId");
        const auto indices = taskIndices(fieldOf(line, "ArrayTaskId"));
        if (!isId(array) || !indices) continue;
        for (const std::int64_t index : *indices)
            states[{array, index}] = fieldOf(line, "JobState");
    }
    return states;
}

std::optional<std::pair<std::string, std::string>> parseSubmitted(std::string_view text)
{
    // A site's own remarks may stand before it.
    std::optional<std::pair<std::string, std::string>> found;
    for (std::string_view line : splitAt(text, '\n')) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
            line.remove_suffix(1);
        const std::size_t end = line.find(';');
        if (!isId(line.substr(0, end))) continue;
        found = {std::string(line.substr(0, end)),
                 end == std::string_view::npos ? std::string() : std::string(line.substr(end + 1))};
    }
    return found;
}

std::optional<RemoteEnd> endOfState(std::string_view state)
{
    constexpr std::array<std::pair<std::string_view, RemoteEnd>, 9> ends{{
        {"COMPLETED", RemoteEnd::Unknown}, // without a word of its own: its record is lost
        {"FAILED", RemoteEnd::Unknown},
        {"TIMEOUT", RemoteEnd::TimedOut},
        {"DEADLINE", RemoteEnd::TimedOut},
        {"OUT_OF_MEMORY", RemoteEnd::OutOfMemory},
        {"PREEMPTED", RemoteEnd::Preempted},
        {"NODE_FAIL", RemoteEnd::NodeFailure},
        {"BOOT_FAIL", RemoteEnd::NodeFailure},
        {"CANCELLED", RemoteEnd::Cancelled},
    }};
    for (const auto& [name, end] : ends)
        if (state == name) return end;
    return std::nullopt;
}

std::string saidBy(const CommandResult& result, const std::string& text)
{
    if (result.saidTooMuch) return "it said too much and was ended";
    if (text.find_first_not_of(" \t\r\n") != std::string::npos) return text;
    if (!result.exitCode && result.signal == 0) return {};
    WorkerEnd end;
    if (result.signal != 0)
        end.signal = result.signal;
    else
        end.exitCode = result.exitCode;
    return describe(end);
}

bool isUnreached(std::string_view errorText)
{
    return has(errorText, "ould not resolve hostname") || has(errorText, "ssh: connect to host");
}

bool isControllerAway(std::string_view errorText)
{
    return has(errorText, "nable to contact slurm controller") || has(errorText, "ocket timed out") ||
           has(errorText, "timed out on send/recv") ||
           // Slurm's programs without a configuration ask the name server where the controller is.
           has(errorText, "resolve_ctls_from_dns_srv") || has(errorText, "DNS SRV lookup failed") ||
           has(errorText, "establish a configuration source");
}

Refusal refusalOf(const std::string& profile, std::string_view text, bool hasTimedOut,
                  std::string_view command)
{
    const std::string said = lastLine(text);
    const std::string where = "profile \"" + profile + "\"";
    const auto perhapsTaken = [&](const std::string& what) {
        return Refusal{where + ": " + what + "; whether the array was taken is found out", false, true};
    };
    if (hasTimedOut) return perhapsTaken("sbatch does not answer");
    if (has(text, "Socket timed out") || has(text, "timed out on send/recv"))
        return perhapsTaken("the controller did not answer in time");
    if (isUnreached(text)) return {fmt::format("{}: the host cannot be reached ({})", where, said)};
    for (const char* part : {"closed by remote host", "onnection closed by", "onnection reset by",
                             "roken pipe", "not responding"})
        if (command == "sbatch" && has(text, part))
            return perhapsTaken(fmt::format("the connection broke ({})", said));
    struct Known
    {
        const char* part;
        const char* means;
        bool isForGood;
    };
    constexpr std::array<Known, 16> known{{
        {"nvalid partition", "the cluster has no such partition; expected one that \"sinfo\" lists", true},
        {"nvalid account", "the cluster does not know the account, or not with this partition", true},
        {"nvalid qos", "the cluster does not know the QOS; expected one that \"sacctmgr show qos\" lists",
         true},
        {"nvalid generic resource", "the cluster has no such GPUs", true},
        {"nvalid feature", "no node has that constraint; expected features that \"sinfo -o %f\" lists", true},
        {"nvalid job array", "the array is larger than the site's MaxArraySize; lower \"largest_array\"",
         true},
        {"ode configuration is not available", "no node has that much memory, or so many cores or GPUs",
         true},
        {"emory specification can not be satisfied", "no node has that much memory", true},
        {"nvalid time limit", "the partition does not allow that time limit", true},
        {"time limit is invalid", "the partition does not allow that time limit", true},
        {"SubmitJobLimit", "you have as many jobs there as the site allows", false},
        {"violates accounting", "the site's limits do not allow it now", false},
        {"uota exceeded", "your quota there is used up; make room", false},
        {"o space left", "the disk there is full", false},
        {"Read-only file system", "the folder there may only be read", false},
        {"ermission denied", "the host does not let you in, or the folder may not be written", false},
    }};
    if (isControllerAway(text)) return {fmt::format("{}: Slurm does not answer ({})", where, said)};
    for (const Known& one : known)
        if (has(text, one.part))
            return {fmt::format("{}: {} ({})", where, one.means, said), one.isForGood, false};
    return {fmt::format("{}: {} failed ({})", where, command, said.empty() ? "no word" : said)};
}

Refusal noNumberIn(const std::string& profile, std::string_view text, bool isUnknown)
{
    constexpr std::size_t longest = 40;
    std::string said = lastLine(text);
    if (said.size() > longest) said = asUtf8(said.substr(0, longest)) + "...";
    return {fmt::format("profile \"{}\": sbatch answers \"{}\", which is no number of a job{}", profile, said,
                        isUnknown ? "; whether the array was taken is found out" : ""),
            false, isUnknown};
}

} // namespace regnet
