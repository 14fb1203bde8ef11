// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/train/learner.h"

#include "core/study/schedule.h"

#include <ATen/ops/from_blob.h>
#include <c10/core/GradMode.h>
#include <cstring>
#include <fstream>
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

TEST_F(PyclsTraining, EightStepsGiveTheSameLossesAndWeights)
{
    Learner learner(initialNet(), m_recipe, /*isChannelsLast=*/true);
    const at::Tensor inputs = stored("inputs"), labels = stored("labels").to(at::kLong);
    for (const nlohmann::json& line : m_json.at("log")) {
        const std::int64_t batch = line.at("iter");
        const double rate = learningRate(m_recipe, line.at("epoch"));
        EXPECT_EQ(rate, line.at("lr").get<double>());
        const BatchScore score = learner.learn(inputs[batch], labels[batch], rate);
        EXPECT_NEAR(score.loss.item<double>(), line.at("loss").get<double>(), 1e-10);
        EXPECT_NEAR(100 * (1 - score.correct.item<double>() / 8), line.at("top1_err").get<double>(), 1e-9);
    }
    int compared = 0;
    for (const auto& item : learner.net().named_parameters()) {
        EXPECT_LT(largestDifference(item.value(), stored("after8/" + item.key())), 1e-10) << item.key();
        ++compared;
    }
    for (const auto& item : learner.net().named_buffers()) {
        EXPECT_LT(largestDifference(item.value(), stored("after8/" + item.key())), 1e-10) << item.key();
        ++compared;
    }
    EXPECT_GT(compared, 100);
}

} // namespace
} // namespace regnet
