// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace regnet {

/// The name of a property, held once in the program however many networks have it: a hundred thousand
/// networks have the same dozen names. It goes with the last who uses it. Safe from all threads, as a copy
/// is.
class PropertyName
{
public:
    explicit PropertyName(std::string_view text);
    PropertyName(const PropertyName& other) noexcept;
    PropertyName(PropertyName&& other) noexcept : m_shared(std::exchange(other.m_shared, nullptr)) {}
    PropertyName& operator=(PropertyName other) noexcept
    {
        std::swap(m_shared, other.m_shared);
        return *this;
    }
    ~PropertyName();

    /// Not of one that was moved from.
    const std::string& text() const;

private:
    struct Shared;
    struct Table;
    static Table& table();
    Shared* m_shared;
};

/// What is known of a network, by name ("depth", "w0", "flops"), in the order of the names. 16 bytes a value,
/// where a map of strings takes 80 or more.
class PropertyValues
{
public:
    struct Entry
    {
        PropertyName name;
        double value;
    };

    PropertyValues() = default;
    PropertyValues(std::initializer_list<std::pair<std::string_view, double>> values);

    /// Null where there is no such property.
    const double* find(std::string_view name) const;
    bool contains(std::string_view name) const { return find(name) != nullptr; }
    /// Throws std::out_of_range where there is no such property.
    double at(std::string_view name) const;

    /// The value of that name; a new one is 0.
    double& operator[](std::string_view name);
    /// Leaves a value as it is that is there.
    void add(std::string_view name, double value);
    void erase(std::string_view name);

    std::size_t size() const { return m_entries.size(); }
    bool empty() const { return m_entries.empty(); }
    std::vector<Entry>::const_iterator begin() const { return m_entries.begin(); }
    std::vector<Entry>::const_iterator end() const { return m_entries.end(); }

    friend bool operator==(const PropertyValues& a, const PropertyValues& b);

private:
    std::vector<Entry>::iterator placeOf(std::string_view name);
    std::vector<Entry>::iterator insert(std::vector<Entry>::iterator place, std::string_view name,
                                        double value);

    std::vector<Entry> m_entries; ///< sorted by name, each once
};

/// An object: {"depth": 12, …}.
void to_json(nlohmann::json& json, const PropertyValues& values);
/// Throws nlohmann::json::exception for anything but an object of numbers.
void from_json(const nlohmann::json& json, PropertyValues& values);

} // namespace regnet
