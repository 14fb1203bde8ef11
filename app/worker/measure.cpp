// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/measure.h"

#include "core/network/network_json.h"
#include "core/problem.h"
#include "core/system/whole_file.h"
#include "core/text/standard_output.h"
#include "gpu/measure/torch_info.h"

#include <nlohmann/json.hpp>

#include <iostream>

namespace regnet::worker {
namespace {

nlohmann::json toJson(const Timing& timing)
{
    return {{"milliseconds", timing.milliseconds},
            {"fastest_milliseconds", timing.fastest},
            {"slowest_milliseconds", timing.slowest},
            {"runs", timing.runs},
            {"images_per_second", timing.imagesPerSecond}};
}

nlohmann::json parsed(const std::filesystem::path& file)
{
    try {
        return nlohmann::json::parse(readWhole(file));
    } catch (const nlohmann::json::parse_error& error) {
        throwBadInput(file.string(), "is no JSON (byte " + std::to_string(error.byte) + ")");
    }
}

} // namespace

int measureFile(const std::filesystem::path& file, const SpeedSettings& settings)
{
    const NetworkSpec spec = networkFromJson(parsed(file), file.string());
    if (const std::vector<Problem> problems = check(spec); !problems.empty()) throw Error(problems.front());
    const Network network = realise(spec);
    const NetworkSpeed speed = measureSpeed(network, settings);
    const nlohmann::json answer{{"network_hash", hashOf(network)},
                                {"device", settings.device},
                                {"threads", settings.threads},
                                {"batch", settings.batch},
                                {"resolution", network.resolution},
                                {"torch", torchInfo().version},
                                {"flops", speed.counted.flops},
                                {"params", speed.counted.params},
                                {"activations", speed.counted.activations},
                                {"counts_agree", speed.counted == cost(network)},
                                {"forward", toJson(speed.forward)},
                                {"training", toJson(speed.training)},
                                {"peak_bytes", speed.peakBytes}};
    std::cout << answer.dump() << '\n';
    finishStandardOutput();
    return 0;
}

} // namespace regnet::worker
