// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/run_figure.h"

#include "core/problem.h"
#include "widgets/figures/edf_figure.h"
#include "widgets/figures/export_dialog.h"

#include "core/format/open_source.h"
#include "core/study/study.h"
#include "tests/widgets/figures/synthetic.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gmock/gmock.h>

#include <set>

namespace regnet {
namespace {

class RunFigureTest : public testing::Test
{
protected:
    QString path(const char* name) const { return folder.filePath(QLatin1String(name)); }

    static QByteArray bytesOf(const QString& file)
    {
        QFile stream(file);
        return stream.open(QIODevice::ReadOnly) ? stream.readAll() : QByteArray();
    }

    static std::string problemOf(const QStringList& arguments)
    {
        try {
            makeFigure(arguments);
        } catch (const Error& error) {
            return error.what();
        }
        return "no problem";
    }

    QTemporaryDir folder;
};

TEST_F(RunFigureTest, TheCommandLineAndTheDialogWriteTheSameBytes)
{
    makeFigure({QStringLiteral("edf"), QStringLiteral("paper:fig9-left"), QStringLiteral("--out"),
                path("line.png"), QStringLiteral("--width-mm=90"), QStringLiteral("--dpi=150")});
    const auto populations = test::shown(openSources({"paper:fig9-left"}));
    ExportDialog dialog(EdfFigure(populations, {}).plot(), QStringLiteral("edf"),
                        QStringLiteral("regnet figure edf paper:fig9-left"));
    dialog.setOptions({.widthMm = 90, .dpi = 150});
    dialog.setPath(path("dialog.png"));
    dialog.accept();
    EXPECT_EQ(dialog.problem().toStdString(), "");
    EXPECT_GT(bytesOf(path("line.png")).size(), 10'000);
    EXPECT_EQ(bytesOf(path("line.png")), bytesOf(path("dialog.png")));
}

TEST_F(RunFigureTest, AllFormatsAreWritten)
{
    for (const char* name : {"e.pdf", "e.svg", "e.png", "e.csv"}) {
        makeFigure({QStringLiteral("edf"), QStringLiteral("paper:fig9-left/RegNetX"), QStringLiteral("--out"),
                    path(name)});
        EXPECT_GT(bytesOf(path(name)).size(), 1000) << name;
    }
    EXPECT_TRUE(bytesOf(path("e.pdf")).startsWith("%PDF-"));
    EXPECT_THAT(bytesOf(path("e.csv")).toStdString(),
                testing::HasSubstr("\"RegNetX (paper) [206, 38.2 | 41.0]\",38.17,0.0048"));
}

// Every kind of panel that the paper has is a drawing, tables and model cards included.
TEST_F(RunFigureTest, EveryKindOfPanelOfAStudyIsDrawn)
{
    std::set<PanelKind> kinds;
    for (const Study& study : builtInStudies())
        for (const StudyPanel& panel : study.panels) {
            if (!kinds.insert(panel.kind).second) continue;
            const QString name = QString::fromStdString(study.name + "/" + panel.name);
            makeFigure({QStringLiteral("study"), name, QStringLiteral("--out"), path("panel.svg")});
            EXPECT_GT(bytesOf(path("panel.svg")).size(), 4000) << name.toStdString();
        }
    EXPECT_EQ(kinds.size(), 13U);
    EXPECT_THAT(problemOf({QStringLiteral("study"), QStringLiteral("fig9/left"), QStringLiteral("--own"),
                           QStringLiteral("--out"), path("own.svg")}),
                testing::HasSubstr("fig9/left has nothing to draw"));
    EXPECT_THAT(problemOf({QStringLiteral("study"), QStringLiteral("fig9/top"), QStringLiteral("--out"),
                           path("own.svg")}),
                testing::HasSubstr("has no panel \"top\""));
}

TEST_F(RunFigureTest, BadInputGivesASentenceThatNamesTheOption)
{
    const QString edf = QStringLiteral("edf"), source = QStringLiteral("paper:fig9-left"),
                  out = QStringLiteral("--out");
    EXPECT_THAT(problemOf({}), testing::HasSubstr("figure: has no name; expected edf, difference"));
    EXPECT_THAT(problemOf({QStringLiteral("pie")}), testing::HasSubstr("\"pie\" is not known"));
    EXPECT_THAT(problemOf({edf, source}), testing::HasSubstr("--out: is missing"));
    EXPECT_THAT(problemOf({edf, out, path("e.png")}), testing::HasSubstr("has no SOURCE"));
    EXPECT_THAT(problemOf({edf, source, out, path("e.jpg")}), testing::HasSubstr(".pdf, .svg, .png or .csv"));
    EXPECT_THAT(problemOf({edf, source, out, path("e.png"), QStringLiteral("--dpi=many")}),
                testing::HasSubstr("--dpi: is \"many\"; expected a number"));
    EXPECT_THAT(problemOf({edf, source, out, path("e.png"), QStringLiteral("--confidence=100")}),
                testing::HasSubstr("--confidence"));
    EXPECT_THAT(problemOf({edf, QStringLiteral("paper:fig9-left/NoSuch"), out, path("e.png")}),
                testing::HasSubstr("NoSuch"));
    EXPECT_THAT(problemOf({edf, source, out, path("no/folder/e.png")}),
                testing::HasSubstr("cannot be written"));
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

TEST_F(RunFigureTest, TheDialogStaysOpenWithASentenceWhenTheFolderCannotBeWritten)
{
    ExportDialog dialog(EdfFigure(test::shown({test::withFailures()}), {}).plot(), QStringLiteral("edf"), {});
    dialog.setPath(path("no/folder/e.csv"));
    dialog.accept();
    EXPECT_EQ(dialog.result(), QDialog::Rejected);
    EXPECT_THAT(dialog.problem().toStdString(), testing::HasSubstr("cannot be written"));
}

} // namespace
} // namespace regnet
