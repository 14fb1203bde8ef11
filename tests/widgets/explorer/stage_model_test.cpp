// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/stage_model.h"

#include "core/network/published.h"
#include "widgets/shown_quantity.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

#include <string>

namespace regnet {
namespace {

std::string printed(const StageModel& model, const QModelIndex& parent = {})
{
    std::string text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < StageModel::ColumnCount; ++column)
            text += (column > 0 ? "|" : "") +
                    withoutSigns(model.index(row, column, parent).data().toString()).toStdString();
        text += '\n';
    }
    return text;
}

Explanation published(const char* name)
{
    return explain(publishedModel(name).spec);
}

class StageModelTest : public testing::Test
{
protected:
    StageModel model;
    // The QtTest mode would report nothing to GoogleTest.
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(StageModelTest, PrintsRegNetX400MF)
{
    model.showNetwork(published("RegNetX-400MF"));
    EXPECT_EQ(printed(model), "stem|32|||||112²|10.8 M|928|401 k|2.7 %|\n"
                              "stage 1|24 → 32|1|1|16|2|56²|33.7 M|7.94 k|702 k|8.5 %|"
                              "24 is no multiple of g = 16\n"
                              "stage 2|64|2|1|16|4|28²|32.1 M|35.7 k|502 k|8.1 %|\n"
                              "stage 3|152 → 160|7|1|16|10|14²|107 M|522 k|784 k|26.9 %|"
                              "152 is no multiple of g = 16\n"
                              "stage 4|392 → 384|12|1|16|24|7²|214 M|4.21 M|753 k|53.7 %|"
                              "392 is no multiple of g = 16\n"
                              "head|1000|||||1²|385 k|385 k|1.00 k|0.1 %|average pooling, 1000 classes\n"
                              "total||22|||||398 M|5.16 M|3.14 M|100.0 %|\n");
}

TEST_F(StageModelTest, BlocksAddUpToTheirStage)
{
    model.showNetwork(published("RegNetY-800MF"));
    const QModelIndex third = model.index(3, 0);
    ASSERT_EQ(third.data().toString(), QStringLiteral("stage 3"));
    EXPECT_EQ(model.rowCount(third), 8);
    EXPECT_EQ(model.index(0, StageModel::Change, third).data().toString(),
              QStringLiteral("stride 2, from 128 channels"));
}

TEST_F(StageModelTest, ExactCountsStandInTheTooltip)
{
    model.showNetwork(published("RegNetX-400MF"));
    const QModelIndex total = model.index(model.rowCount() - 1, StageModel::Params);
    EXPECT_EQ(total.data(Qt::ToolTipRole).toString(),
              QStringLiteral("5,157,512 parameters, batch norm included"));
}

TEST_F(StageModelTest, RowsThatStayKeepTheirIndexes)
{
    model.showNetwork(published("RegNetX-400MF"));
    const QPersistentModelIndex second(model.index(2, 0));
    const QPersistentModelIndex block(model.index(0, 0, second));
    model.showNetwork(published("RegNetX-32GF")); // other depths
    EXPECT_TRUE(second.isValid());
    EXPECT_TRUE(block.isValid());
    EXPECT_EQ(second.data().toString(), QStringLiteral("stage 2"));
    EXPECT_EQ(model.rowCount(second), 7);
}

TEST_F(StageModelTest, PinsComeAfterTheNetworkWithTheirParts)
{
    model.showNetwork(published("RegNetX-400MF"));
    model.showPins({{QStringLiteral("A"), 1, published("RegNetX-200MF")},
                    {QStringLiteral("B"), 2, published("RegNetY-32GF")}});
    ASSERT_EQ(model.rowCount(), 9);
    EXPECT_EQ(model.index(7, 0).data().toString(), QStringLiteral("A"));
    EXPECT_EQ(model.index(7, StageModel::Flops).data().toString(), QStringLiteral(u"199\u00A0M"));
    EXPECT_EQ(model.rowCount(model.index(7, 0)), 6);

    NetworkSpec one = publishedModel("RegNetX-400MF").spec;
    one.regnet->line = {3, 64, 0, 2};
    model.showNetwork(explain(one)); // fewer rows before the pins
    EXPECT_EQ(model.index(4, 0).data().toString(), QStringLiteral("A"));
    model.showPins({});
    EXPECT_EQ(model.rowCount(), 4);
}

TEST_F(StageModelTest, NoNetworkIsAnEmptyTable)
{
    model.showNetwork(published("RegNetX-400MF"));
    NetworkSpec wrong = publishedModel("RegNetX-400MF").spec;
    wrong.regnet->line.w0 = 20;
    model.showNetwork(explain(wrong));
    EXPECT_EQ(model.rowCount(), 0);
}

} // namespace
} // namespace regnet
