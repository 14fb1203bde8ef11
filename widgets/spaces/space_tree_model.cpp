// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/space_tree_model.h"

#include "widgets/shown_text.h"

#include <QFont>

namespace regnet {

SpaceTreeModel::SpaceTreeModel(SpaceLibrary& library, QObject* parent)
    : QAbstractItemModel(parent), m_library(library)
{
    rebuild();
    connect(&library, &SpaceLibrary::changed, this, [this] {
        beginResetModel();
        rebuild();
        endResetModel();
    });
}

SpaceTreeModel::~SpaceTreeModel() = default;

/// Spaces without a parent, or whose parent is not there, are roots. A file can name its own descendant as
/// its parent: what no root leads to becomes a root as well.
void SpaceTreeModel::rebuild()
{
    m_root.children.clear();
    const auto addRoot = [this](const std::string& name) {
        auto node = std::make_unique<Node>();
        node->name = name;
        node->parent = &m_root;
        node->row = static_cast<int>(m_root.children.size());
        m_root.children.push_back(std::move(node));
        addChildren(*m_root.children.back());
    };
    for (const DesignSpace& space : m_library.spaces())
        if (space.parent.empty() || m_library.find(space.parent) == nullptr) addRoot(space.name);
    for (const DesignSpace& space : m_library.spaces())
        if (!find(m_root, space.name).isValid()) addRoot(space.name);
}

void SpaceTreeModel::addChildren(Node& node)
{
    for (const DesignSpace& space : m_library.spaces()) {
        if (space.parent != node.name) continue;
        bool isAncestor = false;
        for (const Node* above = &node; above != nullptr; above = above->parent)
            isAncestor |= above->name == space.name;
        if (isAncestor) continue;
        auto child = std::make_unique<Node>();
        child->name = space.name;
        child->parent = &node;
        child->row = static_cast<int>(node.children.size());
        node.children.push_back(std::move(child));
        addChildren(*node.children.back());
    }
}

SpaceTreeModel::Node* SpaceTreeModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : const_cast<Node*>(&m_root);
}

QModelIndex SpaceTreeModel::find(const Node& node, const std::string& name) const
{
    for (const auto& child : node.children) {
        if (child->name == name) return createIndex(child->row, 0, child.get());
        if (const QModelIndex below = find(*child, name); below.isValid()) return below;
    }
    return {};
}

std::string SpaceTreeModel::nameOf(const QModelIndex& index) const
{
    return nodeOf(index)->name;
}

QModelIndex SpaceTreeModel::indexOf(const std::string& name) const
{
    return find(m_root, name);
}

QModelIndex SpaceTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    const Node* node = nodeOf(parent);
    if (row < 0 || row >= static_cast<int>(node->children.size()) || column < 0 || column >= columns)
        return {};
    return createIndex(row, column, node->children[static_cast<std::size_t>(row)].get());
}

QModelIndex SpaceTreeModel::parent(const QModelIndex& index) const
{
    if (!index.isValid()) return {};
    Node* above = nodeOf(index)->parent;
    return above == &m_root ? QModelIndex() : createIndex(above->row, 0, above);
}

int SpaceTreeModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int SpaceTreeModel::columnCount(const QModelIndex&) const
{
    return columns;
}

QVariant SpaceTreeModel::data(const QModelIndex& index, int role) const
{
    const DesignSpace* space = m_library.find(nameOf(index));
    if (!index.isValid() || space == nullptr) return {};
    const bool isOwn = !m_library.isBuiltIn(space->name);
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return index.column() == Name ? QString::fromStdString(space->name) : shownText(space->note);
    if (role == Qt::ToolTipRole)
        return QStringLiteral("<b>%1</b>%2<br>%3")
            .arg(QString::fromStdString(space->name).toHtmlEscaped(), isOwn ? tr(" (your own)") : QString(),
                 shownText(space->note).toHtmlEscaped());
    if (role == Qt::FontRole && isOwn) {
        QFont font;
        font.setBold(index.column() == Name);
        return font;
    }
    return {};
}

bool SpaceTreeModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const QString from = QString::fromStdString(nameOf(index)), to = value.toString().trimmed();
    if (role != Qt::EditRole || index.column() != Name || from == to) return false;
    // The name changes when whoever owns the spaces has changed it: then the model is built anew.
    Q_EMIT renameWanted(from, to);
    return false;
}

Qt::ItemFlags SpaceTreeModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    const bool isOwn = index.isValid() && index.column() == Name && !m_library.isBuiltIn(nameOf(index));
    return isOwn ? flags | Qt::ItemIsEditable : flags;
}

QVariant SpaceTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == Name ? tr("Space") : tr("Note");
}

} // namespace regnet
