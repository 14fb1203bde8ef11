// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/network_table_model.h"

#include "core/space/built_in_spaces.h"
#include "core/space/sampler.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

namespace regnet {
namespace {

NetworkRow row(std::int64_t depth, double w0, std::int64_t flops)
{
    NetworkRow row;
    row.spec.regnet = RegnetParameters{{depth, w0, 8, 2}, 1, 8, 2};
    row.network.stages = {Stage{static_cast<std::int64_t>(w0), depth, 2, 1, 8}};
    row.cost.flops = flops;
    return row;
}

std::string numbers(const NetworkTableModel& model)
{
    std::string text;
    for (int i = 0; i < model.rowCount(); ++i)
        text += model.index(i, NetworkTableModel::Number).data().toString().toStdString() + " ";
    return text;
}

TEST(NetworkTableModel, SortsByNumberAndFiltersByConditions)
{
    NetworkTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows({row(10, 24, 900'000), row(20, 8, 1'100'000), row(9, 16, 20'000'000)});
    EXPECT_EQ(numbers(model), "0 1 2 ");
    model.sort(NetworkTableModel::Depth, Qt::AscendingOrder);
    EXPECT_EQ(numbers(model), "2 0 1 ") << "9 stands before 10";
    model.sort(NetworkTableModel::Flops, Qt::DescendingOrder);
    EXPECT_EQ(numbers(model), "2 1 0 ");
    EXPECT_EQ(model.setFilter(QStringLiteral("flops<=1.1M depth>=20")), QString());
    EXPECT_EQ(numbers(model), "1 ");
    EXPECT_EQ(model.setFilter(QStringLiteral("16")), QString());
    EXPECT_EQ(numbers(model), "2 ") << "in the widths";
    EXPECT_EQ(model.setFilter({}), QString());
    model.sort(-1, Qt::AscendingOrder);
    EXPECT_EQ(numbers(model), "0 1 2 ");
}

TEST(NetworkTableModel, AWrongFilterIsASentenceAndHidesNothing)
{
    NetworkTableModel model;
    model.setRows({row(10, 24, 1), row(20, 8, 2)});
    EXPECT_TRUE(
        model.setFilter(QStringLiteral("speed<3")).startsWith(QLatin1String("There is no column speed")));
    EXPECT_EQ(model.setFilter(QStringLiteral("depth<x")).toStdString(),
              "depth is compared with \"x\", which is no number.");
    EXPECT_EQ(model.rowCount(), 2);
}

TEST(NetworkTableModel, AHundredThousandRowsAreSortedAndFiltered)
{
    NetworkTableModel model;
    std::vector<NetworkRow> rows;
    for (std::int64_t i = 0; i < 100'000; ++i)
        rows.push_back(row(1 + i % 50, 24, i * 7919 % 100'003)); // a prime: all different
    model.setRows(std::move(rows));
    ASSERT_EQ(model.rowCount(), 100'000);
    model.sort(NetworkTableModel::Flops, Qt::AscendingOrder);
    for (int i = 1; i < model.rowCount(); ++i)
        ASSERT_LT(model.row(i - 1).cost.flops, model.row(i).cost.flops);
    EXPECT_EQ(model.setFilter(QStringLiteral("depth=50 flops<50k")), QString());
    EXPECT_GT(model.rowCount(), 0);
    for (int i = 0; i < model.rowCount(); ++i)
        ASSERT_TRUE(depthOf(model.row(i).network) == 50 && model.row(i).cost.flops < 50'000);
}

TEST(NetworkTableModel, ARunTimeIsAColumnThatCanBeAskedFor)
{
    NetworkTableModel model;
    std::vector<NetworkRow> rows{row(10, 24, 1), row(20, 8, 2)};
    rows[0].milliseconds = 12.345;
    model.setRows(std::move(rows));
    EXPECT_EQ(model.index(0, NetworkTableModel::RunTime).data().toString().toStdString(), "12.3");
    EXPECT_EQ(model.index(1, NetworkTableModel::RunTime).data().toString(), QString());
    EXPECT_EQ(model.setFilter(QStringLiteral("ms<20")), QString());
    EXPECT_EQ(numbers(model), "0 ");
}

} // namespace
} // namespace regnet
