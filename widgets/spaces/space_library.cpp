// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/space_library.h"

#include "core/format/text_file.h"
#include "core/space/built_in_spaces.h"
#include "core/space/space_json.h"

#include <QUndoStack>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace regnet {
namespace {

std::string lowerCase(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    return text;
}

bool isSameName(const std::string& a, const std::string& b)
{
    return lowerCase(a) == lowerCase(b);
}

class ChangeSpace : public QUndoCommand
{
public:
    ChangeSpace(SpaceLibrary& library, std::optional<DesignSpace> before, std::optional<DesignSpace> after,
                const QString& what, int gesture)
        : QUndoCommand(what), m_library(library), m_before(std::move(before)), m_after(std::move(after)),
          m_gesture(gesture)
    {
    }

    /// The first time it was done before it was pushed, where it could fail.
    void redo() override
    {
        if (std::exchange(m_isNew, false)) return;
        attempt(m_before, m_after);
    }
    void undo() override { attempt(m_after, m_before); }
    int id() const override { return m_gesture > 0 ? 1 : -1; }
    bool mergeWith(const QUndoCommand* next) override
    {
        const auto* later = dynamic_cast<const ChangeSpace*>(next);
        if (later == nullptr || later->m_gesture != m_gesture) return false;
        m_after = later->m_after;
        return true;
    }

private:
    /// A disk that is full meanwhile must not end the program: the step is then without effect.
    void attempt(const std::optional<DesignSpace>& from, const std::optional<DesignSpace>& to)
    {
        try {
            m_library.change(from, to);
        } catch (const Error&) {
            setObsolete(true);
        }
    }

    SpaceLibrary& m_library;
    std::optional<DesignSpace> m_before;
    std::optional<DesignSpace> m_after;
    int m_gesture;
    bool m_isNew = true;
};

} // namespace

SpaceLibrary::SpaceLibrary(std::filesystem::path folder, QObject* parent)
    : QObject(parent), m_folder(std::move(folder)), m_spaces(builtInSpaces())
{
    load();
}

void SpaceLibrary::load()
{
    std::error_code failure;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder, failure))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::ranges::sort(files);
    for (const std::filesystem::path& file : files) {
        try {
            DesignSpace space = openSpace(file.string());
            if (find(space.name) != nullptr)
                throwBadInput(file.string(), "has the name " + space.name + ", which another space has",
                              "a name of its own");
            m_files[space.name] = file;
            m_spaces.push_back(std::move(space));
        } catch (const Error& error) {
            m_problems.push_back(error.problem());
        }
    }
    arrange();
}

const DesignSpace* SpaceLibrary::find(const std::string& name) const
{
    const auto it = std::ranges::find_if(m_spaces, [&](const auto& s) { return isSameName(s.name, name); });
    return it == m_spaces.end() ? nullptr : &*it;
}

bool SpaceLibrary::isBuiltIn(const std::string& name) const
{
    return find(name) != nullptr && !m_files.contains(name);
}

DesignSpace SpaceLibrary::open(const std::string& name) const
{
    const DesignSpace* known = find(name);
    return known != nullptr ? *known : openSpace(sourceOf(name));
}

std::string SpaceLibrary::sourceOf(const std::string& name) const
{
    if (const auto it = m_files.find(name); it != m_files.end()) return it->second.string();
    const std::size_t at = name.rfind('@');
    const auto own = at == std::string::npos ? m_files.end() : m_files.find(name.substr(0, at));
    return own == m_files.end() ? name : own->second.string() + name.substr(at);
}

std::string SpaceLibrary::freeName(const std::string& wanted) const
{
    std::string name = wanted;
    for (int number = 2; find(name) != nullptr; ++number)
        name = wanted + " " + std::to_string(number);
    return name;
}

void SpaceLibrary::refuseName(const std::optional<DesignSpace>& before, const DesignSpace& after) const
{
    if (after.name.empty() || after.name.find('@') != std::string::npos)
        throwBadInput("name", after.name.empty() ? "is empty" : "is \"" + after.name + "\"",
                      "a name without @, which stands before a regime");
    const DesignSpace* other = find(after.name);
    if (other != nullptr && !(before && other->name == before->name))
        throwBadInput("name", "is \"" + after.name + "\", which another space has", "a name of its own");
}

std::filesystem::path SpaceLibrary::freeFile(const std::string& name) const
{
    std::string stem;
    for (const char c : name) {
        const bool isPlain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                             c == '-' || c == '_' || c == '=';
        stem += isPlain ? c : '_';
    }
    std::filesystem::path file = m_folder / (stem + ".json");
    std::error_code failure;
    for (int number = 2; std::filesystem::exists(file, failure); ++number)
        file = m_folder / (stem + "-" + std::to_string(number) + ".json");
    return file;
}

void SpaceLibrary::write(const DesignSpace& space, const std::filesystem::path& file) const
{
    std::error_code failure;
    std::filesystem::create_directories(m_folder, failure);
    if (failure) throwFailed(m_folder.string(), "cannot be made: " + failure.message());
    writeTextFile(file, toJson(space).dump(2) + "\n");
}

void SpaceLibrary::change(const std::optional<DesignSpace>& before, const std::optional<DesignSpace>& after)
{
    if (before && !m_files.contains(before->name))
        throwBadInput(before->name, "is built in and cannot be changed", "a child derived from it");
    if (after) refuseName(before, *after);
    const bool isRenamed = before && after && before->name != after->name;
    if (after) {
        const auto file = before && !isRenamed ? m_files.at(before->name) : freeFile(after->name);
        write(*after, file);
        m_files[after->name] = file;
    }
    if (before) {
        std::erase_if(m_spaces, [&](const DesignSpace& s) { return s.name == before->name; });
        if (!after || isRenamed) {
            std::error_code ignored; // a file that is gone already is as it should be
            std::filesystem::remove(m_files.at(before->name), ignored);
            m_files.erase(before->name);
        }
    }
    if (after) m_spaces.push_back(*after);
    for (DesignSpace& child : m_spaces)
        if (isRenamed && child.parent == before->name && m_files.contains(child.name)) {
            child.parent = after->name;
            write(child, m_files.at(child.name));
        }
    arrange();
    Q_EMIT changed(after ? QString::fromStdString(after->name) : QString());
}

void SpaceLibrary::change(QUndoStack& history, const std::optional<DesignSpace>& before,
                          const std::optional<DesignSpace>& after, const QString& what, int gesture)
{
    change(before, after);
    history.push(new ChangeSpace(*this, before, after, what, gesture));
}

void SpaceLibrary::arrange()
{
    const auto own = std::stable_partition(
        m_spaces.begin(), m_spaces.end(), [this](const DesignSpace& s) { return !m_files.contains(s.name); });
    std::sort(own, m_spaces.end(),
              [](const DesignSpace& a, const DesignSpace& b) { return a.name < b.name; });
}

} // namespace regnet
