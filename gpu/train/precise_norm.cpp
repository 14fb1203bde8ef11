// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/train/precise_norm.h"

#include "gpu/network/layers.h"

#include <ATen/ops/zeros_like.h>
#include <c10/core/GradMode.h>

namespace regnet {
namespace {

struct Statistics
{
    BatchNorm* norm = nullptr;
    at::Tensor mean, variance;
};

} // namespace

void setPreciseStatistics(AnyNet& net, std::int64_t batches,
                          const std::function<at::Tensor(std::int64_t)>& images)
{
    if (batches <= 0) return;
    const c10::AutoGradMode noGradients(false);
    std::vector<Statistics> all;
    for (const auto& module : net.modules())
        if (auto* norm = dynamic_cast<BatchNorm*>(module.get()))
            all.push_back(
                {norm, at::zeros_like(norm->runningMean()), at::zeros_like(norm->runningVariance())});
    net.train();
    for (const Statistics& one : all)
        one.norm->setMomentum(1); // a forward leaves the statistics of its batch alone
    for (std::int64_t batch = 0; batch < batches; ++batch) {
        net.forward(images(batch));
        for (Statistics& one : all) {
            one.mean += one.norm->runningMean() / static_cast<double>(batches);
            one.variance += one.norm->runningVariance() / static_cast<double>(batches);
        }
    }
    for (const Statistics& one : all) {
        one.norm->setMomentum(BatchNorm::usualMomentum);
        at::Tensor mean = one.norm->runningMean(), variance = one.norm->runningVariance();
        mean.copy_(one.mean);
        variance.copy_(one.variance);
    }
}

} // namespace regnet
