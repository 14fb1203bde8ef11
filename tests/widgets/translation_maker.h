// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <vector>

namespace regnet {

/// A text of the window and what a translator made of it.
struct TranslatedText
{
    QString context, source, comment, translation;
};

/// The language's own name, which every file of a language has.
TranslatedText ownName(const QString& name);
/// What lrelease makes of these texts.
QByteArray compiledTranslation(const std::vector<TranslatedText>& texts);
void writeFile(const QString& path, const QByteArray& bytes);

/// While one lives, this user's data lies in a folder of its own.
class OwnDataFolder
{
public:
    OwnDataFolder();
    ~OwnDataFolder();
    OwnDataFolder(const OwnDataFolder&) = delete;
    OwnDataFolder& operator=(const OwnDataFolder&) = delete;

    /// As a translator does: regnet_CODE.qm of the user.
    void putLanguage(const QString& code, const QByteArray& bytes) const;
    QString translations() const; ///< the folder of these

private:
    QTemporaryDir m_folder;
    QByteArray m_before; ///< XDG_DATA_HOME
};

} // namespace regnet
