// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/profile_command.h"

#include "core/text/shell_words.h"

#include <fmt/format.h>

namespace regnet {
namespace {

/// Adds options that differ from those of a new profile.
struct Words
{
    std::string text;

    void value(const char* option, const std::string& given)
    {
        // One word, so that a value that begins with '-' is no option.
        text += fmt::format(" {}={}", option, shellWord(given));
    }
    void add(const char* option, const std::string& given)
    {
        if (!given.empty()) value(option, given);
    }
    template <typename Number>
    void add(const char* option, Number given, Number usual)
    {
        if (given != usual) value(option, fmt::format("{}", given));
    }
    void flag(const char* option, bool isSet)
    {
        if (isSet) text += fmt::format(" {}", option);
    }
};

} // namespace

std::string profileCommand(const SiteProfile& profile)
{
    const SiteProfile usual;
    Words words{"regnet slurm profile add " + shellWord(profile.name)};
    words.value("--worker", profile.worker);
    words.add("--host", profile.host);
    words.add("--ssh-config", profile.sshConfig);
    words.add("--folder", profile.folder);
    words.flag("--rsync", profile.usesRsync);
    for (const std::string& module : profile.modules)
        words.value("--module", module);
    words.add("--image", profile.image);
    words.add("--image-digest", profile.imageDigest);
    for (const auto& [name, value] : profile.environment)
        words.value("--env", name + "=" + value);
    words.add("--partition", profile.partition);
    words.add("--account", profile.account);
    words.add("--qos", profile.qos);
    words.add("--constraint", profile.constraint);
    words.add("--cluster", profile.cluster);
    words.add("--gpus", profile.gpus, usual.gpus);
    words.add("--cpus", profile.cpus, usual.cpus);
    words.add("--memory", profile.memoryMb, usual.memoryMb);
    words.add("--minutes", profile.minutes, usual.minutes);
    for (const std::string& option : profile.options)
        words.value("--option", option);
    words.add("--at-once", profile.throttle, usual.throttle);
    words.add("--jobs-per-task", profile.jobsPerTask, usual.jobsPerTask);
    words.add("--largest-array", profile.largestArray, usual.largestArray);
    words.add("--signal", profile.signalSeconds, usual.signalSeconds);
    words.add("--requeues", profile.requeueLimit, usual.requeueLimit);
    words.add("--ask", profile.askSeconds, usual.askSeconds);
    words.add("--look", profile.lookSeconds, usual.lookSeconds);
    words.add("--lost", profile.lostSeconds, usual.lostSeconds);
    words.flag("--accounting", profile.hasAccounting);
    return words.text;
}

} // namespace regnet
