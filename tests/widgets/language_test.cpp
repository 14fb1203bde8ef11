// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/language.h"

#include "core/problem.h"
#include "core/space/built_in_spaces.h"
#include "core/study/study.h"
#include "tests/widgets/translation_maker.h"
#include "widgets/core_texts.h"
#include "widgets/shown_text.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QGuiApplication>
#include <QPushButton>

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
    // Qt's own translations need not be installed.
    QDialogButtonBox buttons(QDialogButtonBox::Cancel);
    EXPECT_THAT(buttons.button(QDialogButtonBox::Cancel)->text().toStdString(), testing::HasSubstr("취소"));
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

// Half of it came through the text for values: "the value is not a file".
TEST_F(LanguageTest, WhatIsWrongWithAFileIsKnown)
{
    applyLanguage(QStringLiteral("ko"));
    const auto said = [](const char* wrong, const char* right) {
        return shownSentence({ProblemKind::BadInput, "a.json:1", wrong, right}).toStdString();
    };
    EXPECT_EQ(said("is not a file", ""), "a.json:1: 파일이 아닙니다");
    EXPECT_EQ(said("ends in the middle", "a value"), "a.json:1: 중간에서 끊겼습니다. 올바른 값: 값");
    EXPECT_EQ(said("is damaged (torn); \"regnet store repair\" makes it anew from the spool", ""),
              "a.json:1: 손상되었습니다(torn). \"regnet store repair\"로 스풀에서 새로 만들 수 "
              "있습니다");
    EXPECT_EQ(said("is nested too deeply", "at most 64 levels"),
              "a.json:1: 너무 깊이 중첩되어 있습니다. 올바른 값: 최대 64단계");
    EXPECT_EQ(said("has 64424509440 bytes", ""), "a.json:1: 64424509440바이트입니다");
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

std::string printed(const FoundLanguages& found)
{
    std::string text;
    for (const Language& each : found.languages)
        text += each.code.toStdString() + " " + each.name.toStdString() + "\n";
    return text;
}

TranslatedText quitIn(const char* text)
{
    return {QStringLiteral("regnet::MainWindow"), QStringLiteral("&Quit"), {}, QString::fromUtf8(text)};
}

TEST_F(LanguageTest, AreLookedForInTheProgramThenBesideItThenWithTheUser)
{
    const OwnDataFolder own;
    const QStringList folders = languageFolders();
    ASSERT_EQ(folders.size(), 3);
    EXPECT_EQ(folders[0].toStdString(), ":/translations");
    const QString bin = QCoreApplication::applicationDirPath();
    EXPECT_EQ(folders[1], bin.left(bin.lastIndexOf(QLatin1Char('/'))) +
                              QStringLiteral("/share/regnet-explorer/translations"));
    EXPECT_EQ(folders[2], own.translations());
}

TEST_F(LanguageTest, AFileInAFolderIsALanguageUnderItsOwnName)
{
    const QTemporaryDir folder;
    writeFile(folder.filePath(QStringLiteral("regnet_pt_BR.qm")),
              compiledTranslation({ownName(QStringLiteral("Português"))}));
    writeFile(folder.filePath(QStringLiteral("regnet.ts")), "<TS/>");
    const FoundLanguages found = findLanguages({QStringLiteral(":/translations"), folder.path()});
    EXPECT_EQ(printed(found), "en English\nko 한국어\npt_BR Português\n");
    EXPECT_TRUE(found.problems.isEmpty());
}

TEST_F(LanguageTest, TheLaterFolderWins)
{
    const OwnDataFolder own;
    own.putLanguage(QStringLiteral("ko"),
                    compiledTranslation({ownName(QStringLiteral("내 한국어")), quitIn("그만")}));
    EXPECT_EQ(printed(findLanguages()), "en English\nko 내 한국어\n");
    applyLanguage(QStringLiteral("ko"));
    EXPECT_EQ(quit(), "그만");
    EXPECT_EQ(shown("out of memory"), "out of memory"); // what it lacks is English, not the other file's
}

TEST_F(LanguageTest, AFileIsReadAnewWhenItsLanguageIsChosenAgain)
{
    const OwnDataFolder own;
    own.putLanguage(QStringLiteral("de"), compiledTranslation({ownName(QStringLiteral("Deutsch"))}));
    applyLanguage(QStringLiteral("de"));
    EXPECT_EQ(quit(), "&Quit");
    own.putLanguage(QStringLiteral("de"),
                    compiledTranslation({ownName(QStringLiteral("Deutsch")), quitIn("&Beenden")}));
    EXPECT_EQ(quit(), "&Quit"); // writing over the file changes nothing that is shown
    applyLanguage(QStringLiteral("de"));
    EXPECT_EQ(quit(), "&Beenden");
}

TEST_F(LanguageTest, ADamagedFileIsToldAndTheOtherOneOfItsCodeStays)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("regnet_ko.qm"));
    const QByteArray whole = compiledTranslation({ownName(QStringLiteral("한국어"))});
    writeFile(path, whole.first(whole.size() / 2));
    const FoundLanguages found = findLanguages({QStringLiteral(":/translations"), folder.path()});
    EXPECT_EQ(printed(found), "en English\nko 한국어\n");
    ASSERT_EQ(found.problems.size(), 1);
    EXPECT_EQ(found.problems[0].toStdString(),
              "The language in " + path.toStdString() +
                  " is left out: the file is damaged. lrelease makes it anew.");
    EXPECT_TRUE(found.languages[1].file.startsWith(QLatin1Char(':')));
}

TEST_F(LanguageTest, AFileOfAnotherProgramIsTold)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("regnet_fr.qm"));
    writeFile(path,
              compiledTranslation(
                  {{QStringLiteral("Editor"), QStringLiteral("Save"), {}, QStringLiteral("Enregistrer")}}));
    const FoundLanguages found = findLanguages({folder.path()});
    EXPECT_TRUE(found.languages.empty());
    ASSERT_EQ(found.problems.size(), 1);
    EXPECT_EQ(found.problems[0].toStdString(),
              "The language in " + path.toStdString() +
                  " is left out: the file does not say the language's own name, so it is of another program "
                  "or empty.");
}

TEST_F(LanguageTest, ALanguageThatIsGoneIsEnglish)
{
    const OwnDataFolder own;
    const QByteArray german = compiledTranslation({ownName(QStringLiteral("Deutsch")), quitIn("&Beenden")});
    own.putLanguage(QStringLiteral("de"), german);
    applyLanguage(QStringLiteral("de"));
    EXPECT_EQ(quit(), "&Beenden");
    own.putLanguage(QStringLiteral("de"), german.first(20));
    applyLanguage(QStringLiteral("de"));
    EXPECT_EQ(quit(), "&Quit");
}

TEST_F(LanguageTest, FromRightToLeftTheWindowIsTurned)
{
    applyLanguage(QStringLiteral("ar"));
    EXPECT_EQ(QGuiApplication::layoutDirection(), Qt::RightToLeft);
    applyLanguage(QStringLiteral("ko"));
    EXPECT_EQ(QGuiApplication::layoutDirection(), Qt::LeftToRight);
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
