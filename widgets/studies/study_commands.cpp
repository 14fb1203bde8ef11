// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studies/study_commands.h"

#include "core/text/shell_words.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>
#include <QToolButton>

#include <utility>

namespace regnet {
namespace {

using Words = std::vector<std::string>;

QString tr(const char* text)
{
    return QCoreApplication::translate("regnet::StudiesView", text);
}

/// What is the same for all of them: which results of which study.
Words wordsFor(const char* action, const StudyOrder& order)
{
    Words words{"regnet", "study", action, order.study, "--scale", order.scale};
    if (order.n > 0) words.insert(words.end(), {"--n", std::to_string(order.n)});
    if (!order.recipe.empty()) words.insert(words.end(), {"--recipe", order.recipe});
    words.insert(words.end(), {"--store", order.store.string()});
    return words;
}

QString lineOf(const Words& words)
{
    return QString::fromStdString(shellLine(words));
}

} // namespace

QString runCommand(const StudyOrder& order)
{
    Words words = wordsFor("run", order);
    for (const std::string& key : order.keys)
        words.insert(words.end(), {"--population", key});
    words.insert(words.end(), {"--workers", std::to_string(order.workers), "--device", order.device});
    return lineOf(words);
}

QString measureCommand(const StudyOrder& order)
{
    Words words = wordsFor("measure", order);
    words.insert(words.end(), {"--device", order.device});
    return lineOf(words);
}

QString findingsCommand(const StudyOrder& order)
{
    Words words = wordsFor("findings", order);
    if (order.source == PanelSource::Published) words.emplace_back("--published");
    if (order.source == PanelSource::Own) words.emplace_back("--own");
    return lineOf(words);
}

QToolButton* studyCopyButton(std::function<StudyOrder()> order, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QStringLiteral("studyCopyCommand"));
    button->setText(tr("Copy as command"));
    button->setToolTip(tr("Lines for a terminal that do the same; the figure's is in Export…"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(button);
    button->setMenu(menu);
    const auto add = [&](const QString& text, QString (*command)(const StudyOrder&)) {
        QObject::connect(menu->addAction(text), &QAction::triggered, button,
                         [command, order] { QGuiApplication::clipboard()->setText(command(order())); });
    };
    add(tr("Queue and train"), runCommand);
    add(tr("Measure run times"), measureCommand);
    add(tr("Findings"), findingsCommand);
    return button;
}

} // namespace regnet
