// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/schedule.h"
#include "gpu/data/device_images.h"
#include "gpu/train/learner.h"
#include "gpu/train/moving_average.h"
#include "gpu/train/precise_norm.h"

#include <ATen/ops/from_blob.h>
#include <c10/core/GradMode.h>
#include <cstring>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace regnet {
namespace {

/// A training that pycls itself did in double precision (tests/data/pycls/README.md).
class PyclsTraining : public testing::Test
{
protected:
    PyclsTraining()
    {
        std::ifstream text(REGNET_TEST_DATA "/pycls/tiny_train.json");
        m_json = nlohmann::json::parse(text);
        std::ifstream file(REGNET_TEST_DATA "/pycls/tiny_train.bin", std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(file)), {});
        m_values.resize(bytes.size() / sizeof(double));
        std::memcpy(m_values.data(), bytes.data(), bytes.size());
        m_spec.stem = {StemType::ResStemCifar, 8};
        m_spec.regnet = RegnetParameters{.line = {.depth = 5, .w0 = 8, .wa = 8, .wm = 2},
                                         .bottleneckRatio = 1,
                                         .groupWidth = 4,
                                         .stride = 2};
        m_spec.seRatio = 0.25;
        m_spec.head.classes = 10;
        m_spec.resolution = 32;
        m_recipe.epochs = 4;
        m_recipe.baseLearningRate = 0.1;
        m_recipe.weightDecay = 5e-4;
        m_recipe.batchNormWeightDecay = 0;
        m_recipe.warmupEpochs = 1;
        m_recipe.warmupFactor = 0.1;
        m_recipe.labelSmoothing = 0.1;
        m_recipe.batchSize = 8;
        m_recipe.emaAlpha = 2.5e-4;
        m_recipe.emaPeriod = 2;
    }

    at::Tensor stored(const std::string& name)
    {
        const nlohmann::json& entry = m_json.at("index").at(name);
        const auto start = entry.at("offset").get<std::size_t>() / sizeof(double);
        const std::vector<std::int64_t> shape = entry.at("shape");
        return at::from_blob(m_values.data() + start, shape, at::TensorOptions(at::kDouble)).clone();
    }

    std::shared_ptr<AnyNet> initialNet()
    {
        const c10::AutoGradMode noGradients(false);
        auto net = buildAnyNet(realise(m_spec));
        net->to(at::kDouble);
        for (auto& item : net->named_buffers()) // C++'s to() takes the counts along, Python's does not
            if (item.key().ends_with("num_batches_tracked"))
                item.value().set_data(item.value().to(at::kLong));
        for (auto& item : net->named_parameters())
            item.value().copy_(stored("init/" + item.key()));
        for (auto& item : net->named_buffers())
            item.value().copy_(stored("init/" + item.key()));
        return net;
    }

    nlohmann::json m_json;
    std::vector<double> m_values;
    NetworkSpec m_spec;
    Recipe m_recipe;
};

double largestDifference(const at::Tensor& a, const at::Tensor& b)
{
    return (a.detach().to(at::kDouble) - b).abs().max().item<double>();
}

TEST_F(PyclsTraining, CountsAndFirstScoresAgree)
{
    const auto net = initialNet();
    EXPECT_EQ(countRunning(*net, 32), (Cost{667'450, 14'082, 36'506}));
    const c10::AutoGradMode noGradients(false);
    net->eval();
    EXPECT_LT(largestDifference(net->forward(stored("inputs")[0]), stored("eval_logits_init")), 1e-10);
}

void expectState(AnyNet& net, const std::function<at::Tensor(const std::string&)>& expected)
{
    int compared = 0;
    for (const auto& item : net.named_parameters()) {
        EXPECT_LT(largestDifference(item.value(), expected(item.key())), 1e-10) << item.key();
        ++compared;
    }
    for (const auto& item : net.named_buffers()) {
        EXPECT_LT(largestDifference(item.value(), expected(item.key())), 1e-10) << item.key();
        ++compared;
    }
    EXPECT_EQ(compared, 136);
}

TEST_F(PyclsTraining, EightStepsGiveTheSameLossesWeightsAverageAndStatistics)
{
    Learner learner(initialNet(), m_recipe, /*isChannelsLast=*/true);
    MovingAverage average(initialNet(), learner.net(), m_recipe);
    const at::Tensor inputs = stored("inputs"), labels = stored("labels").to(at::kLong);
    for (const nlohmann::json& line : m_json.at("log")) {
        const std::int64_t epoch = line.at("epoch"), batch = line.at("iter");
        const double rate = learningRate(m_recipe, epoch);
        EXPECT_EQ(rate, line.at("lr").get<double>());
        const at::Tensor targets =
            smoothedTargets(labels[batch], 10, m_recipe.labelSmoothing, inputs.options());
        const BatchScore score = learner.learn(inputs[batch], targets, rate);
        average.update(learner.net(), epoch, batch);
        EXPECT_NEAR(score.loss.item<double>(), line.at("loss").get<double>(), 1e-10);
        EXPECT_NEAR(100 * (1 - score.correct.item<double>() / 8), line.at("top1_err").get<double>(), 1e-9);
        EXPECT_NEAR(100 * (1 - score.correctTop5.item<double>() / 8), line.at("top5_err").get<double>(),
                    1e-9);
    }
    expectState(learner.net(), [&](const std::string& name) { return stored("after8/" + name); });
    expectState(average.net(), [&](const std::string& name) { return stored("ema8/" + name); });

    // 16 images are two batches.
    setPreciseStatistics(learner.net(), 2, [&](std::int64_t batch) { return inputs[batch]; });
    expectState(learner.net(), [&](const std::string& name) { return stored("precise_bn/" + name); });
    setPreciseStatistics(average.net(), 2, [&](std::int64_t batch) { return inputs[batch]; });
    const c10::AutoGradMode noGradients(false);
    learner.net().eval();
    average.net().eval();
    EXPECT_LT(largestDifference(learner.net().forward(inputs[0]), stored("eval_logits_final")), 1e-10);
    EXPECT_LT(largestDifference(average.net().forward(inputs[0]), stored("ema_eval_logits_final")), 1e-10);
}

} // namespace
} // namespace regnet
