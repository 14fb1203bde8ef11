// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/run_figure.h"

#include "core/study/study.h"
#include "core/system/whole_file.h"
#include "tests/problem_of.h"
#include "tests/widgets/wait_for.h"
#include "widgets/compare/compare_view.h"
#include "widgets/compare/figure_tab.h"
#include "widgets/figures/export_dialog.h"
#include "widgets/plot/plot_widget.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

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
        return regnet::problemOf([&] { makeFigure(arguments); });
    }

    QTemporaryDir folder;
};

/// Words of a shell line, by a shell.
QStringList wordsOf(const QString& line)
{
    QProcess shell;
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("printf '%s\\n' ") + line});
    shell.waitForFinished();
    return QString::fromUtf8(shell.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

/// What the window exports, and then the copied command, give the same bytes in every format.
TEST_F(RunFigureTest, ACopiedCommandReplaysTheExportOfTheWindow)
{
    CompareView view;
    QSignalSpy loaded(&view, &CompareView::loaded);
    writeWhole(path("own.csv").toStdString(), "population,error,depth,flops\nA,41,12,2e8\nA,43,13,3e8\nB,40,"
                                              "12,2e8\nB,42,15,4e8\nC,39,11,1e8\nC,38,9,5e8\n");
    view.openSources({path("own.csv"), QStringLiteral("paper:fig9-left/RegNetX")});
    ASSERT_TRUE(waitFor([&loaded] { return !loaded.isEmpty(); }));
    view.comparison().setVisible(1, false);
    view.comparison().move(2, 0);
    view.model().setFilter({{"error", std::nullopt, 60}});
    for (const char* tabName : {"edf", "difference", "scatter", "parallel"}) {
        view.showTab(QLatin1String(tabName));
        view.resize(800, 600);
        view.show();
        auto* tab = view.findChild<FigureTab*>(QLatin1String(tabName) + QLatin1String("Tab"));
        ASSERT_TRUE(waitFor([tab] { return tab->figure() != nullptr && !tab->isBusy(); })) << tabName;
        for (const char* ending : {"pdf", "svg", "png", "tex", "csv"}) {
            Q_EMIT tab->plotWidget()->exportRequested();
            auto* dialog = view.findChild<ExportDialog*>();
            ASSERT_TRUE(dialog);
            dialog->setOptions(
                {.widthMm = 90, .heightMm = 60, .fontPt = 7, .dpi = 150, .legend = LegendPlace::Below});
            const QString file = path("window.") + QLatin1String(ending);
            dialog->setPath(file);
            const QString command = dialog->command();
            dialog->accept();
            EXPECT_EQ(dialog->problem().toStdString(), "");
            delete dialog;
            const QByteArray exported = bytesOf(file);
            ASSERT_GT(exported.size(), 100);
            ASSERT_TRUE(QFile::remove(file));
            const QStringList words = wordsOf(command);
            ASSERT_EQ(words.mid(0, 2), (QStringList{QStringLiteral("regnet"), QStringLiteral("figure")}));
            makeFigure(words.mid(2));
            EXPECT_EQ(bytesOf(file), exported) << command.toStdString();
        }
    }
}

TEST_F(RunFigureTest, NetworksAreDrawnFromTheirText)
{
    makeFigure({QStringLiteral("quantisation"),
                QStringLiteral("regnet network --d 13 --w0 24 --wa 36.44 --wm 2.49 --g 8"),
                QStringLiteral("--out"), path("q.csv")});
    EXPECT_TRUE(bytesOf(path("q.csv")).contains("u = w0 + wa·j"));
    makeFigure({QStringLiteral("shares"),
                QStringLiteral("regnet network --d 13 --w0 24 --wa 36.44 --wm 2.49 --g 8"),
                QStringLiteral("--out"), path("shares.csv")});
    EXPECT_TRUE(bytesOf(path("shares.csv")).contains("stage 1"));
    EXPECT_THAT(problemOf({QStringLiteral("quantisation"), QStringLiteral("--out"), path("q.pdf")}),
                testing::HasSubstr("has no network"));
}

TEST_F(RunFigureTest, AStudyIsDrawnPanelByPanel)
{
    makeFigure({QStringLiteral("study"), QStringLiteral("fig11/wm"), QStringLiteral("--out"), path("s.svg")});
    EXPECT_TRUE(bytesOf(path("s.svg")).contains("</text>"));
    EXPECT_THAT(
        problemOf({QStringLiteral("study"), QStringLiteral("fig11"), QStringLiteral("--out"), path("t.svg")}),
        testing::HasSubstr("names no panel"));
}

TEST_F(RunFigureTest, AllFormatsAreWritten)
{
    for (const char* name : {"e.pdf", "e.svg", "e.png", "e.tex", "e.csv"}) {
        makeFigure({QStringLiteral("edf"), QStringLiteral("paper:fig9-left/RegNetX"), QStringLiteral("--out"),
                    path(name)});
        EXPECT_GT(bytesOf(path(name)).size(), 1000) << name;
    }
    EXPECT_TRUE(bytesOf(path("e.pdf")).startsWith("%PDF-"));
    EXPECT_THAT(bytesOf(path("e.csv")).toStdString(),
                testing::HasSubstr("\"RegNetX (paper) [206, 38.2 | 41.0]\",38.17,0.0048"));
}

TEST_F(RunFigureTest, AStoreNamesTheSourcesThatAreNoAddresses)
{
    writeWhole(path("own.csv").toStdString(), "population,error\nA,41\n");
    const QString store = QStringLiteral("--store"), out = QStringLiteral("--out");
    for (const QString& source : {path("own.csv"), QStringLiteral("paper:fig9-left/RegNetX"),
                                  QStringLiteral("shipped:cpu-spaces/RegNetX@cpu")})
        makeFigure({QStringLiteral("edf"), source, store, path("none.db"), out, path("e.csv")});
    EXPECT_THAT(
        problemOf({QStringLiteral("edf"), QStringLiteral("A"), store, path("none.db"), out, path("e.csv")}),
        testing::HasSubstr("none.db: does not exist"));
    EXPECT_THAT(problemOf({QStringLiteral("curves"), path("own.csv"), out, path("e.csv")}),
                testing::HasSubstr("finds no trainings"));
    EXPECT_THAT(problemOf({QStringLiteral("study"), QStringLiteral("fig9/left"),
                           QStringLiteral("--training-seed=-1"), out, path("e.csv")}),
                testing::HasSubstr("--training-seed: is \"-1\""));
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

// Nobody reads as many, and to lay out their legend took minutes.
TEST_F(RunFigureTest, MorePopulationsThanAnybodyTellsApartAreRefused)
{
    const auto write = [&](int count, int depths) {
        std::string text = "population,error,depth\n";
        for (int i = 0; i < count * depths; ++i)
            text += "p" + std::to_string(i / depths) + ",50," + std::to_string(i % depths) + "\n";
        writeWhole(path("many.csv").toStdString(), text);
    };
    const auto problem = [&](const char* figure, const QStringList& more = {}) {
        return problemOf(
            QStringList{QLatin1String(figure), path("many.csv"), QStringLiteral("--out"), path("many.svg")} +
            more);
    };
    write(20'000, 1);
    for (const char* figure : {"edf", "best-of-k", "scatter", "parallel"})
        EXPECT_EQ(problem(figure), "populations: are 20000, and at most 200 are drawn; expected some "
                                   "of them: --only NAME, once for each")
            << figure;
    EXPECT_EQ(problem("edf", {QStringLiteral("--only"), QStringLiteral("p19999")}), "no problem");
    write(150, 2);
    EXPECT_EQ(problem("edf"), "no problem");
    EXPECT_EQ(problem("edf", {QStringLiteral("--split"), QStringLiteral("depth")}),
              "populations: are 300, and at most 200 are drawn; expected fewer: --only NAME, or no "
              "--split");
}

TEST_F(RunFigureTest, BadInputGivesASentenceThatNamesTheOption)
{
    const QString edf = QStringLiteral("edf"), source = QStringLiteral("paper:fig9-left"),
                  out = QStringLiteral("--out");
    EXPECT_THAT(problemOf({}), testing::HasSubstr("figure: has no name; expected edf, difference"));
    EXPECT_THAT(problemOf({QStringLiteral("pie")}), testing::HasSubstr("\"pie\" is not known"));
    EXPECT_THAT(problemOf({edf, source}), testing::HasSubstr("--out: is missing"));
    EXPECT_THAT(problemOf({edf, out, path("e.png")}), testing::HasSubstr("has no SOURCE"));
    EXPECT_THAT(problemOf({edf, source, out, path("e.jpg")}),
                testing::HasSubstr(".pdf, .svg, .png, .tex or .csv"));
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

} // namespace
} // namespace regnet
