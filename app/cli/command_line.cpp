// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <optional>
#include <utility>

namespace regnet::cli {

Option Option::required() const
{
    return Option(m_option->required());
}

Option Option::showDefault() const
{
    return Option(m_option->capture_default_str());
}

Option Option::defaultText(const std::string& text) const
{
    return Option(m_option->default_str(text));
}

Option Option::group(const std::string& heading) const
{
    return Option(m_option->group(heading));
}

Option Option::delimiter(char between) const
{
    return Option(m_option->delimiter(between));
}

Option Option::oneValueEach() const
{
    return Option(m_option->allow_extra_args(false));
}

template <typename Number>
Option Option::range(Number low, Number high) const
{
    return Option(m_option->check(CLI::Range(low, high)));
}

template Option Option::range(int low, int high) const;
template Option Option::range(std::int64_t low, std::int64_t high) const;
template Option Option::range(double low, double high) const;

Option Option::atLeastZero() const
{
    return Option(m_option->check(CLI::NonNegativeNumber));
}

Option Option::oneOf(const std::vector<std::string>& words) const
{
    return Option(m_option->check(CLI::IsMember(words)));
}

Option Option::check(const std::function<std::string(const std::string& value)>& problem) const
{
    return Option(m_option->check(problem));
}

Option Option::needs(const Option& other) const
{
    return Option(m_option->needs(other.m_option));
}

Option Option::excludes(const std::string& other) const
{
    return Option(m_option->excludes(other));
}

bool Option::isGiven() const
{
    return m_option->count() > 0;
}

Command Command::subcommand(const std::string& name, const std::string& help) const
{
    return Command(m_app->add_subcommand(name, help));
}

void Command::requireSubcommand(int number) const
{
    m_app->require_subcommand(number);
}

Command Command::optionGroup(const std::string& name, const std::string& help) const
{
    return Command(m_app->add_option_group(name, help));
}

void Command::requireOption(int number) const
{
    m_app->require_option(number);
}

template <typename Value>
Option Command::option(const std::string& names, Value& value, const std::string& help) const
{
    return Option(m_app->add_option(names, value, help));
}

template Option Command::option(const std::string&, int&, const std::string&) const;
template Option Command::option(const std::string&, unsigned&, const std::string&) const;
template Option Command::option(const std::string&, std::int64_t&, const std::string&) const;
template Option Command::option(const std::string&, std::uint64_t&, const std::string&) const;
template Option Command::option(const std::string&, double&, const std::string&) const;
template Option Command::option(const std::string&, std::string&, const std::string&) const;
template Option Command::option(const std::string&, std::optional<std::int64_t>&, const std::string&) const;
template Option Command::option(const std::string&, std::optional<std::uint64_t>&, const std::string&) const;
template Option Command::option(const std::string&, std::optional<double>&, const std::string&) const;
template Option Command::option(const std::string&, std::vector<std::int64_t>&, const std::string&) const;
template Option Command::option(const std::string&, std::vector<std::uint64_t>&, const std::string&) const;
template Option Command::option(const std::string&, std::vector<double>&, const std::string&) const;
template Option Command::option(const std::string&, std::vector<std::string>&, const std::string&) const;

Option Command::optionTakenBy(const std::string& names,
                              const std::function<void(const std::string& value)>& take,
                              const std::string& help) const
{
    return Option(m_app->add_option_function<std::string>(names, take, help));
}

Option Command::flag(const std::string& names, bool& value, const std::string& help) const
{
    return Option(m_app->add_flag(names, value, help));
}

void Command::callback(std::function<void()> run) const
{
    m_app->callback(std::move(run));
}

void Command::footer(const std::string& text) const
{
    m_app->footer(text);
}

void Command::footer(std::function<std::string()> text) const
{
    m_app->footer(std::move(text));
}

void Command::allowExtras() const
{
    m_app->allow_extras();
}

std::vector<std::string> Command::remaining() const
{
    return m_app->remaining();
}

} // namespace regnet::cli
