// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings.h"

#include "core/network/network_json.h"
#include "core/problem.h"

#include <QDir>
#include <QStandardPaths>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>

namespace regnet {
namespace {

const QString explorerKey = QStringLiteral("explorer/state");
const QString appearanceKey = QStringLiteral("window/appearance");
const QString languageKey = QStringLiteral("window/language");
const QString contrastKey = QStringLiteral("window/high_contrast");
const QString motionKey = QStringLiteral("window/reduced_motion");
const QString layoutKey = QStringLiteral("window/layout");
const QString geometryKey = QStringLiteral("window/geometry");
const QString workersKey = QStringLiteral("training/workers");
const QString cancelKey = QStringLiteral("training/confirm_cancel");
const QString startKey = QStringLiteral("start/page");
const QString notesKey = QStringLiteral("notes/desktop");
const QString recentKey = QStringLiteral("files/recent");
const QString folderKey = QStringLiteral("files/folder");
const QString comparedKey = QStringLiteral("compare/sources");
const QString comparedHiddenKey = QStringLiteral("compare/hidden");

constexpr const char* appearanceNames[] = {"system", "light", "dark"};

nlohmann::json toJson(const ExplorerState& state)
{
    nlohmann::json pins = nlohmann::json::array();
    for (const ExplorerState::PinnedSpec& pin : state.pins)
        pins.push_back(
            {{"name", pin.name.toStdString()}, {"slot", pin.slot}, {"network", regnet::toJson(pin.spec)}});
    return {{"network", regnet::toJson(state.spec)}, {"wanted_stages", state.wantedStages}, {"pins", pins}};
}

/// Throws what JSON and the network reader throw.
ExplorerState stateFrom(const nlohmann::json& json)
{
    ExplorerState state;
    state.spec = networkFromJson(json.at("network"));
    state.wantedStages = std::clamp<std::int64_t>(json.at("wanted_stages").get<std::int64_t>(), 1,
                                                  ExplorerModel::maxWantedStages);
    for (const nlohmann::json& pin : json.at("pins")) {
        if (static_cast<int>(state.pins.size()) == ExplorerModel::maxPins) break;
        state.pins.push_back({QString::fromStdString(pin.at("name").get<std::string>()),
                              std::clamp(pin.at("slot").get<int>(), 1, ExplorerModel::maxPins),
                              networkFromJson(pin.at("network"))});
    }
    return state;
}

QSettings ownSettings()
{
    return QSettings(QStringLiteral("regnet-explorer"), QStringLiteral("regnet-explorer"));
}

/// Where ownSettings() is, on systems with XDG's places. It cannot be asked: it opens the file, and of a pipe
/// that would not end.
QString ownFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/regnet-explorer/regnet-explorer.conf");
}

QSettings settingsIn(const QString& file)
{
    return QSettings(file, QSettings::IniFormat);
}

/// A place for what is to be remembered where the file must be left alone: QSettings renames a new file over
/// it. With the rights to do so, /dev/null would be an ordinary file for every program afterwards; to read a
/// pipe would not end.
std::unique_ptr<QTemporaryDir> insteadOf(const QString& file)
{
    std::error_code failure;
    const std::filesystem::file_status there = std::filesystem::status(file.toStdString(), failure);
    if (!std::filesystem::exists(there) || std::filesystem::is_regular_file(there)) return nullptr;
    return std::make_unique<QTemporaryDir>();
}

} // namespace

Settings::Settings()
    : m_instead(insteadOf(ownFile())),
      m_settings(m_instead ? settingsIn(m_instead->filePath(QStringLiteral("settings.ini"))) : ownSettings())
{
}

Settings::Settings(const QString& file)
    : m_instead(insteadOf(file)),
      m_settings(settingsIn(m_instead ? m_instead->filePath(QStringLiteral("settings.ini")) : file))
{
}

std::optional<ExplorerState> Settings::explorer() const
{
    const std::string text = m_settings.value(explorerKey).toString().toStdString();
    if (text.empty()) return std::nullopt;
    try {
        return stateFrom(nlohmann::json::parse(text));
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    } catch (const Error&) {
        return std::nullopt;
    }
}

void Settings::setExplorer(const ExplorerState& state)
{
    m_settings.setValue(explorerKey, QString::fromStdString(toJson(state).dump()));
}

Appearance Settings::appearance() const
{
    const QString name = m_settings.value(appearanceKey).toString();
    for (int i = 0; i < 3; ++i)
        if (name == QLatin1String(appearanceNames[i])) return static_cast<Appearance>(i);
    return Appearance::System;
}

void Settings::setAppearance(Appearance appearance)
{
    m_settings.setValue(appearanceKey, QLatin1String(appearanceNames[static_cast<int>(appearance)]));
}

QString Settings::language() const
{
    return m_settings.value(languageKey).toString();
}

void Settings::setLanguage(const QString& code)
{
    m_settings.setValue(languageKey, code);
}

bool Settings::isHighContrast() const
{
    return m_settings.value(contrastKey).toBool();
}

void Settings::setHighContrast(bool isHigh)
{
    m_settings.setValue(contrastKey, isHigh);
}

bool Settings::isMotionReduced() const
{
    return m_settings.value(motionKey).toBool();
}

void Settings::setMotionReduced(bool isReduced)
{
    m_settings.setValue(motionKey, isReduced);
}

QByteArray Settings::windowLayout() const
{
    return m_settings.value(layoutKey).toByteArray();
}

QByteArray Settings::windowGeometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

void Settings::setWindow(const QByteArray& geometry, const QByteArray& layout)
{
    m_settings.setValue(geometryKey, geometry);
    m_settings.setValue(layoutKey, layout);
}

QStringList Settings::recentFiles() const
{
    return m_settings.value(recentKey).toStringList().mid(0, maxRecentFiles);
}

void Settings::addRecentFile(const QString& path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    m_settings.setValue(recentKey, files.mid(0, maxRecentFiles));
}

void Settings::removeRecentFile(const QString& path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    m_settings.setValue(recentKey, files);
}

int Settings::workers() const
{
    return std::max(0, m_settings.value(workersKey).toInt());
}

void Settings::setWorkers(int workers)
{
    m_settings.setValue(workersKey, workers);
}

bool Settings::isCancelConfirmed() const
{
    return m_settings.value(cancelKey, true).toBool();
}

void Settings::setCancelConfirmed(bool isConfirmed)
{
    m_settings.setValue(cancelKey, isConfirmed);
}

bool Settings::isStartPageWanted() const
{
    return m_settings.value(startKey, true).toBool();
}

void Settings::setStartPageWanted(bool isWanted)
{
    m_settings.setValue(startKey, isWanted);
}

bool Settings::areNotesWanted() const
{
    return m_settings.value(notesKey, true).toBool();
}

void Settings::setNotesWanted(bool areWanted)
{
    m_settings.setValue(notesKey, areWanted);
}

QString Settings::folder() const
{
    return m_settings.value(folderKey, QDir::homePath()).toString();
}

void Settings::setFolder(const QString& folder)
{
    m_settings.setValue(folderKey, folder);
}

KeptComparison Settings::compared() const
{
    KeptComparison kept{m_settings.value(comparedKey).toStringList(), {}};
    if (m_settings.contains(comparedHiddenKey))
        kept.hidden = m_settings.value(comparedHiddenKey).toStringList();
    return kept;
}

void Settings::setCompared(const KeptComparison& kept)
{
    m_settings.setValue(comparedKey, kept.sources);
    if (kept.hidden) m_settings.setValue(comparedHiddenKey, *kept.hidden);
}

} // namespace regnet
