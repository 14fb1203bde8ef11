// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/run_times.h"

#include "core/format/text_file.h"
#include "core/network/network_json.h"
#include "core/problem.h"
#include "core/queue/measurement.h"
#include "core/store/store.h"
#include "core/study/json_fields.h"
#include "core/system/whole_file.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace regnet {
namespace {

using nlohmann::json;

constexpr double longestMs = 1e9;
constexpr std::int64_t secondsADirection = 1; ///< up to 30 runs; the median of fewer is as good

std::int64_t knownIn(const Population& population, const std::map<std::string, double>& times)
{
    std::int64_t known = 0;
    for (const Member& member : population.members)
        if (times.contains(member.networkHash)) ++known;
    return known;
}

} // namespace

std::filesystem::path runTimesFile(const std::filesystem::path& store)
{
    return store.string() + ".times.json";
}

RunTimes readRunTimes(const std::filesystem::path& file)
{
    RunTimes times;
    std::error_code failure;
    if (!std::filesystem::exists(file, failure)) return times;
    const std::string where = file.string();
    const json whole = parseJson(readTextFile(file), where);
    JsonFields fields(whole, where);
    const json& list = fields.require("run_times", "a list");
    fields.finish();
    if (!list.is_array()) throwBadInput(fields.place("run_times"), "is no list");
    for (const json& entry : list) {
        JsonFields one(entry, fields.place("run_times"));
        RunTimeSetting setting;
        one.read("device", setting.device);
        one.read("batch", setting.batch, 1, 65'536);
        one.read("threads", setting.threads, 1, 1024);
        const json& networks = one.require("milliseconds", "an object of networks");
        one.finish();
        JsonFields each(networks, one.place("milliseconds"));
        for (const auto& [hash, value] : networks.items())
            each.read(hash.c_str(), times[setting][hash], 0, longestMs);
    }
    return times;
}

void writeRunTimes(const std::filesystem::path& file, const RunTimes& times)
{
    json list = json::array();
    for (const auto& [setting, networks] : times)
        list.push_back({{"device", setting.device},
                        {"batch", setting.batch},
                        {"threads", setting.threads},
                        {"milliseconds", networks}});
    writeWhole(file, json{{"run_times", list}}.dump(1) + "\n");
}

std::int64_t addRunTimes(Population& population, const RunTimes& times)
{
    const std::map<std::string, double>* most = nullptr;
    std::int64_t known = 0;
    for (const auto& [setting, networks] : times)
        if (const std::int64_t here = knownIn(population, networks); here > known) {
            known = here;
            most = &networks;
        }
    if (most == nullptr) return 0;
    for (Member& member : population.members)
        if (const auto found = most->find(member.networkHash); found != most->end())
            member.properties["time"] = found->second;
    return known;
}

std::int64_t measureRunTimes(const std::filesystem::path& store, const std::vector<std::string>& populations,
                             const RunTimeSetting& setting,
                             const std::function<bool(std::int64_t done, std::int64_t all)>& progress)
{
    const std::filesystem::path file = runTimesFile(store);
    RunTimes times = readRunTimes(file);
    std::map<std::string, double>& known = times[setting];
    std::map<std::string, NetworkSpec> networks;
    const StoreReader reader(store);
    for (const std::string& population : populations)
        for (const NetworkSpec& spec : reader.populationSpec(population).networks)
            networks.emplace(hashOf(realise(spec)), spec);
    const auto all = static_cast<std::int64_t>(networks.size());
    std::int64_t done = 0;
    for (const auto& [hash, spec] : networks)
        if (known.contains(hash)) ++done;
    for (const auto& [hash, spec] : networks) {
        if (!progress(done, all)) break;
        if (known.contains(hash)) continue;
        const json answer = measureNetwork(spec, {.device = setting.device,
                                                  .batch = setting.batch,
                                                  .threads = setting.threads,
                                                  .seconds = secondsADirection});
        known[hash] = answer.at("forward").at("milliseconds").get<double>();
        writeRunTimes(file, times);
        ++done;
    }
    progress(done, all);
    return done;
}

} // namespace regnet
