// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/application.h"
#include "core/problem.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// The command line as it is, but no command does anything: all is over once the words are understood.
/// (Taking the commands' callbacks away would free what their options write to.)
CLI::App& application()
{
    static CLI::App app;
    static const bool isDescribed = [] {
        regnet::cli::describe(app);
        app.parse_complete_callback([] { throw CLI::Success(); });
        return true;
    }();
    (void)isDescribed;
    return app;
}

} // namespace

// Whatever words are given, a line each: they are understood, or there is a sentence.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view text(reinterpret_cast<const char*>(data), size);
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    std::ranges::reverse(words); // as CLI11 wants them
    try {
        application().parse(words);
    } catch (const CLI::ParseError&) { // the answer to bad words
    } catch (const regnet::Error&) {
    }
    return 0;
}
