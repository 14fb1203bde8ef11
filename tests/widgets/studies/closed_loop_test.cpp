// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/queue/queue_window_fixture.h"
#include "widgets/compare/compare_view.h"
#include "widgets/compare/selection_bar.h"
#include "widgets/main_window.h"
#include "widgets/plot/plot_widget.h"
#include "widgets/queue/train_dialog.h"
#include "widgets/spaces/spaces_view.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace regnet {
namespace {

/// Look, narrow, sample, train, look again: the loop of the paper inside one window, with the real worker
/// where there is LibTorch.
class ClosedLoopTest : public QueueWindowTest
{
protected:
    ClosedLoopTest() : settings(folder.filePath(QStringLiteral("settings.ini")))
    {
        if (std::filesystem::exists(REGNET_BIN_DIR "/regnet-worker"))
            qputenv("REGNET_WORKER", REGNET_BIN_DIR "/regnet-worker");
        settings.setCompared({{}, {}});
        settings.setValue(QStringLiteral("spaces/folder"), folder.filePath(QStringLiteral("spaces")));
    }

    /// A population of the CPU's regime with its depths, as a file would bring it.
    static Population parent()
    {
        Population population;
        population.name = "RegNetX@cpu";
        population.recipe = "by hand";
        for (int i = 0; i < 12; ++i) {
            Member member;
            member.error = 40 + i;
            member.properties["depth"] = 6 + i;
            population.members.push_back(std::move(member));
        }
        return population;
    }

    Settings settings;
};

TEST_F(ClosedLoopTest, ABrushedRangeBecomesAChildSpaceWhosePopulationIsTrainedAndDrawn)
{
    MainWindow window(settings, file());
    window.resize(1400, 900);
    window.show();
    LazyDock* dock = window.dock(QStringLiteral("compare"));
    dock->ensureContent();
    auto* view = dock->findChild<CompareView*>();
    view->setPopulation(parent()); // before it is seen: the paper's figure does not come instead
    dock->raise();
    // Brush: the best five, of depths 6 to 10.
    PlotWidget& plot = *view->plotWidget();
    const QSignalSpy painted(&plot, &PlotWidget::replotted);
    ASSERT_TRUE(waitFor([&] { return !painted.isEmpty() && plot.isVisible(); }));
    // Docks get their sizes one after the other: what is brushed must not move under the mouse.
    QPoint before;
    ASSERT_TRUE(waitFor([&] {
        QTest::qWait(100);
        return std::exchange(before, plot.positionOf({42, 0.5})) == plot.positionOf({42, 0.5});
    }));
    QWidget* canvas = plot.childAt(plot.positionOf({42, 0.5}));
    ASSERT_NE(canvas, nullptr);
    const QPoint from = canvas->mapFrom(&plot, plot.positionOf({39.8, 0.5}));
    const QPoint to = canvas->mapFrom(&plot, plot.positionOf({44.5, 0.5}));
    QTest::mousePress(canvas, Qt::LeftButton, {}, from);
    QTest::mouseMove(canvas, (from + to) / 2);
    QTest::mouseMove(canvas, to);
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, to);
    ASSERT_EQ(view->model().selection().count(), 5U);
    // Narrow, by the menu as a person does.
    auto* menu = view->findChild<QToolButton*>(QStringLiteral("narrow"))->menu();
    Q_EMIT menu->aboutToShow();
    ASSERT_FALSE(menu->isEmpty());
    EXPECT_EQ(menu->actions().front()->text().toStdString(), "6 <= depth <= 10 of RegNetX@cpu");
    menu->actions().front()->trigger();
    auto* spaces = window.findChild<SpacesView*>();
    ASSERT_NE(spaces, nullptr);
    EXPECT_EQ(spaces->space().parent, "RegNetX@cpu");
    // Sample two and train them.
    spaces->findChild<QSpinBox*>(QStringLiteral("sampleCount"))->setValue(2);
    spaces->findChild<QPushButton*>(QStringLiteral("samplePopulation"))->click();
    auto* train = spaces->findChild<QPushButton*>(QStringLiteral("trainThisPopulation"));
    ASSERT_TRUE(waitFor([&] { return train->isEnabled(); }));
    QTimer::singleShot(0, &window, [&window] {
        auto* dialog = window.findChild<TrainDialog*>();
        ASSERT_TRUE(dialog);
        for (QComboBox* box : dialog->findChildren<QComboBox*>())
            if (box->findText(QStringLiteral("cpu-tiny")) >= 0)
                box->setCurrentText(QStringLiteral("cpu-tiny"));
        dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
    });
    train->click();
    // The new EDF is there, of two networks within the range.
    const auto trained = [&]() -> const Population* {
        for (const ShownPopulation& shown : view->comparison().populations())
            if (!shown.population->isPublished && shown.population->name != "RegNetX@cpu")
                return shown.population.get();
        return nullptr;
    };
    ASSERT_TRUE(waitFor([&] {
        const Population* one = trained();
        return one != nullptr && one->members.size() == 2 &&
               std::ranges::all_of(one->members, [](const Member& member) {
                   return member.state == Member::State::Finished;
               });
    }));
    for (const Member& member : trained()->members) {
        EXPECT_GE(member.properties.at("depth"), 6);
        EXPECT_LE(member.properties.at("depth"), 10);
    }
    ASSERT_TRUE(waitFor([&] {
        return std::ranges::any_of(plot.plot().series, [&](const PlotSeries& series) {
            return series.kind == PlotSeries::Kind::Steps && series.name.contains(QLatin1String("[2,"));
        });
    }));
}

} // namespace
} // namespace regnet
