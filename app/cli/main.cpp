// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/application.h"
#include "core/problem.h"
#include "core/text/printable.h"
#include "core/text/standard_output.h"

#include <CLI/CLI.hpp>

#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <system_error>

namespace {

constexpr int exitFailed = 1;
constexpr int exitBadInput = 2;

/// One sentence: CLI11 says what is wrong, the command's help what would be right.
void tellUse(const CLI::ParseError& error, const CLI::App& app)
{
    std::string command = "regnet";
    for (const CLI::App* level = &app; !level->get_subcommands().empty();) {
        level = level->get_subcommands().front();
        command += " " + level->get_name();
    }
    std::string what = error.what();
    while (what.ends_with('\n') || what.ends_with('.'))
        what.pop_back();
    std::fprintf(stderr, "regnet: %s; see %s --help\n", regnet::printable(what).c_str(), command.c_str());
}

/// The commands themselves. They print with fmt, which throws where a write fails, but names no place.
void parse(CLI::App& app, int argc, char** argv)
{
    try {
        app.parse(argc, argv);
    } catch (const std::system_error& error) {
        if (std::ferror(stdout) != 0) regnet::throwStandardOutputFailed(error.code().value());
        throw;
    }
}

/// CLI11 would take the next word: the store of "--store=$STORE --json" would be --json where STORE is not
/// set.
void requireValues(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--") return;
        if (word.starts_with("--") && word.find('=') == word.size() - 1)
            regnet::throwBadInput(word, "has no value behind its equals sign",
                                  word.substr(0, word.size() - 1) + " '' where it shall be empty");
    }
}

int run(int argc, char** argv)
{
    requireValues(argc, argv);
    CLI::App app;
    regnet::cli::describe(app);
    try {
        parse(app, argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error); // help and version
        tellUse(error, app);
        return exitBadInput;
    }
    if (app.get_subcommands().empty()) {
        std::fprintf(stderr, "regnet: no command is given\n\n%s", app.help().c_str());
        return exitBadInput;
    }
    return 0;
}

/// What a command has found may be of a file: a terminal must not obey it.
void tell(const std::exception& error)
{
    std::fprintf(stderr, "regnet: %s\n", regnet::printable(error.what()).c_str());
}

} // namespace

int main(int argc, char** argv)
{
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is then an error of write(), which is told
    try {
        const int exitCode = run(argc, argv);
        if (exitCode == 0) regnet::finishStandardOutput();
        return exitCode;
    } catch (const regnet::Error& error) {
        tell(error);
        return error.problem().kind == regnet::ProblemKind::BadInput ? exitBadInput : exitFailed;
    } catch (const std::exception& error) {
        tell(error);
        return exitFailed;
    }
}
