// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/shell_words.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <memory>

namespace regnet {
namespace {

/// What a shell makes of the words: each on a line of its own.
std::string throughShell(const std::vector<std::string>& words)
{
    const std::string command = "printf '%s\\n' " + shellLine(words);
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    std::string output;
    std::array<char, 256> buffer{};
    while (std::fgets(buffer.data(), buffer.size(), pipe.get()) != nullptr)
        output += buffer.data();
    return output;
}

TEST(ShellWords, PlainWordsStayAsTheyAre)
{
    EXPECT_EQ(shellLine({"regnet", "figure", "edf", "paper:fig9-left", "--width-mm", "82.55"}),
              "regnet figure edf paper:fig9-left --width-mm 82.55");
}

TEST(ShellWords, AShellTakesEveryWordBack)
{
    const std::vector<std::string> words{
        "my sweep.json", "it's", "$HOME `id` \\", "*", "", "\"x\"", "a;b|c&d", "~", "#1"};
    std::string expected;
    for (const std::string& word : words)
        expected += word + "\n";
    EXPECT_EQ(throughShell(words), expected);
}

} // namespace
} // namespace regnet
