// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yaml-cpp/yaml.h>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace regnet {

/// A node of a YAML file, such as a sweep configuration of pycls, with its name and line for errors. The
/// file's name lives longer.
class YamlPart
{
public:
    YamlPart(const YAML::Node& node, std::string name, const std::string& file);

    /// A key without a value is an error: to pycls it is None, and not the default.
    bool exists() const;
    const YAML::Node& node() const { return m_node; }
    const std::string& name() const { return m_name; }

    YamlPart operator[](const char* key) const;

    [[noreturn]] void fail(std::string wrong, std::string right) const;

    /// One without a default, such as a description, may be empty.
    std::string text(const std::string& fallback = {}) const;
    double number(double fallback) const;
    std::int64_t whole(std::int64_t fallback, std::int64_t least) const;
    std::vector<double> numbers() const;
    /// [low, high]
    std::pair<double, double> range(std::pair<double, double> fallback) const;
    /// The same of what is drawn; as an upper limit 0 would be none.
    std::pair<double, double> drawnRange(std::pair<double, double> fallback) const;

    void allowOnly(std::initializer_list<const char*> keys) const;

private:
    bool isEmpty() const { return m_node.IsDefined() && m_node.IsNull(); }
    std::string nameOf(const std::string& key) const { return m_name.empty() ? key : m_name + "." + key; }

    YAML::Node m_node;
    std::string m_name;
    const std::string& m_file;
    int m_line = -1; ///< from 0; -1 of what is not there
};

} // namespace regnet
