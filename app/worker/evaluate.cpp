// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/evaluate.h"

#include "core/format/text_file.h"
#include "core/network/network_json.h"
#include "core/study/json_fields.h"
#include "core/text/standard_output.h"
#include "gpu/measure/torch_info.h"
#include "gpu/train/evaluate.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <limits>

namespace regnet::worker {

int evaluateFile(const std::filesystem::path& file, std::int64_t threads)
{
    const nlohmann::json json = parseJson(readTextFile(file), file.string());
    JsonFields fields(json, file.string());
    EvaluationRequest request;
    request.network = networkFromJson(fields.require("network"), fields.place("network"));
    request.dataSet = dataSetFromJson(fields.require("data_set"), fields.place("data_set"));
    request.threads = threads;
    std::string weightsFile, state;
    fields.read("weights", weightsFile);
    fields.read("state", state);
    fields.read("device", request.device);
    fields.read("images", request.images, 0, std::numeric_limits<std::int64_t>::max());
    fields.finish();
    const Weights weights = openWeights(weightsFile, {state, hintsOf(request.network)});
    const Evaluation result = evaluate(request, weights, weightsFile);
    nlohmann::json answer{{"network_hash", hashOf(realise(request.network))},
                          {"weights", weightsFile},
                          {"state", weights.key},
                          {"data_set", request.dataSet.name},
                          {"images", result.images},
                          {"loss", result.loss},
                          {"error", result.error},
                          {"device", request.device},
                          {"torch", torchInfo().version}};
    if (result.top5Error) answer["top5_error"] = *result.top5Error;
    std::cout << answer.dump() << '\n';
    finishStandardOutput();
    return 0;
}

} // namespace regnet::worker
