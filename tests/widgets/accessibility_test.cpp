// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/text_file.h"
#include "core/queue/training_order.h"
#include "core/space/built_in_spaces.h"
#include "core/store/store.h"
#include "tests/widgets/figures/synthetic.h"
#include "tests/widgets/spoken_names.h"
#include "tests/widgets/wait_for.h"
#include "widgets/about_dialog.h"
#include "widgets/appearance.h"
#include "widgets/cluster/cluster_dialog.h"
#include "widgets/compare/compare_view.h"
#include "widgets/exchange/import_dialog.h"
#include "widgets/figures/export_dialog.h"
#include "widgets/figures/report_dialog.h"
#include "widgets/main_window.h"
#include "widgets/plot/data_picture.h"
#include "widgets/plot/data_table_dialog.h"
#include "widgets/plot/palette.h"
#include "widgets/plot/plot_widget.h"
#include "widgets/queue/dispatcher_thread.h"
#include "widgets/queue/queue_panel.h"
#include "widgets/queue/rename_dialog.h"
#include "widgets/queue/train_dialog.h"
#include "widgets/shortcuts.h"
#include "widgets/shortcuts_dialog.h"
#include "widgets/spaces/derive_dialog.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QToolButton>
#include <QTreeWidget>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <set>

namespace regnet {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// The real window with a store, so that the queue is there.
class AccessibilityTest : public testing::Test
{
protected:
    void SetUp() override
    {
        settings = std::make_unique<Settings>(folder.filePath(QStringLiteral("settings.ini")));
        window = std::make_unique<MainWindow>(*settings, store());
        window->resize(1600, 1000);
        window->show();
        window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    }

    std::filesystem::path store() const { return folder.filePath(QStringLiteral("runs.db")).toStdString(); }
    std::vector<LazyDock*> docks() const
    {
        const auto found = window->findChildren<LazyDock*>();
        return {found.begin(), found.end()};
    }
    /// The dock, and each of the pages in it, come to light in turn.
    template <typename Act>
    void eachPage(LazyDock& dock, const Act& act)
    {
        dock.show();
        dock.raise();
        QApplication::processEvents();
        act(std::string());
        for (QTabWidget* tabs : dock.findChildren<QTabWidget*>())
            for (int i = 0; i < tabs->count(); ++i) {
                if (!tabs->isTabVisible(i)) continue;
                tabs->setCurrentIndex(i);
                QApplication::processEvents();
                act(tabs->tabText(i).toStdString());
            }
    }

    QTemporaryDir folder;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<MainWindow> window;
};

TEST_F(AccessibilityTest, EveryControlAndEveryPlotOfEveryDockHasAName)
{
    std::size_t seen = 0;
    for (LazyDock* dock : docks())
        eachPage(*dock, [&](const std::string& page) {
            EXPECT_THAT(namelessIn(*dock), IsEmpty()) << dock->objectName().toStdString() << " " << page;
            seen += controlsOf(*dock).size();
        });
    EXPECT_THAT(namelessIn(*window), IsEmpty());
    EXPECT_GT(seen, 100U); // the walk went through the docks
}

/// An empty queue and a comparison of nothing show less than there is.
TEST_F(AccessibilityTest, SoHasEveryControlOfAQueueAndAComparisonWithContent)
{
    window.reset();
    {
        TrainingOrder order;
        order.population = "small";
        order.space = "RegNetX@cpu";
        order.n = 2;
        order.recipe = "cpu-tiny";
        Store filled(store(), "test");
        filled.add(populationOf(order, {}));
    }
    SetUp();
    window->dock(QStringLiteral("compare"))->ensureContent();
    window->findChild<CompareView*>()->setPopulation(test::withFailures());
    window->dock(QStringLiteral("queue"))->ensureContent();
    const auto* panel = window->findChild<QueuePanel*>();
    ASSERT_NE(panel, nullptr);
    ASSERT_TRUE(waitFor([panel] { return panel->table()->model()->rowCount() == 2; }));
    for (const char* name : {"queue", "compare"}) {
        LazyDock* dock = window->dock(QLatin1String(name));
        eachPage(*dock, [&](const std::string& page) {
            EXPECT_THAT(namelessIn(*dock), IsEmpty()) << name << " " << page;
        });
    }
    EXPECT_TRUE(panel->table()->isVisibleTo(window->dock(QStringLiteral("queue"))));
}

TEST_F(AccessibilityTest, EveryPictureOfEveryDockHasATableOfItsNumbers)
{
    std::set<std::string> docksWithPictures;
    for (LazyDock* dock : docks())
        eachPage(*dock, [&](const std::string& page) {
            for (QWidget* control : controlsOf(*dock)) {
                const auto* picture = dynamic_cast<DataPicture*>(control);
                if (!picture) continue;
                docksWithPictures.insert(dock->objectName().toStdString());
                const PlotTable table = picture->dataTable();
                EXPECT_FALSE(table.columns.isEmpty()) << whichWidget(*control) << " " << page;
                for (const QStringList& row : table.rows)
                    ASSERT_EQ(row.size(), table.columns.size()) << whichWidget(*control) << " " << page;
                const auto* plot = dynamic_cast<PlotWidget*>(control);
                const bool hasPoints = plot && std::ranges::any_of(plot->plot().series, [](const auto& each) {
                                           return each.isInLegend && !each.y.empty();
                                       });
                EXPECT_TRUE(!hasPoints || !table.rows.empty()) << whichWidget(*control) << " " << page;
            }
        });
    for (const char* name : {"quantisation", "complexity", "diagram"})
        EXPECT_TRUE(docksWithPictures.contains(name)) << name;
}

TEST_F(AccessibilityTest, TabComesRoundThroughEveryDockAndIsNotCaught)
{
    for (LazyDock* dock : docks())
        eachPage(*dock, [&](const std::string& page) {
            std::set<QWidget*> missed;
            for (QWidget* control : controlsOf(*dock))
                if (control->isEnabled() && control->isVisible()) missed.insert(control);
            if (missed.empty()) return;
            QWidget* const start = *missed.begin();
            start->setFocus(Qt::TabFocusReason);
            ASSERT_TRUE(start->hasFocus()) << whichWidget(*start);
            constexpr int most = 400; // more than there are controls in a window
            int steps = 0;
            for (; steps < most; ++steps) {
                QWidget* at = QApplication::focusWidget();
                ASSERT_NE(at, nullptr);
                missed.erase(at);
                if (steps > 0 && at == start) break;
                QTest::keyClick(at, Qt::Key_Tab);
            }
            EXPECT_LT(steps, most) << "Tab does not come back to " << whichWidget(*start) << ", it is at "
                                   << whichWidget(*QApplication::focusWidget());
            for (const QWidget* control : missed) {
                const QWidget* proxy = control->focusProxy();
                EXPECT_NE(proxy, nullptr)
                    << "Tab does not reach " << whichWidget(*control) << " on page \"" << page << '"';
            }
        });
}

TEST_F(AccessibilityTest, TabDoesNotGoThroughWhatLiesBehindATab)
{
    for (LazyDock* dock : docks())
        dock->goTo(); // all have content
    window->dock(QStringLiteral("quantisation"))->goTo();
    QWidget* const start = QApplication::focusWidget();
    int steps = 0;
    do {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QWidget* at = QApplication::focusWidget();
        ASSERT_NE(at, nullptr);
        const QPoint place = at->mapTo(window.get(), QPoint(0, 0));
        EXPECT_TRUE(window->rect().contains(place)) << whichWidget(*at);
    } while (QApplication::focusWidget() != start && ++steps < 400);
    EXPECT_GT(steps, 10);
    EXPECT_LT(steps, 400);
}

TEST_F(AccessibilityTest, GoingToADockGivesTheKeyboardToAControlWithAName)
{
    for (LazyDock* dock : docks()) {
        dock->goTo();
        QWidget* at = QApplication::focusWidget();
        ASSERT_NE(at, nullptr) << dock->objectName().toStdString();
        EXPECT_TRUE(dock->isAncestorOf(at)) << whichWidget(*at);
        EXPECT_FALSE(spokenName(*at).empty()) << whichWidget(*at);
        for (const QScrollArea* area : dock->findChildren<QScrollArea*>())
            EXPECT_FALSE(area->focusPolicy() & Qt::TabFocus) << whichWidget(*area);
    }
}

TEST_F(AccessibilityTest, EveryControlOfTheDialogsHasAName)
{
    ReportDialog report({});
    EXPECT_THAT(namelessIn(report), IsEmpty());
    AboutDialog about;
    EXPECT_THAT(namelessIn(about), IsEmpty());
    ShortcutsDialog shortcuts(*window);
    EXPECT_THAT(namelessIn(shortcuts), IsEmpty());
    TrainDialog train(window->findChild<DispatcherThread*>()->snapshot(), QString());
    EXPECT_THAT(namelessIn(train), IsEmpty());
    ExportDialog exported({window->findChild<PlotWidget*>()->plot(), {}}, FigureCall(QStringLiteral("edf")),
                          QStringLiteral("edf"));
    EXPECT_THAT(namelessIn(exported), IsEmpty());
    DeriveDialog derive(builtInSpace("RegNetX"), [](const std::string& name) { return name; });
    EXPECT_THAT(namelessIn(derive), IsEmpty());
    RenameDialog rename("small", {"other"}, store());
    EXPECT_THAT(namelessIn(rename), IsEmpty());
    ClusterDialog cluster(
        {{}, QStringLiteral("all"), store(), folder.filePath(QStringLiteral("s.json")).toStdString()});
    EXPECT_THAT(namelessIn(cluster), IsEmpty());
    const std::string file = folder.filePath(QStringLiteral("runs.csv")).toStdString();
    writeTextFile(file, "model,test_acc\none,61.5\n");
    ImportDialog import(file, store());
    static_cast<QWidget&>(import).show();
    ASSERT_TRUE(QTest::qWaitFor([&] { return import.findChild<QTableView*>()->isVisible(); }, 300'000));
    EXPECT_THAT(namelessIn(import), IsEmpty());
    DataTableDialog data(window->findChild<PlotWidget*>()->dataTable(), QStringLiteral("data"));
    EXPECT_THAT(namelessIn(data), IsEmpty());
}

TEST_F(AccessibilityTest, APlotSaysWhatItShowsAndGivesItsNumbers)
{
    auto* plot = window->dock(QStringLiteral("quantisation"))->findChild<PlotWidget*>();
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(plot);
    EXPECT_EQ(spoken->role(), QAccessible::Chart);
    const std::string description = spoken->text(QAccessible::Description).toStdString();
    EXPECT_THAT(description, HasSubstr("block"));
    EXPECT_THAT(description, HasSubstr("values"));
    plot->setFocus();
    window->findChild<QAction*>(QStringLiteral("plotData"))->trigger();
    auto* dialog = plot->findChild<DataTableDialog*>();
    ASSERT_NE(dialog, nullptr);
    auto* rows = dialog->findChild<QTableView*>(QStringLiteral("dataRows"));
    EXPECT_EQ(rows->model()->rowCount(), static_cast<int>(tableOf(plot->plot()).rows.size()));
    EXPECT_GT(rows->model()->rowCount(), 22); // RegNetX-400MF has 22 blocks
    dialog->findChild<QLineEdit*>(QStringLiteral("dataSearch"))->setText(QStringLiteral("no such number"));
    EXPECT_EQ(rows->model()->rowCount(), 0);
}

TEST_F(AccessibilityTest, TheGuideListsTheKeysThatTheDialogShows)
{
    const std::string page = keyboardPage(shortcutsOf(*window)).toStdString();
    const std::string path = REGNET_TEST_DATA "/../../docs/guide/keyboard.md";
    if (std::getenv("REGNET_UPDATE_PAGES")) writeTextFile(path, page);
    EXPECT_EQ(readTextFile(path), page) << "REGNET_UPDATE_PAGES=1 writes the page anew";
}

// With a key that only some desktops know, the list would be longer there than in the guide and in this test.
TEST_F(AccessibilityTest, QuitHasItsKeyOnEveryDesktop)
{
    EXPECT_THAT(keyboardPage(shortcutsOf(*window)).toStdString(), HasSubstr("| Ctrl+Q | Quit |"));
}

TEST_F(AccessibilityTest, NoTwoActionsThatWorkAtTheSameTimeShareAKey)
{
    for (const ShortcutGroup& group : shortcutsOf(*window)) {
        std::set<std::string> keys;
        for (const Shortcut& each : group.shortcuts) {
            // These two act on the table that has the focus.
            const bool isOfTable =
                each.keys == QStringLiteral("Ctrl+C") || each.keys == QStringLiteral("Del");
            EXPECT_TRUE(isOfTable || keys.insert(each.keys.toStdString()).second)
                << group.title.toStdString() << ": " << each.keys.toStdString();
        }
    }
}

TEST_F(AccessibilityTest, ALargeSystemFontMakesControlsLarger)
{
    const QFont before = QApplication::font();
    auto* parameters = window->dock(QStringLiteral("parameters"));
    const int height = parameters->widget()->sizeHint().height();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    QApplication::processEvents();
    EXPECT_GT(parameters->widget()->sizeHint().height(), height * 3 / 2);
    const auto isCut = [](const QWidget* control) {
        const bool hasText = control->inherits("QAbstractButton") || control->inherits("QAbstractSpinBox");
        return hasText && control->height() < control->fontMetrics().height();
    };
    const auto cut = [&] {
        const std::vector<QWidget*> all = controlsOf(*parameters);
        return std::find_if(all.begin(), all.end(), isCut) != all.end();
    };
    EXPECT_TRUE(QTest::qWaitFor([&] { return !cut(); }, 20'000));
    QApplication::setFont(before);
}

TEST_F(AccessibilityTest, HighContrastAndReducedMotionAreSwitchedAndRemembered)
{
    window->findChild<QAction*>(QStringLiteral("highContrast"))->setChecked(true);
    EXPECT_EQ(QApplication::palette().color(QPalette::Window), QColor(Qt::white));
    EXPECT_TRUE(Theme::of(QApplication::palette()).isHighContrast);
    window->findChild<QAction*>(QStringLiteral("reducedMotion"))->setChecked(true);
    EXPECT_EQ(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
    EXPECT_FALSE(window->isAnimated());
    EXPECT_TRUE(settings->isHighContrast());
    EXPECT_TRUE(settings->isMotionReduced());
    window->findChild<QAction*>(QStringLiteral("reducedMotion"))->setChecked(false);
    window->findChild<QAction*>(QStringLiteral("highContrast"))->setChecked(false);
    EXPECT_FALSE(Theme::of(QApplication::palette()).isHighContrast);
    applyAppearance(Appearance::Light);
}

/// The best contrast to the page that a line down the middle of an empty control meets.
double edgeOf(QWidget& control)
{
    control.resize(160, std::max(24, control.sizeHint().height()));
    const QImage image = control.grab().toImage();
    const QColor page = QApplication::palette().color(QPalette::Window);
    double best = 1;
    for (int y = 0; y < image.height(); ++y)
        best = std::max(best, contrast(image.pixelColor(image.width() / 2, y), page));
    return best;
}

TEST(CheckBox, InALineOfATableHasAnEdgeThatIsSeen)
{
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        applyAppearance(appearance, false);
        QTreeWidget table;
        table.setHeaderHidden(true);
        table.setRootIsDecorated(false);
        QTreeWidgetItem item(&table);
        item.setCheckState(0, Qt::Unchecked);
        table.resize(200, 60);
        const QColor page = table.palette().color(QPalette::Base);
        const QRect line = table.visualItemRect(&item);
        const QImage image = table.viewport()->grab().toImage();
        double best = 1;
        for (int x = line.left(); x < line.left() + line.height(); ++x)
            best = std::max(best, contrast(image.pixelColor(x, line.center().y()), page));
        EXPECT_GE(best, 3) << static_cast<int>(appearance);
    }
    applyAppearance(Appearance::Light);
}

TEST(HighContrast, EveryControlHasAnEdgeThatIsSeen)
{
    for (const Appearance appearance : {Appearance::Dark, Appearance::Light}) {
        applyAppearance(appearance, true);
        QSpinBox number;
        number.setSpecialValueText(QStringLiteral(" "));
        QLineEdit text;
        QComboBox choice;
        QPushButton button;
        QSlider slider(Qt::Horizontal);
        slider.setRange(0, 2);
        slider.setValue(1);
        QScrollBar bar(Qt::Horizontal);
        bar.setRange(0, 2);
        bar.setPageStep(2);
        bar.setValue(1);
        QTreeWidget list;
        list.setHeaderHidden(true);
        for (QWidget* control :
             std::initializer_list<QWidget*>{&number, &text, &choice, &button, &slider, &bar, &list})
            EXPECT_GE(edgeOf(*control), 3) << control->metaObject()->className();
    }
    applyAppearance(Appearance::Light);
}

/// Tool bars have it when their actions find no room.
TEST(ToolBar, ItsArrowToWhatIsHiddenIsSeenOnEveryPage)
{
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        applyAppearance(appearance, false);
        QToolBar bar;
        for (int i = 0; i < 20; ++i)
            bar.addAction(QStringLiteral("something to do"));
        bar.resize(200, bar.sizeHint().height());
        bar.show();
        const auto* arrow = bar.findChild<QToolButton*>(QStringLiteral("qt_toolbar_ext_button"));
        ASSERT_NE(arrow, nullptr);
        ASSERT_TRUE(QTest::qWaitFor([arrow] { return arrow->isVisible(); }, 20'000));
        const QImage image = bar.grab(arrow->geometry()).toImage();
        const QColor page = QApplication::palette().color(QPalette::Window);
        double best = 1;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                best = std::max(best, contrast(image.pixelColor(x, y), page));
        EXPECT_GE(best, 4.5) << static_cast<int>(appearance);
    }
    applyAppearance(Appearance::Light);
}

struct ThemeRow
{
    const char* name;
    Theme theme;
    double text, series; ///< the least contrast
};

class Contrast : public testing::TestWithParam<ThemeRow>
{
};

TEST_P(Contrast, OfEveryPairOfColoursIsEnough)
{
    const auto& [name, theme, text, series] = GetParam();
    const QPalette palette = paletteOf(theme);
    const std::pair<QPalette::ColorRole, QPalette::ColorRole> pairs[] = {
        {QPalette::WindowText, QPalette::Window},
        {QPalette::Text, QPalette::Base},
        {QPalette::Text, QPalette::AlternateBase},
        {QPalette::ButtonText, QPalette::Button},
        {QPalette::PlaceholderText, QPalette::Base},
        {QPalette::ToolTipText, QPalette::ToolTipBase},
        {QPalette::HighlightedText, QPalette::Highlight},
        {QPalette::Link, QPalette::Base},
        {QPalette::Link, QPalette::Window},
        {QPalette::LinkVisited, QPalette::Base},
        {QPalette::LinkVisited, QPalette::Window},
        {QPalette::BrightText, QPalette::Window}};
    for (const auto& [front, back] : pairs)
        EXPECT_GE(contrast(palette.color(front), palette.color(back)), text)
            << name << " " << front << " on " << back;
    EXPECT_GE(contrast(theme.ink, theme.page), text);
    EXPECT_GE(contrast(theme.secondary, theme.page), text);
    for (int slot = 0; slot < Theme::slotCount; ++slot)
        EXPECT_GE(contrast(theme.series(slot), theme.page), series) << name << " slot " << slot;
    EXPECT_GE(contrast(palette.color(QPalette::Highlight), theme.page), 3) << "the ring of the focus";
    if (theme.isHighContrast) {
        EXPECT_GE(contrast(palette.color(QPalette::PlaceholderText), theme.page), 7) << "secondary text";
    }
}

INSTANTIATE_TEST_SUITE_P(Themes, Contrast,
                         testing::Values(ThemeRow{"light", Theme::light(), 4.5, 3},
                                         ThemeRow{"dark", Theme::dark(), 4.5, 3},
                                         ThemeRow{"black on white", Theme::highContrast(false), 6, 4.5},
                                         ThemeRow{"white on black", Theme::highContrast(true), 6, 4.5}),
                         [](const auto& row) {
                             std::string name = row.param.name;
                             std::erase(name, ' ');
                             return name;
                         });

TEST(Contrast, IsWhatWcagComputes)
{
    EXPECT_DOUBLE_EQ(contrast(Qt::black, Qt::white), 21);
    EXPECT_DOUBLE_EQ(contrast(Qt::white, Qt::white), 1);
    EXPECT_NEAR(contrast(QColor(0x77, 0x77, 0x77), Qt::white), 4.48, 0.005); // WCAG's well-known grey
}

TEST(Theme, NoTwoSlotsAreToldApartByColourAlone)
{
    for (int a = 0; a < Theme::slotCount; ++a)
        for (int b = a + 1; b < Theme::slotCount; ++b) {
            Plot plot;
            for (const int slot : {a, b}) {
                PlotSeries points;
                points.kind = PlotSeries::Kind::Points;
                points.name = QString::number(slot);
                points.slot = slot;
                points.x = points.y = {1};
                plot.series.push_back(points);
            }
            EXPECT_TRUE(alikeInGrey(plot, Theme::light(), Palette::ColourBlindSafe).isEmpty());
        }
}

} // namespace
} // namespace regnet
