// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/exchange/import_dialog.h"

#include "core/format/text_file.h"
#include "core/store/store.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <gmock/gmock.h>

namespace regnet {
namespace {

using testing::HasSubstr;

class ImportDialogTest : public testing::Test
{
protected:
    std::filesystem::path path(const char* name) const
    {
        return folder.filePath(QLatin1String(name)).toStdString();
    }

    std::filesystem::path write(const char* name, const std::string& bytes) const
    {
        writeTextFile(path(name), bytes);
        return path(name);
    }

    /// Reads the file; the dialog stands when it was read.
    void open(const std::filesystem::path& file)
    {
        dialog = std::make_unique<ImportDialog>(file, path("runs.db"));
        waitForPreview();
    }

    void waitForPreview() const
    {
        QSignalSpy previewed(dialog.get(), &ImportDialog::previewed);
        ASSERT_TRUE(previewed.wait(60'000));
    }

    std::string text(const char* label) const
    {
        return dialog->findChild<QLabel*>(QLatin1String(label))->text().toStdString();
    }
    std::string command() const
    {
        return dialog->findChild<QLineEdit*>(QStringLiteral("command"))->text().toStdString();
    }
    bool canImport() const
    {
        return dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled();
    }

    QTemporaryDir folder;
    std::unique_ptr<ImportDialog> dialog;
};

TEST_F(ImportDialogTest, ShowsWhatWouldBeKeptAndKeepsNothing)
{
    open(std::filesystem::path(REGNET_TEST_DATA) / "pycls/sweep.json");
    EXPECT_THAT(text("summary"), HasSubstr("pycls sweep"));
    EXPECT_TRUE(canImport());
    ASSERT_EQ(dialog->populations().size(), 1U);
    EXPECT_EQ(dialog->populations().front().imported->members.size(), 501U);
    EXPECT_EQ(dialog->findChild<QTableWidget*>(QStringLiteral("members"))->rowCount(), 200);
    EXPECT_FALSE(std::filesystem::exists(path("runs.db")));
}

TEST_F(ImportDialogTest, KeepsNoRoomForColumnsThatAFileDoesNotHave)
{
    open(std::filesystem::path(REGNET_TEST_DATA) / "pycls/sweep.json");
    static_cast<QWidget&>(*dialog).show();
    QApplication::processEvents();
    const auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("population"));
    const auto* members = dialog->findChild<QTableWidget*>(QStringLiteral("members"));
    const int gap = members->geometry().top() - name->geometry().bottom();
    EXPECT_LT(gap, 4 * dialog->fontMetrics().lineSpacing()); // the table's title, and spacing
}

TEST_F(ImportDialogTest, TheColumnsOfACsvAreGuessedAndCanBeOthers)
{
    open(write("runs.csv", "model,test_acc,top5_err,comment\nnet,61.5,12,good\n"));
    EXPECT_TRUE(canImport());
    EXPECT_DOUBLE_EQ(dialog->populations().front().imported->members.front().error, 38.5);
    EXPECT_THAT(command(), HasSubstr("--column error=100-test_acc"));
    EXPECT_THAT(command(), HasSubstr("--skip-column comment"));
    auto* columns = dialog->findChild<QTableWidget*>(QStringLiteral("columns"));
    const auto choose = [columns](int row, CsvColumn::Role role) {
        auto* box = qobject_cast<QComboBox*>(columns->cellWidget(row, 1));
        box->setCurrentIndex(static_cast<int>(role));
        Q_EMIT box->activated(box->currentIndex());
    };
    choose(1, CsvColumn::Role::LeftOut);
    waitForPreview();
    EXPECT_FALSE(canImport()) << "there is no error any more";
    EXPECT_THAT(text("problem"), HasSubstr("has no column \"error\""));
    choose(2, CsvColumn::Role::Error);
    waitForPreview();
    EXPECT_TRUE(canImport());
    EXPECT_EQ(dialog->populations().front().imported->members.front().error, 12);
}

// What a file of somebody else says is text, also where it looks like markup.
TEST_F(ImportDialogTest, NamesFromTheFileStayText)
{
    open(write("names.csv", "population,label,error\n<b>bold</b>,<img src=x>,1\n"));
    EXPECT_THAT(text("summary"), HasSubstr("<b>bold</b>"));
    EXPECT_EQ(dialog->findChild<QLabel*>(QStringLiteral("summary"))->textFormat(), Qt::PlainText);
    EXPECT_EQ(dialog->findChild<QTableWidget*>(QStringLiteral("members"))->item(0, 0)->text(),
              QStringLiteral("<img src=x>"));
}

TEST_F(ImportDialogTest, ABadFileIsOneSentenceAndCannotBeImported)
{
    for (const auto& file : {write("cut.json", "[{\"cfg\": "), write("latin.csv", "label,error\ngr\xFCn,1\n"),
                             std::filesystem::path(REGNET_TEST_DATA) / "torch/code.pth", path("none.json")}) {
        open(file);
        EXPECT_THAT(text("problem"), HasSubstr(file.filename().string()));
        EXPECT_FALSE(canImport()) << file;
        EXPECT_TRUE(dialog->populations().empty()) << file;
        EXPECT_TRUE(dialog->findChild<QLabel*>(QStringLiteral("summary"))->isHidden()) << "a gap for nothing";
    }
}

// A line for each made the dialog higher than any screen, and a name without an end as wide.
TEST_F(ImportDialogTest, ManyPopulationsWithLongNamesFitOnAScreen)
{
    std::string csv = "population,error\n";
    for (int i = 0; i < 3'000; ++i)
        csv += std::string(500, 'n') + std::to_string(i) + ",50\n";
    open(write("many.csv", csv));
    EXPECT_THAT(text("summary"), testing::EndsWith("\nand 2,993 more"));
    EXPECT_LT(dialog->minimumSizeHint().height(), 900);
    EXPECT_LT(dialog->minimumSizeHint().width(), 1200);
    EXPECT_EQ(dialog->populations().size(), 3'000U);
}

} // namespace
} // namespace regnet
