// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/pycls_random.h"

#include "core/space/built_in_spaces.h"
#include "core/space/sampler.h"
#include "tests/core/network/reference.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>

namespace regnet {
namespace {

Distribution distributionOf(const nlohmann::json& row)
{
    static const std::map<std::string, DistributionKind> kinds{
        {"uniform", DistributionKind::Uniform},
        {"log_uniform", DistributionKind::LogUniform},
        {"power2_uniform", DistributionKind::Power2},
        {"power2_or_log_uniform", DistributionKind::Power2OrLogUniform},
        {"normal", DistributionKind::Normal},
        {"log_normal", DistributionKind::LogNormal}};
    return {kinds.at(row.at("rand_type")), row.at("low"), row.at("high"), row.at("q"), {}};
}

TEST(PyclsRandom, EveryStreamOfThePeerToTheLastBit)
{
    const auto& sequences = pyclsReference("random").at("sequences");
    ASSERT_EQ(sequences.size(), 14u);
    for (const auto& row : sequences) {
        PyclsRandom random(row.at("seed").get<std::uint32_t>());
        const Distribution distribution = distributionOf(row);
        int wrong = 0;
        for (const double expected : row.at("values"))
            wrong += random.draw(distribution) == expected ? 0 : 1;
        EXPECT_EQ(wrong, 0) << row.at("rand_type") << " " << row.at("low") << " to " << row.at("high");
    }
}

TEST(PyclsRandom, TheFirstParametersOfTheSweepForCifar)
{
    const Sampler sampler(builtInSpace("cifar_regnet"));
    PyclsRandom random(1);
    const auto draft = std::make_unique<Draft>();
    for (const auto& row : pyclsReference("sampler").at("first_200_raw_samples").at("rows")) {
        sampler.propose(random, *draft);
        const auto& [line, ratio, group, stride] = draft->regnet;
        EXPECT_EQ(nlohmann::json({line.depth, line.w0, line.wa, line.wm, group, 1 / ratio}), row);
    }
}

TEST(PyclsRandom, TwentyThousandCandidatesAreJudgedAlike)
{
    const auto& reference = pyclsReference("sampler");
    const Sampler sampler(builtInSpace("cifar_regnet"));
    PyclsRandom random(1);
    const auto draft = std::make_unique<Draft>();
    int stages = 0;
    int complexity = 0;
    std::map<std::string, int> violations;
    std::vector<int> accepted;
    std::vector<Cost> costs;
    for (int i = 0; i < 20'000; ++i) {
        sampler.propose(random, *draft);
        const auto rejection = sampler.judge(*draft);
        if (rejection == Rejection::SkippedLevel || rejection == Rejection::StageCount) {
            ++stages;
            continue;
        }
        const Cost& cost = draft->realised.cost;
        violations["flops"] += cost.flops < 120'000'000 || cost.flops > 130'000'000 ? 1 : 0;
        violations["params"] += cost.params > 2'000'000 ? 1 : 0;
        violations["acts"] += cost.activations > 1'000'000 ? 1 : 0;
        if (rejection) {
            ++complexity;
        } else {
            accepted.push_back(i);
            costs.push_back(cost);
        }
    }
    EXPECT_EQ(stages, reference.at("rejections").at("regnet_stages"));
    EXPECT_EQ(complexity, reference.at("rejections").at("complexity"));
    EXPECT_EQ(nlohmann::json(violations), reference.at("of_stage_passed_violating"));
    ASSERT_EQ(accepted.size(), 58u); // 0.29 %
    std::size_t known = 0;
    for (const auto& example : reference.at("accepted_examples")) {
        EXPECT_EQ(accepted.at(known), example.at("index"));
        EXPECT_EQ(costs.at(known), (Cost{example.at("flops"), example.at("params"), example.at("acts")}));
        ++known;
    }
    EXPECT_EQ(known, 50u);
}

TEST(PyclsRandom, APopulationOfPyclssDraws)
{
    const Sample drawn = sample(builtInSpace("cifar_regnet"),
                                {.n = 58, .seed = 1, .isDistinct = false, .generator = Generator::Pycls});
    ASSERT_EQ(drawn.networks.size(), 58u);
    EXPECT_LE(drawn.candidates, 20'000);
    std::size_t i = 0;
    for (const auto& example : pyclsReference("sampler").at("accepted_examples")) {
        std::vector<std::int64_t> widths;
        for (const Stage& stage : drawn.networks[i].network.stages)
            widths.push_back(stage.width);
        EXPECT_EQ(nlohmann::json(widths), example.at("widths"));
        EXPECT_EQ(drawn.networks[i++].cost.flops, example.at("flops"));
    }
}

// How many candidates pycls's sweep_setup drew with two processes until it had so many networks. A round is
// 10,000; what it had kept after each one is what the numbers beside the round's end ask for.
TEST(PyclsRandom, AWholeSweepTakesAsManyRoundsAsPyclss)
{
    const DesignSpace space = builtInSpace("cifar_regnet");
    const auto candidates = [&](std::int64_t n) {
        const Sample drawn =
            sample(space, {.n = n, .seed = 0, .generator = Generator::Pycls, .pyclsProcesses = 2});
        EXPECT_EQ(static_cast<std::int64_t>(drawn.networks.size()), n);
        return drawn.candidates;
    };
    int rounds = 0;
    for (const auto& series : pyclsReference("sampler").at("setup_timing").at("first_series")) {
        if (series.at("num_configs") != 500) continue;
        // The last entry is the choice of 500 of the 507.
        for (std::size_t i = 0; i + 1 < series.at("rounds").size(); ++i) {
            const auto& round = series.at("rounds")[i];
            const std::int64_t kept = round[1];
            EXPECT_EQ(candidates(kept), round[0]);
            EXPECT_EQ(candidates(kept + 1), round[0].get<std::int64_t>() + 10'000);
            ++rounds;
        }
    }
    EXPECT_EQ(rounds, 21);
}

TEST(PyclsRandom, RulesThatPyclsDoesNotKnowAreRefused)
{
    const auto problem = [](const char* space, std::uint64_t seed) -> std::string {
        try {
            sample(builtInSpace(space), {.n = 1, .seed = seed, .generator = Generator::Pycls});
        } catch (const Error& error) {
            return error.what();
        }
        return "";
    };
    EXPECT_EQ(
        problem("AnyNetX_B", 1),
        "anynet.shared_bottleneck_ratio: is a rule that pycls's sampler does not know; expected a space "
        "of independent parameters, or the generator philox");
    EXPECT_EQ(problem("cifar_regnet", std::uint64_t{1} << 32),
              "seed: is 4294967296; expected below 2^32, as NumPy's generator asks");
}

TEST(PyclsRandom, ChoosingIsAShuffle)
{
    PyclsRandom random(1);
    const auto all = random.choose(10, 10);
    EXPECT_EQ(all, (std::vector<std::uint32_t>{2, 9, 6, 4, 0, 3, 1, 7, 8, 5})); // numpy.random.seed(1)
    PyclsRandom again(1);
    EXPECT_EQ(again.choose(10, 3), (std::vector<std::uint32_t>{2, 9, 6}));
}

} // namespace
} // namespace regnet
