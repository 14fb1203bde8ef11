// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/completion.h"
#include "app/manual/help_text.h"
#include "app/manual/man_page.h"
#include "core/problem.h"
#include "core/system/process.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace regnet::manual {
namespace {

namespace fs = std::filesystem;
using cli::CommandDescription;

constexpr const char* usage =
    "Usage: regnet-manual FOLDER [PROGRAM...]\n"
    "\n"
    "Writes man pages (man1) and completions (bash, zsh, fish) of regnet into FOLDER, and of each\n"
    "PROGRAM from what it says with --help. Used by the build; see app/manual/CMakeLists.txt.\n";

void write(const fs::path& path, const std::string& text)
{
    std::error_code failure;
    fs::create_directories(path.parent_path(), failure);
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (!file) throwFailed(path.string(), "cannot be written", "a folder that you can write to");
}

CommandDescription described(const fs::path& program)
{
    const ProgramAnswer answer = askProgram(program, {"--help"}, std::chrono::minutes(1),
                                            {"LC_ALL=C.UTF-8", "LANGUAGE=en", "QT_QPA_PLATFORM=offscreen"});
    if (!answer.isStarted) throwFailed(program.string(), "cannot be started");
    if (answer.exitCode != 0)
        throwFailed(program.string() + " --help",
                    fmt::format("ended with code {}: {}", answer.exitCode, answer.output));
    return readHelp(program.filename().string(), answer.output);
}

void writeManual(const fs::path& folder, const std::vector<CommandDescription>& programs)
{
    for (const CommandDescription& program : programs) {
        std::vector<std::string> others;
        for (const CommandDescription& other : programs)
            if (other.name != program.name) others.push_back(other.name);
        for (const auto& [name, page] : manPages(program, others))
            write(folder / "man1" / name, page);
        const CommandDescription all = withOptionsOfRemarks(program);
        write(folder / "bash" / program.name, bashCompletion(all));
        write(folder / "zsh" / ("_" + program.name), zshCompletion(all));
        write(folder / "fish" / (program.name + ".fish"), fishCompletion(all));
    }
}

int run(const std::vector<std::string>& arguments)
{
    if (!arguments.empty() && (arguments.front() == "--help" || arguments.front() == "-h")) {
        fmt::print("{}", usage);
        return 0;
    }
    if (arguments.empty()) throwBadInput("regnet-manual", "was given no folder", "one; --help tells more");
    std::vector<CommandDescription> programs{cli::describedCommandLine()};
    for (std::size_t i = 1; i < arguments.size(); ++i)
        programs.push_back(described(arguments[i]));
    writeManual(arguments.front(), programs);
    return 0;
}

} // namespace
} // namespace regnet::manual

int main(int argc, char** argv)
{
    try {
        return regnet::manual::run({argv + 1, argv + argc});
    } catch (const regnet::Error& error) {
        std::fprintf(stderr, "regnet-manual: %s\n", error.what());
        return error.problem().kind == regnet::ProblemKind::BadInput ? 2 : 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "regnet-manual: %s\n", error.what());
        return 1;
    }
}
