// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// One way to use one cluster: how it is reached, where files lie there, and what is asked of Slurm. Nothing
/// in it is secret: ssh takes keys and passwords from the user's own configuration.
struct SiteProfile
{
    std::string name;       ///< letters, digits, '-', '_' and '.'; the place of a job in the queue
    std::string host;       ///< for ssh; empty: sbatch runs on this machine
    std::string sshConfig;  ///< another file than ~/.ssh/config; empty: that one
    std::string folder;     ///< the spool as the cluster sees it; empty: under the same path as here
    bool usesRsync = false; ///< files are copied to and fro; otherwise `folder` is the same folder, mounted
    std::string worker;     ///< regnet-worker as the compute nodes see it
    std::vector<std::string> modules; ///< "module load" of each
    std::string image;                ///< Apptainer; the worker's path is then one inside it
    std::string imageDigest;          ///< sha256 of the image, checked by each task; empty: not checked
    std::map<std::string, std::string> environment; ///< of the tasks, which inherit nothing else

    std::string partition, account, qos, constraint, cluster; ///< empty: Slurm's own choice
    std::int64_t gpus = 0;
    std::int64_t cpus = 1;
    std::int64_t memoryMb = 0;        ///< 0: Slurm's own choice
    std::int64_t minutes = 60;        ///< time limit of a task
    std::vector<std::string> options; ///< more of sbatch's, word by word: "--exclusive"

    std::int64_t throttle = 32;       ///< tasks of an array at the same time; 0: no limit of ours
    std::int64_t jobsPerTask = 1;     ///< a task works through so many jobs while its time lasts
    std::int64_t largestArray = 1000; ///< tasks; the site's MaxArraySize is asked before the first submission
    std::int64_t signalSeconds = 240; ///< before the time limit the worker is told
    std::int64_t requeueLimit = 20;   ///< of one task
    double askSeconds = 60;           ///< least time between two questions to the controller; 0: never asks
    double lookSeconds = 5;           ///< least time between two looks at the files of a running task
    double lostSeconds = 180;         ///< a task that Slurm no longer knows is waited for so long
    bool hasAccounting = false;       ///< sacct answers

    friend bool operator==(const SiteProfile&, const SiteProfile&) = default;
};

nlohmann::ordered_json toJson(const SiteProfile& profile);
/// Throws Error with the field that is wrong.
SiteProfile profileFromJson(const nlohmann::json& json, const std::string& where);
/// Throws Error with the first field that cannot be.
void check(const SiteProfile& profile, const std::string& where);

/// "slurm.json" beside the store that is used by default, or the environment's REGNET_SLURM_PROFILES.
std::filesystem::path profilesFile();
/// In the order of the file; none where there is no file. Throws Error with file and field.
std::vector<SiteProfile> readProfiles(const std::filesystem::path& file);
void writeProfiles(const std::filesystem::path& file, const std::vector<SiteProfile>& profiles);
/// Throws Error that lists the names when there is none of that name.
SiteProfile profileNamed(std::string_view name, const std::filesystem::path& file);

/// JobRecord::device of a job that a cluster has: "slurm:lab".
std::string deviceOfPlace(std::string_view place);
/// The place of such a device; empty for one of this machine.
std::string placeOfDevice(std::string_view device);

} // namespace regnet
