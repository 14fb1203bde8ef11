// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problem.h"

#include "core/text/utf8.h"

#include <string_view>
#include <utility>

namespace regnet {
namespace {

/// Longer than every list of ours; a path of the system may be longer, and is then known by its beginning.
constexpr std::size_t longestPart = 1200;

/// A list ends behind a whole name.
std::string shortenedList(const std::string& text)
{
    if (text.size() <= longestPart) return text;
    const std::string cut = shortened(text, longestPart - 2);
    const std::size_t comma = cut.rfind(", ");
    return comma == std::string::npos ? cut : cut.substr(0, comma) + ", …";
}

Problem withShortParts(Problem problem)
{
    problem.where = shortened(problem.where, longestPart);
    problem.wrong = shortened(problem.wrong, longestPart);
    problem.right = shortenedList(problem.right);
    return problem;
}

} // namespace

std::string sentence(const Problem& problem)
{
    std::string text = problem.where;
    if (!text.empty()) text += ": ";
    text += problem.wrong;
    if (!problem.right.empty()) text += "; expected " + problem.right;
    return text;
}

Error::Error(Problem problem) : m_problem(withShortParts(std::move(problem))), m_sentence(sentence(m_problem))
{
}

Problem asProblem(const std::exception& error, std::string where)
{
    if (const auto* ours = dynamic_cast<const Error*>(&error)) return ours->problem();
    return {ProblemKind::Failed, std::move(where), error.what(), {}};
}

void throwWithin(const std::string& file, const Error& error)
{
    Problem problem = error.problem();
    std::string_view rest = problem.where;
    const bool isNamed = rest.starts_with(file) &&
                         (rest.size() == file.size() || rest[file.size()] == ':' || rest[file.size()] == ',');
    if (!isNamed) problem.where = file + (rest.empty() ? "" : ", ") + problem.where;
    throw Error(std::move(problem));
}

void throwBadInput(std::string where, std::string wrong, std::string right)
{
    throw Error({ProblemKind::BadInput, std::move(where), std::move(wrong), std::move(right)});
}

void throwFailed(std::string where, std::string wrong, std::string right)
{
    throw Error({ProblemKind::Failed, std::move(where), std::move(wrong), std::move(right)});
}

} // namespace regnet
