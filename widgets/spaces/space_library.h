// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/design_space.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

class QUndoStack;

namespace regnet {

/// The built-in spaces and a person's own: each own space is a space JSON in one folder, written whole when
/// it changes. Names are unique, whatever their case.
class SpaceLibrary : public QObject
{
    Q_OBJECT

public:
    /// Reads the folder; one that is not there is made at the first own space. Files that are no space are
    /// left alone and stand in problems().
    explicit SpaceLibrary(std::filesystem::path folder, QObject* parent = nullptr);

    /// Built-in ones first, parents before children; then own ones by name.
    const std::vector<DesignSpace>& spaces() const { return m_spaces; }
    const DesignSpace* find(const std::string& name) const;
    bool isBuiltIn(const std::string& name) const;
    const std::vector<Problem>& problems() const { return m_problems; }
    /// Also one that stands here without the regime of `name`: "RegNetX@400MF", "mine@cpu". Throws Error.
    DesignSpace open(const std::string& name) const;
    /// What core's openSpace() takes: the name of a built-in space, the file of an own one, the regime of
    /// `name` behind it.
    std::string sourceOf(const std::string& name) const;
    /// "mine", "mine 2", ...: the first that nobody has.
    std::string freeName(const std::string& wanted) const;

    /// Adds (no `before`), deletes (no `after`), or replaces: then children follow a new name. Throws Error
    /// when the name is taken or empty, the space is built in, or the file cannot be written; nothing has
    /// changed then.
    void change(const std::optional<DesignSpace>& before, const std::optional<DesignSpace>& after);
    /// The same as a step of a history. Edits of one `gesture` above 0 are one step.
    void change(QUndoStack& history, const std::optional<DesignSpace>& before,
                const std::optional<DesignSpace>& after, const QString& what, int gesture = 0);

Q_SIGNALS:
    /// `name` is what was added or changed; empty after a deletion.
    void changed(const QString& name);

private:
    void load();
    void refuseName(const std::optional<DesignSpace>& before, const DesignSpace& after) const;
    std::filesystem::path freeFile(const std::string& name) const;
    void write(const DesignSpace& space, const std::filesystem::path& file) const;
    void arrange();

    std::filesystem::path m_folder;
    std::vector<DesignSpace> m_spaces;
    std::map<std::string, std::filesystem::path> m_files; ///< of own spaces, by name
    std::vector<Problem> m_problems;
};

} // namespace regnet
