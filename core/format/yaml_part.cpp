// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/yaml_part.h"

#include "core/format/yaml_document.h"
#include "core/problem.h"
#include "core/text/readable.h"
#include "core/text/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace regnet {

YamlPart::YamlPart(const YAML::Node& node, std::string name, const std::string& file)
    : m_node(node), m_name(std::move(name)), m_file(file)
{
    if (!node.IsDefined()) return;
    m_line = node.Mark().line;
    if (const auto found = unclearKey(node))
        YamlPart(found->key, nameOf(found->key.Scalar()), file).fail(found->wrong, found->right);
}

bool YamlPart::exists() const
{
    if (isEmpty()) fail("is empty", "a value, or no such key");
    return m_node.IsDefined();
}

YamlPart YamlPart::operator[](const char* key) const
{
    if (!exists()) return {YAML::Node(YAML::NodeType::Undefined), nameOf(key), m_file};
    if (!m_node.IsMap()) fail("is no section", "keys with values");
    const YAML::Node& constant = m_node; // a look-up in a constant node adds no key
    YamlPart part(constant[key], nameOf(key), m_file);
    if (part.isEmpty()) part.m_line = lineOfKey(m_node, key);
    return part;
}

void YamlPart::fail(std::string wrong, std::string right) const
{
    throwBadInput(m_line < 0 ? m_file + ", " + m_name : fmt::format("{}:{}, {}", m_file, m_line + 1, m_name),
                  std::move(wrong), std::move(right));
}

std::string YamlPart::text(const std::string& fallback) const
{
    if ((isEmpty() && fallback.empty()) || !exists()) return fallback;
    if (!m_node.IsScalar()) fail("is no text", "a text");
    return m_node.Scalar();
}

double YamlPart::number(double fallback) const
{
    if (!exists()) return fallback;
    double value = 0;
    if (!m_node.IsScalar() || !YAML::convert<double>::decode(m_node, value) || !std::isfinite(value))
        fail("is no number", "a number");
    if (hasLeadingZero(m_node.Scalar()))
        fail("is " + m_node.Scalar().substr(0, 40), "a number that does not begin with 0");
    return value;
}

std::int64_t YamlPart::whole(std::int64_t fallback, std::int64_t least) const
{
    const double value = number(static_cast<double>(fallback));
    if (value < static_cast<double>(least) || value > 9e15 || value != std::floor(value))
        fail("is " + shortest(value), "a whole number of at least " + std::to_string(least));
    return static_cast<std::int64_t>(value);
}

std::vector<double> YamlPart::numbers() const
{
    std::vector<double> values;
    if (!exists()) return values;
    if (!m_node.IsSequence()) fail("is no list", "a list of numbers in brackets");
    for (const YAML::Node& item : m_node)
        values.push_back(YamlPart(item, m_name, m_file).number(0));
    return values;
}

std::pair<double, double> YamlPart::range(std::pair<double, double> fallback) const
{
    if (!exists()) return fallback;
    const std::vector<double> ends = numbers();
    if (ends.size() != 2) fail(fmt::format("has {} entries", ends.size()), "[LOW, HIGH]");
    return {ends[0], ends[1]};
}

std::pair<double, double> YamlPart::drawnRange(std::pair<double, double> fallback) const
{
    const std::pair<double, double> ends = range(fallback);
    if (ends.first > ends.second)
        fail(fmt::format("is [{}, {}]", shortest(ends.first), shortest(ends.second)),
             "[LOW, HIGH] with LOW at most HIGH");
    return ends;
}

void YamlPart::allowOnly(std::initializer_list<const char*> keys) const
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

} // namespace regnet
