// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/figure_call.h"

#include "tests/problem_of.h"

#include <gmock/gmock.h>

namespace regnet {
namespace {

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

std::string problemOf(const char* text)
{
    return regnet::problemOf([&] { FigureCall::from(words(text)).picture(); });
}

TEST(FigureCall, EqualFiguresGiveEqualWords)
{
    const FigureCall call =
        FigureCall::from(words("edf --dpi 300 --width-mm 90.0 a.csv b.csv --where depth=12:28 "
                               "--where flops=:4e8 --band bootstrap --legend none --dark"));
    EXPECT_EQ(call.words(), words("edf a.csv b.csv --where depth=12:28 --where flops=:4e8 --band bootstrap "
                                  "--width-mm 90 --legend none --dark"));
    EXPECT_EQ(FigureCall::from(call.words()).words(), call.words());
}

TEST(FigureCall, APictureComesBackAsItWas)
{
    FigureOptions look{.widthMm = 83.3,
                       .heightMm = 62.5,
                       .fontPt = 7.5,
                       .family = QStringLiteral("Liberation Serif"),
                       .linePt = 0.8,
                       .dpi = 600,
                       .palette = Palette::Greys,
                       .legend = LegendPlace::Below,
                       .isDark = true,
                       .hasTitle = false};
    FigureCall call(QStringLiteral("edf"));
    call.setPicture(look);
    EXPECT_EQ(FigureCall::from(call.words()).picture(), look);
    call.setPicture({});
    EXPECT_EQ(call.words(), words("edf"));
}

TEST(FigureCall, AListHasNoEmptyPart)
{
    const auto slotsOf = [](const char* colours) {
        FigureCall call(QStringLiteral("edf"));
        call.set(QStringLiteral("colours"), QString::fromLatin1(colours));
        return call.slots();
    };
    EXPECT_EQ(slotsOf("1,3"), (std::vector<int>{0, 2}));
    EXPECT_EQ(slotsOf(""), std::vector<int>{});
    for (const char* wrong : {"1,,3", ",1", "1,", ","}) {
        try {
            slotsOf(wrong);
            ADD_FAILURE() << wrong;
        } catch (const Error& error) {
            EXPECT_EQ(error.what(),
                      "--colours: is \"" + std::string(wrong) +
                          "\", in which a part is empty; expected values with one comma between "
                          "two of them: 1,2,3");
        }
    }
}

TEST(FigureCall, CardsAreLargerUnlessASizeIsGiven)
{
    EXPECT_EQ(FigureCall::from(words("study fig15/cards")).picture().widthMm, 180);
    EXPECT_EQ(FigureCall::from(words("study fig15/cards")).picture().heightMm, 160);
    EXPECT_EQ(FigureCall::from(words("study fig11/wm")).picture().widthMm, 120);
    EXPECT_EQ(FigureCall::from(words("study fig15/cards --width-mm 120 --height-mm 160")).words(),
              words("study fig15/cards --width-mm 120"));
}

TEST(FigureCall, TheShellLineQuotesWhatItMust)
{
    FigureCall call(QStringLiteral("edf"));
    call.setSources({QStringLiteral("my sweep.json")});
    call.set(QStringLiteral("title"), QStringLiteral("it's"));
    EXPECT_EQ(call.shellLine(QStringLiteral("e.pdf")),
              QStringLiteral("regnet figure edf 'my sweep.json' --title 'it'\\''s' --out e.pdf"));
}

TEST(FigureCall, BadInputGivesASentenceThatNamesTheOption)
{
    EXPECT_EQ(problemOf("edf --width-mm wide"), "--width-mm: is \"wide\"; expected a number");
    EXPECT_EQ(problemOf("edf --width-mm 5"), "width in mm: is 5; expected 20 to 1000");
    EXPECT_EQ(problemOf("edf --height-mm nan"), "--height-mm: is \"nan\"; expected a number");
    EXPECT_EQ(problemOf("edf --dpi 1e12"), "dpi: is 1e+09; expected 36 to 2400");
    EXPECT_EQ(problemOf("edf --line-pt -1"), "line width in pt: is -1; expected 0.1 to 10");
    EXPECT_THAT(problemOf("edf --palette rainbow"),
                testing::HasSubstr("--palette: is \"rainbow\"; expected colour-blind-safe"));
    EXPECT_THAT(problemOf("edf --legend middle"),
                testing::HasSubstr("--legend: is \"middle\"; expected automatic"));
    EXPECT_THAT(problemOf("edf --colour red"), testing::HasSubstr("figure: "));
}

} // namespace
} // namespace regnet
