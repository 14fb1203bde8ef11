// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/main_window.h"

#include "tests/widgets/translation_maker.h"
#include "tests/widgets/wait_for.h"
#include "widgets/compare/compare_view.h"
#include "widgets/explorer/stage_table.h"
#include "widgets/figures/make_figure.h"
#include "widgets/guide/guide_text.h"
#include "widgets/guide/guide_window.h"
#include "widgets/language.h"
#include "widgets/notices/notice_bar.h"
#include "widgets/plot/plot_widget.h"
#include "widgets/spaces/spaces_view.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QUndoStack>
#include <QXmlStreamReader>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace regnet {
namespace {

class MainWindowLanguage : public testing::Test
{
protected:
    MainWindowLanguage() : settings(folder.filePath(QStringLiteral("settings.ini")))
    {
        window = std::make_unique<MainWindow>(settings);
        window->resize(1400, 900);
        window->show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(window.get()));
    }
    ~MainWindowLanguage() override { applyLanguage(QStringLiteral("en")); }

    /// As a person does, in the menu; the window is made anew after the menu has closed.
    void choose(const char* code)
    {
        QAction* before = action("open");
        bool isGone = false;
        QObject::connect(before, &QObject::destroyed, before, [&isGone] { isGone = true; });
        action(("language_" + std::string(code)).c_str())->trigger();
        ASSERT_TRUE(waitFor([&isGone] { return isGone; }));
    }

    QAction* action(const char* name) const { return window->findChild<QAction*>(QLatin1String(name)); }
    LazyDock& dock(const char* name) const { return *window->dock(QLatin1String(name)); }

    std::string shown() const
    {
        const auto& plot = *dock("quantisation").findChild<PlotWidget*>();
        const QAbstractItemModel& table = *dock("stages").findChild<StageTable*>()->model();
        return action("quit")->text().toStdString() + " | " + dock("parameters").windowTitle().toStdString() +
               " | " + table.headerData(1, Qt::Horizontal).toString().toStdString() + " | " +
               plot.plot().y.title.toStdString();
    }

    QTemporaryDir folder;
    Settings settings;
    std::unique_ptr<MainWindow> window;
};

TEST_F(MainWindowLanguage, MenusDocksTablesAndAxesChangeAndComeBack)
{
    const std::string english = "&Quit | Parameters | Width | width (channels)";
    EXPECT_EQ(shown(), english);
    choose("ko");
    EXPECT_EQ(shown(), "끝내기(&Q) | 파라미터 | 너비 | 너비(채널)");
    EXPECT_EQ(settings.language().toStdString(), "ko");
    EXPECT_TRUE(action("language_ko")->isChecked());
    const auto* tools = window->findChild<QToolBar*>(QStringLiteral("tools"));
    EXPECT_EQ(qobject_cast<QToolButton*>(tools->widgetForAction(action("pin")))->text().toStdString(),
              "이 네트워크 고정");
    choose("en");
    EXPECT_EQ(shown(), english);
}

TEST_F(MainWindowLanguage, NetworkPinsHistoryAndLayoutStay)
{
    NetworkSpec spec = window->model().state().spec;
    spec.regnet->line.depth = 17;
    window->model().edit(spec, QStringLiteral("depth"));
    window->model().pinCurrent();
    dock("complexity").hide();
    dock("compare").show();
    dock("compare").raise();
    ASSERT_TRUE(waitFor([&] { return dock("compare").isSeen(); }));
    auto* tabs = dock("compare").findChild<QTabWidget*>();
    tabs->setCurrentIndex(3);
    const QRect place = dock("parameters").geometry();
    const int steps = window->model().undoStack().count();
    const ExplorerState state = window->model().state();

    choose("ko");

    EXPECT_EQ(window->model().state(), state);
    EXPECT_EQ(window->model().undoStack().count(), steps);
    EXPECT_TRUE(dock("complexity").isHidden());
    EXPECT_TRUE(waitFor([&] { return dock("compare").isSeen(); }));
    EXPECT_EQ(dock("compare").findChild<QTabWidget*>()->currentIndex(), 3);
    EXPECT_NEAR(dock("parameters").width(), place.width(), 2);
    EXPECT_NEAR(dock("parameters").height(), place.height(), 4); // no empty line is left where toolbars were
    action("undo")->trigger();
    action("undo")->trigger();
    EXPECT_NE(window->model().state().spec.regnet->line.depth, 17);
}

TEST_F(MainWindowLanguage, ASpaceThatWasMadeBeforeCanBeUndoneAfter)
{
    settings.setValue(QStringLiteral("spaces/folder"), folder.filePath(QStringLiteral("spaces")));
    dock("spaces").ensureContent();
    auto* view = dock("spaces").findChild<SpacesView*>();
    view->narrow("RegNetX", QStringLiteral("depth"), 12, 28);
    const std::string child = view->space().name;
    ASSERT_NE(child, "RegNetX");

    choose("ko");

    view = dock("spaces").findChild<SpacesView*>();
    EXPECT_NE(view->library().find(child), nullptr);
    action("undo")->trigger();
    EXPECT_EQ(view->library().find(child), nullptr);
}

/// As a hand left it, and not as wide as the names in it.
TEST_F(MainWindowLanguage, ABorderThatWasMovedStaysWhereItIs)
{
    window->resize(1900, 1000);
    dock("spaces").show();
    dock("spaces").raise();
    ASSERT_TRUE(waitFor([&] { return dock("spaces").isSeen(); }));
    const auto border = [&] {
        return dock("spaces").findChild<QSplitter*>(QStringLiteral("spacesSplitter"));
    };
    const auto share = [&] {
        const QList<int> sizes = border()->sizes();
        return static_cast<double>(sizes[0]) / std::max(1, sizes[0] + sizes[1]);
    };
    ASSERT_NE(border(), nullptr);
    QApplication::processEvents(); // the sizes of its own are there
    border()->setSizes({600, 400});
    Q_EMIT border()->splitterMoved(border()->sizes().at(0), 1);
    const double byHand = share();
    ASSERT_GT(byHand, 0.5) << "not what the view would choose";
    const Qt::Orientation orientation = border()->orientation();

    choose("ko");

    ASSERT_TRUE(waitFor([&] { return dock("spaces").isSeen() && border() != nullptr; }));
    EXPECT_EQ(border()->orientation(), orientation);
    EXPECT_TRUE(waitFor([&] { return std::abs(share() - byHand) < 0.03; })) << share() << " " << byHand;
    window->resize(window->width() + 30, window->height());
    QApplication::processEvents();
    EXPECT_NEAR(share(), byHand, 0.05) << "and through a change of size";
}

TEST_F(MainWindowLanguage, AnOpenGuideChangesItsLanguageAndKeepsItsPage)
{
    action("userGuide")->trigger();
    auto* guide = window->findChild<GuideWindow*>();
    ASSERT_NE(guide, nullptr);
    guide->text().showPage(QUrl(QStringLiteral("qrc:/docs/guide/explore.md")));
    const auto shownOf = [guide] {
        return guide->windowTitle().toStdString() + " | " +
               guide->findChild<QAbstractButton*>(QStringLiteral("guideBack"))->text().toStdString() + " | " +
               guide->text().accessibleName().toStdString();
    };
    const std::string english = "User guide | &Back | Page of the guide";
    EXPECT_EQ(shownOf(), english);
    choose("ko");
    EXPECT_TRUE(guide->isVisible());
    for (const QString& text : {guide->windowTitle(), guide->text().accessibleName(),
                                guide->findChild<QAbstractButton*>(QStringLiteral("guideNext"))->text()})
        EXPECT_GE(text.at(0).unicode(), 0xac00) << text.toStdString(); // Hangul
    EXPECT_EQ(guide->text().source().fileName(), QStringLiteral("explore.md"));
    choose("en");
    EXPECT_EQ(shownOf(), english);
}

/// What the window writes is what `regnet figure` writes, whatever it shows.
TEST_F(MainWindowLanguage, FiguresForFilesStayEnglish)
{
    const FigureCall call = [] {
        FigureCall edf(QStringLiteral("edf"));
        edf.setSources({QStringLiteral("paper:fig9-left")});
        return edf;
    }();
    const QByteArray english = fileBytes(call, madeFigure(call), FigureFormat::Csv);
    choose("ko");
    MadeFigure shownOne = madeFigure(call);
    shownOne.plot.x.title = QStringLiteral("오차");
    const MadeFigure written = figureForFile(shownOne, call);
    EXPECT_EQ(written.plot.x.title.toStdString(), "error (%)");
    EXPECT_EQ(fileBytes(call, written, FigureFormat::Csv), english);
}

/// English texts whose translation is another one.
std::set<QString> textsThatDiffer()
{
    QFile file(QStringLiteral(REGNET_TEST_DATA "/../../resources/translations/regnet_ko.ts"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    std::map<QString, bool> differs;
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == QLatin1String("source")) source = xml.readElementText();
        if (xml.name() != QLatin1String("translation")) continue;
        const bool isOther = xml.readElementText(QXmlStreamReader::IncludeChildElements) != source;
        differs.try_emplace(source, true).first->second &= isOther;
    }
    std::set<QString> texts;
    for (const auto& [text, isOther] : differs)
        if (isOther) texts.insert(text);
    return texts;
}

void addHeader(QStringList& texts, const QAbstractItemModel* model, Qt::Orientation orientation)
{
    if (!model) return;
    for (int i = 0; i < model->columnCount(); ++i)
        texts << model->headerData(i, orientation).toString()
              << model->headerData(i, orientation, Qt::ToolTipRole).toString();
}

/// What a person can read or hear in it.
QStringList textsOf(const QWidget& root)
{
    QStringList texts;
    for (const auto* each : root.findChildren<QWidget*>())
        texts << each->windowTitle() << each->toolTip() << each->statusTip() << each->accessibleName();
    for (const auto* each : root.findChildren<QAction*>())
        texts << each->text() << each->statusTip() << each->toolTip();
    for (const auto* each : root.findChildren<QLabel*>())
        texts << each->text();
    for (const auto* each : root.findChildren<QAbstractButton*>())
        texts << each->text();
    for (const auto* each : root.findChildren<QGroupBox*>())
        texts << each->title();
    for (const auto* each : root.findChildren<QLineEdit*>())
        texts << each->placeholderText();
    for (const auto* each : root.findChildren<QTabWidget*>())
        for (int i = 0; i < each->count(); ++i)
            texts << each->tabText(i) << each->tabToolTip(i);
    for (const auto* each : root.findChildren<QComboBox*>())
        for (int i = 0; i < each->count(); ++i)
            texts << each->itemText(i);
    for (const auto* each : root.findChildren<QAbstractItemView*>())
        addHeader(texts, each->model(), Qt::Horizontal);
    for (const auto* each : root.findChildren<PlotWidget*>()) {
        const Plot& plot = each->plot();
        texts << plot.title << plot.x.title << plot.y.title << plot.caption << plot.description;
        for (const PlotSeries& series : plot.series)
            texts << series.name;
    }
    return texts;
}

TEST_F(MainWindowLanguage, NothingThatHasATranslationIsShownInEnglish)
{
    choose("ko");
    for (const char* name :
         {"parameters", "quantisation", "complexity", "diagram", "stages", "compare", "spaces", "studies"})
        dock(name).ensureContent();
    std::set<QString> english = textsThatDiffer();
    ASSERT_GT(english.size(), 1000U);
    // The language's own name in the menu; names of properties, as filters and commands have them.
    for (const char* name : {"English", "params"})
        english.erase(QLatin1String(name));
    std::set<std::string> found;
    for (const QString& text : textsOf(*window))
        if (english.contains(text)) found.insert(text.toStdString());
    EXPECT_THAT(found, testing::IsEmpty());
}

/// A user put a file beside the program; nothing was built.
class LanguageOfAUser : public MainWindowLanguage
{
protected:
    LanguageOfAUser()
    {
        const auto text = [](const char* context, const char* source, const char* translation) {
            return TranslatedText{
                QLatin1String(context), QLatin1String(source), {}, QString::fromUtf8(translation)};
        };
        own.putLanguage(
            QStringLiteral("de"),
            compiledTranslation({ownName(QStringLiteral("Deutsch")),
                                 text("regnet::MainWindow", "&Quit", "&Beenden"),
                                 text("regnet::StageModel", "Width", "Breite"),
                                 text("regnet::PlotWidget", "width (channels)", "Breite (Kanäle)")}));
        own.putLanguage(QStringLiteral("ar"), compiledTranslation({ownName(QStringLiteral("العربية"))}));
        own.putLanguage(QStringLiteral("fr"), "no translation");
        window = std::make_unique<MainWindow>(settings);
        window->resize(1400, 900);
        window->show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(window.get()));
    }

    OwnDataFolder own;
};

TEST_F(LanguageOfAUser, IsInTheMenuAndChangesTheWindowAsFarAsItGoes)
{
    EXPECT_EQ(action("language_de")->text().toStdString(), "Deutsch");
    choose("de");
    EXPECT_EQ(shown(), "&Beenden | Parameters | Breite | Breite (Kanäle)");
    choose("en");
    EXPECT_EQ(shown(), "&Quit | Parameters | Width | width (channels)");
}

TEST_F(LanguageOfAUser, OneThatIsDamagedIsToldAndNotOffered)
{
    EXPECT_EQ(action("language_fr"), nullptr);
    const auto* notice = window->findChild<NoticeBar*>(QStringLiteral("languageNotice"));
    EXPECT_TRUE(notice->isVisible());
    EXPECT_EQ(notice->text().toStdString(),
              "The language in " + own.translations().toStdString() +
                  "/regnet_fr.qm is left out: the file is damaged. lrelease makes it anew.");
}

TEST_F(LanguageOfAUser, FromRightToLeftTurnsTheWindowAndLeavesFiguresAsTheyAre)
{
    FigureCall call(QStringLiteral("edf"));
    call.setSources({QStringLiteral("paper:fig9-left")});
    const auto svg = [&] { return fileBytes(call, madeFigure(call), FigureFormat::Svg); };
    const auto direction = [&] { return dock("parameters").widget()->layoutDirection(); };
    const QByteArray before = svg();
    EXPECT_EQ(direction(), Qt::LeftToRight);
    choose("ar");
    EXPECT_EQ(direction(), Qt::RightToLeft);
    EXPECT_EQ(svg(), before);
    choose("en");
    EXPECT_EQ(direction(), Qt::LeftToRight);
}

} // namespace
} // namespace regnet
