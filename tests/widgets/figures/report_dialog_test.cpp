// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/report_dialog.h"

#include "core/system/whole_file.h"
#include "tests/widgets/wait_for.h"

#include <QCheckBox>
#include <QListWidget>
#include <QMainWindow>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>

#include <gmock/gmock.h>

namespace regnet {
namespace {

class ReportDialogTest : public testing::Test
{
protected:
    ReportDialogTest()
    {
        qputenv("REGNET_SETTINGS", folder.filePath(QStringLiteral("s.ini")).toUtf8());
        dialog.findChild<QCheckBox*>()->setChecked(false); // no browser
    }
    ~ReportDialogTest() override { qunsetenv("REGNET_SETTINGS"); }

    QTemporaryDir folder;
    ReportDialog dialog{
        {QStringLiteral("paper:fig9-left/RegNetX"), QStringLiteral("paper:fig9-left/AnyNetX_A")}};
};

TEST_F(ReportDialogTest, WritesWhatItsCommandWrites)
{
    const QString file = folder.filePath(QStringLiteral("r.html"));
    dialog.setPath(file);
    dialog.setTitle(QStringLiteral("Two spaces"));
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    dialog.accept();
    ASSERT_TRUE(waitFor([&accepted] { return !accepted.isEmpty(); })) << dialog.problem().toStdString();
    EXPECT_EQ(readWhole(file.toStdString()), reportHtml(reportInputOf(dialog.request())));
    EXPECT_EQ(dialog.command().toStdString(),
              "regnet report paper:fig9-left/RegNetX paper:fig9-left/AnyNetX_A --title 'Two spaces' --out " +
                  file.toStdString());
}

TEST_F(ReportDialogTest, TheWindowSaysWhereTheFileIs)
{
    QMainWindow window;
    dialog.setParent(&window, Qt::Dialog);
    const QString file = folder.filePath(QStringLiteral("r.html"));
    dialog.setPath(file);
    dialog.accept();
    EXPECT_TRUE(waitFor([&window, &file] { return window.statusBar()->currentMessage().endsWith(file); }));
    dialog.setParent(nullptr);
}

TEST_F(ReportDialogTest, OnlyTickedPopulationsAreInIt)
{
    dialog.findChild<QListWidget*>()->item(0)->setCheckState(Qt::Unchecked);
    EXPECT_EQ(dialog.request().sources, std::vector<std::string>{"paper:fig9-left/AnyNetX_A"});
}

TEST_F(ReportDialogTest, AProblemIsShownAndTheDialogStays)
{
    dialog.setPath(folder.filePath(QStringLiteral("no/folder/r.html")));
    dialog.accept();
    ASSERT_TRUE(waitFor([this] { return dialog.problem().contains(QLatin1String("cannot be written")); }));
    EXPECT_EQ(dialog.result(), QDialog::Rejected);
}

} // namespace
} // namespace regnet
