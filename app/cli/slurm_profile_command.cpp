// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/cli/slurm_command.h"
#include "app/cli/table.h"
#include "app/cli/tell.h"
#include "core/problem.h"
#include "core/slurm/site_profile.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace regnet::cli {
namespace {

void list(bool asJson)
{
    const std::vector<SiteProfile> profiles = readProfiles(profilesFile());
    if (asJson) {
        nlohmann::ordered_json all = nlohmann::ordered_json::array();
        for (const SiteProfile& profile : profiles)
            all.push_back(toJson(profile));
        fmt::print("{}\n",
                   nlohmann::ordered_json{{"file", profilesFile().string()}, {"profiles", all}}.dump());
        return;
    }
    if (profiles.empty()) {
        tell("No profile yet. \"regnet slurm profile add NAME --worker PATH …\" makes one in {}\n",
             profilesFile().string());
        return;
    }
    Table table({"profile", "host", "partition", "GPUs", "minutes", "at once", "jobs a task"});
    for (const SiteProfile& profile : profiles)
        table.add({profile.name, profile.host.empty() ? "this machine" : profile.host,
                   profile.partition.empty() ? "-" : profile.partition, std::to_string(profile.gpus),
                   std::to_string(profile.minutes), std::to_string(profile.throttle),
                   std::to_string(profile.jobsPerTask)});
    fmt::print("{}", table.text());
}

/// A new profile, or other values for one that is there.
void add(const SiteProfile& given, const std::vector<std::string>& environment)
{
    SiteProfile profile = given;
    for (const std::string& setting : environment) {
        const std::size_t end = setting.find('=');
        if (end == std::string::npos || end == 0)
            throwBadInput("--env", "is \"" + setting + "\"", "NAME=VALUE");
        profile.environment[setting.substr(0, end)] = setting.substr(end + 1);
    }
    check(profile, "profile");
    std::vector<SiteProfile> profiles = readProfiles(profilesFile());
    const auto same = std::find_if(profiles.begin(), profiles.end(),
                                   [&](const SiteProfile& other) { return other.name == profile.name; });
    const bool isNew = same == profiles.end();
    if (isNew)
        profiles.push_back(profile);
    else
        *same = profile;
    writeProfiles(profilesFile(), profiles);
    tell("{}: profile \"{}\" {}\n", profilesFile().string(), profile.name, isNew ? "added" : "replaced");
}

void remove(const std::string& name)
{
    profileNamed(name, profilesFile()); // throws where it is not there
    std::vector<SiteProfile> profiles = readProfiles(profilesFile());
    std::erase_if(profiles, [&](const SiteProfile& profile) { return profile.name == name; });
    writeProfiles(profilesFile(), profiles);
}

void addAdd(Command profiles)
{
    auto profile = std::make_shared<SiteProfile>();
    auto environment = std::make_shared<std::vector<std::string>>();
    const Command add = profiles.subcommand("add", "Make a profile, or replace it");
    SiteProfile& p = *profile;
    add.option("name", p.name, "Its name").required();
    add.option("--worker", p.worker, "regnet-worker, as the compute nodes see it").required();
    add.option("--host", p.host, "Login node for ssh; none: sbatch runs on this machine");
    add.option("--ssh-config", p.sshConfig, "Another file than ~/.ssh/config");
    add.option("--folder", p.folder, "The spool as the cluster sees it; none: under the same path");
    add.flag("--rsync", p.usesRsync,
             "Copy the files to that folder and back; else it is the same one, mounted");
    add.option("--module", p.modules, "Environment modules to load");
    add.option("--image", p.image, "Apptainer image that holds the worker");
    add.option("--image-digest", p.imageDigest, "Its SHA-256, checked by each task");
    add.option("--env", *environment, "NAME=VALUE for the tasks");
    add.option("--partition", p.partition, "Of Slurm");
    add.option("--account", p.account, "Of Slurm");
    add.option("--qos", p.qos, "Of Slurm");
    add.option("--constraint", p.constraint, "Features that a node must have");
    add.option("--cluster", p.cluster, "Where several clusters share their commands");
    add.option("--gpus", p.gpus, "A task").showDefault();
    add.option("--cpus", p.cpus, "A task").showDefault();
    add.option("--memory", p.memoryMb, "MB a task; 0: the site's own choice").showDefault();
    add.option("--minutes", p.minutes, "Time limit of a task").showDefault();
    add.option("--option", p.options, "More of sbatch's options, each as --name=value");
    add.option("--at-once", p.throttle, "Tasks of an array at the same time; 0: no limit").showDefault();
    add.option("--jobs-per-task", p.jobsPerTask, "Jobs that a task works through while its time lasts")
        .showDefault();
    add.option("--largest-array", p.largestArray, "Tasks of an array").showDefault();
    add.option("--signal", p.signalSeconds, "Seconds before its end that a worker is told").showDefault();
    add.option("--requeues", p.requeueLimit, "How often a task may start again").showDefault();
    add.option("--ask", p.askSeconds, "Least seconds between two questions to the controller; 0: never")
        .showDefault();
    add.option("--look", p.lookSeconds, "Least seconds between two looks at a running task's files")
        .showDefault();
    add.option("--lost", p.lostSeconds, "Seconds after which a task that nobody knows is lost").showDefault();
    add.flag("--accounting", p.hasAccounting, "sacct answers there");
    add.callback([profile, environment] { regnet::cli::add(*profile, *environment); });
}

} // namespace

void addSlurmProfile(Command slurm)
{
    const Command profiles = slurm.subcommand("profile", "How clusters are used: a file of profiles");
    profiles.requireSubcommand(1);
    auto asJson = std::make_shared<bool>(false);
    const Command lists = profiles.subcommand("list", "All profiles");
    lists.flag("--json", *asJson, "Print one JSON object");
    lists.callback([asJson] { list(*asJson); });
    auto name = std::make_shared<std::string>();
    const Command show = profiles.subcommand("show", "One profile, as JSON");
    show.option("name", *name, "Its name").required();
    show.callback([name] { fmt::print("{}\n", toJson(profileNamed(*name, profilesFile())).dump(2)); });
    addAdd(profiles);
    const Command removes = profiles.subcommand("remove", "Take a profile out of the file");
    removes.option("name", *name, "Its name").required();
    removes.callback([name] { remove(*name); });
}

} // namespace regnet::cli
