// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/site_profile.h"

#include "core/format/text_file.h"
#include "core/study/json_fields.h"
#include "core/system/places.h"
#include "core/system/whole_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace regnet {
namespace {

using nlohmann::json;

constexpr std::int64_t formatVersion = 1;
constexpr std::string_view devicePrefix = "slurm:";
constexpr std::int64_t most = 1'000'000'000; ///< what a number may be at all; problemsOf() knows more

void readWords(JsonFields& fields, const char* name, std::vector<std::string>& words)
{
    const json* value = fields.find(name);
    if (!value) return;
    words.clear();
    bool isGood = value->is_array();
    for (const json& word : isGood ? *value : json::array()) {
        isGood = isGood && word.is_string();
        if (word.is_string()) words.push_back(word.get<std::string>());
    }
    if (!isGood) throwBadInput(fields.place(name), "is no list of words", R"(["cuda/12"])");
}

void readEnvironment(JsonFields& fields, std::map<std::string, std::string>& environment)
{
    const json* value = fields.find("environment");
    if (!value) return;
    environment.clear();
    if (!value->is_object())
        throwBadInput(fields.place("environment"), "is no object", R"({"NAME": "value"})");
    for (const auto& [name, text] : value->items()) {
        if (!text.is_string()) throwBadInput(fields.place("environment." + name), "is no text");
        environment[name] = text.get<std::string>();
    }
}

} // namespace

nlohmann::ordered_json toJson(const SiteProfile& profile)
{
    return {{"name", profile.name},
            {"host", profile.host},
            {"ssh_config", profile.sshConfig},
            {"folder", profile.folder},
            {"rsync", profile.usesRsync},
            {"worker", profile.worker},
            {"modules", profile.modules},
            {"image", profile.image},
            {"image_digest", profile.imageDigest},
            {"environment", profile.environment},
            {"partition", profile.partition},
            {"account", profile.account},
            {"qos", profile.qos},
            {"constraint", profile.constraint},
            {"cluster", profile.cluster},
            {"gpus", profile.gpus},
            {"cpus", profile.cpus},
            {"memory_mb", profile.memoryMb},
            {"minutes", profile.minutes},
            {"options", profile.options},
            {"throttle", profile.throttle},
            {"jobs_per_task", profile.jobsPerTask},
            {"largest_array", profile.largestArray},
            {"signal_seconds", profile.signalSeconds},
            {"requeue_limit", profile.requeueLimit},
            {"ask_seconds", profile.askSeconds},
            {"look_seconds", profile.lookSeconds},
            {"lost_seconds", profile.lostSeconds},
            {"accounting", profile.hasAccounting}};
}

SiteProfile profileFromJson(const json& value, const std::string& where)
{
    JsonFields fields(value, where);
    SiteProfile profile;
    fields.require("name");
    fields.read("name", profile.name);
    fields.read("host", profile.host);
    fields.read("ssh_config", profile.sshConfig);
    fields.read("folder", profile.folder);
    fields.read("rsync", profile.usesRsync);
    fields.read("worker", profile.worker);
    readWords(fields, "modules", profile.modules);
    fields.read("image", profile.image);
    fields.read("image_digest", profile.imageDigest);
    readEnvironment(fields, profile.environment);
    fields.read("partition", profile.partition);
    fields.read("account", profile.account);
    fields.read("qos", profile.qos);
    fields.read("constraint", profile.constraint);
    fields.read("cluster", profile.cluster);
    fields.read("gpus", profile.gpus, 0, most);
    fields.read("cpus", profile.cpus, 0, most);
    fields.read("memory_mb", profile.memoryMb, 0, most);
    fields.read("minutes", profile.minutes, 0, most);
    readWords(fields, "options", profile.options);
    fields.read("throttle", profile.throttle, 0, most);
    fields.read("jobs_per_task", profile.jobsPerTask, 0, most);
    fields.read("largest_array", profile.largestArray, 0, most);
    fields.read("signal_seconds", profile.signalSeconds, 0, most);
    fields.read("requeue_limit", profile.requeueLimit, 0, most);
    fields.read("ask_seconds", profile.askSeconds, 0, most);
    fields.read("look_seconds", profile.lookSeconds, 0, most);
    fields.read("lost_seconds", profile.lostSeconds, 0, most);
    fields.read("accounting", profile.hasAccounting);
    fields.finish();
    check(profile, where);
    return profile;
}

std::filesystem::path profilesFile()
{
    if (const char* given = std::getenv("REGNET_SLURM_PROFILES"); given && *given) return given;
    return dataFolder() / "slurm.json";
}

std::vector<SiteProfile> readProfiles(const std::filesystem::path& file)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return {};
    const json value = parseJson(readWhole(file), file.string());
    JsonFields fields(value, file.string());
    std::int64_t format = formatVersion;
    fields.read("format", format, 1, most);
    if (format > formatVersion)
        throwBadInput(fields.place("format"), "is from a newer version of this program");
    std::vector<SiteProfile> profiles;
    const json& list = fields.require("profiles");
    if (!list.is_array()) throwBadInput(fields.place("profiles"), "is no list");
    for (const json& one : list) {
        profiles.push_back(
            profileFromJson(one, fmt::format("{}, profiles[{}]", file.string(), profiles.size())));
        const auto same = std::count_if(profiles.begin(), profiles.end(), [&](const SiteProfile& other) {
            return other.name == profiles.back().name;
        });
        if (same > 1) throwBadInput(file.string(), "has two profiles \"" + profiles.back().name + "\"");
    }
    fields.finish();
    return profiles;
}

void writeProfiles(const std::filesystem::path& file, const std::vector<SiteProfile>& profiles)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const SiteProfile& profile : profiles) {
        check(profile, profile.name);
        list.push_back(toJson(profile));
    }
    std::error_code ignored; // writeWhole reports what matters
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), ignored);
    writeWhole(file, nlohmann::ordered_json{{"format", formatVersion}, {"profiles", list}}.dump(2) + "\n");
}

SiteProfile profileNamed(std::string_view name, const std::filesystem::path& file)
{
    std::string names;
    for (const SiteProfile& profile : readProfiles(file)) {
        if (profile.name == name) return profile;
        names += (names.empty() ? "" : ", ") + profile.name;
    }
    throwBadInput(file.string(), fmt::format("has no profile \"{}\"", name),
                  names.empty() ? "one made with \"regnet slurm profile add NAME …\"" : "one of " + names);
}

std::string deviceOfPlace(std::string_view place)
{
    return std::string(devicePrefix) + std::string(place);
}

std::string placeOfDevice(std::string_view device)
{
    return device.starts_with(devicePrefix) ? std::string(device.substr(devicePrefix.size())) : std::string();
}

} // namespace regnet
