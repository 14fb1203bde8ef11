// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Other languages take more room than English: with a made-up one, no text of the window is cut off.

#include "core/format/text_file.h"
#include "core/space/built_in_spaces.h"
#include "tests/widgets/wait_for.h"
#include "widgets/about_dialog.h"
#include "widgets/cluster/cluster_dialog.h"
#include "widgets/commands/command_palette.h"
#include "widgets/exchange/import_dialog.h"
#include "widgets/figures/export_dialog.h"
#include "widgets/figures/make_figure.h"
#include "widgets/figures/report_dialog.h"
#include "widgets/guidance/start_page.h"
#include "widgets/main_window.h"
#include "widgets/notices/crash_dialog.h"
#include "widgets/plot/data_table_dialog.h"
#include "widgets/plot/plot_widget.h"
#include "widgets/preferences/settings_dialog.h"
#include "widgets/queue/queue_snapshot.h"
#include "widgets/queue/train_dialog.h"
#include "widgets/shortcuts_dialog.h"
#include "widgets/spaces/derive_dialog.h"

#include <QAbstractButton>
#include <QGroupBox>
#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QToolButton>
#include <QTranslator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

constexpr QSize smallScreen(1280, 860);

/// Vowels with accents, which are higher and two bytes long, and 40 % more letters. Tags, places (%1) and
/// mnemonics stay.
QString longer(const QString& text)
{
    const QString plain = QStringLiteral("aeiouAEIOU"), accented = QStringLiteral("áéíóúÁÉÍÓÚ");
    QString made = text;
    bool isTag = false;
    for (qsizetype i = 0; i < made.size(); ++i) {
        if (made[i] == QLatin1Char('<')) isTag = true;
        if (made[i] == QLatin1Char('>')) isTag = false;
        const bool isMark = i > 0 && (text[i - 1] == QLatin1Char('%') || text[i - 1] == QLatin1Char('&'));
        const qsizetype vowel = plain.indexOf(made[i]);
        if (!isTag && !isMark && vowel >= 0) made[i] = accented[vowel];
    }
    constexpr qsizetype wordLength = 8;
    const qsizetype more = (text.size() * 2 + 4) / 5;
    for (qsizetype i = 0; i < more; ++i)
        made += i % wordLength == 0 ? QLatin1Char(' ') : QLatin1Char('x');
    return made;
}

class LongTexts : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        const QString text = QString::fromUtf8(source);
        if (!QByteArrayView(context).startsWith("regnet") || text.size() < 3 ||
            text.contains(QLatin1String("(*")))
            return {};
        return longer(text);
    }
};

/// Their texts are cut off, and the rest is behind an arrow or in a tip.
bool isInBar(const QWidget& widget)
{
    const QWidget* parent = widget.parentWidget();
    return qobject_cast<const QToolBar*>(parent) || qobject_cast<const QTabBar*>(parent);
}

/// What has no room for its text: buttons, headings of groups, and labels that do not shorten themselves.
std::vector<std::string> clipped(const QWidget& root)
{
    std::vector<std::string> texts;
    const auto add = [&](const QWidget& widget, const QString& text) {
        texts.push_back(widget.metaObject()->className() + (" " + widget.objectName().toStdString()) + ": " +
                        text.toStdString());
    };
    const auto look = [&](const QWidget& widget, const QString& text) {
        const QSize needed = widget.minimumSizeHint();
        if (widget.isVisible() && !text.isEmpty() && !isInBar(widget) &&
            (widget.width() < needed.width() || widget.height() < needed.height()))
            add(widget, text);
    };
    for (const auto* each : root.findChildren<QAbstractButton*>())
        look(*each, each->text());
    for (const auto* each : root.findChildren<QGroupBox*>())
        look(*each, each->title());
    for (const auto* each : root.findChildren<QLabel*>())
        if (!each->wordWrap())
            look(*each, each->text());
        else if (each->isVisible() && each->height() < each->heightForWidth(each->width()))
            add(*each, each->text());
    return texts;
}

/// Texts that come late are laid out when events are served.
void expectRoom(const QWidget& root)
{
    const bool hasRoom = QTest::qWaitFor([&root] { return clipped(root).empty(); });
    EXPECT_TRUE(hasRoom) << testing::PrintToString(clipped(root));
}

class LongTextsTest : public testing::Test
{
protected:
    LongTextsTest() { QCoreApplication::installTranslator(&texts); }
    ~LongTextsTest() override { QCoreApplication::removeTranslator(&texts); }

    static void show(QWidget& widget)
    {
        widget.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&widget));
    }

    static void expectRoomInDialog(QDialog& dialog)
    {
        SCOPED_TRACE(dialog.metaObject()->className());
        show(dialog);
        EXPECT_TRUE(dialog.windowTitle().contains(QLatin1Char('x'))) << dialog.windowTitle().toStdString();
        expectRoom(dialog);
        EXPECT_LE(dialog.width(), smallScreen.width());
        EXPECT_LE(dialog.height(), smallScreen.height());
    }

    std::filesystem::path store() const { return folder.filePath(QStringLiteral("s.db")).toStdString(); }

    QTemporaryDir folder;
    LongTexts texts;
};

TEST_F(LongTextsTest, HaveRoomInTheWindow)
{
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    MainWindow window(settings, store());
    window.resize(smallScreen);
    show(window);
    EXPECT_TRUE(window.windowTitle().endsWith(QLatin1Char('x')));
    for (const char* name : {"parameters", "quantisation", "complexity", "diagram", "stages", "compare",
                             "spaces", "studies", "queue"}) {
        SCOPED_TRACE(name);
        LazyDock& dock = *window.dock(QLatin1String(name));
        dock.raise();
        ASSERT_TRUE(waitFor([&] { return dock.isSeen(); }));
        expectRoom(dock);
        for (auto* pages : dock.findChildren<QTabWidget*>())
            for (int i = 0; i < pages->count(); ++i) {
                SCOPED_TRACE(pages->tabText(i).toStdString());
                pages->setCurrentIndex(i);
                expectRoom(*pages->widget(i));
            }
    }
    EXPECT_LE(window.width(), smallScreen.width());
    EXPECT_LE(window.height(), smallScreen.height());
}

TEST_F(LongTextsTest, HaveRoomInDialogsOfFiguresAndTraining)
{
    FigureCall call(QStringLiteral("edf"));
    call.setSources({QStringLiteral("paper:fig9-left")});
    ExportDialog exporting(madeFigure(call), call, QStringLiteral("edf"));
    expectRoomInDialog(exporting);
    ReportDialog report({QStringLiteral("paper:fig9-left")});
    expectRoomInDialog(report);
    TrainDialog training(std::make_shared<const QueueSnapshot>(), {});
    expectRoomInDialog(training);
    ClusterDialog cluster(
        {{}, QStringLiteral("all"), store(), folder.filePath(QStringLiteral("s.json")).toStdString()});
    expectRoomInDialog(cluster);
    DeriveDialog derive(builtInSpace("RegNetX"), [](const std::string& name) { return name; });
    expectRoomInDialog(derive);
    DataTableDialog data(tableOf(madeFigure(call).plot), DataTableDialog::tr("Data"));
    SCOPED_TRACE("data");
    show(data);
    expectRoom(data);
}

TEST_F(LongTextsTest, HaveRoomInTheImportDialog)
{
    const std::string file = folder.filePath(QStringLiteral("runs.csv")).toStdString();
    writeTextFile(file, "model,test_acc\none,61.5\n");
    ImportDialog import(file, store());
    bool isRead = false;
    QObject::connect(&import, &ImportDialog::previewed, &import, [&isRead] { isRead = true; });
    ASSERT_TRUE(waitFor([&isRead] { return isRead; }));
    expectRoomInDialog(import);
}

TEST_F(LongTextsTest, HaveRoomInDialogsOfTheProgram)
{
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    MainWindow window(settings, store());
    window.findChild<QAction*>(QStringLiteral("settings"))->trigger();
    expectRoomInDialog(*window.findChild<SettingsDialog*>());
    ShortcutsDialog keys(window);
    expectRoomInDialog(keys);
    CommandPalette palette(commandsOf(window), {});
    expectRoomInDialog(palette);
    StartPage start({{QStringLiteral("/home/someone/network.json")}, true, false});
    expectRoomInDialog(start);
    CrashDialog crashes(folder.path().toStdString());
    expectRoomInDialog(crashes);
    AboutDialog about;
    expectRoomInDialog(about);
}

} // namespace
} // namespace regnet
