// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/export_dialog.h"

#include "core/system/whole_file.h"
#include "tests/widgets/figures/synthetic.h"
#include "widgets/figures/export_memory.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>

#include <gmock/gmock.h>

namespace regnet {
namespace {

class ExportDialogTest : public testing::Test
{
protected:
    ExportDialogTest() { qputenv("REGNET_SETTINGS", folder.filePath(QStringLiteral("s.ini")).toUtf8()); }
    ~ExportDialogTest() override { qunsetenv("REGNET_SETTINGS"); }

    static MadeFigure figure() { return {EdfFigure(test::shown({test::withFailures()}), {}).plot(), {}}; }
    static FigureCall call()
    {
        FigureCall call(QStringLiteral("edf"));
        call.setSources({QStringLiteral("own.csv")});
        return call;
    }
    static std::string remark(const ExportDialog& dialog, const char* field)
    {
        return dialog.findChild<QLabel*>(QLatin1String(field) + QLatin1String("Remark"))
            ->text()
            .toStdString();
    }

    QTemporaryDir folder;
};

TEST_F(ExportDialogTest, ABadNumberIsToldBesideItsFieldAndNothingIsSaved)
{
    ExportDialog dialog(figure(), call(), QStringLiteral("edf"));
    EXPECT_EQ(remark(dialog, "widthMm"), "");
    dialog.setOptions({.widthMm = 5, .fontPt = 90});
    EXPECT_THAT(remark(dialog, "widthMm"), testing::HasSubstr("20 to 1000"));
    EXPECT_THAT(remark(dialog, "fontPt"), testing::HasSubstr("4 to 48"));
    EXPECT_EQ(remark(dialog, "heightMm"), "");
    EXPECT_FALSE(dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->isEnabled());
    dialog.setOptions({});
    EXPECT_EQ(dialog.problem().toStdString(), "");
    EXPECT_TRUE(dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->isEnabled());
}

TEST_F(ExportDialogTest, PresetsAreKeptByNameFromOneDialogToTheNext)
{
    const FigureOptions look{
        .widthMm = 82.5, .heightMm = 55, .fontPt = 7, .palette = Palette::Bright, .hasTitle = false};
    {
        ExportDialog dialog(figure(), call(), QStringLiteral("edf"));
        dialog.setOptions(look);
        dialog.savePreset(QStringLiteral("My venue, 1 column"));
    }
    ExportDialog dialog(figure(), call(), QStringLiteral("edf"));
    EXPECT_EQ(dialog.presets(), QStringList{QStringLiteral("My venue, 1 column")});
    EXPECT_NE(dialog.options(), look);
    dialog.usePreset(QStringLiteral("My venue, 1 column"));
    EXPECT_EQ(dialog.options(), look);
    dialog.deletePreset(QStringLiteral("My venue, 1 column"));
    EXPECT_TRUE(dialog.presets().isEmpty());
}

TEST_F(ExportDialogTest, WhatWasSavedLastIsThereAgain)
{
    const FigureOptions look{.widthMm = 100, .heightMm = 70, .dpi = 150, .isDark = true};
    {
        ExportDialog dialog(figure(), call(), QStringLiteral("edf"));
        dialog.setOptions(look);
        dialog.setPath(folder.filePath(QStringLiteral("a.png")));
        dialog.accept();
        EXPECT_EQ(dialog.problem().toStdString(), "");
    }
    const ExportDialog dialog(figure(), call(), QStringLiteral("edf"));
    EXPECT_EQ(dialog.options(), look);
    EXPECT_EQ(dialog.path(), folder.filePath(QStringLiteral("edf.png")));
}

// Twelve model cards in the size of a curve could not be read.
TEST_F(ExportDialogTest, ModelCardsOpenAtTheirOwnSizeAndLeaveTheOthersTheirs)
{
    const FigureOptions look{.widthMm = 82.5, .heightMm = 60, .fontPt = 7};
    exportMemory::setLast({.look = look, .folder = folder.path()});
    FigureCall cards(QStringLiteral("study"));
    cards.setSources({QStringLiteral("fig15/cards")});
    {
        ExportDialog dialog(figure(), cards, QStringLiteral("cards"));
        EXPECT_EQ(dialog.options().widthMm, 180);
        EXPECT_EQ(dialog.options().heightMm, 160);
        EXPECT_EQ(dialog.options().fontPt, 7);
        dialog.accept();
        EXPECT_EQ(dialog.problem().toStdString(), "");
    }
    EXPECT_EQ(ExportDialog(figure(), call(), QStringLiteral("edf")).options(), look);
}

TEST_F(ExportDialogTest, AFileThatWouldBeReplacedIsTold)
{
    ExportDialog dialog(figure(), call(), QStringLiteral("edf"));
    const auto* told = dialog.findChild<QLabel*>(QStringLiteral("replaced"));
    dialog.setPath(folder.filePath(QStringLiteral("e.pdf")));
    EXPECT_EQ(told->text().toStdString(), "");
    writeWhole(folder.filePath(QStringLiteral("f.pdf")).toStdString(), "somebody's");
    dialog.setPath(folder.filePath(QStringLiteral("f.pdf")));
    EXPECT_THAT(told->text().toStdString(), testing::HasSubstr("will be replaced"));
}

TEST_F(ExportDialogTest, AVenueSetsTheWidthAndKeepsTheProportion)
{
    ExportDialog dialog(figure(), call(), QStringLiteral("edf"));
    auto* venue = dialog.findChild<QComboBox*>(QStringLiteral("venue"));
    const int index = venue->findText(QStringLiteral("ICML, one column"), Qt::MatchStartsWith);
    ASSERT_GT(index, 0);
    venue->setCurrentIndex(index);
    Q_EMIT venue->activated(index);
    EXPECT_DOUBLE_EQ(dialog.options().widthMm, 82.5);
    EXPECT_NEAR(dialog.options().heightMm, 82.5 * 0.75, 0.06);
}

TEST_F(ExportDialogTest, ItSaysWhatLooksAlikeWithoutColour)
{
    Population other = test::withFailures();
    other.name = "other";
    Plot plot = EdfFigure(test::shown({test::withFailures(), other}), {}).plot();
    for (PlotSeries& series : plot.series)
        series.hasPoints = false; // their symbols would tell them apart
    ExportDialog dialog({plot, {}}, call(), QStringLiteral("edf"));
    EXPECT_THAT(dialog.greyWarning().toStdString(), testing::HasSubstr("look alike"));
    dialog.setOptions({.palette = Palette::Greys});
    EXPECT_EQ(dialog.greyWarning().toStdString(), "");
}

TEST_F(ExportDialogTest, TheCommandSaysWhatIsChosen)
{
    ExportDialog dialog(figure(), call(), QStringLiteral("edf"));
    dialog.setPath(QStringLiteral("/tmp/a b.pdf"));
    dialog.setOptions({.widthMm = 82.5, .legend = LegendPlace::TopLeft});
    EXPECT_EQ(
        dialog.command(),
        QStringLiteral("regnet figure edf own.csv --width-mm 82.5 --legend top-left --out '/tmp/a b.pdf'"));
    const ExportDialog without(figure(), {}, QStringLiteral("edf"));
    EXPECT_TRUE(without.command().isEmpty());
    EXPECT_FALSE(without.findChild<QPushButton*>(QStringLiteral("copyCommand"))->isEnabled());
}

TEST_F(ExportDialogTest, AFolderThatIsNotThereKeepsTheDialogOpenWithASentence)
{
    ExportDialog dialog(figure(), call(), QStringLiteral("edf"));
    dialog.setPath(folder.filePath(QStringLiteral("no/folder/e.csv")));
    dialog.accept();
    EXPECT_EQ(dialog.result(), QDialog::Rejected);
    EXPECT_THAT(dialog.problem().toStdString(), testing::HasSubstr("cannot be written"));
}

} // namespace
} // namespace regnet
