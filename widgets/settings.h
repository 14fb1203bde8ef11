// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/kept_comparison.h"
#include "widgets/explorer/explorer_model.h"

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace regnet {

/// Which colours the window takes.
enum class Appearance { System, Light, Dark };

/// What is remembered from one start to the next: the only place that knows keys. What cannot be read is as
/// if it had never been written. Everything is written when it is set; where the file is none but a device, a
/// pipe or a folder, things are remembered until the end of the program.
class Settings
{
public:
    Settings();                             ///< the user's own
    explicit Settings(const QString& file); ///< an INI file, for tests and for REGNET_SETTINGS

    QString file() const { return m_settings.fileName(); }

    std::optional<ExplorerState> explorer() const;
    void setExplorer(const ExplorerState& state);

    Appearance appearance() const;
    void setAppearance(Appearance appearance);
    bool isHighContrast() const;
    void setHighContrast(bool isHigh);
    bool isMotionReduced() const; ///< nothing slides or fades
    void setMotionReduced(bool isReduced);

    QString language() const; ///< a code, as "ko"; empty: the system's
    void setLanguage(const QString& code);

    /// The layout is tied to a version: QMainWindow refuses another one.
    QByteArray windowLayout() const;
    QByteArray windowGeometry() const;
    void setWindow(const QByteArray& geometry, const QByteArray& layout);

    static constexpr int maxRecentFiles = 10;
    QStringList recentFiles() const; ///< newest first
    void addRecentFile(const QString& path);
    void removeRecentFile(const QString& path);

    /// How many workers the dialogs offer; 0: one a core.
    int workers() const;
    void setWorkers(int workers);
    bool isCancelConfirmed() const; ///< asks before jobs are cancelled; at first yes
    void setCancelConfirmed(bool isConfirmed);
    bool isStartPageWanted() const; ///< at the start of the program; at first yes, then no
    void setStartPageWanted(bool isWanted);
    /// After a long task a desktop note when the window is not in front; at first yes.
    bool areNotesWanted() const;
    void setNotesWanted(bool areWanted);

    QString folder() const; ///< where the last file was opened or saved
    void setFolder(const QString& folder);

    KeptComparison compared() const; ///< what the Compare dock had open
    void setCompared(const KeptComparison& kept);

    /// For parts that keep settings of their own under a name of their own ("compare/normalise").
    QVariant value(const QString& key, const QVariant& fallback = {}) const
    {
        return m_settings.value(key, fallback);
    }
    void setValue(const QString& key, const QVariant& value) { m_settings.setValue(key, value); }
    void sync() { m_settings.sync(); }

private:
    std::unique_ptr<QTemporaryDir> m_instead; ///< of a file that cannot be one; null elsewhere
    QSettings m_settings;
};

} // namespace regnet
