// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/figure.h"

#include "app/cli/command.h"
#include "core/problem.h"
#include "core/system/places.h"
#include "core/system/process.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>

namespace regnet::cli {
namespace {

constexpr int exitBadInput = 2;

std::filesystem::path windowProgram()
{
    return programFolder() / "regnet-explorer";
}

/// The sentence of the other program without its name in front.
std::string sentenceIn(std::string output)
{
    constexpr std::string_view prefix = "regnet-explorer: ";
    while (!output.empty() && (output.back() == '\n' || output.back() == ' '))
        output.pop_back();
    const std::size_t begin = output.rfind(prefix);
    return begin == std::string::npos ? output : output.substr(begin + prefix.size());
}

struct FigureOptions
{
    std::vector<std::string> outputs;
};

void run(const FigureOptions& options, const std::vector<std::string>& arguments)
{
    if (arguments.empty()) throwBadInput("figure", "has no name", "edf");
    if (options.outputs.empty())
        throwBadInput("--out", "is missing", "a file that ends in .pdf, .svg, .png or .csv");
    for (const std::string& file : options.outputs)
        checkFigureFile(file);
    for (const std::string& file : options.outputs)
        drawFigure(arguments, file);
}

} // namespace

bool canDrawFigures()
{
    std::error_code failure;
    return std::filesystem::exists(windowProgram(), failure);
}

void checkFigureFile(const std::filesystem::path& file)
{
    constexpr std::array formats{".pdf", ".svg", ".png", ".csv"};
    if (std::ranges::find(formats, file.extension().string()) == formats.end())
        throwBadInput("--out", "is \"" + file.string() + "\"",
                      "a file that ends in .pdf, .svg, .png or .csv");
    std::error_code failure;
    const std::filesystem::path folder = file.parent_path();
    if (!folder.empty() && !std::filesystem::is_directory(folder, failure))
        throwBadInput("--out", "lies in the folder " + folder.string() + ", which does not exist");
}

void drawFigure(const std::vector<std::string>& arguments, const std::filesystem::path& output)
{
    if (!canDrawFigures())
        throwFailed("figure",
                    "needs the window program " + windowProgram().string() + ", which was not built",
                    "a build with REGNET_BUILD_GUI=ON");
    std::vector<std::string> all{"--figure"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    all.insert(all.end(), {"--out", output.string()});
    const ProgramAnswer answer =
        askProgram(windowProgram(), all, std::chrono::minutes(5), {"QT_QPA_PLATFORM=offscreen"});
    if (!answer.isStarted) throwFailed(windowProgram().string(), "cannot be started");
    if (answer.isTimedOut) throwFailed("figure", "was not drawn within 5 minutes");
    if (answer.exitCode == 0) return;
    const std::string sentence = sentenceIn(answer.output);
    if (answer.exitCode == exitBadInput) throwBadInput("figure", sentence);
    throwFailed("figure", sentence.empty()
                              ? fmt::format("the window program ended with code {}", answer.exitCode)
                              : sentence);
}

void addFigureCommand(CLI::App& app)
{
    const auto options = std::make_shared<FigureOptions>();
    CLI::App* command = app.add_subcommand(
        "figure",
        "Draw a figure: regnet figure edf SOURCE... --out FILE.pdf [--title T --no-bands --dark ...]");
    command->add_option("--out", options->outputs, "FILE.pdf, .svg, .png or .csv; may be given several times")
        ->allow_extra_args(false);
    command->allow_extras();
    command->callback([options, command] { run(*options, command->remaining()); });
}

} // namespace regnet::cli
