// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/spaces_view.h"

#include "core/network/published.h"
#include "core/space/sampler.h"
#include "tests/widgets/on_dialog.h"
#include "tests/widgets/wait_for.h"
#include "widgets/explorer/number_field.h"
#include "widgets/explorer/parameter_panel.h"
#include "widgets/main_window.h"
#include "widgets/spaces/space_editor.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

/// The dock in the real window.
class SpacesViewTest : public testing::Test
{
protected:
    void SetUp() override { open(); }

    void open()
    {
        if (window) window->close(); // remembers
        window.reset();
        settings = std::make_unique<Settings>(folder.filePath(QStringLiteral("settings.ini")));
        settings->setValue(QStringLiteral("spaces/folder"), folder.filePath(QStringLiteral("spaces")));
        window = std::make_unique<MainWindow>(*settings);
        window->resize(1600, 1000);
        window->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(window.get()));
        window->dock(QStringLiteral("spaces"))->raise();
        QTest::qWait(0);
        window->dock(QStringLiteral("spaces"))->ensureContent();
    }

    SpacesView& view() { return the<SpacesView>("spacesView"); }

    template <typename Widget>
    Widget& the(const char* name)
    {
        auto* found = window->findChild<Widget*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return *found;
    }

    std::string text(const char* label) { return the<QLabel>(label).text().toStdString(); }

    bool waitForText(const char* label, const char* part)
    {
        return waitFor([&] { return the<QLabel>(label).text().contains(QString::fromUtf8(part)); });
    }

    void type(const char* edit, const char* what)
    {
        auto& line = the<QLineEdit>(edit);
        line.setFocus();
        line.selectAll();
        QTest::keyClicks(&line, QLatin1String(what));
    }

    /// Answers the dialog that a click opens.
    void derive(const char* label, const char* low = nullptr)
    {
        onDialog<QDialog>(window.get(), [=](QDialog& dialog) {
            auto* list = dialog.findChild<QListWidget*>();
            const auto found = list->findItems(QLatin1String(label), Qt::MatchStartsWith);
            ASSERT_EQ(found.size(), 1);
            list->setCurrentItem(found.front());
            if (low != nullptr) {
                auto* edit = dialog.findChild<QLineEdit*>(QStringLiteral("deriveLow"));
                edit->selectAll();
                QTest::keyClicks(edit, QLatin1String(low));
            }
            QTest::mouseClick(dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok),
                              Qt::LeftButton);
        });
        QTest::mouseClick(&the<QPushButton>("deriveChild"), Qt::LeftButton);
    }

    QTemporaryDir folder;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<MainWindow> window;
};

TEST_F(SpacesViewTest, RegNetXIsShownWithItsAcceptanceReasonsAndSize)
{
    EXPECT_EQ(view().space().name, "RegNetX");
    EXPECT_TRUE(waitForText("spaceAcceptance", "candidates accepted (95\u00A0%: "));
    EXPECT_TRUE(waitForText("spaceSize", "of them meet rules and limits"));
    EXPECT_TRUE(waitForText("spaceReasons", "another number of stages"));
    EXPECT_TRUE(the<QLineEdit>("regnet.depthLow").isReadOnly()) << "it is built in";
}

TEST_F(SpacesViewTest, ADerivedChildIsEditedAndItsAcceptanceChanges)
{
    derive("Narrow the range of depth", "8");
    ASSERT_EQ(view().space().name, "RegNetX, depth 8–63");
    ASSERT_TRUE(waitForText("spaceSize", "about"));
    const std::string before = text("spaceAcceptance");
    type("regnet.depthLow", "16");
    ASSERT_TRUE(waitFor([&] { return text("spaceAcceptance") != before; }));
    ASSERT_TRUE(
        waitFor([&] { return std::get<RegnetShape>(view().space().shape).depth == uniform(16, 63, 1); }));
    the<QAction>("undo").trigger();
    EXPECT_EQ(std::get<RegnetShape>(view().space().shape).depth, uniform(8, 63, 1));
    EXPECT_EQ(the<QLineEdit>("regnet.depthLow").text().toStdString(), "8");
}

TEST_F(SpacesViewTest, ASpaceNarrowedInARegimeIsCopiedAsTheCommandThatMakesIt)
{
    const auto command = [&] {
        the<QAction>("spaceCommand").trigger();
        return QGuiApplication::clipboard()->text().toStdString();
    };
    view().narrow("RegNetX@cpu", QStringLiteral("depth"), 8, 16);
    EXPECT_THAT(command(), testing::AllOf(testing::StartsWith("regnet space new "),
                                          testing::HasSubstr(" --from RegNetX@cpu ")));
    view().narrow("RegNetX@400MF", QStringLiteral("depth"), 8, {});
    const std::string parent = view().space().name;
    view().narrow(parent + "@cpu", QStringLiteral("depth"), {}, 16);
    EXPECT_THAT(command(), testing::AllOf(testing::StartsWith("regnet space new "),
                                          testing::HasSubstr(".json@cpu --name ")));
    EXPECT_EQ(view().space().parent, parent + "@cpu");
}

TEST_F(SpacesViewTest, ABadRangeIsASentenceBesideItsFieldAndIsNotKept)
{
    derive("Fixed depth d", "20");
    type("limits.flops.high", "abc");
    EXPECT_TRUE(waitForText("limits.flopsProblem",
                            "limits.flops: is \"abc\"; expected a number such as 400M or 1.6G, or nothing"));
    type("limits.flops.high", "400M");
    type("limits.flops.low", "500M");
    EXPECT_TRUE(waitForText("limits.flopsProblem", "ends at 400000000, below its beginning"));
    EXPECT_TRUE(waitForText("spaceAcceptance", "Not yet a space"));
    EXPECT_FALSE(view().space().limits.flops.low);
    type("limits.flops.low", "300M");
    EXPECT_TRUE(waitFor([&] { return view().space().limits.flops == CountRange{300'000'000, 400'000'000}; }));
    EXPECT_TRUE(the<QLabel>("limits.flopsProblem").text().isEmpty());
}

TEST_F(SpacesViewTest, AnEmptySpaceIsSaidToBeEmpty)
{
    derive("Limit FLOPs", "900T");
    EXPECT_TRUE(waitForText("spaceAcceptance", "None of "));
    EXPECT_TRUE(waitForText("spaceReasons", "fewer FLOPs than asked"));
}

TEST_F(SpacesViewTest, OwnSpacesAndTheSelectionSurviveARestart)
{
    derive("Fixed depth d", "20");
    ASSERT_EQ(view().space().name, "RegNetX, d=20");
    open();
    EXPECT_EQ(view().space().name, "RegNetX, d=20");
    EXPECT_EQ(std::get<RegnetShape>(view().space().shape).depth, fixedAt(20));
}

TEST_F(SpacesViewTest, APopulationOf50IsSampledAndDoubleClickLoadsANetwork)
{
    view().select("RegNetX");
    the<QTabWidget>("spaceTabs").setCurrentIndex(2);
    the<QSpinBox>("sampleCount").setValue(50);
    QTest::mouseClick(&the<QPushButton>("samplePopulation"), Qt::LeftButton);
    auto& table = the<QTableView>("populationTable");
    ASSERT_TRUE(waitFor([&] { return table.model()->rowCount() == 50; }));
    SampleRequest request;
    request.n = 50;
    const NetworkSpec seventh = sample(view().space(), request).networks[7].spec;
    const QPoint at = table.visualRect(table.model()->index(7, 2)).center();
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, at);
    EXPECT_EQ(window->model().state().spec, seventh);
    EXPECT_FALSE(the<QPushButton>("trainThisPopulation").isEnabled())
        << "nothing was kept: there is no store";
    EXPECT_TRUE(
        the<QLabel>("sampleMessage").text().contains(QLatin1String("The built-in images do not fit them")))
        << text("sampleMessage");
}

TEST_F(SpacesViewTest, StopEndsSamplingKeepsNothingAndLetsOneBeginAnew)
{
    view().select("RegNetX");
    the<QTabWidget>("spaceTabs").setCurrentIndex(2);
    auto& sampling = the<QPushButton>("samplePopulation");
    auto& stop = the<QPushButton>("sampleStop");
    auto& table = the<QTableView>("populationTable");
    EXPECT_FALSE(stop.isEnabled());
    the<QSpinBox>("sampleCount").setValue(1'000'000); // minutes
    QTest::mouseClick(&sampling, Qt::LeftButton);
    EXPECT_FALSE(sampling.isEnabled());
    QTest::qWait(100);
    QTest::mouseClick(&stop, Qt::LeftButton);
    EXPECT_EQ(text("sampleMessage"), "Stopped: nothing was kept.");
    EXPECT_FALSE(stop.isEnabled());
    EXPECT_EQ(table.model()->rowCount(), 0);
    the<QSpinBox>("sampleCount").setValue(5);
    QTest::mouseClick(&sampling, Qt::LeftButton);
    EXPECT_TRUE(waitFor([&] { return table.model()->rowCount() == 5; }));
}

TEST_F(SpacesViewTest, SamplingAndDesignAreCopiedAsCommands)
{
    view().select("RegNetX");
    the<QTabWidget>("spaceTabs").setCurrentIndex(2);
    the<QSpinBox>("sampleCount").setValue(50);
    the<QComboBox>("sampleRegime").setCurrentText(QStringLiteral("cpu"));
    QTest::mouseClick(&the<QPushButton>("sampleCopyCommand"), Qt::LeftButton);
    EXPECT_EQ(QGuiApplication::clipboard()->text().toStdString(),
              "regnet sample RegNetX@cpu --n 50 --seed 1");
    the<QTabWidget>("spaceTabs").setCurrentIndex(3);
    const QList<QAction*> copies = the<QPushButton>("designCopyCommand").menu()->actions();
    ASSERT_EQ(copies.size(), 2);
    copies[0]->trigger();
    EXPECT_EQ(QGuiApplication::clipboard()->text().toStdString(),
              "regnet design --space RegNetX --flops 400000000");
    copies[1]->trigger();
    EXPECT_TRUE(QGuiApplication::clipboard()->text().startsWith(
        QLatin1String("regnet design --space RegNetX --like '{")));
    type("designFlops", "many");
    copies[0]->trigger();
    EXPECT_TRUE(waitForText("designMessage", "\"many\"")) << text("designMessage");
}

TEST_F(SpacesViewTest, WhatInverseDesignFoundComesIntoSightInALowDock)
{
    window->resize(1200, 600);
    the<QTabWidget>("spaceTabs").setCurrentIndex(3);
    QApplication::processEvents();
    const auto& message = the<QLabel>("designMessage");
    EXPECT_TRUE(message.visibleRegion().isEmpty()) << "the dock is not low: nothing is tested";
    QTest::mouseClick(&the<QPushButton>("designFind"), Qt::LeftButton);
    ASSERT_TRUE(waitForText("designMessage", "meet this")) << text("designMessage");
    EXPECT_TRUE(waitFor([&] { return !message.visibleRegion().isEmpty(); }));
}

TEST_F(SpacesViewTest, InverseDesignFindsNetworksOfTheFlops)
{
    the<QTabWidget>("spaceTabs").setCurrentIndex(3);
    QTest::mouseClick(&the<QPushButton>("designFind"), Qt::LeftButton);
    auto& table = the<QTableView>("designTable");
    ASSERT_TRUE(waitFor([&] { return table.model()->rowCount() >= 20; }));
    QTest::mouseClick(&the<QPushButton>("designFewer"), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return !the<QPushButton>("designStop").isEnabled(); }));
    const QPoint at = table.visualRect(table.model()->index(0, 2)).center();
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, at);
    const Cost found = window->model().network().complexity.total;
    const Cost before = publishedModel("RegNetX-400MF").cost;
    EXPECT_LT(found.activations, before.activations);
    EXPECT_NEAR(static_cast<double>(found.flops), static_cast<double>(before.flops),
                0.02 * static_cast<double>(before.flops));
}

TEST_F(SpacesViewTest, InverseDesignByRunTimeNeedsMeasurements)
{
    view().select("pycls_regnet");
    the<QTabWidget>("spaceTabs").setCurrentIndex(3);
    const auto find = [&] {
        QTest::mouseClick(&the<QPushButton>("designFind"), Qt::LeftButton);
        ASSERT_TRUE(waitFor([&] { return !the<QPushButton>("designStop").isEnabled(); }));
    };
    const auto choose = [&](const char* box, int index) {
        QTest::keyClick(&the<QComboBox>(box), Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(&the<QComboBox>(box), Qt::Key_Down);
    };
    type("designFlops", "4G");
    type("designRunTime", "60");
    find();
    EXPECT_TRUE(waitForText("designMessage", "needs measurements to predict it from"))
        << text("designMessage");
    EXPECT_EQ(the<QComboBox>("designRank").count(), 3) << "the shortest run time is not known";
    choose("designMeasurements", 1);
    EXPECT_TRUE(waitForText("designMessage", "from 24 measurements")) << text("designMessage");
    choose("designRank", 3);
    find();
    constexpr int runTime = 5; // the column after activations
    auto& table = the<QTableView>("designTable");
    ASSERT_GT(table.model()->rowCount(), 5) << text("designMessage");
    EXPECT_FALSE(table.isColumnHidden(runTime));
    const auto cell = [&](int row) { return table.model()->index(row, runTime).data().toDouble(); };
    EXPECT_LE(cell(0), cell(1));
    for (int row = 0; row < table.model()->rowCount(); ++row)
        EXPECT_LE(cell(row), 60.05); // three digits
    choose("designMeasurements", 0);
    EXPECT_EQ(the<QComboBox>("designRank").count(), 3);
}

TEST_F(SpacesViewTest, TheSlidersAreShadedWhereTheSpaceAllowsValues)
{
    auto& depth = *(*window->findChild<ParameterPanel*>()).field("depth");
    EXPECT_FALSE(depth.allowed()) << "no space is chosen";
    QTest::mouseClick(&the<QPushButton>("guideSliders"), Qt::LeftButton);
    EXPECT_TRUE(waitFor([&] { return text("spaceMembership") == "In RegNetX."; })) << text("spaceMembership");
    ASSERT_TRUE(depth.allowed());
    EXPECT_FALSE(depth.allowed()->empty());
    NetworkSpec deep = window->model().state().spec;
    deep.regnet->line.depth = 70;
    window->model().edit(deep, QStringLiteral("deeper"));
    EXPECT_TRUE(waitForText("spaceMembership", "Not in RegNetX: "));
    open();
    EXPECT_TRUE(waitForText("spaceMembership", "Not in RegNetX: ")) << "remembered";
    QTest::mouseClick(&the<QPushButton>("guideSliders"), Qt::LeftButton);
    EXPECT_TRUE(waitFor([&] { return text("spaceMembership").empty(); }));
    EXPECT_FALSE((*window->findChild<ParameterPanel*>()).field("depth")->allowed());
}

TEST_F(SpacesViewTest, ADroppedSpaceBecomesAnOwnOne)
{
    const QString file = folder.filePath(QStringLiteral("given.json"));
    QFile given(file);
    ASSERT_TRUE(given.open(QIODevice::WriteOnly));
    given.write(
        R"({"name": "given", "parent": "RegNetX", "regnet": {"depth": 12, "w0": 24, "wa": 36, "wm": 2.5,
                    "bottleneck_ratio": 1, "group_width": 8}})");
    given.close();
    view().importFiles({file, folder.filePath(QStringLiteral("missing.json"))});
    EXPECT_EQ(view().space().name, "given");
    EXPECT_TRUE(waitForText("spacesMessage", "missing.json"));
}

} // namespace
} // namespace regnet
