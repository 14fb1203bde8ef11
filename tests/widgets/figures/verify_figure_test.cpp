// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/verify_figure.h"

#include "core/problem.h"
#include "core/provenance/provenance.h"
#include "core/store/store.h"
#include "core/study/run_times.h"
#include "core/study/study_plan.h"
#include "core/system/whole_file.h"
#include "widgets/figures/run_figure.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

#include <gmock/gmock.h>

#include <algorithm>
#include <functional>

namespace regnet {
namespace {

using testing::HasSubstr;

class VerifyFigureTest : public testing::Test
{
protected:
    VerifyFigureTest()
    {
        writeWhole(path("own.csv").toStdString(),
                   "population,error,depth\na,31.5,12\na,33,13\na,35,14\nb,30,12\nb,32,15\n");
    }

    QString path(const char* name) const { return folder.filePath(QLatin1String(name)); }

    QString made(const char* name, const QStringList& more = {})
    {
        makeFigure(QStringList{QStringLiteral("edf"), path("own.csv"), QStringLiteral("--out"), path(name)} +
                   more);
        return path(name);
    }

    static std::string said(const QString& file)
    {
        try {
            const Verification verification = verifyFigure(file);
            return (verification.isSame ? "same: " : "different: ") +
                   verification.lines.join(QLatin1Char('\n')).toStdString();
        } catch (const Error& error) {
            return std::string("problem: ") + error.what();
        }
    }

    static void replaceIn(const QString& file, const QByteArray& before, const QByteArray& after)
    {
        QByteArray bytes = QByteArray::fromStdString(readWhole(file.toStdString()));
        ASSERT_TRUE(bytes.contains(before)) << before.toStdString();
        bytes.replace(before, after);
        writeWhole(file.toStdString(), bytes.toStdString());
    }

    /// What somebody does who knows of the checksum.
    static void forge(const QString& file, const std::function<void(Provenance&)>& change)
    {
        std::string text = readWhole(file.toStdString());
        const std::string mark = "% provenance: ";
        const std::size_t begin = text.find(mark) + mark.size(), end = text.find('\n', begin);
        Provenance provenance = provenanceFrom(text.substr(begin, end - begin), file.toStdString());
        change(provenance);
        writeWhole(file.toStdString(), text.replace(begin, end - begin, toText(provenance)));
    }

    QTemporaryDir folder;
};

TEST_F(VerifyFigureTest, EveryFormatIsTheSameWithAndWithoutItsSidecar)
{
    for (const char* name : {"e.pdf", "e.svg", "e.png", "e.tex", "e.csv"}) {
        const QString file = made(name, {QStringLiteral("--band"), QStringLiteral("bootstrap")});
        EXPECT_THAT(said(file), testing::StartsWith("same: ")) << name;
        QFile::remove(file + QStringLiteral(".json"));
        if (std::string(name) == "e.csv")
            EXPECT_THAT(said(file), HasSubstr("carries no provenance, and"));
        else
            EXPECT_THAT(said(file), testing::StartsWith("same: ")) << name << " alone";
    }
}

TEST_F(VerifyFigureTest, APngWithoutMetadataIsKnownByItsSidecar)
{
    const QString file = made("e.png");
    QImage bare = QImage(file).copy();
    for (const QString& key : bare.textKeys())
        bare.setText(key, QString());
    QImage plain(bare.size(), QImage::Format_RGB32);
    for (int y = 0; y < bare.height(); ++y)
        for (int x = 0; x < bare.width(); ++x)
            plain.setPixel(x, y, bare.pixel(x, y));
    ASSERT_TRUE(plain.save(file));
    replaceIn(file + QStringLiteral(".json"), "\"sha256\": \"", "\"was\": \"");
    EXPECT_THAT(said(file), testing::StartsWith("same: "));
    plain.setPixel(3, 3, qRgb(255, 0, 0));
    ASSERT_TRUE(plain.save(file));
    EXPECT_THAT(said(file), HasSubstr("The drawing is not the one"));
}

TEST_F(VerifyFigureTest, OtherDataAreNamed)
{
    const QString file = made("e.pdf");
    replaceIn(path("own.csv"), "a,33,13", "a,33.5,13");
    const std::string text = said(file);
    EXPECT_THAT(text, testing::StartsWith("different: "));
    EXPECT_THAT(text, HasSubstr("Population a is another one now: 3 finished, 0 failed, 0 pending then"));
    EXPECT_THAT(text, testing::Not(HasSubstr("Population b")));
    EXPECT_THAT(text, HasSubstr("The data are not those"));
}

TEST_F(VerifyFigureTest, AnEditedDrawingIsNoticed)
{
    const QString file = made("e.svg");
    replaceIn(file, "error (%)", "terror (%)");
    EXPECT_THAT(said(file), HasSubstr("The file was changed after it was exported"));
    QFile::remove(file + QStringLiteral(".json"));
    EXPECT_THAT(said(file), HasSubstr("The drawing is not the one that this program makes of these data"));
}

TEST_F(VerifyFigureTest, AFigureThatALinkLeadsToIsTheSame)
{
    QFile::link(path("e.svg"), path("link.svg"));
    made("link.svg");
    EXPECT_EQ(QFile::symLinkTarget(path("link.svg")), path("e.svg"));
    EXPECT_THAT(said(path("link.svg")), testing::StartsWith("same: "));
    EXPECT_THAT(said(path("e.svg")), testing::StartsWith("same: "));
}

TEST_F(VerifyFigureTest, TamperedProvenanceIsRefused)
{
    const QString file = made("e.svg", {QStringLiteral("--no-sidecar")});
    EXPECT_FALSE(QFile::exists(file + QStringLiteral(".json")));
    replaceIn(file, "&quot;finished&quot;:3", "&quot;finished&quot;:4");
    EXPECT_THAT(said(file),
                HasSubstr("problem: " + file.toStdString() + ": holds a provenance that was changed"));
}

TEST_F(VerifyFigureTest, AForgedRecordIsNamedThoughItsChecksumFits)
{
    const auto saidOf = [&](const std::function<void(Provenance&)>& change) {
        const QString file = made(
            "e.tex", {QStringLiteral("--no-sidecar"), QStringLiteral("--band"), QStringLiteral("bootstrap")});
        forge(file, change);
        return said(file);
    };
    EXPECT_THAT(saidOf([](Provenance&) {}), testing::StartsWith("same: "));
    EXPECT_THAT(saidOf([](Provenance& p) { p.query["sources"] = {"somebody-elses.csv"}; }),
                HasSubstr("What is recorded of it (query) is not what its command gives"));
    EXPECT_THAT(saidOf([](Provenance& p) { p.settings["confidence"] = 0.5; }), HasSubstr("(settings)"));
    EXPECT_THAT(saidOf([](Provenance& p) { p.seed = 999; }), HasSubstr("(seed)"));
    EXPECT_THAT(saidOf([](Provenance& p) { p.seed.reset(); }), HasSubstr("(seed)"));
    EXPECT_THAT(saidOf([](Provenance& p) { p.populations[0].source = "elsewhere.csv"; }),
                HasSubstr("(populations)"));
    EXPECT_THAT(saidOf([](Provenance& p) { p.populations[0].finished = 300; }), HasSubstr("(populations)"));
}

TEST_F(VerifyFigureTest, FilesWithoutProvenanceAreRefusedWithASentence)
{
    writeWhole(path("other.pdf").toStdString(), "%PDF-1.4\nnothing");
    EXPECT_THAT(said(path("other.pdf")), HasSubstr("carries no provenance"));
    EXPECT_THAT(said(path("none.pdf")), HasSubstr("does not exist"));
    EXPECT_THAT(said(path("other.gif")), HasSubstr("expected .pdf"));
}

// Its provenance is not read then, and that it carries none would send people elsewhere.
TEST_F(VerifyFigureTest, ADamagedPngIsNamedAsSuch)
{
    const QString file = made("e.png", {QStringLiteral("--no-sidecar")});
    const std::string whole = readWhole(file.toStdString());
    const std::string begin = "problem: " + file.toStdString() + ": is a damaged PNG: ";
    writeWhole(file.toStdString(), whole.substr(0, whole.size() - 3'000));
    EXPECT_THAT(said(file), testing::StartsWith(begin + "it ends after"));
    std::string flipped = whole;
    flipped[whole.size() - 3'000] = static_cast<char>(flipped[whole.size() - 3'000] ^ 1);
    writeWhole(file.toStdString(), flipped);
    EXPECT_THAT(said(file), testing::StartsWith(begin + "the checksum of its part IDAT"));
    writeWhole(file.toStdString(), "GIF89a");
    EXPECT_EQ(said(file),
              "problem: " + file.toStdString() + ": is no PNG; expected the file as it was exported");
}

TEST_F(VerifyFigureTest, TheFigureIsNamedWhoseSourcesAreGone)
{
    const QString file = made("e.svg");
    QFile::remove(path("own.csv"));
    EXPECT_EQ(said(file),
              "problem: " + file.toStdString() + " cannot be made again: SOURCE " +
                  path("own.csv").toStdString() +
                  ": does not exist; expected the file that it was made of, here or beside the figure");
}

TEST_F(VerifyFigureTest, AStoreThatIsGoneIsNamedByItsOption)
{
    StudyChoice choice;
    choice.n = 2;
    const std::string file = path("s.db").toStdString();
    {
        Store store(file, "test");
        store.add(sampled(planOf(openStudy("fig9"), choice).populations.at(2)));
        const ClaimedJob job = *store.claim("cpu", 0);
        store.record(job.id, 1, std::vector<LoggedEvent>{{1, 1000, FinishedEvent{40, 41, 5}}});
        store.end(job, {JobState::Done, "", 0, 0});
    }
    makeFigure({QStringLiteral("edf"), QStringLiteral("--store"), path("s.db"), QStringLiteral("--out"),
                path("e.svg")});
    ASSERT_THAT(said(path("e.svg")), testing::StartsWith("same: "));
    ASSERT_TRUE(QFile::remove(path("s.db")));
    EXPECT_THAT(said(path("e.svg")),
                testing::StartsWith("problem: " + path("e.svg").toStdString() +
                                    " cannot be made again: --store " + file + ": does not exist"));
}

// A wrong panel of the paper is no file that is gone.
TEST_F(VerifyFigureTest, WhatWasNeverAFileIsNotCalledGone)
{
    const QString file = made("e.tex", {QStringLiteral("--no-sidecar")});
    forge(file, [](Provenance& p) {
        for (std::string& word : p.command)
            if (word.ends_with("own.csv")) word = "paper:fig99/nothing";
    });
    EXPECT_THAT(said(file),
                testing::StartsWith("problem: " + file.toStdString() + " cannot be made again: "));
    EXPECT_THAT(said(file), testing::Not(HasSubstr("does not exist")));
}

TEST_F(VerifyFigureTest, TablesCardsAndCurvesOfStudiesAreTheSame)
{
    for (const char* panel : {"table1/table", "fig15/cards", "fig11/wm"})
        for (const char* name : {"s.pdf", "s.svg", "s.png", "s.tex"}) {
            makeFigure({QStringLiteral("study"), QLatin1String(panel), QStringLiteral("--out"), path(name)});
            EXPECT_THAT(said(path(name)), testing::StartsWith("same: ")) << panel << " " << name;
        }
}

// What the store has is recorded as well: a network more is another figure.
TEST_F(VerifyFigureTest, OnesOwnResultsOfAStudyAreFoundBesideTheFigure)
{
    const QString before = QDir::currentPath();
    ASSERT_TRUE(QDir::setCurrent(folder.path()));
    StudyChoice choice;
    choice.n = 2;
    Store("s.db", "test").add(sampled(planOf(openStudy("fig9"), choice).populations.at(2)));
    makeFigure({QStringLiteral("study"), QStringLiteral("fig9/left"), QStringLiteral("--store"),
                QStringLiteral("s.db"), QStringLiteral("--n"), QStringLiteral("2"), QStringLiteral("--out"),
                QStringLiteral("s.svg")});
    ASSERT_TRUE(QDir::setCurrent(before));
    EXPECT_THAT(said(path("s.svg")), testing::StartsWith("same: "));
    {
        Store store(path("s.db").toStdString(), "test");
        const ClaimedJob job = *store.claim("cpu", 0);
        store.record(job.id, 1, std::vector<LoggedEvent>{{1, 1000, FinishedEvent{40, 41, 5}}});
        store.end(job, {JobState::Done, "", 0, 0});
    }
    EXPECT_THAT(said(path("s.svg")), HasSubstr("0 finished, 0 failed, 2 pending then, 1 finished"));
}

// Run times that were measured anew are named where they are drawn, and change nothing elsewhere.
TEST_F(VerifyFigureTest, RunTimesThatWereMeasuredAnewAreNamed)
{
    StudyChoice choice;
    choice.n = 2;
    const Study study = openStudy("fig12");
    const std::vector<PlannedPopulation> planned = planOf(study, choice).populations;
    const auto x400 = std::ranges::find(planned, "RegNetX 400MF", &PlannedPopulation::key);
    ASSERT_NE(x400, planned.end());
    const std::string store = path("s.db").toStdString();
    Store(store, "test").add(sampled(*x400));
    const Population trained = StoreReader(store).population(x400->name);
    const auto measure = [&](double first, double second) {
        writeRunTimes(
            runTimesFile(store),
            {{{}, {{trained.members[0].networkHash, first}, {trained.members[1].networkHash, second}}}});
    };
    const auto draw = [&](const char* panel, const char* file) {
        makeFigure({QStringLiteral("study"), QLatin1String(panel), QStringLiteral("--store"), path("s.db"),
                    QStringLiteral("--n"), QStringLiteral("2"), QStringLiteral("--out"), path(file)});
        EXPECT_THAT(said(path(file)), testing::StartsWith("same: ")) << panel;
    };
    measure(12.5, 20);
    draw("fig12/top-middle", "times.svg");
    draw("fig12/bottom-left", "activations.svg");
    measure(12.625, 20.25);
    EXPECT_THAT(said(path("times.svg")), HasSubstr("The run times of population " + x400->name +
                                                   " are others now: they were measured anew."));
    EXPECT_THAT(said(path("times.svg")), testing::Not(HasSubstr("is another one now")));
    EXPECT_THAT(said(path("activations.svg")), testing::StartsWith("same: "));
}

TEST_F(VerifyFigureTest, AFigureThatMovedWithItsDataIsFound)
{
    const QString before = QDir::currentPath();
    ASSERT_TRUE(QDir::setCurrent(folder.path()));
    makeFigure(
        {QStringLiteral("edf"), QStringLiteral("own.csv"), QStringLiteral("--out"), QStringLiteral("e.pdf")});
    ASSERT_TRUE(QDir::setCurrent(before));
    EXPECT_THAT(said(path("e.pdf")), testing::StartsWith("same: "));
}

} // namespace
} // namespace regnet
