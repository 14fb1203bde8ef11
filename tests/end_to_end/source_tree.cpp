// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/source_tree.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace regnet {
namespace {

/// The name between <> or "" of an include line; empty for other lines.
std::string includedName(std::string_view line)
{
    const auto hash = line.find_first_not_of(" \t");
    if (hash == std::string_view::npos || line[hash] != '#') return {};
    const auto word = line.find_first_not_of(" \t", hash + 1);
    if (word == std::string_view::npos || line.substr(word, 7) != "include") return {};
    const auto begin = line.find_first_of("<\"", word);
    if (begin == std::string_view::npos) return {};
    const auto end = line.find_first_of(">\"", begin + 1);
    return end == std::string_view::npos ? std::string()
                                         : std::string(line.substr(begin + 1, end - begin - 1));
}

bool startsWith(std::string_view text, std::string_view beginning)
{
    return text.substr(0, beginning.size()) == beginning;
}

/// "Q*" stands for Qt's class headers: QWidget, QtGlobal; not for q_something of others.
bool matches(std::string_view include, std::string_view pattern)
{
    if (pattern == "Q*")
        return include.size() > 1 && include[0] == 'Q' && include[1] >= 'A' && include[1] <= 't';
    return startsWith(include, pattern);
}

} // namespace

SourceTree SourceTree::read(const std::filesystem::path& root)
{
    SourceTree tree;
    for (const char* folder : {"app", "core", "gpu", "widgets", "tests"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
            const std::string extension = entry.path().extension().string();
            if (extension != ".h" && extension != ".cpp" && extension != ".cu") continue;
            std::ifstream file(entry.path());
            std::ostringstream text;
            text << file.rdbuf();
            tree.add(std::filesystem::relative(entry.path(), root).generic_string(), text.str());
        }
    }
    return tree;
}

void SourceTree::add(const std::string& path, std::string_view text)
{
    std::istringstream lines{std::string(text)};
    std::string line;
    std::set<std::string>& names = m_includes[path];
    while (std::getline(lines, line))
        if (const std::string included = includedName(line); !included.empty()) names.insert(included);
}

std::vector<std::string> SourceTree::filesIn(std::string_view folder) const
{
    std::vector<std::string> found;
    for (const auto& [path, names] : m_includes)
        if (startsWith(path, folder)) found.push_back(path);
    return found;
}

const std::set<std::string>& SourceTree::includes(const std::string& path) const
{
    static const std::set<std::string> none;
    const auto found = m_includes.find(path);
    return found == m_includes.end() ? none : found->second;
}

std::set<std::string> SourceTree::allIncludes(const std::string& path) const
{
    std::set<std::string> all;
    std::vector<std::string> open{path};
    while (!open.empty()) {
        const std::string current = open.back();
        open.pop_back();
        for (const std::string& included : includes(current))
            if (all.insert(included).second) open.push_back(included);
    }
    return all;
}

std::vector<LayerRule> layerRules()
{
    const std::vector<std::string> qt{"Q*", "qcustomplot.h"};
    const std::vector<std::string> torch{"torch/", "ATen/", "c10/"};
    const auto join = [](std::vector<std::string> all, const std::vector<std::vector<std::string>>& more) {
        for (const auto& part : more)
            all.insert(all.end(), part.begin(), part.end());
        return all;
    };
    return {
        {"core/", join({"gpu/", "widgets/", "app/", "tests/", "CLI/"}, {qt, torch}), ""},
        {"gpu/", join({"widgets/", "app/", "tests/", "core/store/", "SQLiteCpp/", "sqlite3.h"}, {qt}), ""},
        {"widgets/", join({"gpu/", "app/", "tests/"}, {torch}), ""},
        {"widgets/", {"qcustomplot.h"}, "widgets/plot/"},
        {"app/cli/", join({"gpu/", "widgets/"}, {qt, torch}), ""},
        {"app/explorer/", join({"gpu/", "qcustomplot.h"}, {torch}), ""},
        {"app/worker/", join({"widgets/", "core/store/", "SQLiteCpp/", "sqlite3.h"}, {qt, torch}), ""},
        {"tests/core/", join({"gpu/", "widgets/"}, {qt, torch}), ""},
        {"tests/widgets/", join({"gpu/"}, {torch}), ""},
    };
}

std::vector<std::string> violations(const SourceTree& tree, const std::vector<LayerRule>& rules)
{
    std::vector<std::string> found;
    for (const LayerRule& rule : rules) {
        for (const std::string& path : tree.filesIn(rule.folder)) {
            if (!rule.except.empty() && startsWith(path, rule.except)) continue;
            // QCustomPlot is a matter of who writes the include: the wrapper's header may need it.
            const std::set<std::string> reached =
                rule.except.empty() ? tree.allIncludes(path) : tree.includes(path);
            for (const std::string& included : reached)
                for (const std::string& pattern : rule.forbidden)
                    if (matches(included, pattern)) found.push_back(path + " reaches " + included);
        }
    }
    return found;
}

} // namespace regnet
