// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// Every C++ source of a checkout with what it includes, by path from the root: "core/stats/edf.h".
class SourceTree
{
public:
    /// Reads app, core, gpu, widgets and tests below `root`.
    static SourceTree read(const std::filesystem::path& root);

    /// For tests of the rules themselves.
    void add(const std::string& path, std::string_view text);

    /// All paths that start with `folder`.
    std::vector<std::string> filesIn(std::string_view folder) const;
    /// What a file includes, as written.
    const std::set<std::string>& includes(const std::string& path) const;
    /// The same with all that those of our headers include in turn.
    std::set<std::string> allIncludes(const std::string& path) const;

private:
    std::map<std::string, std::set<std::string>> m_includes;
};

/// What a file may not have in reach, as the beginnings of includes.
struct LayerRule
{
    std::string folder;
    std::vector<std::string> forbidden;
    std::string except; ///< files below this folder are free of it
};

/// The rules of docs/architecture.md.
std::vector<LayerRule> layerRules();

/// Lines "core/a.cpp reaches torch/torch.h", in order; empty when all is well.
std::vector<std::string> violations(const SourceTree& tree, const std::vector<LayerRule>& rules);

} // namespace regnet
