// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/translation_file.h"

#include "tests/widgets/translation_maker.h"
#include "widgets/language.h"

#include <QFile>
#include <QTranslator>

#include <gtest/gtest.h>

namespace regnet {
namespace {

QByteArray german()
{
    return compiledTranslation(
        {ownName(QStringLiteral("Deutsch")),
         {QStringLiteral("regnet::MainWindow"), QStringLiteral("&Quit"), {}, QStringLiteral("&Beenden")}});
}

/// What QTranslator makes of "&Quit" with it.
std::string quit(const QByteArray& qm)
{
    QTranslator translator;
    if (!translator.load(reinterpret_cast<const uchar*>(qm.constData()), static_cast<int>(qm.size())))
        return "refused";
    return translator.translate("regnet::MainWindow", "&Quit").toStdString();
}

TEST(TranslationFormat, WhatLreleaseMakesIsWhole)
{
    EXPECT_TRUE(isWholeTranslation(german()));
}

TEST(TranslationFormat, SoAreThoseThatAreCompiledIn)
{
    const std::vector<Language> all = languages();
    ASSERT_GE(all.size(), 2U);
    for (const Language& each : all) {
        QFile file(each.file);
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        EXPECT_TRUE(isWholeTranslation(file.readAll())) << each.file.toStdString();
    }
}

TEST(TranslationFormat, NothingAndOtherFilesAreNot)
{
    EXPECT_FALSE(isWholeTranslation({}));
    EXPECT_FALSE(isWholeTranslation("<?xml version=\"1.0\"?><TS version=\"2.1\"/>"));
    EXPECT_FALSE(isWholeTranslation(QByteArray(64, '\0')));
}

TEST(TranslationFormat, TheBeginningOfOneIsNotUnlessItHasAllTexts)
{
    const QByteArray whole = german();
    qsizetype withTexts = 0;
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const QByteArray beginning = whole.first(length);
        if (!isWholeTranslation(beginning)) continue;
        ++withTexts;
        EXPECT_EQ(quit(beginning), "&Beenden") << length << " of " << whole.size();
    }
    EXPECT_LT(withTexts, 4); // ends of sections that come after the texts
}

/// What is taken for whole can be asked for any text; a build with the address sanitizer sees what is read.
TEST(TranslationFormat, ADamagedByteIsFoundOrHarmless)
{
    const QByteArray whole = german();
    int found = 0;
    for (qsizetype at = 0; at < whole.size(); ++at)
        for (const int bits : {0x01, 0x80, 0xff}) {
            QByteArray damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ bits);
            if (!isWholeTranslation(damaged)) {
                ++found;
                continue;
            }
            EXPECT_LT(quit(damaged).size(), static_cast<std::size_t>(whole.size()));
        }
    EXPECT_GT(found, 100);
}

} // namespace
} // namespace regnet
