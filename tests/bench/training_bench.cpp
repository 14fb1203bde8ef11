// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Our arm of training_peer.py:
//
//     training_bench NETWORK.json BATCH THREADS FOLDER [--plain]
//
// builds and initialises the network, writes its state and a batch into FOLDER for the peers (--plain reads
// nothing and writes nothing), and then serves lines of stdin: "steps N" trains N steps on that batch and
// prints the seconds that they took and the losses; "peak" prints the MB that the process grew by at most.
// --plain: without our own loops, and memory as the C library has it.

#include "core/network/network_json.h"
#include "core/system/whole_file.h"
#include "gpu/kernels/heap.h"
#include "gpu/kernels/own_loops.h"
#include "gpu/measure/memory_peak.h"
#include "gpu/train/learner.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <ATen/ops/one_hot.h>
#include <ATen/ops/randint.h>
#include <ATen/ops/randn.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

namespace regnet {
namespace {

void write(const std::filesystem::path& file, const at::Tensor& tensor)
{
    const at::Tensor dense = tensor.detach().contiguous();
    std::ofstream out(file, std::ios::binary);
    out.write(static_cast<const char*>(dense.data_ptr()), static_cast<std::streamsize>(dense.nbytes()));
}

struct Arm
{
    Learner learner;
    at::Tensor images, labels, targets;

    std::pair<double, std::vector<double>> train(int steps)
    {
        std::vector<double> losses;
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < steps; ++i)
            losses.push_back(learner.learn(images, targets, 0.01).loss.item<double>());
        return {std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), losses};
    }
};

Arm makeArm(const Network& network, std::int64_t batch)
{
    const auto net = buildAnyNet(network);
    initialise(*net, 1);
    Recipe recipe;
    recipe.weightDecay = recipe.batchNormWeightDecay = 5e-5;
    recipe.batchSize = batch;
    const at::Generator generator = at::detail::createCPUGenerator(2);
    const std::int64_t side = network.resolution, classes = network.head.classes;
    Arm arm{Learner(net, recipe, true),
            at::randn({batch, 3, side, side}, generator).contiguous(at::MemoryFormat::ChannelsLast),
            at::randint(0, classes, {batch}, generator, at::TensorOptions(at::kLong)),
            {}};
    arm.targets = at::one_hot(arm.labels, classes).to(at::kFloat);
    return arm;
}

void serve(const Network& network, std::int64_t batch, const std::filesystem::path& folder, bool isPlain)
{
    const MemoryPeak peak("cpu");
    Arm arm = makeArm(network, batch);
    if (!isPlain) {
        for (const auto& item : arm.learner.net().named_parameters())
            write(folder / item.key(), item.value());
        write(folder / "images", arm.images);
        write(folder / "labels", arm.labels);
    }
    std::printf("ready\n");
    std::fflush(stdout);
    int steps = 0;
    for (std::string word; std::cin >> word;) {
        if (word == "peak") {
            std::printf("%.1f\n", static_cast<double>(peak.bytes()) / 1e6);
        } else if (word == "steps" && std::cin >> steps) {
            const auto [seconds, losses] = arm.train(steps);
            std::printf("%.6f", seconds);
            for (const double loss : losses)
                std::printf(" %.7f", loss);
            std::printf("\n");
        }
        std::fflush(stdout);
    }
}

} // namespace
} // namespace regnet

int main(int count, char** words)
{
    try {
        if (count < 5) {
            std::fprintf(stderr, "training_bench NETWORK.json BATCH THREADS FOLDER [--plain]\n");
            return 2;
        }
        const bool isPlain = count > 5 && std::string_view(words[5]) == "--plain";
        regnet::setUsesOwnLoops(!isPlain);
        if (!isPlain) regnet::keepFreedMemory();
        at::set_num_threads(std::stoi(words[3]));
        const auto spec = regnet::networkFromJson(nlohmann::json::parse(regnet::readWhole(words[1])));
        regnet::serve(regnet::realise(spec), std::stoll(words[2]), words[4], isPlain);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "training_bench: %s\n", error.what());
        return 1;
    }
    return 0;
}
