// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/help_text.h"

#include "core/problem.h"

#include <regex>
#include <sstream>

namespace regnet::manual {
namespace {

using cli::CommandDescription;
using cli::OptionDescription;

/// "-h, --help", "--store <file>", "files": names, and what they take.
OptionDescription optionOf(const std::string& term, const std::string& help, const std::string& heading)
{
    OptionDescription option{.help = help, .heading = heading};
    std::istringstream words(term);
    for (std::string word; words >> word;) {
        if (word.ends_with(',')) word.pop_back();
        if (word.starts_with('-') || option.names.empty())
            option.names.push_back(word);
        else
            option.value = word.starts_with('<') ? word.substr(1, word.size() - 2) : word;
    }
    return option;
}

class Reader
{
public:
    explicit Reader(const std::string& program) : m_described{.name = program} {}

    void take(const std::string& line)
    {
        static const std::regex usage("(?:Usage:)? +(\\S*/)?(\\S+) ?(.*)");
        static const std::regex heading("(\\S[^:]*):");
        static const std::regex term("  (\\S+(?: \\S+)*)  +(\\S.*)");
        static const std::regex further("   +(\\S.*)");
        std::smatch match;
        if (line.empty()) {
            m_isParagraphOpen = false;
        } else if (m_described.options.empty() && std::regex_match(line, match, usage) &&
                   match[2] == m_described.name) {
            m_described.usage.push_back(match[3]);
        } else if (std::regex_match(line, match, heading)) {
            m_heading = match[1];
        } else if (std::regex_match(line, match, term)) {
            m_described.options.push_back(optionOf(match[1], match[2], m_heading));
        } else if (std::regex_match(line, match, further) && !m_described.options.empty()) {
            m_described.options.back().help += " " + match[1].str();
        } else {
            takeText(line);
        }
    }

    CommandDescription result() { return std::move(m_described); }

private:
    /// The first paragraph is about the program, the others are remarks.
    void takeText(const std::string& line)
    {
        const bool isFirst = m_described.help.empty() || (m_isParagraphOpen && m_described.footer.empty());
        std::string& text = isFirst ? m_described.help : m_described.footer;
        if (!text.empty()) text += m_isParagraphOpen ? "\n" : "\n\n";
        text += line;
        m_isParagraphOpen = true;
    }

    CommandDescription m_described;
    std::string m_heading = "Options";
    bool m_isParagraphOpen = false;
};

CommandDescription read(const std::string& program, const std::string& text)
{
    Reader reader(program);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        reader.take(line);
    return reader.result();
}

} // namespace

CommandDescription withOptionsOfRemarks(CommandDescription command)
{
    CommandDescription remarks = read(command.name, command.footer);
    for (OptionDescription& option : remarks.options)
        if (option.names.front().starts_with("--")) command.options.push_back(std::move(option));
    for (CommandDescription& below : command.commands)
        below = withOptionsOfRemarks(std::move(below));
    return command;
}

CommandDescription readHelp(const std::string& program, const std::string& text)
{
    CommandDescription described = read(program, text);
    if (described.usage.empty())
        throwFailed(program + " --help", "has no line that begins with \"Usage: " + program + "\"");
    if (described.help.empty()) throwFailed(program + " --help", "has no sentence about the program");
    return described;
}

} // namespace regnet::manual
