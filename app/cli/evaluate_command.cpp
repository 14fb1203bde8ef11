// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/cli/exchange.h"
#include "app/cli/tell.h"
#include "app/cli/weight_options.h"
#include "core/data/data_sets.h"
#include "core/network/network_json.h"
#include "core/problem.h"
#include "core/queue/worker_question.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace regnet::cli {
namespace {

struct Options
{
    std::string file, dataSet = "procedural", device = "cpu";
    std::uint64_t dataSeed = 1;
    std::int64_t images = 0, threads = 1;
    WeightOptions weights;
    bool asJson = false;
};

void run(const Options& options)
{
    const WeightSource source = weightSource(options.weights);
    const Weights weights = openWeights(options.file, source);
    DataSetSpec dataSet = dataSetFromText(options.dataSet);
    dataSet.seed = options.dataSeed;
    dataSet.resolution = weights.network.spec.resolution;
    dataSet.classes = weights.network.spec.head.classes;
    WorkerQuestion question{"evaluate",
                            {{"network", toJson(weights.network.spec)},
                             {"data_set", toJson(resolved(dataSet))},
                             {"weights", std::filesystem::absolute(options.file).string()},
                             {"state", weights.key},
                             {"device", options.device},
                             {"images", options.images}},
                            {},
                            options.threads};
    const nlohmann::json answer = askWorker(question);
    if (options.asJson) {
        fmt::print("{}\n", answer.dump(2));
        return;
    }
    tell("{}{}: error {:.2f} % on {} test images of {}, loss {:.4f}\n", options.file,
         weights.key.empty() ? "" : " (" + weights.key + ")", answer.at("error").get<double>(),
         answer.at("images").get<std::int64_t>(), answer.at("data_set").get<std::string>(),
         answer.at("loss").get<double>());
    for (const std::string& assumed : weights.network.assumed)
        if (!weights.hasConfig) tell(stderr, "note: assumed that {}\n", assumed);
}

} // namespace

void addEvaluateCommand(Command app)
{
    const auto options = std::make_shared<Options>();
    const Command command = app.subcommand("evaluate", "Ask weights about the test images of a data set");
    command
        .option("FILE", options->file,
                "A checkpoint of ours or of pycls, or a state dict of pycls, torchvision or timm")
        .required();
    command
        .option("--dataset", options->dataSet,
                "procedural, cifar10, cifar100 (a folder may follow after a colon), folder:PATH")
        .showDefault();
    command.option("--data-seed", options->dataSeed, "Seed of a procedural data set").showDefault();
    command.option("--images", options->images, "Only so many; 0 = all")
        .range(std::int64_t{0}, std::int64_t{100'000'000});
    command.option("--device", options->device, "cpu, or cuda:0 and so on").showDefault();
    command.option("--threads", options->threads, "Threads of LibTorch").range(1, 1024);
    addWeightOptions(command, options->weights);
    command.flag("--json", options->asJson, "Print one JSON object");
    command.callback([options] { run(*options); });
}

} // namespace regnet::cli
