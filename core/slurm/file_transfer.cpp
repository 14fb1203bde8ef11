// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/file_transfer.h"

#include "core/text/shell_words.h"

namespace regnet {
namespace {

std::vector<std::string> words(const std::vector<std::string>& ssh)
{
    std::vector<std::string> all{"rsync",      "--archive",      "--recursive",           "--protect-args",
                                 "--relative", "--files-from=-", "--ignore-missing-args", "--timeout=60"};
    if (ssh.empty()) return all;
    // rsync splits this at blanks and knows quotes; the host stands in the address.
    all.push_back("--rsh=" + shellLine(std::vector<std::string>(ssh.begin(), ssh.end() - 1)));
    return all;
}

std::string address(const SiteProfile& profile)
{
    return (profile.host.empty() ? std::string() : profile.host + ":") + profile.folder + "/";
}

} // namespace

std::vector<std::string> pushWords(const SiteProfile& profile, const std::string& spool,
                                   const std::vector<std::string>& ssh)
{
    std::vector<std::string> all = words(ssh);
    all.insert(all.end(), {"--mkpath", "--", spool + "/", address(profile)});
    return all;
}

std::vector<std::string> pullWords(const SiteProfile& profile, const std::string& spool,
                                   const std::vector<std::string>& ssh)
{
    std::vector<std::string> all = words(ssh);
    all.insert(all.end(), {"--", address(profile), spool + "/"});
    return all;
}

} // namespace regnet
