// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <string>
#include <variant>

namespace regnet {

enum class ProblemKind {
    BadInput, ///< what a person gave is wrong: exit code 2
    Failed,   ///< the input was right, the operation did not succeed: exit code 1
};

/// One sentence for a person: where it is, what is wrong, what would be right. An Error keeps about a
/// kilobyte of each part: names in files may be as long as the files.
struct Problem
{
    ProblemKind kind = ProblemKind::BadInput;
    std::string where; ///< "sweep.yaml:12, REGNET.W0"; empty where there is no place
    std::string wrong; ///< "is 20"
    std::string right; ///< "a multiple of 8 above 0"; empty where nothing can be advised

    friend bool operator==(const Problem&, const Problem&) = default;
};

/// The one sentence that window and terminal show: "sweep.yaml:12, REGNET.W0: is 20; expected a multiple of
/// 8".
std::string sentence(const Problem& problem);

/// The one exception of this project: an operation that a person asked for cannot go on.
class Error : public std::exception
{
public:
    explicit Error(Problem problem);
    const Problem& problem() const noexcept { return m_problem; }
    const char* what() const noexcept override { return m_sentence.c_str(); }

private:
    Problem m_problem;
    std::string m_sentence;
};

/// What a caught exception tells: an Error's own problem; of any other what it says, at `where`.
Problem asProblem(const std::exception& error, std::string where = {});

/// The error again, with `file` before its place where that does not begin with the file.
[[noreturn]] void throwWithin(const std::string& file, const Error& error);

/// What `work` answers. It knows fields only: its Error gets the file that they stand in.
template <typename Work>
decltype(auto) within(const std::string& file, Work&& work)
{
    try {
        return work();
    } catch (const Error& error) {
        throwWithin(file, error);
    }
}

[[noreturn]] void throwBadInput(std::string where, std::string wrong, std::string right = {});
[[noreturn]] void throwFailed(std::string where, std::string wrong, std::string right = {});

/// What a thread boundary carries: the answer or the problem.
template <typename T>
using Outcome = std::variant<T, Problem>;

} // namespace regnet
