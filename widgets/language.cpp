// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/language.h"

#include "widgets/translation_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QStandardPaths>
#include <QTranslator>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <memory>

/// Outside of any namespace, as Qt demands.
void initTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace regnet {
namespace {

const QString english = QStringLiteral("en");

thread_local int englishDepth = 0; // of EnglishTexts

/// Qt's names of the buttons below our dialogs, as its two themes write them, and of those of docks, for
/// screen readers. They are translated here as well: distributions pack Qt's own translations apart, and
/// without them these words alone stayed English.
[[maybe_unused]] constexpr std::array buttonsOfQt{
    QT_TRANSLATE_NOOP("QPlatformTheme", "OK"),     QT_TRANSLATE_NOOP("QPlatformTheme", "Save"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Cancel"), QT_TRANSLATE_NOOP("QPlatformTheme", "Close"),
    QT_TRANSLATE_NOOP("QGnomeTheme", "&OK"),       QT_TRANSLATE_NOOP("QGnomeTheme", "&Save"),
    QT_TRANSLATE_NOOP("QGnomeTheme", "&Cancel"),   QT_TRANSLATE_NOOP("QGnomeTheme", "&Close"),
    QT_TRANSLATE_NOOP("QDockWidget", "Close"),     QT_TRANSLATE_NOOP("QDockWidget", "Float")};

/// lupdate files the texts of free functions under their namespace, whatever class they speak for: what is
/// not found under its own context is looked for there.
class Texts : public QTranslator
{
public:
    /// The bytes are kept, not the file: a translator who makes it anew while it is shown changes nothing
    /// under our feet.
    bool read(const QString& path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) return false;
        m_bytes = file.readAll();
        return isWholeTranslation(m_bytes) &&
               load(reinterpret_cast<const uchar*>(m_bytes.constData()), static_cast<int>(m_bytes.size()));
    }

    QString translate(const char* context, const char* source, const char* disambiguation,
                      int n) const override
    {
        if (englishDepth > 0) return {};
        QString text = QTranslator::translate(context, source, disambiguation, n);
        if (!text.isNull() || std::strncmp(context, "regnet::", 8) != 0) return text;
        return QTranslator::translate("regnet", source, disambiguation, n);
    }

private:
    QByteArray m_bytes;
};

QString builtInFolder()
{
    initTranslations();
    return QStringLiteral(":/translations");
}

/// What the file calls its language; empty when it does not.
QString nameIn(const Texts& texts)
{
    constexpr struct
    {
        const char *source, *comment;
    } own = QT_TRANSLATE_NOOP3("regnet::Language", "English", "the language's own name");
    return texts.QTranslator::translate("regnet::Language", own.source, own.comment, -1);
}

/// Fills in the name, or says why the file is no language of this program.
QString problemWith(Language& language)
{
    const auto sentence = [&](const char* text) {
        return QCoreApplication::translate("regnet::Language", text)
            .arg(QDir::toNativeSeparators(language.file));
    };
    Texts texts;
    if (!texts.read(language.file))
        return sentence(QT_TRANSLATE_NOOP(
            "regnet::Language",
            "The language in %1 is left out: the file is damaged. lrelease makes it anew."));
    language.name = nameIn(texts);
    // English stands in the sources; its file has only what depends on a number.
    if (language.name.isEmpty() && language.code == english) language.name = QStringLiteral("English");
    if (language.name.isEmpty())
        return sentence(QT_TRANSLATE_NOOP("regnet::Language",
                                          "The language in %1 is left out: the file does not say the "
                                          "language's own name, so it is of another program or empty."));
    return {};
}

/// Replaces what was installed for the same purpose before.
void install(std::unique_ptr<QTranslator>& current, std::unique_ptr<QTranslator> next)
{
    if (current) QCoreApplication::removeTranslator(current.get());
    current = std::move(next);
    if (current) QCoreApplication::installTranslator(current.get());
}

/// None where the file is gone or damaged meanwhile: then everything is English.
std::unique_ptr<QTranslator> ownTexts(const QString& code)
{
    const std::vector<Language> all = languages();
    const auto chosen = std::ranges::find(all, code, &Language::code);
    auto texts = std::make_unique<Texts>();
    return chosen != all.end() && texts->read(chosen->file) ? std::move(texts) : nullptr;
}

struct Applied
{
    QString code = english;
    std::unique_ptr<QTranslator> qt;
    std::unique_ptr<QTranslator> own;
};

Applied& applied()
{
    static Applied all;
    return all;
}

} // namespace

QStringList languageFolders()
{
    const QString own = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return {builtInFolder(),
            QDir::cleanPath(QCoreApplication::applicationDirPath() +
                            QStringLiteral("/../share/regnet-explorer/translations")),
            own + QStringLiteral("/translations")};
}

FoundLanguages findLanguages(const QStringList& folders)
{
    FoundLanguages found;
    std::map<QString, Language> byCode;
    for (const QString& folder : folders)
        for (const QFileInfo& file : QDir(folder).entryInfoList({QStringLiteral("regnet_?*.qm")})) {
            Language language{file.completeBaseName().mid(7), {}, file.filePath()};
            const QString problem = problemWith(language);
            if (problem.isEmpty())
                byCode[language.code] = language;
            else
                found.problems << problem;
        }
    for (const auto& [code, language] : byCode)
        found.languages.push_back(language);
    std::stable_partition(found.languages.begin(), found.languages.end(),
                          [](const Language& each) { return each.code == english; });
    return found;
}

std::vector<Language> languages()
{
    return findLanguages().languages;
}

QString languageFor(const QString& wanted, const QStringList& ofTheSystem)
{
    const std::vector<Language> all = languages();
    const auto isThere = [&all](const QString& code) {
        return std::ranges::any_of(all, [&code](const Language& each) { return each.code == code; });
    };
    if (isThere(wanted)) return wanted;
    for (QString code : ofTheSystem) {
        code.replace(QLatin1Char('-'), QLatin1Char('_'));
        if (isThere(code)) return code;
        code = code.section(QLatin1Char('_'), 0, 0);
        if (isThere(code)) return code;
    }
    return english;
}

QLocale localeFor(const QString& code)
{
    QLocale locale(code);
    if (locale.decimalPoint() != QLatin1String(".") || locale.zeroDigit() != QLatin1String("0"))
        locale = QLocale::c();
    locale.setNumberOptions(QLocale::OmitGroupSeparator | QLocale::RejectGroupSeparator);
    return locale;
}

void applyLanguage(const QString& code)
{
    Applied& now = applied();
    now.code = code;
    QLocale::setDefault(localeFor(code));
    auto qt = std::make_unique<QTranslator>();
    const bool hasQt = code != english && qt->load(QStringLiteral("qtbase_") + code,
                                                   QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(now.qt, hasQt ? std::move(qt) : nullptr);
    install(now.own, ownTexts(code)); // asked before Qt's: the last one that is installed
    QGuiApplication::setLayoutDirection(QLocale(code).textDirection());
}

QString currentLanguage()
{
    return applied().code;
}

EnglishTexts::EnglishTexts()
{
    ++englishDepth;
}

EnglishTexts::~EnglishTexts()
{
    --englishDepth;
}

} // namespace regnet
