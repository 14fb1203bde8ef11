// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/measurement.h"

#include "core/network/network_json.h"
#include "core/queue/worker_question.h"

#include <nlohmann/json.hpp>

namespace regnet {

nlohmann::json measureNetwork(const NetworkSpec& spec, const MeasureSettings& settings)
{
    return askWorker({"measure",
                      toJson(spec),
                      {"--batch", std::to_string(settings.batch), "--device", settings.device, "--seconds",
                       std::to_string(settings.seconds)},
                      settings.threads});
}

} // namespace regnet
