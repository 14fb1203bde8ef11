// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/train/moving_average.h"

#include <c10/core/GradMode.h>

#include <algorithm>
#include <utility>

namespace regnet {

double movingAverageShare(const Recipe& recipe, std::int64_t epoch)
{
    if (static_cast<double>(epoch) < recipe.warmupEpochs) return 1;
    const double adjusted = static_cast<double>(recipe.batchSize) / static_cast<double>(recipe.epochs) *
                            static_cast<double>(recipe.emaPeriod);
    return std::min(1.0, recipe.emaAlpha * adjusted);
}

MovingAverage::MovingAverage(std::shared_ptr<AnyNet> average, AnyNet& net, const Recipe& recipe)
    : m_average(std::move(average)), m_recipe(recipe)
{
    const c10::AutoGradMode noGradients(false);
    for (at::Tensor& parameter : m_average->parameters()) {
        parameter.set_requires_grad(false);
        if (parameter.dim() == 4) parameter.set_data(parameter.contiguous(at::MemoryFormat::ChannelsLast));
    }
    mix(net, 1);
}

void MovingAverage::mix(AnyNet& net, double share)
{
    const c10::AutoGradMode noGradients(false);
    const auto blend = [&](const std::vector<at::Tensor>& averages, const std::vector<at::Tensor>& newest) {
        for (std::size_t i = 0; i < averages.size(); ++i) {
            if (share == 1)
                averages[i].copy_(newest[i]);
            else // a count becomes a fraction here, and copy_ truncates it, as in pycls
                averages[i].copy_(averages[i] * (1.0 - share) + newest[i] * share);
        }
    };
    blend(m_average->parameters(), net.parameters());
    blend(m_average->buffers(), net.buffers());
}

void MovingAverage::update(AnyNet& net, std::int64_t epoch, std::int64_t batch)
{
    if (batch % m_recipe.emaPeriod == 0) mix(net, movingAverageShare(m_recipe, epoch));
}

} // namespace regnet
