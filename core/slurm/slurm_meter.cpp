// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/slurm_meter.h"

#include "core/system/clock.h"
#include "core/text/readable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace regnet {
namespace {

constexpr double hour = 3600;
/// A profile that asks every second is not worth more than that in the store.
constexpr std::size_t mostRecent = 1000;

std::string settingOf(const std::string& place)
{
    return "slurm.meter." + place;
}

} // namespace

SlurmMeter readMeter(const StoreReader& store, const std::string& place)
{
    SlurmMeter meter;
    const nlohmann::json json = nlohmann::json::parse(store.setting(settingOf(place)), nullptr, false);
    if (!json.is_object()) return meter;
    try {
        meter.recent = json.value("recent", std::vector<double>());
        meter.total = json.value("total", std::int64_t{0});
        meter.askedAt = json.value("asked_at", 0.0);
        meter.askSeconds = json.value("ask_seconds", meter.askSeconds);
        meter.largestArray = json.value("largest_array", std::int64_t{0});
        meter.held = json.value("held", std::string());
    } catch (const nlohmann::json::exception&) {
        return {}; // written by another version: counted anew
    }
    const double now = unixNow();
    std::erase_if(meter.recent, [&](double time) { return now - time > hour; });
    meter.lastHour = static_cast<std::int64_t>(meter.recent.size());
    return meter;
}

void writeMeter(Store& store, const std::string& place, const SlurmMeter& meter)
{
    const auto kept = std::min(meter.recent.size(), mostRecent);
    const std::vector<double> recent(meter.recent.end() - static_cast<std::ptrdiff_t>(kept),
                                     meter.recent.end());
    store.setSetting(settingOf(place), nlohmann::json{{"recent", recent},
                                                      {"total", meter.total},
                                                      {"asked_at", meter.askedAt},
                                                      {"ask_seconds", meter.askSeconds},
                                                      {"largest_array", meter.largestArray},
                                                      {"held", meter.held}}
                                           .dump());
}

std::string describeMeter(const std::string& place, const SlurmMeter& meter, double now)
{
    std::string text = place + ": ";
    if (meter.askSeconds <= 0)
        text += "never asked, files only";
    else if (meter.askedAt <= 0)
        text += "not asked yet";
    else {
        const double ago = std::max(0.0, now - meter.askedAt);
        const double left = meter.askSeconds - ago;
        text += fmt::format("asked {} ago, ", readableDuration(std::floor(ago)));
        text += left > 0 ? fmt::format("next in {} at the earliest", readableDuration(std::ceil(left)))
                         : std::string("the next question when there is one");
    }
    text += fmt::format("; {} request{} in the last hour, {} altogether", meter.lastHour,
                        meter.lastHour == 1 ? "" : "s", meter.total);
    return meter.held.empty() ? text : text + "; nothing is submitted: " + meter.held;
}

} // namespace regnet
