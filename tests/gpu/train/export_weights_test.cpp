// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/network_module.h"
#include "core/format/torch_file.h"
#include "core/format/weights.h"
#include "core/system/whole_file.h"

#include "gpu/train/tensors.h"
#include "tests/temporary_folder.h"

#include <c10/core/GradMode.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace regnet {
namespace {

namespace fs = std::filesystem;

/// Names, shapes and every value must agree, and nothing else may be there.
constexpr const char* script = R"(
import json, sys, torch
expected = json.load(open(sys.argv[1]))
found = torch.load(sys.argv[2], weights_only=True)
assert found["epoch"] == 7, found["epoch"]
for part in ("model_state", "ema_state"):
    assert set(found[part]) == set(expected[part]), set(found[part]) ^ set(expected[part])
    for name, (shape, values) in expected[part].items():
        tensor = found[part][name]
        assert list(tensor.shape) == shape, name
        assert tensor.double().flatten().tolist() == values, name
        assert tensor.dtype == (torch.int64 if name.endswith("num_batches_tracked") else torch.float32), name
)";

nlohmann::json valuesOf(AnyNet& net)
{
    nlohmann::json all;
    const auto add = [&](const std::string& name, const at::Tensor& tensor) {
        const at::Tensor flat = tensor.detach().to(at::kDouble).contiguous();
        const std::vector<double> values(flat.data_ptr<double>(), flat.data_ptr<double>() + flat.numel());
        all[name] = {tensor.sizes().vec(), values};
    };
    for (const auto& item : net.named_parameters())
        add(item.key(), item.value());
    for (const auto& item : net.named_buffers())
        add(item.key(), item.value());
    return all;
}

TEST(ExportWeights, PythonReadsThemSafelyUnderPyclsNames)
{
    const std::string python = REGNET_TEST_PYTHON;
    if (python.empty())
        GTEST_SKIP() << "NOT TESTED: no Python with torch is at hand to read the exported weights";
    const TemporaryFolder temporary;
    const fs::path& folder = temporary.path();
    NetworkSpec spec;
    spec.stem.width = 8;
    spec.stages = {{.width = 16, .depth = 2, .groupWidth = 8}};
    spec.seRatio = 0.25;
    const auto build = [&](std::uint64_t seed) {
        auto net = buildAnyNet(realise(spec));
        initialise(*net, seed);
        return net;
    };
    const Recipe recipe;
    Learner learner(build(1), recipe, /*isChannelsLast=*/true); // the file is in plain order all the same
    const auto other = build(2);
    MovingAverage average(build(3), *other, recipe);
    Checkpoint checkpoint;
    checkpoint.position.epoch = 7;
    checkpoint.tensors = storedTensors({learner, &average});
    writeCheckpoint(folder / "checkpoint", checkpoint);
    exportWeights(folder / "checkpoint", folder / "weights.pth");
    std::ofstream(folder / "expected.json")
        << nlohmann::json{{"model_state", valuesOf(learner.net())}, {"ema_state", valuesOf(average.net())}};
    std::ofstream(folder / "check.py") << script;
    const std::string line = "'" + python + "' '" + (folder / "check.py").string() + "' '" +
                             (folder / "expected.json").string() + "' '" + (folder / "weights.pth").string() +
                             "'";
    EXPECT_EQ(std::system(line.c_str()), 0);
}

/// The exported module with the exported weights, asked about the same images.
constexpr const char* forward = R"(
import sys, torch
names = {"__name__": "net"}
exec(open(sys.argv[1]).read(), names)
model = names["model"].eval()
model.load_state_dict(torch.load(sys.argv[2], weights_only=True), strict=True)
with torch.no_grad():
    scores = model(torch.load(sys.argv[3], weights_only=True)["images"])
torch.save({"scores": scores}, sys.argv[4])
)";

std::string_view viewOf(const at::Tensor& tensor)
{
    return {static_cast<const char*>(tensor.data_ptr()), tensor.nbytes()};
}

// C++ to Python and back: code, weights and images go out, the scores come in.
TEST(ExportWeights, PlainPyTorchGivesTheScoresOfTheRunningNetwork)
{
    const std::string python = REGNET_TEST_PYTHON;
    if (python.empty())
        GTEST_SKIP() << "NOT TESTED: no Python with torch is at hand to run the exported code";
    const TemporaryFolder temporary;
    const fs::path& folder = temporary.path();
    NetworkSpec spec;
    spec.stem.width = 8;
    spec.stages = {{.width = 16, .depth = 2, .groupWidth = 8}, {.width = 24, .depth = 1, .groupWidth = 8}};
    spec.seRatio = 0.25;
    spec.head.classes = 10;
    spec.resolution = 32;
    const auto net = buildAnyNet(realise(spec));
    initialise(*net, 1);
    const at::Tensor images = at::randn({4, 3, 32, 32});
    for (int i = 0; i < 3; ++i)
        net->forward(images); // statistics that are not the initial ones
    net->eval();
    const c10::AutoGradMode noGradients(false);
    const at::Tensor expected = net->forward(images).contiguous();

    StateToWrite state;
    std::vector<at::Tensor> kept;
    const auto add = [&](const std::string& key, const at::Tensor& tensor) {
        kept.push_back(tensor.detach().contiguous());
        const bool isCount = tensor.scalar_type() == at::kLong;
        state.tensors.push_back({key, isCount ? TensorType::Int64 : TensorType::Float32, tensor.sizes().vec(),
                                 viewOf(kept.back())});
    };
    for (const auto& item : net->named_parameters())
        add(item.key(), item.value());
    for (const auto& item : net->named_buffers())
        add(item.key(), item.value());
    writeWhole(folder / "weights.pth", torchFile(std::vector<StateToWrite>{state}));
    const StateToWrite input{"", {{"images", TensorType::Float32, {4, 3, 32, 32}, viewOf(images)}}};
    writeWhole(folder / "images.pth", torchFile(std::vector<StateToWrite>{input}));
    writeWhole(folder / "net.py", pytorchCode(spec));
    std::ofstream(folder / "forward.py") << forward;
    std::string line = "'" + python + "' '" + (folder / "forward.py").string() + "'";
    for (const char* file : {"net.py", "weights.pth", "images.pth", "scores.pth"})
        line += " '" + (folder / file).string() + "'";
    ASSERT_EQ(std::system(line.c_str()), 0);
    const TorchFile scores = readTorchFile(folder / "scores.pth");
    const std::vector<float> found = floatsOf(scores.states.at(0).tensors.at(0));
    ASSERT_EQ(found.size(), 40U);
    for (std::size_t i = 0; i < found.size(); ++i)
        EXPECT_NEAR(found[i], expected.data_ptr<float>()[i], 1e-5) << i;
}

} // namespace
} // namespace regnet
