// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/language.h"

#include "core/problem.h"
#include "core/space/built_in_spaces.h"
#include "core/study/study.h"
#include "widgets/shown_text.h"

#include <QCoreApplication>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace regnet {
namespace {

/// The tests of this program share one application: each leaves it in English.
class LanguageTest : public testing::Test
{
protected:
    ~LanguageTest() override { applyLanguage(QStringLiteral("en")); }

    static std::string quit()
    {
        return QCoreApplication::translate("regnet::MainWindow", "&Quit").toStdString();
    }
    static std::string shown(std::string_view text) { return shownText(text).toStdString(); }
};

TEST_F(LanguageTest, EnglishIsFirstAndEachSaysItsOwnName)
{
    const std::vector<Language> all = languages();
    ASSERT_GE(all.size(), 2U);
    EXPECT_EQ(all[0].code.toStdString(), "en");
    EXPECT_EQ(all[0].name.toStdString(), "English");
    const auto korean = std::ranges::find(all, QStringLiteral("ko"), &Language::code);
    ASSERT_NE(korean, all.end());
    EXPECT_EQ(korean->name.toStdString(), "한국어");
}

TEST_F(LanguageTest, TheSystemsFirstLanguageThatThereIsIsTaken)
{
    const QString system;
    EXPECT_EQ(languageFor(system, {QStringLiteral("ko-KR"), QStringLiteral("en")}).toStdString(), "ko");
    EXPECT_EQ(languageFor(system, {QStringLiteral("xx-XX"), QStringLiteral("ko")}).toStdString(), "ko");
    EXPECT_EQ(languageFor(system, {QStringLiteral("xx")}).toStdString(), "en");
    EXPECT_EQ(languageFor(system, {QStringLiteral("C")}).toStdString(), "en");
    EXPECT_EQ(languageFor(QStringLiteral("en"), {QStringLiteral("ko-KR")}).toStdString(), "en");
    EXPECT_EQ(languageFor(QStringLiteral("gone"), {QStringLiteral("ko-KR")}).toStdString(), "ko");
}

TEST_F(LanguageTest, TextsFollowAndComeBack)
{
    EXPECT_EQ(quit(), "&Quit");
    applyLanguage(QStringLiteral("ko"));
    EXPECT_EQ(currentLanguage().toStdString(), "ko");
    EXPECT_EQ(quit(), "끝내기(&Q)");
    applyLanguage(QStringLiteral("en"));
    EXPECT_EQ(quit(), "&Quit");
}

TEST_F(LanguageTest, WhatGoesIntoFilesIsEnglish)
{
    applyLanguage(QStringLiteral("ko"));
    {
        const EnglishTexts outer;
        {
            const EnglishTexts inner;
            EXPECT_EQ(quit(), "&Quit");
        }
        EXPECT_EQ(quit(), "&Quit");
    }
    EXPECT_EQ(quit(), "끝내기(&Q)");
}

TEST_F(LanguageTest, OneAndManyAreToldApart)
{
    applyLanguage(QStringLiteral("en"));
    const auto jobs = [](int n) {
        return QCoreApplication::translate("regnet::QueuePanel", "%n selected job(s)", nullptr, n)
            .toStdString();
    };
    EXPECT_EQ(jobs(1), "1 selected job");
    EXPECT_EQ(jobs(2), "2 selected jobs");
    applyLanguage(QStringLiteral("ko"));
    EXPECT_EQ(jobs(2), "선택한 작업 2개");
}

TEST_F(LanguageTest, NumbersHaveAPointInEveryLanguage)
{
    for (const char* code : {"en", "ko", "de", "fr", "ar"})
        EXPECT_EQ(localeFor(QLatin1String(code)).toString(1234.5).toStdString(), "1234.5") << code;
    EXPECT_EQ(localeFor(QStringLiteral("ko")).language(), QLocale::Korean);
}

TEST_F(LanguageTest, TextsOfCoreAreKnownWithWhatStandsInThem)
{
    EXPECT_EQ(shown("12 of 40 done, 2 failed, 3 running"), "12 of 40 done, 2 failed, 3 running");
    applyLanguage(QStringLiteral("ko"));
    EXPECT_EQ(shown("out of memory"), "메모리 부족");
    EXPECT_EQ(shown("12 of 40 done, 2 failed, 3 running"), "40개 중 12개 완료, 실패 2, 실행 중 3");
    EXPECT_EQ(shown("tasks 3 to 9: one or more running"), "태스크 3~9: 하나 이상이 실행 중");
    EXPECT_EQ(shown("RegNetX is better than AnyNetX_E"), "RegNetX이(가) AnyNetX_E보다 좋음");
    EXPECT_EQ(shown("my own words, of %1"), "my own words, of %1");
    EXPECT_EQ(shownSentence({ProblemKind::BadInput, "w0", "is 20", "a multiple of 8 above 0"}).toStdString(),
              "w0: 값이 20입니다. 올바른 값: 0보다 큰 8의 배수");
}

TEST_F(LanguageTest, StudiesAndSpacesAreKnown)
{
    applyLanguage(QStringLiteral("ko"));
    const auto expectKnown = [](const std::string& text) {
        if (!text.empty()) {
            EXPECT_NE(shown(text), text);
        }
    };
    for (const Study& study : builtInStudies()) {
        expectKnown(study.title);
        expectKnown(study.about);
    }
    for (const DesignSpace& space : builtInSpaces())
        expectKnown(space.note);
    for (const Regime& regime : regimes())
        expectKnown(regime.note);
    for (const StudyScale& scale : builtInStudies().front().scales)
        expectKnown(scale.note);
}

/// Two texts of which one could stand for the other would be a matter of luck.
TEST_F(LanguageTest, CoresTextsStandOnce)
{
    std::set<std::string> seen;
    for (const char* text : coreTexts())
        EXPECT_TRUE(seen.insert(text).second) << text;
}

} // namespace
} // namespace regnet
