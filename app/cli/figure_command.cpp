// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/cli/figure.h"

#include "app/cli/command.h"
#include "core/problem.h"
#include "core/system/places.h"
#include "core/system/process.h"
#include "core/text/printable.h"

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

constexpr const char* formats = "a file that ends in .pdf, .svg, .png, .tex or .csv";

struct FigureOptions
{
    std::vector<std::string> outputs;
    std::vector<std::string> verified;
};

/// What the window program said and how it ended. Throws Error where it could not run.
ProgramAnswer askWindow(const std::vector<std::string>& arguments)
{
    if (!canDrawFigures())
        throwFailed("figure",
                    "needs the window program " + windowProgram().string() + ", which was not built",
                    "a build with REGNET_BUILD_GUI=ON, or the Debian package regnet-explorer");
    std::vector<std::string> all{"--figure"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    ProgramAnswer answer =
        askProgram(windowProgram(), all, std::chrono::minutes(5), {"QT_QPA_PLATFORM=offscreen"});
    if (!answer.isStarted) throwFailed(windowProgram().string(), "cannot be started");
    if (answer.isTimedOut) throwFailed("figure", "was not drawn within 5 minutes");
    return answer;
}

[[noreturn]] void throwAnswer(const ProgramAnswer& answer)
{
    const std::string sentence = sentenceIn(answer.output);
    if (answer.exitCode == exitBadInput) throwBadInput("figure", sentence);
    throwFailed("figure", sentence.empty()
                              ? fmt::format("the window program ended with code {}", answer.exitCode)
                              : sentence);
}

/// Each file for itself; what differs is told, and then the command has failed.
void verify(const std::vector<std::string>& files)
{
    std::error_code failure;
    for (const std::string& file : files)
        if (!std::filesystem::exists(file, failure))
            throwBadInput("--verify", "names " + file + ", which does not exist",
                          "a figure that this program exported");
    std::size_t different = 0;
    for (const std::string& file : files) {
        const ProgramAnswer answer = askWindow({"--verify", file});
        if (answer.exitCode != 0 && (answer.exitCode != 1 || answer.output.starts_with("regnet-explorer:")))
            throwAnswer(answer);
        fmt::print("{}", printableLines(answer.output));
        different += answer.exitCode == 0 ? 0 : 1;
    }
    if (different > 0)
        throwFailed("figure --verify",
                    fmt::format("{} of {} figures are not the same", different, files.size()));
}

void run(const FigureOptions& options, const std::vector<std::string>& arguments)
{
    if (!options.verified.empty()) return verify(options.verified);
    if (arguments.empty()) throwBadInput("figure", "has no name", "edf");
    if (options.outputs.empty()) throwBadInput("--out", "is missing", formats);
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
    constexpr std::array endings{".pdf", ".svg", ".png", ".tex", ".csv"};
    if (std::ranges::find(endings, file.extension().string()) == endings.end())
        throwBadInput("--out", "is \"" + file.string() + "\"", formats);
    std::error_code failure;
    const std::filesystem::path folder = file.parent_path();
    if (!folder.empty() && !std::filesystem::is_directory(folder, failure))
        throwBadInput("--out", "lies in the folder " + folder.string() + ", which does not exist");
}

void drawFigure(const std::vector<std::string>& arguments, const std::filesystem::path& output)
{
    std::vector<std::string> all = arguments;
    all.insert(all.end(), {"--out", output.string()});
    const ProgramAnswer answer = askWindow(all);
    if (answer.exitCode != 0) throwAnswer(answer);
}

void addFigureCommand(Command app)
{
    const auto options = std::make_shared<FigureOptions>();
    const Command command = app.subcommand(
        "figure",
        "Draw a figure: regnet figure edf SOURCE... --out FILE.pdf [--title T --no-bands --dark ...]; or "
        "--verify one");
    command
        .option("--out", options->outputs, "FILE.pdf, .svg, .png, .tex or .csv; may be given several times")
        .oneValueEach();
    command.option("--verify", options->verified,
                   "make these figures again from their provenance, and say whether they are the same");
    command.allowExtras();
    command.footer([] {
        if (!canDrawFigures()) return std::string();
        const ProgramAnswer answer = askWindow({"--help"});
        return answer.exitCode == 0 ? answer.output : std::string(); // a library that is missing is no help
    });
    command.callback([options, command] { run(*options, command.remaining()); });
}

} // namespace regnet::cli
