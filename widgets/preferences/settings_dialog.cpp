// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/preferences/settings_dialog.h"

#include "widgets/dock_scroll.h"
#include "widgets/mnemonics.h"

#include <QDialogButtonBox>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace regnet {

SettingsDialog::SettingsDialog(const std::vector<Preference>& preferences, const QString& file,
                               QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("settingsSearch"));
    m_search->setPlaceholderText(tr("Search the settings"));
    m_search->setAccessibleName(tr("Search the settings"));
    m_search->setClearButtonEnabled(true);
    auto* list = new QWidget(this);
    auto* column = new QVBoxLayout(list);
    for (const Preference& each : preferences) {
        const bool isNewPage = m_lines.empty() || m_lines.back().page != each.page;
        if (isNewPage) {
            auto* heading = new QLabel(each.page, list);
            QFont bold = heading->font();
            bold.setBold(true);
            bold.setPointSizeF(bold.pointSizeF() * 1.15);
            heading->setFont(bold);
            heading->setContentsMargins(0, fontMetrics().height() / 2, 0, 0);
            column->addWidget(heading);
            m_headings.push_back(heading);
        }
        QWidget* line = makeLine(each, list);
        column->addWidget(line);
        m_lines.push_back({each.page,
                           QStringList{each.page, each.title, each.about, each.words}
                               .join(QLatin1Char(' '))
                               .remove(QLatin1Char('&')),
                           line});
    }
    m_nothing = new QLabel(tr("No setting has all of these words."), list);
    column->addWidget(m_nothing);
    column->addStretch(1);
    QScrollArea* scroll = makeScroll(list, "settingsScroll", this); // it follows the line with the focus
    auto* place = new QLabel(tr("All of it is kept in %1").arg(file), this);
    place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    place->setWordWrap(true);
    place->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::search);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(scroll, 1);
    layout->addWidget(place);
    layout->addWidget(buttons);
    // Return in the search is no push of a button.
    for (QPushButton* button : findChildren<QPushButton*>())
        button->setAutoDefault(false);
    m_search->setFocus();
    search({});
    const int line = fontMetrics().height();
    resize(line * 42, line * 40);
}

QWidget* SettingsDialog::makeLine(const Preference& preference, QWidget* parent)
{
    auto* line = new QWidget(parent);
    auto* grid = new QGridLayout(line);
    grid->setContentsMargins(fontMetrics().height() / 2, 2, 0, 2);
    grid->setVerticalSpacing(0);
    grid->setColumnMinimumWidth(0, fontMetrics().height() * 16);
    grid->setColumnStretch(1, 1);
    QWidget* control = preference.make(line);
    auto* title = new QLabel(preference.title, line);
    title->setBuddy(control);
    control->setAccessibleName(withoutMnemonic(preference.title));
    control->setAccessibleDescription(preference.about);
    control->setToolTip(preference.about);
    auto* about = new QLabel(preference.about, line);
    about->setWordWrap(true);
    about->setForegroundRole(QPalette::PlaceholderText);
    grid->addWidget(title, 0, 0);
    grid->addWidget(control, 0, 1, Qt::AlignLeft);
    grid->addWidget(about, 1, 0, 1, 2);
    return line;
}

void SettingsDialog::search(const QString& words)
{
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList pages;
    for (const Line& line : m_lines) {
        const bool fits = std::all_of(wanted.begin(), wanted.end(), [&line](const QString& word) {
            return line.text.contains(word, Qt::CaseInsensitive);
        });
        line.widget->setVisible(fits);
        if (fits) pages << line.page;
    }
    for (QLabel* heading : m_headings)
        heading->setVisible(pages.contains(heading->text()));
    m_nothing->setVisible(pages.isEmpty());
}

int SettingsDialog::shownCount() const
{
    return static_cast<int>(std::count_if(m_lines.begin(), m_lines.end(),
                                          [](const Line& line) { return !line.widget->isHidden(); }));
}

} // namespace regnet
