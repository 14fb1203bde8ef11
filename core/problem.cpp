// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problem.h"

#include <utility>

namespace regnet {

std::string sentence(const Problem& problem)
{
    std::string text = problem.where;
    if (!text.empty()) text += ": ";
    text += problem.wrong;
    if (!problem.right.empty()) text += "; expected " + problem.right;
    return text;
}

Error::Error(Problem problem) : m_problem(std::move(problem)), m_sentence(sentence(m_problem)) {}

Problem asProblem(const std::exception& error, std::string where)
{
    if (const auto* ours = dynamic_cast<const Error*>(&error)) return ours->problem();
    return {ProblemKind::Failed, std::move(where), error.what(), {}};
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
