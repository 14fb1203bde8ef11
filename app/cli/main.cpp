// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/application.h"
#include "core/problem.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <string>

namespace {

constexpr int exitFailed = 1;
constexpr int exitBadInput = 2;

/// One sentence: CLI11 says what is wrong, the command's help what would be right.
void tell(const CLI::ParseError& error, const CLI::App& app)
{
    std::string command = "regnet";
    for (const CLI::App* level = &app; !level->get_subcommands().empty();) {
        level = level->get_subcommands().front();
        command += " " + level->get_name();
    }
    std::string what = error.what();
    while (what.ends_with('\n') || what.ends_with('.'))
        what.pop_back();
    std::fprintf(stderr, "regnet: %s; see %s --help\n", what.c_str(), command.c_str());
}

int run(int argc, char** argv)
{
    CLI::App app;
    regnet::cli::describe(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error); // help and version
        tell(error, app);
        return exitBadInput;
    }
    if (app.get_subcommands().empty()) {
        std::fprintf(stderr, "regnet: no command is given\n\n%s", app.help().c_str());
        return exitBadInput;
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const regnet::Error& error) {
        std::fprintf(stderr, "regnet: %s\n", error.what());
        return error.problem().kind == regnet::ProblemKind::BadInput ? exitBadInput : exitFailed;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "regnet: %s\n", error.what());
        return exitFailed;
    }
}
