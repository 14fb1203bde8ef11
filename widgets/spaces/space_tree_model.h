// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/spaces/space_library.h"

#include <QAbstractItemModel>

#include <memory>
#include <string>
#include <vector>

namespace regnet {

/// The lineage: each space under its parent, with its note. A person's own names can be edited.
class SpaceTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Note, columns };

    explicit SpaceTreeModel(SpaceLibrary& library, QObject* parent = nullptr);
    ~SpaceTreeModel() override;

    std::string nameOf(const QModelIndex& index) const;
    QModelIndex indexOf(const std::string& name) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void renameWanted(const QString& from, const QString& to);

private:
    struct Node
    {
        std::string name;
        Node* parent = nullptr;
        int row = 0;
        std::vector<std::unique_ptr<Node>> children;
    };

    void rebuild();
    void addChildren(Node& node);
    Node* nodeOf(const QModelIndex& index) const;
    QModelIndex find(const Node& node, const std::string& name) const;

    SpaceLibrary& m_library;
    Node m_root;
};

} // namespace regnet
