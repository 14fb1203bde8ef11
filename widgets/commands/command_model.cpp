// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commands/command_model.h"

#include "widgets/commands/fuzzy.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <utility>

namespace regnet {

CommandModel::CommandModel(std::vector<Command> commands, QObject* parent)
    : QAbstractTableModel(parent), m_commands(std::move(commands))
{
    rank();
}

void CommandModel::setTyped(const QString& typed)
{
    m_typed = typed;
    rank();
}

void CommandModel::setRecent(const QStringList& texts)
{
    m_recent = texts;
    rank();
}

void CommandModel::rank()
{
    beginResetModel();
    constexpr int off = 60; // what is off comes behind, but not behind letters that happen to fit
    std::vector<std::pair<int, std::size_t>> ranked; // minus the score, own order
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        const Command& each = m_commands[i];
        // The name counts twice as much as the way to it.
        const std::optional<int> name = fuzzyScore(m_typed, each.text);
        const std::optional<int> both =
            fuzzyScore(m_typed, QString(each.text + QLatin1Char(' ') + each.where));
        // Guides and colleagues use the English words in every language; names of objects hold them.
        const std::optional<int> english =
            name || both || !each.owner ? std::nullopt : fuzzyScore(m_typed, each.owner->objectName());
        if (!name && !both && !english) continue;
        int score = name ? 2 * *name + 1 : both ? *both : *english;
        const qsizetype recent = m_recent.indexOf(each.text);
        if (recent >= 0 && m_typed.isEmpty()) score += static_cast<int>(m_recent.size() - recent);
        ranked.emplace_back((each.isEnabled ? 0 : off) - score, i);
    }
    std::sort(ranked.begin(), ranked.end());
    m_shown.clear();
    for (const auto& [rank, index] : ranked)
        m_shown.push_back(index);
    endResetModel();
}

const Command* CommandModel::at(int row) const
{
    const bool isThere = row >= 0 && row < static_cast<int>(m_shown.size());
    return isThere ? &m_commands[m_shown[static_cast<std::size_t>(row)]] : nullptr;
}

QString CommandModel::sentence(int row) const
{
    const Command* command = at(row);
    if (!command) return {};
    if (command->isEnabled) return command->about;
    return command->reason.isEmpty() ? tr("Not available now")
                                     : tr("Not available now: %1").arg(command->reason);
}

int CommandModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int CommandModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant CommandModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
    const QStringList titles{tr("Command"), tr("Where"), tr("Keys")};
    return titles.value(section);
}

QVariant CommandModel::data(const QModelIndex& index, int role) const
{
    const Command* command = at(index.row());
    if (!command) return {};
    if (role == Qt::DisplayRole) {
        if (index.column() == Text)
            return command->isEnabled ? command->text : tr("%1 — not available").arg(command->text);
        return index.column() == Where ? command->where : command->keys;
    }
    if (role == Qt::ToolTipRole) return sentence(index.row());
    if (role == Qt::AccessibleTextRole && index.column() == Text) {
        QStringList words{command->text, command->where, command->keys, sentence(index.row())};
        words.removeAll(QString());
        return words.join(QStringLiteral(", "));
    }
    if (role == Qt::ForegroundRole && (index.column() != Text || !command->isEnabled))
        return QGuiApplication::palette().brush(QPalette::PlaceholderText);
    return {};
}

} // namespace regnet
