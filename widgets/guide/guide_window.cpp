// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guide/guide_window.h"

#include "widgets/guide/guide_pages.h"
#include "widgets/guide/guide_text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace regnet {

GuideWindow::GuideWindow(QWidget* parent)
    : QDialog(parent, Qt::Window), m_contents(new QListWidget(this)), m_text(new GuideText(this))
{
    setObjectName(QStringLiteral("guideWindow"));
    setUpContents();
    auto* split = new QSplitter(this);
    split->setObjectName(QStringLiteral("guideSplit"));
    split->setChildrenCollapsible(false);
    split->addWidget(m_contents);
    split->addWidget(m_text);
    split->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeToolBar());
    layout->addWidget(split, 1);
    showTexts();
    connect(m_text, &QTextBrowser::sourceChanged, this, &GuideWindow::showSource);
    connect(m_text, &GuideText::outwardLinkClicked, this, &GuideWindow::browserWanted);
    connect(m_text, &QTextBrowser::highlighted, this, [this](const QUrl& link) {
        const QUrl address = m_text->source().resolved(link);
        m_note->setText(link.isEmpty() || isOfGuide(address)
                            ? QString()
                            : tr("Opens %1 in your browser").arg(address.toString()));
    });
    m_text->showPage(guideStart());
    const int line = fontMetrics().height();
    split->setSizes({line * 15, line * 57});
    resize(line * 72, line * 46);
    m_text->setFocus();
}

void GuideWindow::setUpContents()
{
    m_contents->setObjectName(QStringLiteral("guideContents"));
    m_contents->setWordWrap(true);
    for (const GuidePage& page : guidePages()) {
        auto* item = new QListWidgetItem(page.title, m_contents);
        item->setData(Qt::UserRole, page.address);
    }
    connect(m_contents, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item) m_text->showPage(item->data(Qt::UserRole).toUrl());
    });
}

QWidget* GuideWindow::makeToolBar()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    const auto addButton = [&](const char* name, auto act) {
        auto* button = new QPushButton(bar);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false); // Return belongs to the line that finds
        connect(button, &QPushButton::clicked, this, act);
        row->addWidget(button);
        return button;
    };
    m_back = addButton("guideBack", [this] { m_text->backward(); });
    m_forward = addButton("guideForward", [this] { m_text->forward(); });
    m_back->setEnabled(false);
    m_forward->setEnabled(false);
    connect(m_text, &QTextBrowser::backwardAvailable, m_back, &QWidget::setEnabled);
    connect(m_text, &QTextBrowser::forwardAvailable, m_forward, &QWidget::setEnabled);
    m_note = new QLabel(bar);
    m_note->setObjectName(QStringLiteral("guideNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long address moves nothing
    row->addWidget(m_note, 1);
    m_find = new QLabel(bar);
    m_words = new QLineEdit(bar);
    m_words->setObjectName(QStringLiteral("guideFind"));
    m_words->setClearButtonEnabled(true);
    m_find->setBuddy(m_words);
    row->addWidget(m_find);
    row->addWidget(m_words);
    // A shortcut comes before the key that finds a row in the list of pages.
    auto* begin = new QAction(this);
    begin->setShortcut(QKeySequence::Find);
    addAction(begin);
    connect(begin, &QAction::triggered, this, [this] {
        m_words->setFocus(Qt::ShortcutFocusReason);
        m_words->selectAll();
    });
    m_next = addButton("guideNext", [this] { search(false); });
    return bar;
}

void GuideWindow::showTexts()
{
    setWindowTitle(tr("User guide"));
    m_contents->setAccessibleName(tr("Pages of the guide"));
    m_back->setText(tr("&Back"));
    m_forward->setText(tr("For&ward"));
    m_find->setText(tr("&Find in all pages:"));
    m_next->setText(tr("&Next"));
    m_note->clear();
}

void GuideWindow::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) showTexts();
}

void GuideWindow::showSource(const QUrl& address)
{
    const QUrl page = address.adjusted(QUrl::RemoveFragment);
    for (int row = 0; row < m_contents->count(); ++row) {
        if (m_contents->item(row)->data(Qt::UserRole).toUrl() != page) continue;
        const QSignalBlocker quiet(m_contents); // the page is there already
        m_contents->setCurrentRow(row);
    }
}

bool GuideWindow::find(const QString& words, bool isBackward)
{
    if (words.isEmpty()) return false;
    const QTextDocument::FindFlags flags =
        isBackward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (m_text->find(words, flags)) return true;
    const auto& pages = guidePages();
    const auto count = static_cast<int>(pages.size());
    const int here = std::max(0, m_contents->currentRow());
    const QUrl start = m_text->source();
    for (int step = 1; step <= count; ++step) {
        const int at = (here + (isBackward ? count - step : step)) % count;
        const GuidePage& page = pages[static_cast<std::size_t>(at)];
        // The Markdown has all words of the page and a few signs more: what is not there need not be laid
        // out.
        const QString markdown = guideMarkdown(page.address);
        const QStringList parts = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const bool mayHaveIt = std::all_of(parts.begin(), parts.end(), [&markdown](const QString& part) {
            return markdown.contains(part, Qt::CaseInsensitive);
        });
        if (!mayHaveIt) continue;
        m_text->showPage(page.address);
        m_text->moveCursor(isBackward ? QTextCursor::End : QTextCursor::Start);
        if (m_text->find(words, flags)) return true;
    }
    m_text->showPage(start);
    return false;
}

bool GuideWindow::findNext(const QString& words)
{
    return find(words, false);
}

bool GuideWindow::findPrevious(const QString& words)
{
    return find(words, true);
}

void GuideWindow::search(bool isBackward)
{
    const QString words = m_words->text().simplified();
    m_note->setText(words.isEmpty() || find(words, isBackward) ? QString() : tr("Not found: %1").arg(words));
}

void GuideWindow::keyPressEvent(QKeyEvent* event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && m_words->hasFocus()) {
        search((event->modifiers() & Qt::ShiftModifier) != 0);
    } else if (event->matches(QKeySequence::Back)) {
        m_text->backward();
    } else if (event->matches(QKeySequence::Forward)) {
        m_text->forward();
    } else {
        QDialog::keyPressEvent(event);
    }
}

} // namespace regnet
