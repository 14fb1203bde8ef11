// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/slurm_command.h"
#include "app/cli/table.h"
#include "core/problem.h"
#include "core/slurm/site_profile.h"

#include <CLI/CLI.hpp>
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
        fmt::print("No profile yet. \"regnet slurm profile add NAME --worker PATH …\" makes one in {}\n",
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
    if (same == profiles.end())
        profiles.push_back(profile);
    else
        *same = profile;
    writeProfiles(profilesFile(), profiles);
    fmt::print("{}: profile \"{}\" {}\n", profilesFile().string(), profile.name,
               same == profiles.end() ? "added" : "replaced");
}

void remove(const std::string& name)
{
    profileNamed(name, profilesFile()); // throws where it is not there
    std::vector<SiteProfile> profiles = readProfiles(profilesFile());
    std::erase_if(profiles, [&](const SiteProfile& profile) { return profile.name == name; });
    writeProfiles(profilesFile(), profiles);
}

void addAdd(CLI::App& profiles)
{
    auto profile = std::make_shared<SiteProfile>();
    auto environment = std::make_shared<std::vector<std::string>>();
    CLI::App* add = profiles.add_subcommand("add", "Make a profile, or replace it");
    SiteProfile& p = *profile;
    add->add_option("name", p.name, "Its name")->required();
    add->add_option("--worker", p.worker, "regnet-worker, as the compute nodes see it")->required();
    add->add_option("--host", p.host, "Login node for ssh; none: sbatch runs on this machine");
    add->add_option("--ssh-config", p.sshConfig, "Another file than ~/.ssh/config");
    add->add_option("--folder", p.folder, "The spool as the cluster sees it; none: under the same path");
    add->add_flag("--rsync", p.usesRsync,
                  "Copy the files to that folder and back; else it is the same one, mounted");
    add->add_option("--module", p.modules, "Environment modules to load");
    add->add_option("--image", p.image, "Apptainer image that holds the worker");
    add->add_option("--image-digest", p.imageDigest, "Its SHA-256, checked by each task");
    add->add_option("--env", *environment, "NAME=VALUE for the tasks");
    add->add_option("--partition", p.partition, "Of Slurm");
    add->add_option("--account", p.account, "Of Slurm");
    add->add_option("--qos", p.qos, "Of Slurm");
    add->add_option("--constraint", p.constraint, "Features that a node must have");
    add->add_option("--cluster", p.cluster, "Where several clusters share their commands");
    add->add_option("--gpus", p.gpus, "A task")->capture_default_str();
    add->add_option("--cpus", p.cpus, "A task")->capture_default_str();
    add->add_option("--memory", p.memoryMb, "MB a task; 0: the site's own choice")->capture_default_str();
    add->add_option("--minutes", p.minutes, "Time limit of a task")->capture_default_str();
    add->add_option("--option", p.options, "More of sbatch's options, each as --name=value");
    add->add_option("--at-once", p.throttle, "Tasks of an array at the same time; 0: no limit")
        ->capture_default_str();
    add->add_option("--jobs-per-task", p.jobsPerTask, "Jobs that a task works through while its time lasts")
        ->capture_default_str();
    add->add_option("--largest-array", p.largestArray, "Tasks of an array")->capture_default_str();
    add->add_option("--signal", p.signalSeconds, "Seconds before its end that a worker is told")
        ->capture_default_str();
    add->add_option("--requeues", p.requeueLimit, "How often a task may start again")->capture_default_str();
    add->add_option("--ask", p.askSeconds, "Least seconds between two questions to the controller; 0: never")
        ->capture_default_str();
    add->add_option("--look", p.lookSeconds, "Least seconds between two looks at a running task's files")
        ->capture_default_str();
    add->add_option("--lost", p.lostSeconds, "Seconds after which a task that nobody knows is lost")
        ->capture_default_str();
    add->add_flag("--accounting", p.hasAccounting, "sacct answers there");
    add->callback([profile, environment] { regnet::cli::add(*profile, *environment); });
}

} // namespace

void addSlurmProfile(CLI::App& slurm)
{
    CLI::App* profiles = slurm.add_subcommand("profile", "How clusters are used: a file of profiles");
    profiles->require_subcommand(1);
    auto asJson = std::make_shared<bool>(false);
    CLI::App* lists = profiles->add_subcommand("list", "All profiles");
    lists->add_flag("--json", *asJson, "Print one JSON object");
    lists->callback([asJson] { list(*asJson); });
    auto name = std::make_shared<std::string>();
    CLI::App* show = profiles->add_subcommand("show", "One profile, as JSON");
    show->add_option("name", *name, "Its name")->required();
    show->callback([name] { fmt::print("{}\n", toJson(profileNamed(*name, profilesFile())).dump(2)); });
    addAdd(*profiles);
    CLI::App* removes = profiles->add_subcommand("remove", "Take a profile out of the file");
    removes->add_option("name", *name, "Its name")->required();
    removes->callback([name] { remove(*name); });
}

} // namespace regnet::cli
