// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/train/learner.h"

#include <ATen/ops/full.h>
#include <ATen/ops/log_softmax.h>
#include <c10/core/GradMode.h>

namespace regnet {
namespace {

/// As pycls: the two values of a smoothed label are rounded to float, whatever the scores are.
at::Tensor smoothedLabels(const at::Tensor& labels, const at::Tensor& scores, double smoothing)
{
    const std::int64_t classes = scores.size(1);
    const auto off = static_cast<float>(smoothing / static_cast<double>(classes));
    const auto on = static_cast<float>(1 - smoothing + smoothing / static_cast<double>(classes));
    at::Tensor target = at::full({scores.size(0), classes}, static_cast<double>(off), scores.options());
    target.scatter_(1, labels.unsqueeze(1), static_cast<double>(on));
    return target;
}

at::Tensor lossOf(const at::Tensor& scores, const at::Tensor& labels, double smoothing)
{
    const at::Tensor target = smoothedLabels(labels, scores.detach(), smoothing);
    return (target * at::log_softmax(scores, 1)).sum().neg() / static_cast<double>(scores.size(0));
}

BatchScore scoreOf(const at::Tensor& loss, const at::Tensor& scores, const at::Tensor& labels)
{
    return {loss.detach(), scores.detach().argmax(1).eq(labels).sum()};
}

} // namespace

Learner::Learner(std::shared_ptr<AnyNet> net, const Recipe& recipe, bool isChannelsLast)
    : m_net(std::move(net)), m_optimiser(*m_net, recipe, isChannelsLast),
      m_labelSmoothing(recipe.labelSmoothing)
{
}

BatchScore Learner::learn(const at::Tensor& images, const at::Tensor& labels, double learningRate)
{
    m_net->train();
    const at::Tensor scores = m_net->forward(images);
    const at::Tensor loss = lossOf(scores, labels, m_labelSmoothing);
    loss.backward();
    m_optimiser.step(learningRate);
    return scoreOf(loss, scores, labels);
}

BatchScore Learner::test(const at::Tensor& images, const at::Tensor& labels)
{
    const c10::AutoGradMode noGradients(false);
    m_net->eval();
    const at::Tensor scores = m_net->forward(images);
    return scoreOf(lossOf(scores, labels, 0), scores, labels);
}

} // namespace regnet
