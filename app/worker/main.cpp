// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/evaluate.h"
#include "app/worker/job_runner.h"
#include "app/worker/measure.h"

#include "core/format/weights.h"
#include "core/problem.h"
#include "core/text/printable.h"
#include "core/text/standard_output.h"
#include "core/text/version.h"
#include "gpu/measure/torch_info.h"
#include "gpu/out_of_memory.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <span>
#include <string>
#include <string_view>

namespace regnet::worker {
namespace {

constexpr std::string_view usage =
    "Usage: regnet-worker JOBFOLDER [--threads N]\n"
    "       regnet-worker --measure NETWORK.json [--batch N] [--device D] [--threads N]\n"
    "       regnet-worker --export CHECKPOINT --to FILE\n"
    "       regnet-worker --evaluate REQUEST.json [--threads N]\n"
    "       regnet-worker --info\n"
    "\n"
    "Trains the network of JOBFOLDER/job.json, writes attempt-<k>/events.jsonl, and keeps a checkpoint from "
    "which\n"
    "it goes on when it is started again. SIGTERM, SIGINT and SIGUSR1 stop it at the next batch.\n"
    "\n"
    "  --threads N   threads of LibTorch, 1 by default: leave the other cores to other workers\n"
    "  --measure     prints run time and memory of a network as a line of JSON\n"
    "  --batch N     images a batch when measuring, 64 by default\n"
    "  --seconds S   longest time that each direction is measured, 10 by default\n"
    "  --device D    cpu or cuda:0 and so on, cpu by default; a job says its own\n"
    "  --export      writes the weights of a checkpoint for Python's torch.load(weights_only=True)\n"
    "  --evaluate    prints loss and errors of weights on test images as a line of JSON; regnet evaluate "
    "asks so\n"
    "  --info        prints LibTorch's version and devices as JSON\n"
    "  --version     prints the version\n"
    "\n"
    "Exit codes: 0 done, 64 bad job, 65 diverged, 66 out of memory, 75 stopped with a checkpoint, 77 data "
    "missing,\n"
    "74 the folder cannot be written (disk full; the last checkpoint stands), 1 anything else.\n";

struct Arguments
{
    std::string jobFolder;
    std::string measured, exported, target, evaluated; ///< files
    SpeedSettings speed;
    std::int64_t threads = 1;
    bool wantsInfo = false, wantsHelp = false, wantsVersion = false;
};

std::int64_t countFrom(const char* option, std::string_view text, std::int64_t most)
{
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || end != text.data() + text.size() || count < 1 || count > most)
        throwBadInput(option, "is \"" + std::string(text) + "\"",
                      "a whole number from 1 to " + std::to_string(most));
    return count;
}

Arguments parse(std::span<char*> words)
{
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        const auto value = [&] {
            if (i + 1 == words.size()) throwBadInput(std::string(word), "has no value");
            return std::string_view(words[++i]);
        };
        if (word == "--threads")
            arguments.threads = countFrom("--threads", value(), 1024);
        else if (word == "--measure")
            arguments.measured = value();
        else if (word == "--batch")
            arguments.speed.batch = countFrom("--batch", value(), 65'536);
        else if (word == "--seconds")
            arguments.speed.secondsAtMost = static_cast<double>(countFrom("--seconds", value(), 3600));
        else if (word == "--device")
            arguments.speed.device = value();
        else if (word == "--export")
            arguments.exported = value();
        else if (word == "--evaluate")
            arguments.evaluated = value();
        else if (word == "--to")
            arguments.target = value();
        else if (word == "--info")
            arguments.wantsInfo = true;
        else if (word == "--help" || word == "-h")
            arguments.wantsHelp = true;
        else if (word == "--version")
            arguments.wantsVersion = true;
        else if (word.starts_with("-"))
            throwBadInput(std::string(word), "is not an option", "one that --help lists");
        else if (arguments.jobFolder.empty())
            arguments.jobFolder = word;
        else
            throwBadInput(std::string(word), "is a second job folder", "one");
    }
    return arguments;
}

nlohmann::json info()
{
    const TorchInfo torch = torchInfo();
    return {{"version", version()},
            {"revision", revision()},
            {"torch", torch.version},
            {"devices", torch.devices}};
}

SpeedSettings speedSettings(const Arguments& arguments)
{
    SpeedSettings settings = arguments.speed;
    settings.threads = arguments.threads;
    return settings;
}

void exportTo(const Arguments& arguments)
{
    if (arguments.target.empty()) throwBadInput("--export", "was given no --to", "the file to write");
    exportWeights(arguments.exported, arguments.target);
}

void print(std::string_view text)
{
    std::cout << text;
    finishStandardOutput();
}

int run(const Arguments& arguments)
{
    if (arguments.wantsHelp)
        print(usage);
    else if (arguments.wantsVersion)
        print("regnet-worker " + std::string(version()) + "\n");
    else if (arguments.wantsInfo)
        print(info().dump() + "\n");
    else if (!arguments.measured.empty())
        return measureFile(arguments.measured, speedSettings(arguments));
    else if (!arguments.evaluated.empty())
        return evaluateFile(arguments.evaluated, arguments.threads);
    else if (!arguments.exported.empty())
        exportTo(arguments);
    else if (!arguments.jobFolder.empty())
        return runJob(arguments.jobFolder, arguments.threads);
    else
        throwBadInput("regnet-worker", "was given no job folder", "one; --help tells more");
    return 0;
}

/// Networks of a population differ in every shape; oneDNN would keep a kernel for each. Before the first
/// conv.
void limitKernelCache()
{
    setenv("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "256", /*overwrite=*/0);
}

} // namespace
} // namespace regnet::worker

int main(int argc, char** argv)
{
    using namespace regnet::worker;
    limitKernelCache();
    try {
        return run(parse({argv + 1, static_cast<std::size_t>(argc - 1)}));
    } catch (const regnet::Error& error) {
        std::cerr << "regnet-worker: " << regnet::printable(error.what()) << '\n';
        return error.problem().kind == regnet::ProblemKind::BadInput
                   ? static_cast<int>(regnet::WorkerExit::BadJob)
                   : 1;
    } catch (const std::exception& error) {
        const bool isMemory = regnet::isOutOfMemory(error);
        std::cerr << "regnet-worker: "
                  << (isMemory ? "the memory is not enough" : regnet::printableLines(error.what())) << '\n';
        return isMemory ? static_cast<int>(regnet::WorkerExit::OutOfMemory) : 1;
    }
}
