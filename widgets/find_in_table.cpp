// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/find_in_table.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTreeView>

#include <algorithm>
#include <vector>

namespace regnet {
namespace {

/// Rows in the order in which they stand, those of folded branches too.
void addRows(const QAbstractItemModel& model, const QModelIndex& parent, std::vector<QModelIndex>& rows)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        rows.push_back(index);
        addRows(model, index, rows);
    }
}

bool isIn(const QModelIndex& row, const QModelIndex& branch)
{
    QModelIndex at = row.parent();
    while (at.isValid() && at != branch)
        at = at.parent();
    return at.isValid();
}

bool isColumnHidden(const QAbstractItemView& view, int column)
{
    if (const auto* tree = qobject_cast<const QTreeView*>(&view)) return tree->isColumnHidden(column);
    if (const auto* table = qobject_cast<const QTableView*>(&view)) return table->isColumnHidden(column);
    return false;
}

} // namespace

FindBar::FindBar(QAbstractItemView& view) : QFrame(&view), m_view(view)
{
    setObjectName(QStringLiteral("findBar"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_words = new QLineEdit(this);
    m_words->setObjectName(QStringLiteral("findWords"));
    m_words->setPlaceholderText(tr("Find a row by its words"));
    m_words->setAccessibleName(tr("Words to find in the table"));
    m_words->setClearButtonEnabled(true);
    m_words->installEventFilter(this);
    m_answer = new QLabel(this);
    m_answer->setObjectName(QStringLiteral("findAnswer"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_answer);
    connect(m_words, &QLineEdit::textEdited, this, [this] { find(From::Current); });
    view.installEventFilter(this);
}

void FindBar::start()
{
    m_unfolded.clear(); // what an earlier search found is a person's by now
    show();
    place();
    raise();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void FindBar::stop()
{
    hide();
    m_view.setFocus(Qt::OtherFocusReason);
}

void FindBar::place()
{
    const int height = sizeHint().height();
    setGeometry(0, m_isAtTop ? m_view.viewport()->y() : m_view.height() - height, m_view.width(), height);
}

bool FindBar::fits(const QModelIndex& row, const QStringList& words) const
{
    QString text;
    for (int column = 0; column < m_view.model()->columnCount(row.parent()); ++column)
        if (!isColumnHidden(m_view, column))
            text += row.siblingAtColumn(column).data().toString() + QLatin1Char('\n');
    return std::all_of(words.begin(), words.end(),
                       [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

void FindBar::unfoldFor(const QModelIndex& row, const std::vector<QModelIndex>& rows,
                        const QStringList& words)
{
    auto* tree = qobject_cast<QTreeView*>(&m_view);
    if (!tree) return;
    std::erase_if(m_unfolded, [&](const QModelIndex& branch) {
        const bool hasMatch = std::any_of(rows.begin(), rows.end(), [&](const QModelIndex& each) {
            return isIn(each, branch) && fits(each, words);
        });
        if (!hasMatch) tree->collapse(branch);
        return !hasMatch;
    });
    for (QModelIndex at = row.parent(); at != m_view.rootIndex(); at = at.parent()) {
        if (tree->isExpanded(at)) continue;
        m_unfolded.emplace_back(at);
        tree->expand(at);
    }
}

void FindBar::find(From from)
{
    const QStringList words = m_words->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_answer->clear();
    if (words.isEmpty() || !m_view.model()) return;
    std::vector<QModelIndex> rows;
    addRows(*m_view.model(), m_view.rootIndex(), rows);
    const auto count = static_cast<std::ptrdiff_t>(rows.size());
    const auto current =
        std::find(rows.begin(), rows.end(), m_view.currentIndex().siblingAtColumn(0)) - rows.begin();
    // Without a current row, the first one is next and the last one is before.
    const std::ptrdiff_t start = current < count ? current : from == From::Previous ? 0 : -1;
    const std::ptrdiff_t step = from == From::Previous ? -1 : 1;
    const std::ptrdiff_t first = from == From::Current ? std::max<std::ptrdiff_t>(start, 0) : start + step;
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        const QModelIndex& row = rows[static_cast<std::size_t>(((first + i * step) % count + count) % count)];
        if (!fits(row, words)) continue;
        unfoldFor(row, rows, words);
        m_view.setCurrentIndex(row);
        m_view.scrollTo(row);
        // The last rows cannot be scrolled out from under it.
        if (m_view.visualRect(row).translated(m_view.viewport()->pos()).intersects(geometry())) {
            m_isAtTop = !m_isAtTop;
            place();
        }
        return;
    }
    m_answer->setText(tr("No row fits"));
}

bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_view && event->type() == QEvent::Resize && isVisible()) place();
    if (watched != m_words || event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isBack = key->modifiers().testFlag(Qt::ShiftModifier);
    switch (key->key()) {
    case Qt::Key_Escape:
        stop();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        find(isBack ? From::Previous : From::Next);
        return true;
    case Qt::Key_Down:
        find(From::Next);
        return true;
    case Qt::Key_Up:
        find(From::Previous);
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

TableFinder::TableFinder(QObject* parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool TableFinder::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || !static_cast<QKeyEvent*>(event)->matches(QKeySequence::Find))
        return QObject::eventFilter(watched, event);
    for (auto* at = qobject_cast<QWidget*>(watched); at; at = at->isWindow() ? nullptr : at->parentWidget()) {
        auto* view = qobject_cast<QAbstractItemView*>(at);
        // The list of a combo box jumps to what is typed by itself, and is gone with the focus.
        if (!view || view->window()->windowType() == Qt::Popup) continue;
        auto* bar = view->findChild<FindBar*>(QString(), Qt::FindDirectChildrenOnly);
        (bar ? bar : new FindBar(*view))->start();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace regnet
