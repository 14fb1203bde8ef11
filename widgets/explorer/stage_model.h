// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/explorer/explorer_model.h"
#include "widgets/plot/theme.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace regnet {

/// The stages of a network as rows (stem, stages, head, total), their blocks as children; below them one row
/// a pin, its parts as children. Counts are readable, tooltips exact.
class StageModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        Part,
        Width,
        Depth,
        BottleneckRatio,
        GroupWidth,
        Groups,
        Resolution,
        Flops,
        Params,
        Activations,
        Share, ///< of the FLOPs of the network
        Change,
        ColumnCount,
    };

    explicit StageModel(QObject* parent = nullptr);
    ~StageModel() override;

    void showNetwork(const regnet::Explanation& network);
    void showPins(const std::vector<regnet::Pin>& pins);
    void setTheme(const Theme& theme);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// The rows below `parent` as text with tabs between columns, for the clipboard.
    QString asText() const;

private:
    struct Row;
    static std::vector<Row> rowsOf(const Explanation& network);
    void replace(Row* parent, std::size_t first, std::size_t oldCount, std::vector<Row> rows);
    QModelIndex indexOf(const Row* row) const;
    Row* rowAt(const QModelIndex& index) const;
    static QString titleOf(int column);
    static QString titleTipOf(int column);
    QString text(const Row& row, int column) const;
    QString tip(const Row& row, int column) const;

    std::unique_ptr<Row> m_root;
    std::size_t m_networkRows = 0; ///< the rows after them are pins
    Theme m_theme = Theme::light();
};

} // namespace regnet
