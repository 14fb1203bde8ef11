// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QTranslator>

#include <algorithm>
#include <cstring>
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

/// lupdate files the texts of free functions under their namespace, whatever class they speak for: what is
/// not found under its own context is looked for there.
class Texts : public QTranslator
{
public:
    using QTranslator::QTranslator;

    QString translate(const char* context, const char* source, const char* disambiguation,
                      int n) const override
    {
        if (englishDepth > 0) return {};
        QString text = QTranslator::translate(context, source, disambiguation, n);
        if (!text.isNull() || std::strncmp(context, "regnet::", 8) != 0) return text;
        return QTranslator::translate("regnet", source, disambiguation, n);
    }
};

QString folder()
{
    initTranslations();
    return QStringLiteral(":/translations");
}

QString nameOf(const QString& code)
{
    QTranslator texts;
    if (!texts.load(folder() + QStringLiteral("/regnet_") + code)) return code;
    constexpr struct
    {
        const char *source, *comment;
    } own = QT_TRANSLATE_NOOP3("regnet::Language", "English", "the language's own name");
    const QString name = texts.translate("regnet::Language", own.source, own.comment);
    return name.isEmpty() ? QString::fromUtf8(own.source) : name;
}

/// Replaces what was installed for the same purpose before.
void install(std::unique_ptr<QTranslator>& current, std::unique_ptr<QTranslator> next)
{
    if (current) QCoreApplication::removeTranslator(current.get());
    current = std::move(next);
    if (current) QCoreApplication::installTranslator(current.get());
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

std::vector<Language> languages()
{
    std::vector<Language> all;
    for (const QString& file : QDir(folder()).entryList({QStringLiteral("regnet_*.qm")})) {
        const QString code = QFileInfo(file).completeBaseName().mid(7);
        all.push_back({code, nameOf(code)});
    }
    std::ranges::sort(all, {},
                      [](const Language& each) { return std::pair(each.code != english, each.code); });
    return all;
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
    auto own = std::make_unique<Texts>(); // asked before Qt's: the last one that is installed
    const bool hasOwn = own->load(folder() + QStringLiteral("/regnet_") + code);
    install(now.own, hasOwn ? std::move(own) : nullptr);
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
