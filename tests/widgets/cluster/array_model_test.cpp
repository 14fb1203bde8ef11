// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cluster/array_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace regnet {
namespace {

ArrayOverview overview(const char* token, const char* name)
{
    ArrayOverview one;
    one.array.token = token;
    one.array.name = name;
    one.array.place = "lab";
    one.stateText = "submitted";
    one.jobs = 3;
    one.states = {{"done", 1}, {"failed", 1}, {"running", 1}};
    one.tasks = {"done", "failed", "running"};
    return one;
}

std::string printed(const ArrayModel& model)
{
    std::string text;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (const int column : {ArrayModel::Name, ArrayModel::State, ArrayModel::Jobs})
            text += (column == ArrayModel::Name ? "" : " | ") +
                    model.index(row, column).data().toString().toStdString();
        text += '\n';
    }
    return text;
}

TEST(ArrayModelTest, IsARowAnArray)
{
    ArrayModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setArrays(std::make_shared<const std::vector<ArrayOverview>>(
        std::vector{overview("0123456789abcdef", ""), overview("fedcba9876543210", "12")}));
    EXPECT_EQ(printed(model), "01234567 on lab | submitted | 2 / 3\n"
                              "12 on lab | submitted | 2 / 3\n");
    const QModelIndex strip = model.index(0, ArrayModel::Tasks);
    EXPECT_TRUE(strip.data().isNull()) << "it is painted";
    EXPECT_EQ(strip.data(Qt::AccessibleTextRole).toString().toStdString(),
              "3 tasks: 1 running, 1 failed, 1 done");
}

TEST(ArrayModelTest, TellsOnlyOfRowsThatLookDifferent)
{
    ArrayModel model;
    std::vector<ArrayOverview> arrays{overview("aa", "1"), overview("bb", "2")};
    model.setArrays(std::make_shared<const std::vector<ArrayOverview>>(arrays));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setArrays(std::make_shared<const std::vector<ArrayOverview>>(arrays));
    EXPECT_EQ(changed.size(), 0);
    arrays[1].tasks[2] = "done";
    model.setArrays(std::make_shared<const std::vector<ArrayOverview>>(arrays));
    ASSERT_EQ(changed.size(), 1);
    EXPECT_EQ(changed.front().front().toModelIndex().row(), 1);
    EXPECT_EQ(reset.size(), 0);
    arrays.erase(arrays.begin());
    model.setArrays(std::make_shared<const std::vector<ArrayOverview>>(arrays));
    EXPECT_EQ(reset.size(), 1);
}

} // namespace
} // namespace regnet
