// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>

#include <vector>

namespace regnet {

/// A language of the window. Each is one file, resources/translations/regnet_CODE.ts; a new one needs no line
/// of code. The command line, recorded figures and all that is written into files stay English.
struct Language
{
    QString code; ///< "en", "ko", "pt_BR"
    QString name; ///< in the language itself
};

/// English first, the others by code.
std::vector<Language> languages();
/// The language for this wish: itself where there is such a one; for anything else, "" included, the first of
/// the system's languages that there is; English where there is none.
QString languageFor(const QString& wanted, const QStringList& ofTheSystem = QLocale::system().uiLanguages());
/// All texts that are asked for from now on are in this language, Qt's own where Qt has them. Windows hear of
/// it by QEvent::LanguageChange. Needs an application; to be called in its thread.
void applyLanguage(const QString& code);
QString currentLanguage(); ///< "en" until one is applied

/// Numbers look alike in every language, as in papers, files and commands: a point, and no marks between
/// thousands. What else a locale decides (dates, sorting) is the language's where its numbers look like that.
QLocale localeFor(const QString& code);

/// While one lives, this thread gets English texts: for what goes into files, which must not depend on who
/// looks at the window.
class EnglishTexts
{
public:
    EnglishTexts();
    ~EnglishTexts();
    EnglishTexts(const EnglishTexts&) = delete;
    EnglishTexts& operator=(const EnglishTexts&) = delete;
};

} // namespace regnet
