// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commands/command_palette.h"

#include "widgets/commands/command_model.h"

#include <QAccessible>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

namespace regnet {

CommandPalette::CommandPalette(std::vector<Command> commands, const QStringList& recent, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("commandPalette"));
    setWindowTitle(tr("Commands"));
    m_model = new CommandModel(std::move(commands), this);
    m_model->setRecent(recent);
    m_typed = new QLineEdit(this);
    m_typed->setObjectName(QStringLiteral("commandTyped"));
    m_typed->setPlaceholderText(tr("Type a few letters of what you want to do"));
    m_typed->setAccessibleName(tr("Command to find"));
    m_typed->installEventFilter(this);
    m_view = new QTreeView(this);
    m_view->setObjectName(QStringLiteral("commandRows"));
    m_view->setAccessibleName(tr("Commands that fit"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFocusPolicy(Qt::NoFocus); // the edit keeps it and hands the arrow keys on
    m_view->setHeaderHidden(true);
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(QStringLiteral("commandSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_typed);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_sentence);
    connect(m_typed, &QLineEdit::textChanged, this, &CommandPalette::type);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CommandPalette::showSentence);
    connect(m_view, &QTreeView::clicked, this, &CommandPalette::choose);
    const int line = fontMetrics().height();
    resize(line * 44, line * 26);
    m_view->setColumnWidth(CommandModel::Text, line * 21);
    m_view->setColumnWidth(CommandModel::Where, line * 14);
    type({});
}

void CommandPalette::type(const QString& typed)
{
    m_model->setTyped(typed);
    m_view->setCurrentIndex(m_model->index(0, 0));
    if (m_model->rowCount() == 0) m_sentence->setText(tr("No command fits. Fewer letters find more."));
}

void CommandPalette::showSentence()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid()) return;
    m_sentence->setText(m_model->sentence(current.row()));
    // The edit has the focus; what the arrow keys chose is said as its description.
    m_typed->setAccessibleDescription(current.siblingAtColumn(0).data(Qt::AccessibleTextRole).toString());
}

void CommandPalette::choose()
{
    const int row = m_view->currentIndex().row();
    const Command* command = m_model->at(row);
    if (!command) return;
    if (!command->isEnabled) return showSentence(); // it stays, and says why
    m_chosen = row;
    accept();
}

const Command* CommandPalette::chosen() const
{
    return m_model->at(m_chosen);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_typed || event->type() != QEvent::KeyPress) return QDialog::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const int rows = m_model->rowCount();
    const int page = std::max(1, m_view->viewport()->height() / std::max(1, m_view->sizeHintForRow(0)) - 1);
    int step = 0;
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Down:
        step = 1;
        break;
    case Qt::Key_Up:
        step = -1;
        break;
    case Qt::Key_PageDown:
        step = page;
        break;
    case Qt::Key_PageUp:
        step = -page;
        break;
    default:
        return QDialog::eventFilter(watched, event);
    }
    if (rows > 0)
        m_view->setCurrentIndex(
            m_model->index(std::clamp(m_view->currentIndex().row() + step, 0, rows - 1), 0));
    return true;
}

} // namespace regnet
