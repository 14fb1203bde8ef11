// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/yaml_document.h"
#include "core/problem.h"
#include "core/text/readable.h"
#include "core/text/utf8.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace regnet {

/// A node of a YAML file, such as a sweep configuration of pycls, with its name and line for errors.
class YamlPart
{
public:
    YamlPart(const YAML::Node& node, std::string name, const std::string& file)
        : m_node(node), m_name(std::move(name)), m_file(file)
    {
        if (!node.IsDefined()) return;
        m_line = node.Mark().line;
        if (const auto found = unclearKey(node))
            YamlPart(found->key, nameOf(found->key.Scalar()), file).fail(found->wrong, found->right);
    }

    /// A key without a value is an error: to pycls it is None, and not the default.
    bool exists() const
    {
        if (isEmpty()) fail("is empty", "a value, or no such key");
        return m_node.IsDefined();
    }
    const YAML::Node& node() const { return m_node; }
    const std::string& name() const { return m_name; }

    YamlPart operator[](const char* key) const
    {
        if (!exists()) return {YAML::Node(YAML::NodeType::Undefined), nameOf(key), m_file};
        if (!m_node.IsMap()) fail("is no section", "keys with values");
        const YAML::Node& constant = m_node; // a look-up in a constant node adds no key
        YamlPart part(constant[key], nameOf(key), m_file);
        if (part.isEmpty()) part.m_line = lineOfKey(m_node, key);
        return part;
    }

    [[noreturn]] void fail(std::string wrong, std::string right) const
    {
        throwBadInput(m_line < 0 ? m_file + ", " + m_name
                                 : fmt::format("{}:{}, {}", m_file, m_line + 1, m_name),
                      std::move(wrong), std::move(right));
    }

    /// One without a default, such as a description, may be empty.
    std::string text(const std::string& fallback = {}) const
    {
        if ((isEmpty() && fallback.empty()) || !exists()) return fallback;
        if (!m_node.IsScalar()) fail("is no text", "a text");
        return m_node.Scalar();
    }

    double number(double fallback) const
    {
        if (!exists()) return fallback;
        double value = 0;
        if (!m_node.IsScalar() || !YAML::convert<double>::decode(m_node, value) || !std::isfinite(value))
            fail("is no number", "a number");
        if (hasLeadingZero(m_node.Scalar()))
            fail("is " + m_node.Scalar().substr(0, 40), "a number that does not begin with 0");
        return value;
    }

    std::int64_t whole(std::int64_t fallback, std::int64_t least) const
    {
        const double value = number(static_cast<double>(fallback));
        if (value < static_cast<double>(least) || value > 9e15 || value != std::floor(value))
            fail("is " + shortest(value), "a whole number of at least " + std::to_string(least));
        return static_cast<std::int64_t>(value);
    }

    std::vector<double> numbers() const
    {
        std::vector<double> values;
        if (!exists()) return values;
        if (!m_node.IsSequence()) fail("is no list", "a list of numbers in brackets");
        for (const YAML::Node& item : m_node)
            values.push_back(YamlPart(item, m_name, m_file).number(0));
        return values;
    }

    /// [low, high]
    std::pair<double, double> range(std::pair<double, double> fallback) const
    {
        if (!exists()) return fallback;
        const std::vector<double> ends = numbers();
        if (ends.size() != 2) fail(fmt::format("has {} entries", ends.size()), "[LOW, HIGH]");
        return {ends[0], ends[1]};
    }

    /// The same of what is drawn; as an upper limit 0 would be none.
    std::pair<double, double> drawnRange(std::pair<double, double> fallback) const
    {
        const std::pair<double, double> ends = range(fallback);
        if (ends.first > ends.second)
            fail(fmt::format("is [{}, {}]", shortest(ends.first), shortest(ends.second)),
                 "[LOW, HIGH] with LOW at most HIGH");
        return ends;
    }

    void allowOnly(std::initializer_list<const char*> keys) const
    {
        if (!exists() || !m_node.IsMap()) return;
        for (const auto& entry : m_node) {
            const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
            if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
            std::string names;
            for (const char* one : keys)
                names += (names.empty() ? "" : ", ") + std::string(one);
            YamlPart(entry.first, m_name + "." + shortened(key, longestShownName), m_file)
                .fail("is not a key of pycls", "one of " + names);
        }
    }

private:
    bool isEmpty() const { return m_node.IsDefined() && m_node.IsNull(); }
    std::string nameOf(const std::string& key) const { return m_name.empty() ? key : m_name + "." + key; }

    YAML::Node m_node;
    std::string m_name;
    const std::string& m_file;
    int m_line = -1; ///< from 0; -1 of what is not there
};

} // namespace regnet
