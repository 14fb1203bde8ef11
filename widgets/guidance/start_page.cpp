// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guidance/start_page.h"

#include "widgets/guidance/start_card.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace regnet {

StartPage::StartPage(const Facts& facts, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("startPage"));
    setWindowTitle(tr("Start"));
    auto* title = new QLabel(tr("Design spaces of networks, from a slider to a figure"), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setBold(true);
    title->setFont(large);
    title->setWordWrap(true);
    auto* atStart = new QCheckBox(tr("&Show this page at the start"), this);
    atStart->setObjectName(QStringLiteral("startPageAtStart"));
    atStart->setChecked(facts.isShownAtStart);
    connect(atStart, &QCheckBox::toggled, this, &StartPage::shownAtStartChanged);
    auto* tour = new QPushButton(tr("Take the &tour: the paper's method in eight steps"), this);
    tour->setObjectName(QStringLiteral("startTour"));
    connect(tour, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT tourWanted();
    });
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    layout->setSpacing(line / 2);
    layout->setContentsMargins(line, line, line, line / 2);
    layout->addWidget(title);
    layout->addWidget(makeCards(facts.hasStore), 1);
    layout->addWidget(tour, 0, Qt::AlignLeft);
    if (!facts.recent.isEmpty()) layout->addWidget(makeRecent(facts.recent));
    auto* below = new QHBoxLayout;
    below->addWidget(atStart, 1);
    below->addWidget(buttons);
    layout->addLayout(below);
    for (QPushButton* button : findChildren<QPushButton*>())
        button->setAutoDefault(false); // Return belongs to the card that has the focus
    findChild<StartCard*>()->setFocus();
    resize(line * 46, sizeHint().height());
}

QWidget* StartPage::makeCards(bool hasStore)
{
    auto* cards = new QWidget(this);
    auto* grid = new QGridLayout(cards);
    grid->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const char* name, StartCard::Picture picture, const QString& title,
                         const QString& sentence, void (StartPage::*wanted)()) {
        auto* card = new StartCard(picture, title, sentence, cards);
        card->setObjectName(QLatin1String(name));
        connect(card, &StartCard::clicked, this, [this, wanted] {
            close();
            Q_EMIT(this->*wanted)();
        });
        const int place = grid->count();
        grid->addWidget(card, place / 2, place % 2);
        return card;
    };
    add("startPopulations", StartCard::Picture::Curves, tr("Open the paper's populations"),
        tr("Thousands of trained networks as the paper published them: which space is better, and by how "
           "much. Needs no GPU."),
        &StartPage::populationsWanted);
    add("startSliders", StartCard::Picture::Sliders, tr("Try the sliders"),
        tr("Six numbers make a network. See its stages, its costs and why each width is what it is, while "
           "you drag."),
        &StartPage::slidersWanted);
    StartCard* train =
        add("startTraining", StartCard::Picture::Training, tr("Train a first population"),
            tr("A few small networks, drawn from a space and trained on this machine in the background, "
               "with built-in images."),
            &StartPage::trainingWanted);
    StartCard* import = add("startImport", StartCard::Picture::Import, tr("Import a pycls sweep"),
                            tr("Your own results: a sweep.json of pycls, its logs, or any CSV with an "
                               "error in it."),
                            &StartPage::importWanted);
    for (StartCard* card : {train, import}) {
        card->setEnabled(hasStore);
        if (!hasStore) card->setToolTip(tr("This window has no store to keep results in"));
    }
    return cards;
}

QWidget* StartPage::makeRecent(const QStringList& files)
{
    constexpr qsizetype most = 5;
    auto* list = new QWidget(this);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new QLabel(tr("Opened lately"), list));
    for (const QString& path : files.mid(0, most)) {
        const QFileInfo file(path);
        auto* button = new QPushButton(file.fileName().replace(QLatin1Char('&'), QLatin1String("&&")), list);
        button->setFlat(true);
        button->setEnabled(file.exists());
        button->setToolTip(file.exists() ? path : tr("%1 is not there any more").arg(path));
        button->setAccessibleDescription(button->toolTip());
        connect(button, &QPushButton::clicked, this, [this, path] {
            close();
            Q_EMIT fileWanted(path);
        });
        column->addWidget(button, 0, Qt::AlignLeft);
    }
    return list;
}

} // namespace regnet
