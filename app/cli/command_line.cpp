// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "core/text/comma_list.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace regnet::cli {
namespace {

/// What an option takes: a number, or none; also as one that may be missing, or in a list.
template <typename Value>
struct TypeOf
{
    using Type = Value;
};

template <typename Value>
struct TypeOf<std::optional<Value>>
{
    using Type = Value;
};

template <typename Value>
struct TypeOf<std::vector<Value>>
{
    using Type = Value;
};

template <typename Number>
constexpr const char* formOf()
{
    if constexpr (std::is_floating_point_v<Number>) return "a finite number";
    return std::is_unsigned_v<Number> ? "a whole number of at least 0" : "a whole number";
}

/// What is wrong with the text of a number. CLI11 alone reads 010 as 8, takes the largest number for all that
/// are larger, and 0 for nothing, as of a variable that is not set. It gets whole numbers as they are read
/// here.
template <typename Number>
std::string problemOf(std::string& text)
{
    if (text.empty()) return fmt::format("is empty; expected {}", formOf<Number>());
    std::string_view digits = text;
    if (digits.starts_with('+') && !digits.starts_with("+-")) digits.remove_prefix(1);
    Number number{};
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool isRead = code != std::errc::invalid_argument && end == digits.data() + digits.size();
    if constexpr (std::is_integral_v<Number>) {
        using Limits = std::numeric_limits<Number>;
        if (isRead && code == std::errc::result_out_of_range)
            return fmt::format("is {}; expected a whole number from {} to {}", text, Limits::min(),
                               Limits::max());
        if (isRead) text = std::to_string(number);
    }
    const bool isRight = isRead && code == std::errc() && std::isfinite(static_cast<double>(number));
    return isRight ? std::string() : fmt::format("is {}; expected {}", text, formOf<Number>());
}

/// The same check for each part of a word of a list. CLI11's own delimiter would drop empty parts before
/// anybody sees them.
CLI::Validator ofEachPart(const CLI::Validator& one)
{
    const auto problem = [one](std::string& word) {
        if (word.empty())
            if (std::string wrong = one(word); !wrong.empty()) return wrong;
        auto parts = commaParts(word);
        if (!parts) return wrongCommaList(word) + "; expected " + std::string(rightCommaList);
        for (std::string& part : *parts)
            if (std::string wrong = one(part); !wrong.empty()) return wrong;
        word = CLI::detail::join(*parts, ",");
        return std::string();
    };
    return CLI::Validator(problem, one.get_description());
}

template <typename Value>
bool readParts(const CLI::results_t& words, std::vector<Value>& values)
{
    std::vector<std::string> all;
    for (const std::string& word : words) {
        const auto parts = commaParts(word);
        if (!parts) return false;
        all.insert(all.end(), parts->begin(), parts->end());
    }
    return CLI::detail::lexical_conversion<std::vector<Value>, std::vector<Value>>(all, values);
}

} // namespace

Option Option::required() const
{
    return Option(m_option->required(), m_isList);
}

Option Option::showDefault() const
{
    return Option(m_option->capture_default_str(), m_isList);
}

Option Option::defaultText(const std::string& text) const
{
    return Option(m_option->default_str(text), m_isList);
}

Option Option::group(const std::string& heading) const
{
    return Option(m_option->group(heading), m_isList);
}

Option Option::oneValueEach() const
{
    return Option(m_option->allow_extra_args(false), m_isList);
}

template <typename Number>
Option Option::range(Number low, Number high) const
{
    return checkedBy(CLI::Range(low, high));
}

template Option Option::range(int low, int high) const;
template Option Option::range(std::int64_t low, std::int64_t high) const;
template Option Option::range(double low, double high) const;

Option Option::atLeastZero() const
{
    return checkedBy(CLI::NonNegativeNumber);
}

Option Option::notEmpty() const
{
    return check([](const std::string& text) { return text.empty() ? "is empty" : std::string(); });
}

Option Option::oneOf(const std::vector<std::string>& words) const
{
    return checkedBy(CLI::IsMember(words));
}

Option Option::check(const std::function<std::string(const std::string& value)>& problem) const
{
    return checkedBy(CLI::Validator(problem, ""));
}

Option Option::checkedBy(const CLI::Validator& one) const
{
    return Option(m_option->check(m_isList ? ofEachPart(one) : one), m_isList);
}

Option Option::needs(const Option& other) const
{
    return Option(m_option->needs(other.m_option), m_isList);
}

Option Option::excludes(const std::string& other) const
{
    return Option(m_option->excludes(other), m_isList);
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
    CLI::Option* const option = m_app->add_option(names, value, help);
    using Type = typename TypeOf<Value>::Type;
    if constexpr (std::is_arithmetic_v<Type>) option->transform(CLI::Validator(problemOf<Type>, ""));
    return Option(option);
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
template Option Command::option(const std::string&, std::vector<std::string>&, const std::string&) const;

template <typename Value>
Option Command::list(const std::string& names, std::vector<Value>& values, const std::string& help) const
{
    using Values = std::vector<Value>;
    CLI::Option* const option = m_app->add_option(
        names, [&values](const CLI::results_t& words) { return readParts(words, values); }, help, false,
        [&values] { return CLI::detail::checked_to_string<Values, Values>(values); });
    option->type_name(CLI::detail::type_name<Value>())->expected(CLI::detail::expected_count<Values>::value);
    if constexpr (std::is_arithmetic_v<Value>)
        option->transform(ofEachPart(CLI::Validator(problemOf<Value>, "")));
    else
        option->transform(ofEachPart(CLI::Validator([](std::string&) { return std::string(); }, "")));
    return Option(option, true);
}

template Option Command::list(const std::string&, std::vector<std::int64_t>&, const std::string&) const;
template Option Command::list(const std::string&, std::vector<std::uint64_t>&, const std::string&) const;
template Option Command::list(const std::string&, std::vector<double>&, const std::string&) const;
template Option Command::list(const std::string&, std::vector<std::string>&, const std::string&) const;

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
