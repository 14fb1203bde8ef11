// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/work_end.h"

#include "core/format/text_file.h"
#include "core/space/built_in_spaces.h"
#include "tests/widgets/wait_for.h"
#include "widgets/exchange/import_dialog.h"
#include "widgets/figures/export_dialog.h"
#include "widgets/figures/report_dialog.h"
#include "widgets/notices/desktop_note.h"
#include "widgets/spaces/design_panel.h"
#include "widgets/spaces/population_panel.h"

#include <QCheckBox>
#include <QDialog>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

using testing::HasSubstr;

TEST(WorkEnd, OfADialogIsToldByTheWindowsNote)
{
    QWidget window;
    DesktopNote note(window, [] { return true; });
    QSignalSpy told(&note, &DesktopNote::told);
    QDialog dialog(&window);
    QWidget panel(&dialog);
    sayWorkEnd(panel, QStringLiteral("Sampling is over"), QStringLiteral("100 networks"),
               DesktopNote::shortestMs - 1);
    EXPECT_EQ(told.count(), 0);
    sayWorkEnd(panel, QStringLiteral("Sampling is over"), QStringLiteral("100 networks"),
               DesktopNote::shortestMs);
    ASSERT_EQ(told.count(), 1);
    EXPECT_EQ(told.front().at(0).toString(), QStringLiteral("Sampling is over"));
    EXPECT_EQ(told.front().at(1).toString(), QStringLiteral("100 networks"));
}

TEST(WorkEnd, WithoutAWindowNobodyHearsIt)
{
    QWidget alone;
    sayWorkEnd(alone, QStringLiteral("title"), QStringLiteral("text"), 1);
}

/// A window in which something works: keeps what is said of its end.
class Window : public QWidget
{
public:
    std::vector<std::string> ends;

protected:
    bool event(QEvent* event) override
    {
        if (event->type() != WorkEnd::kind()) return QWidget::event(event);
        const auto& end = static_cast<const WorkEnd&>(*event);
        EXPECT_GE(end.workedMs, 0);
        ends.push_back(end.title.toStdString() + ": " + end.text.toStdString());
        return true;
    }
};

std::string onlyEnd(const Window& window)
{
    EXPECT_TRUE(waitFor([&] { return !window.ends.empty(); }));
    EXPECT_EQ(window.ends.size(), 1U);
    return window.ends.empty() ? std::string() : window.ends.front();
}

void click(const QWidget& widget, const char* button)
{
    widget.findChild<QPushButton*>(QLatin1String(button))->click();
}

TEST(WorkEnd, IsSaidWhenAPopulationWasSampled)
{
    Window window;
    PopulationPanel panel({}, &window);
    panel.showSpace(builtInSpace("RegNetX"), "RegNetX");
    click(panel, "samplePopulation");
    EXPECT_THAT(onlyEnd(window), HasSubstr("Sampling is over: 100 networks from "));
}

TEST(WorkEnd, IsSaidWhenNetworksWereFound)
{
    Window window;
    DesignPanel panel(&window);
    panel.showSpace(builtInSpace("RegNetX"), "RegNetX");
    click(panel, "designFind");
    EXPECT_THAT(onlyEnd(window), HasSubstr("Inverse design is over: "));
}

TEST(WorkEnd, IsSaidWhenAFileWasRead)
{
    const QTemporaryDir folder;
    const std::string file = folder.filePath(QStringLiteral("runs.csv")).toStdString();
    writeTextFile(file, "model,test_acc\none,61.5\n");
    Window window;
    const ImportDialog dialog(file, folder.filePath(QStringLiteral("s.db")).toStdString(), &window);
    EXPECT_THAT(onlyEnd(window), HasSubstr("The file is read: "));
}

TEST(WorkEnd, IsSaidWhenAReportWasWrittenOrCannotBe)
{
    const QTemporaryDir folder;
    qputenv("REGNET_SETTINGS", folder.filePath(QStringLiteral("s.ini")).toUtf8());
    const auto leave = qScopeGuard([] { qunsetenv("REGNET_SETTINGS"); });
    Window window;
    ReportDialog dialog({QStringLiteral("paper:fig9-left")}, &window);
    dialog.findChild<QCheckBox*>()->setChecked(false); // no browser
    dialog.setPath(folder.filePath(QStringLiteral("nowhere/r.html")));
    dialog.accept();
    EXPECT_THAT(onlyEnd(window), HasSubstr("nowhere"));
    window.ends.clear();
    dialog.setPath(folder.filePath(QStringLiteral("r.html")));
    dialog.accept();
    EXPECT_EQ(onlyEnd(window), "The report is done: Written to " +
                                   folder.filePath(QStringLiteral("r.html")).toStdString() + ".");
}

TEST(WorkEnd, IsSaidWhenAFigureWasExportedOrCannotBe)
{
    const QTemporaryDir folder;
    qputenv("REGNET_SETTINGS", folder.filePath(QStringLiteral("s.ini")).toUtf8());
    const auto leave = qScopeGuard([] { qunsetenv("REGNET_SETTINGS"); });
    Window window;
    MadeFigure figure;
    figure.plot.subject = QStringLiteral("two points");
    figure.plot.series = {PlotSeries{.name = QStringLiteral("a"), .x = {0, 1}, .y = {0, 1}}};
    ExportDialog dialog(figure, FigureCall(), QStringLiteral("two"), &window);
    dialog.setPath(folder.filePath(QStringLiteral("nowhere/two.svg")));
    dialog.accept();
    EXPECT_THAT(onlyEnd(window), HasSubstr("nowhere"));
    window.ends.clear();
    dialog.setPath(folder.filePath(QStringLiteral("two.svg")));
    dialog.accept();
    EXPECT_EQ(onlyEnd(window), "The figure is done: Written to " +
                                   folder.filePath(QStringLiteral("two.svg")).toStdString() + ".");
}

} // namespace
} // namespace regnet
