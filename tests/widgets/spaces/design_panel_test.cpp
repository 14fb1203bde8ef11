// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/design_panel.h"

#include "core/network/published.h"
#include "core/space/built_in_spaces.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <gtest/gtest.h>

namespace regnet {
namespace {

class DesignPanelTest : public testing::Test
{
protected:
    void SetUp() override
    {
        panel.showSpace(builtInSpace("pycls_regnet"));
        panel.showNetwork(publishedModel("RegNetX-400MF").spec);
        panel.resize(700, 600);
        panel.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&panel));
    }

    template <typename Widget>
    Widget& the(const char* name)
    {
        auto* found = panel.findChild<Widget*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return *found;
    }

    void choose(const char* box, int index)
    {
        auto& combo = the<QComboBox>(box);
        combo.setFocus();
        QTest::keyClick(&combo, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(&combo, Qt::Key_Down);
    }

    void find(const char* button = "designFind")
    {
        QTest::mouseClick(&the<QPushButton>(button), Qt::LeftButton);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !the<QPushButton>("designStop").isEnabled(); }, 60'000));
    }

    std::string message() { return the<QLabel>("designMessage").text().toStdString(); }
    double cell(int row, int column)
    {
        return the<QTableView>("designTable").model()->index(row, column).data().toDouble();
    }

    DesignPanel panel;
};

TEST_F(DesignPanelTest, RunTimeNeedsMeasurements)
{
    the<QLineEdit>("designRunTime").setText(QStringLiteral("30"));
    find();
    EXPECT_NE(message().find("needs measurements to predict it from"), std::string::npos) << message();
    EXPECT_EQ(the<QComboBox>("designRank").count(), 3) << "shortest run time is not known";
    EXPECT_EQ(the<QTableView>("designTable").model()->rowCount(), 0);
}

TEST_F(DesignPanelTest, NetworksWithinARunTimeByThePapersMeasurements)
{
    choose("designMeasurements", 1);
    EXPECT_NE(message().find("24 measurements"), std::string::npos) << message();
    the<QLineEdit>("designFlops").setText(QStringLiteral("4G"));
    the<QLineEdit>("designRunTime").setText(QStringLiteral("60"));
    choose("designRank", 3);
    find();
    constexpr int runTime = 5; // the column after activations
    auto& table = the<QTableView>("designTable");
    ASSERT_GT(table.model()->rowCount(), 5) << message();
    EXPECT_FALSE(table.isColumnHidden(runTime));
    EXPECT_LE(cell(0, runTime), cell(1, runTime));
    for (int row = 0; row < table.model()->rowCount(); ++row)
        EXPECT_LE(cell(row, runTime), 60.05);
    choose("designMeasurements", 0);
    EXPECT_EQ(the<QComboBox>("designRank").count(), 3);
    the<QLineEdit>("designRunTime").clear();
    find();
    EXPECT_TRUE(table.isColumnHidden(runTime));
}

} // namespace
} // namespace regnet
