// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/train/learner.h"

#include "gpu/data/device_images.h"
#include "gpu/torch_compat.h"

#include <ATen/ops/log_softmax.h>
#include <c10/core/GradMode.h>

#include <algorithm>

namespace regnet {
namespace {

at::Tensor lossSum(const at::Tensor& scores, const at::Tensor& targets)
{
    return (targets * at::log_softmax(scores, 1)).sum().neg();
}

BatchScore scoreOf(const at::Tensor& loss, const at::Tensor& scores, const at::Tensor& labels)
{
    const at::Tensor best = std::get<1>(scores.topk(std::min<std::int64_t>(5, scores.size(1)), 1));
    const at::Tensor hits = best.eq(labels.unsqueeze(1));
    return {loss.detach(), hits.select(1, 0).sum(), hits.sum()};
}

} // namespace

BatchScore testBatch(AnyNet& net, const at::Tensor& images, const at::Tensor& labels)
{
    const c10::AutoGradMode noGradients(false);
    net.eval();
    const at::Tensor scores = net.forward(images);
    const at::Tensor targets = smoothedTargets(labels, scores.size(1), 0, scores.options());
    return scoreOf(lossSum(scores, targets) / static_cast<double>(images.size(0)), scores, labels);
}

Learner::Learner(std::shared_ptr<AnyNet> net, const Recipe& recipe, bool isChannelsLast)
    : m_net(std::move(net)), m_optimiser(*m_net, recipe, isChannelsLast), m_parts(recipe.accumulation),
      m_isBfloat16(recipe.precision == Precision::Bfloat16)
{
}

BatchScore Learner::learn(const at::Tensor& images, const at::Tensor& targets, double learningRate)
{
    m_net->train();
    const std::int64_t all = images.size(0), size = all / m_parts;
    BatchScore score;
    for (std::int64_t part = 0; part < m_parts; ++part) {
        const at::Tensor partTargets = targets.narrow(0, part * size, size);
        at::Tensor scores;
        {
            const Bfloat16Autocast autocast(images.device().type(), m_isBfloat16);
            scores = m_net->forward(images.narrow(0, part * size, size));
        }
        scores = scores.to(targets.scalar_type());
        const at::Tensor loss = lossSum(scores, partTargets) / static_cast<double>(all);
        loss.backward(); // gradients add up in the optimiser's buffer until its step
        const BatchScore one = scoreOf(loss, scores.detach(), partTargets.argmax(1));
        score = part == 0 ? one
                          : BatchScore{score.loss + one.loss, score.correct + one.correct,
                                       score.correctTop5 + one.correctTop5};
    }
    m_optimiser.step(learningRate);
    return score;
}

} // namespace regnet
