// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/train/judgement.h"

#include "gpu/train/learner.h"

#include <cmath>

namespace regnet {

constexpr std::int64_t testBatchSize = 250;

bool Judgement::isFinite() const
{
    return std::isfinite(loss);
}

double errorOf(std::int64_t correct, std::int64_t images)
{
    return 100 * (1 - static_cast<double>(correct) / static_cast<double>(images));
}

Judgement judged(AnyNet& net, const BatchSource& source, Unseen part)
{
    double lossSum = 0;
    std::int64_t correct = 0, correctTop5 = 0;
    const std::int64_t all = source.count(part);
    for (std::int64_t start = 0; start < all; start += testBatchSize) {
        const BatchSource::Batch batch = source.unseenBatch(part, start, testBatchSize);
        const BatchScore score = testBatch(net, batch.images, batch.labels);
        lossSum += score.loss.item<double>() * static_cast<double>(batch.images.size(0));
        correct += score.correct.item<std::int64_t>();
        correctTop5 += score.correctTop5.item<std::int64_t>();
    }
    return {lossSum / static_cast<double>(all), errorOf(correct, all), errorOf(correctTop5, all)};
}

} // namespace regnet
