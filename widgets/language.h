// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>

#include <vector>

namespace regnet {

/// A language of the window: a file regnet_CODE.qm, compiled in from resources/translations or put into one
/// of languageFolders(). A new one needs no line of code. The command line, recorded figures and all that is
/// written into files stay English.
struct Language
{
    QString code; ///< "en", "ko", "pt_BR"
    QString name; ///< in the language itself
    QString file;
};

struct FoundLanguages
{
    std::vector<Language> languages; ///< English first, the others by code
    QStringList problems;            ///< a sentence for each file that was left out
};

/// Where languages are looked for; of two with one code the later one is taken. Those of the program itself,
/// those that came with a package (share/regnet-explorer/translations beside the program's bin), the user's
/// (translations in QStandardPaths::AppDataLocation).
QStringList languageFolders();
/// A file is left out when it is damaged, or says no name of its language, as those of other programs do.
FoundLanguages findLanguages(const QStringList& folders = languageFolders());
std::vector<Language> languages(); ///< those that are found
/// The language for this wish: itself where there is such a one; for anything else, "" included, the first of
/// the system's languages that there is; English where there is none.
QString languageFor(const QString& wanted, const QStringList& ofTheSystem = QLocale::system().uiLanguages());
/// All texts that are asked for from now on are in this language, Qt's own where Qt has them, and windows are
/// laid out in its direction. They hear of it by QEvent::LanguageChange, also when the language is the same:
/// its file is read anew. Needs an application; to be called in its thread.
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
