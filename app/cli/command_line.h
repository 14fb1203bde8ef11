// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
class Validator;
} // namespace CLI

namespace regnet::cli {

// What our commands ask of CLI11, which command_line.cpp alone includes: its inline code costs every source
// that reads it some 15 s of compilation. Both classes are handles: copies mean the same option or command.

class Option
{
public:
    explicit Option(CLI::Option* option, bool isList = false) : m_option(option), m_isList(isList) {}

    Option required() const;
    Option showDefault() const; ///< the help tells the value that the variable has now
    Option defaultText(const std::string& text) const;
    Option group(const std::string& heading) const; ///< in the help
    Option oneValueEach() const;                    ///< of a list: the option is given again for each value
    template <typename Number>
    Option range(Number low, Number high) const; ///< both included
    Option atLeastZero() const;
    Option notEmpty() const; ///< a text in which nothing would mean that the option is not given
    Option oneOf(const std::vector<std::string>& words) const;
    /// `problem` says what is wrong with a value; nothing when it is right.
    Option check(const std::function<std::string(const std::string& value)>& problem) const;
    Option needs(const Option& other) const;
    Option excludes(const std::string& other) const; ///< an option of the same command that was added before
    bool isGiven() const;

private:
    Option checkedBy(const CLI::Validator& one) const; ///< of a list: each of its values

    CLI::Option* m_option;
    bool m_isList;
};

class Command
{
public:
    explicit Command(CLI::App* app) : m_app(app) {}

    Command subcommand(const std::string& name, const std::string& help) const;
    void requireSubcommand(int number) const;
    /// Options that belong together, under a heading of the help.
    Command optionGroup(const std::string& name, const std::string& help) const;
    void requireOption(int number) const;
    /// "--n": an option; "n": a word at its place. Kinds of values: those that command_line.cpp lists.
    /// Numbers are decimal and finite, and fit into `value`; all else is refused in a sentence.
    template <typename Value>
    Option option(const std::string& names, Value& value, const std::string& help) const;
    /// Several values with commas between them in a word, and several words. A list with an empty part,
    /// "1,,2", is refused.
    template <typename Value>
    Option list(const std::string& names, std::vector<Value>& values, const std::string& help) const;
    /// `take` gets the value, and throws Error for one that is wrong.
    Option optionTakenBy(const std::string& names, const std::function<void(const std::string& value)>& take,
                         const std::string& help) const;
    Option flag(const std::string& names, bool& value, const std::string& help) const;
    void callback(std::function<void()> run) const;
    void footer(const std::string& text) const;           ///< of the help
    void footer(std::function<std::string()> text) const; ///< asked for when the help is
    void allowExtras() const;
    std::vector<std::string> remaining() const; ///< words that nobody claimed

private:
    CLI::App* m_app;
};

} // namespace regnet::cli
