// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/property_values.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <stdexcept>

namespace regnet {

struct PropertyName::Shared
{
    const std::string* text = nullptr; ///< the key in the table
    std::atomic<std::int64_t> uses = 0;
};

/// All names that are in use.
struct PropertyName::Table
{
    std::mutex mutex;
    std::map<std::string, Shared, std::less<>> names;
};

PropertyName::Table& PropertyName::table()
{
    static auto* const names =
        new Table; // never destroyed: what is static elsewhere may have names to the end
    return *names;
}

PropertyName::PropertyName(std::string_view text)
{
    Table& all = table();
    const std::lock_guard lock(all.mutex);
    auto place = all.names.lower_bound(text);
    if (place == all.names.end() || place->first != text) {
        place = all.names.try_emplace(place, std::string(text));
        place->second.text = &place->first;
    }
    m_shared = &place->second;
    m_shared->uses.fetch_add(1, std::memory_order_relaxed);
}

PropertyName::PropertyName(const PropertyName& other) noexcept : m_shared(other.m_shared)
{
    if (m_shared != nullptr) m_shared->uses.fetch_add(1, std::memory_order_relaxed);
}

PropertyName::~PropertyName()
{
    if (m_shared == nullptr) return;
    std::int64_t uses = m_shared->uses.load(std::memory_order_relaxed);
    while (uses > 1)
        if (m_shared->uses.compare_exchange_weak(uses, uses - 1, std::memory_order_acq_rel)) return;
    // Perhaps the last: only under the lock, where nobody can take the name anew from the table.
    Table& all = table();
    const std::lock_guard lock(all.mutex);
    if (m_shared->uses.fetch_sub(1, std::memory_order_acq_rel) == 1)
        all.names.erase(all.names.find(*m_shared->text));
}

const std::string& PropertyName::text() const
{
    return *m_shared->text;
}

PropertyValues::PropertyValues(std::initializer_list<std::pair<std::string_view, double>> values)
{
    m_entries.reserve(values.size());
    for (const auto& [name, value] : values)
        add(name, value);
}

std::vector<PropertyValues::Entry>::iterator PropertyValues::placeOf(std::string_view name)
{
    return std::ranges::lower_bound(m_entries, name, {},
                                    [](const Entry& entry) -> std::string_view { return entry.name.text(); });
}

const double* PropertyValues::find(std::string_view name) const
{
    const auto place = std::ranges::lower_bound(
        m_entries, name, {}, [](const Entry& entry) -> std::string_view { return entry.name.text(); });
    return place == m_entries.end() || place->name.text() != name ? nullptr : &place->value;
}

double PropertyValues::at(std::string_view name) const
{
    const double* found = find(name);
    if (found == nullptr) throw std::out_of_range("no property \"" + std::string(name) + "\"");
    return *found;
}

std::vector<PropertyValues::Entry>::iterator PropertyValues::insert(std::vector<Entry>::iterator place,
                                                                    std::string_view name, double value)
{
    const auto index = place - m_entries.begin();
    // Doubling, as a vector grows by itself, would leave half of the memory unused.
    if (m_entries.size() == m_entries.capacity())
        m_entries.reserve(m_entries.size() + m_entries.size() / 4 + 3);
    return m_entries.insert(m_entries.begin() + index, Entry{PropertyName(name), value});
}

double& PropertyValues::operator[](std::string_view name)
{
    const auto place = placeOf(name);
    if (place != m_entries.end() && place->name.text() == name) return place->value;
    return insert(place, name, 0)->value;
}

void PropertyValues::add(std::string_view name, double value)
{
    const auto place = placeOf(name);
    if (place == m_entries.end() || place->name.text() != name) insert(place, name, value);
}

void PropertyValues::erase(std::string_view name)
{
    const auto place = placeOf(name);
    if (place != m_entries.end() && place->name.text() == name) m_entries.erase(place);
}

bool operator==(const PropertyValues& a, const PropertyValues& b)
{
    return std::ranges::equal(a, b, [](const PropertyValues::Entry& x, const PropertyValues::Entry& y) {
        return x.value == y.value && x.name.text() == y.name.text();
    });
}

void to_json(nlohmann::json& json, const PropertyValues& values)
{
    json = nlohmann::json::object();
    for (const auto& [name, value] : values)
        json[name.text()] = value;
}

void from_json(const nlohmann::json& json, PropertyValues& values)
{
    values = {};
    for (const auto& [name, value] : json.get_ref<const nlohmann::json::object_t&>())
        values.add(name, value.get<double>());
}

} // namespace regnet
