// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/man_page.h"

#include "core/text/version.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <sstream>

namespace regnet::manual {
namespace {

using cli::CommandDescription;
using cli::OptionDescription;

/// Text that roff shows as it is: a hyphen is a minus that can be copied, no line is read as a request.
std::string escaped(const std::string& text)
{
    std::string result;
    for (const char letter : text) {
        if (letter == '\\')
            result += "\\(rs";
        else if (letter == '-')
            result += "\\-";
        else if ((letter == '.' || letter == '\'') && (result.empty() || result.back() == '\n'))
            (result += "\\&") += letter;
        else
            result += letter;
    }
    return result;
}

std::string bold(const std::string& text)
{
    return "\\fB" + escaped(text) + "\\fR";
}

std::string italic(const std::string& text)
{
    return "\\fI" + escaped(text) + "\\fR";
}

std::string upper(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char letter) { return std::toupper(letter); });
    return text;
}

std::string pageName(std::string command)
{
    std::ranges::replace(command, ' ', '-');
    return command;
}

/// Words in capitals of a usage are what a person fills in.
std::string synopsis(const CommandDescription& command)
{
    std::string text;
    for (const std::string& usage : command.usage)
        text += (text.empty() ? "" : ".br\n") + bold(command.name) + " " + escaped(usage) + "\n";
    return text;
}

std::string term(const OptionDescription& option)
{
    if (option.isPositional()) return italic(option.names.front()) + (option.isRepeated ? " ..." : "");
    std::string text;
    for (const std::string& name : option.names)
        text += (text.empty() ? "" : ", ") + bold(name);
    if (!option.choices.empty()) return text + " " + fmt::format("{}", fmt::join(option.choices, "|"));
    if (!option.value.empty()) text += " " + italic(option.value);
    return text + (option.isRepeated ? " ..." : "");
}

std::string explanation(const OptionDescription& option)
{
    std::vector<std::string> notes = option.notes;
    if (option.isRequired) notes.insert(notes.begin(), "required");
    std::string text = option.help;
    if (!notes.empty()) text += fmt::format("{}({})", text.empty() ? "" : " ", fmt::join(notes, "; "));
    return escaped(text);
}

/// "Options" is a heading that says nothing.
std::string options(const CommandDescription& command)
{
    std::string text, heading = "Options";
    for (const OptionDescription& option : command.options) {
        if (option.heading != heading && option.heading != "Options")
            text += ".P\n" + bold(option.heading + ":") + "\n";
        heading = option.heading;
        text += ".TP\n" + term(option) + "\n" + explanation(option) + "\n";
    }
    return text;
}

/// Lines as they are: examples, and tables of a help.
std::string verbatim(const std::string& text)
{
    return text.empty() ? "" : ".P\n.nf\n" + escaped(text) + "\n.fi\n";
}

void addCommands(const CommandDescription& command, std::string& page)
{
    for (const CommandDescription& below : command.commands) {
        page += ".SS " + escaped(below.name) + "\n" + synopsis(below) + ".P\n" + escaped(below.help) + "\n" +
                options(below) + verbatim(below.footer);
        addCommands(below, page);
    }
}

/// A list of the commands with the pages that tell more.
std::string commandList(const CommandDescription& program)
{
    std::string text;
    for (const CommandDescription& command : program.commands) {
        std::vector<std::string> words;
        for (const CommandDescription& below : command.commands)
            words.push_back(below.word());
        text += ".TP\n" + bold(command.name) +
                (words.empty() ? "" : " " + fmt::format("{}", fmt::join(words, ", "))) + "\n" +
                escaped(command.help) + "\n";
    }
    return text;
}

std::string seeAlso(const std::vector<std::string>& pages)
{
    std::string text = ".SH SEE ALSO\n";
    for (std::size_t i = 0; i < pages.size(); ++i)
        text += ".BR " + escaped(pages[i]) + " (1)" + (i + 1 < pages.size() ? "," : "") + "\n";
    return text;
}

/// The name of a page has one line without a full stop: of a long one, what stands before its first sign.
std::string shortHelp(const std::string& help)
{
    constexpr std::size_t longest = 100;
    std::string line = help.substr(0, help.find('\n'));
    if (line.size() > longest)
        for (const char* sign : {": ", "; ", ", ", ". "})
            line.resize(std::min(line.find(sign), line.size()));
    if (line.ends_with('.')) line.pop_back();
    return line;
}

std::string head(const CommandDescription& command)
{
    return fmt::format(R"(.\" Made by regnet-manual from the program's own help.
.TH {} 1 "" "RegNet Explorer {}" "RegNet Explorer"
.nh
.ad l
.SH NAME
{} \- {}
.SH SYNOPSIS
{}.SH DESCRIPTION
{}
)",
                       escaped(upper(pageName(command.name))), version(), escaped(pageName(command.name)),
                       escaped(shortHelp(command.help)), synopsis(command), escaped(command.help));
}

std::string pageOf(const CommandDescription& command, bool hasOwnPages,
                   const std::vector<std::string>& others)
{
    std::string page = head(command);
    const std::string ownOptions = options(command);
    if (!ownOptions.empty()) page += ".SH OPTIONS\n" + ownOptions;
    if (!command.commands.empty()) page += ".SH COMMANDS\n";
    if (hasOwnPages)
        page += commandList(command);
    else
        addCommands(command, page);
    if (!command.footer.empty()) page += ".SH NOTES\n" + verbatim(command.footer);
    return page + seeAlso(others);
}

} // namespace

std::map<std::string, std::string> manPages(const CommandDescription& program,
                                            const std::vector<std::string>& others)
{
    std::map<std::string, std::string> pages;
    std::vector<std::string> all;
    for (const CommandDescription& command : program.commands) {
        pages[pageName(command.name) + ".1"] = pageOf(command, false, {program.name});
        all.push_back(pageName(command.name));
    }
    all.insert(all.end(), others.begin(), others.end());
    pages[program.name + ".1"] = pageOf(program, true, all);
    return pages;
}

} // namespace regnet::manual
