// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/train/evaluate.h"

#include "core/problem.h"
#include "gpu/network/load_weights.h"
#include "gpu/train/judgement.h"
#include "gpu/train/trainer.h"

#include <ATen/Parallel.h>

namespace regnet {

Evaluation evaluate(const EvaluationRequest& request, const Weights& weights, const std::string& where)
{
    JobSpec job; // of a training that would use these images
    job.id = "evaluation";
    job.network = request.network;
    job.dataSet = request.dataSet;
    job.device = request.device;
    job.recipe.testImages = request.images;
    if (const std::vector<Problem> problems = check(job); !problems.empty()) throw Error(problems.front());
    at::set_num_threads(static_cast<int>(request.threads));
    const Network network = realise(request.network);
    const at::Device device(request.device);
    const auto net = buildAnyNet(network);
    loadWeights(*net, weights, HeadRule::MustFit, where);
    net->to(device);
    const BatchSource source(job, device);
    const Judgement judgement = judged(*net, source, Unseen::Test);
    Evaluation evaluation{source.count(Unseen::Test), judgement.loss, judgement.error, std::nullopt};
    if (network.head.classes > classesWithoutTop5) evaluation.top5Error = judgement.top5Error;
    return evaluation;
}

} // namespace regnet
