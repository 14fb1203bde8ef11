// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/stage_model.h"

#include "core/text/readable.h"
#include "widgets/shown_quantity.h"
#include "widgets/shown_text.h"

#include <QFont>
#include <QLocale>
#include <QPixmap>

#include <algorithm>
#include <utility>

namespace regnet {

/// One line of the table. Numbers below 0 are left blank.
struct StageModel::Row
{
    enum class Kind { Part, Stage, Block, Total, Pin };

    Kind kind = Kind::Part;
    QString part;
    std::int64_t width = -1, depth = -1, groupWidth = -1, groups = -1, resolution = -1;
    std::int64_t widthBefore = -1;
    double bottleneckRatio = -1;
    Cost cost;
    double share = -1;
    QString change;
    int slot = 0;
    Row* parent = nullptr;
    std::vector<std::unique_ptr<Row>> children;

    void adopt(std::vector<Row> rows)
    {
        for (Row& row : rows)
            append(std::move(row));
    }

    Row& append(Row&& row)
    {
        children.push_back(std::make_unique<Row>(std::move(row)));
        children.back()->parent = this;
        children.back()->readoptChildren();
        return *children.back();
    }

    /// After a move the children still point to where this row was.
    void readoptChildren()
    {
        for (const auto& child : children)
            child->parent = this;
    }

    void takeValuesFrom(Row&& other)
    {
        std::vector<std::unique_ptr<Row>> kept = std::move(children);
        Row* const keptParent = parent;
        *this = std::move(other);
        parent = keptParent;
        children = std::move(kept);
    }
};

namespace {

QString number(std::int64_t value)
{
    return value < 0 ? QString() : QString::number(value);
}

QString readable(std::int64_t value)
{
    return shownCount(static_cast<double>(value));
}

QString exact(std::int64_t value)
{
    return shownExactCount(value);
}

double shareOf(const Cost& part, const Cost& total)
{
    return total.flops > 0 ? static_cast<double>(part.flops) / static_cast<double>(total.flops) : 0;
}

} // namespace

StageModel::StageModel(QObject* parent) : QAbstractItemModel(parent), m_root(std::make_unique<Row>()) {}

StageModel::~StageModel() = default;

std::vector<StageModel::Row> StageModel::rowsOf(const Explanation& of)
{
    std::vector<Row> rows;
    if (!of.isBuilt()) return rows;
    const Network& network = *of.network;
    const Complexity& complexity = of.complexity;

    Row stem;
    stem.part = tr("stem");
    stem.width = network.stem.width;
    stem.resolution = complexity.stemResolution;
    stem.cost = complexity.stem;
    stem.share = shareOf(stem.cost, complexity.total);
    rows.push_back(std::move(stem));

    for (std::size_t i = 0; i < network.stages.size(); ++i) {
        const Stage& stage = network.stages[i];
        const StageComplexity& costs = complexity.stages[i];
        Row row;
        row.kind = Row::Kind::Stage;
        row.part = tr("stage %1").arg(i + 1);
        row.width = stage.width;
        row.depth = stage.depth;
        row.resolution = costs.resolution;
        row.cost = costs.cost;
        row.share = shareOf(row.cost, complexity.total);
        if (hasBottleneck(network.block)) {
            row.bottleneckRatio = stage.bottleneckRatio;
            row.groups = groups(stage, network.block);
            row.groupWidth = bottleneckWidth(stage, network.block) / row.groups;
        }
        if (i < of.fixes.size()) {
            row.change = shownText(reasonOf(of.fixes[i], network.block));
            if (of.fixes[i].changedWidth()) row.widthBefore = of.fixes[i].before.width;
        }
        for (std::size_t b = 0; b < costs.blocks.size(); ++b) {
            Row block;
            block.kind = Row::Kind::Block;
            block.part = tr("block %1").arg(b + 1);
            block.width = stage.width;
            block.bottleneckRatio = row.bottleneckRatio;
            block.groupWidth = row.groupWidth;
            block.groups = row.groups;
            block.resolution = costs.resolution;
            block.cost = costs.blocks[b];
            block.share = shareOf(block.cost, complexity.total);
            if (b == 0)
                block.change = tr("stride %1, from %2 channels")
                                   .arg(stage.stride)
                                   .arg(i == 0 ? network.stem.width : network.stages[i - 1].width);
            row.append(std::move(block));
        }
        rows.push_back(std::move(row));
    }

    Row head;
    head.part = tr("head");
    head.width = network.head.width > 0 ? network.head.width : network.head.classes;
    head.resolution = 1;
    head.cost = complexity.head;
    head.share = shareOf(head.cost, complexity.total);
    head.change = tr("average pooling, %1 classes").arg(network.head.classes);
    rows.push_back(std::move(head));

    Row total;
    total.kind = Row::Kind::Total;
    total.part = tr("total");
    total.depth = depthOf(network);
    total.cost = complexity.total;
    total.share = 1;
    rows.push_back(std::move(total));
    return rows;
}

void StageModel::showNetwork(const Explanation& network)
{
    std::vector<Row> rows = rowsOf(network);
    const std::size_t count = rows.size();
    replace(m_root.get(), 0, m_networkRows, std::move(rows));
    m_networkRows = count;
}

void StageModel::showPins(const std::vector<Pin>& pins)
{
    std::vector<Row> rows;
    for (const Pin& pin : pins) {
        Row row;
        row.kind = Row::Kind::Pin;
        row.part = pin.name;
        row.slot = pin.slot;
        std::vector<Row> parts = rowsOf(pin.network);
        if (!parts.empty()) {
            row.cost = parts.back().cost;
            row.depth = parts.back().depth;
            parts.pop_back(); // the pin's own row has the totals
            for (Row& part : parts)
                part.children.clear();
        }
        row.adopt(std::move(parts));
        rows.push_back(std::move(row));
    }
    replace(m_root.get(), m_networkRows, m_root->children.size() - m_networkRows, std::move(rows));
}

void StageModel::setTheme(const Theme& theme)
{
    m_theme = theme;
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, Part), index(rowCount() - 1, Part), {Qt::DecorationRole});
}

/// Keeps the rows that stay, so that what is unfolded and selected stays too: a drag must not fold the table.
void StageModel::replace(Row* parent, std::size_t first, std::size_t oldCount, std::vector<Row> rows)
{
    const QModelIndex at = indexOf(parent);
    auto& children = parent->children;
    const std::size_t common = std::min(oldCount, rows.size());
    if (oldCount > rows.size()) {
        beginRemoveRows(at, static_cast<int>(first + common), static_cast<int>(first + oldCount - 1));
        children.erase(children.begin() + static_cast<std::ptrdiff_t>(first + common),
                       children.begin() + static_cast<std::ptrdiff_t>(first + oldCount));
        endRemoveRows();
    }
    for (std::size_t i = 0; i < common; ++i) {
        Row* row = children[first + i].get();
        std::vector<Row> grandChildren;
        for (auto& child : rows[i].children)
            grandChildren.push_back(std::move(*child));
        row->takeValuesFrom(std::move(rows[i]));
        replace(row, 0, row->children.size(), std::move(grandChildren));
    }
    if (common > 0)
        Q_EMIT dataChanged(createIndex(static_cast<int>(first), 0, children[first].get()),
                           createIndex(static_cast<int>(first + common - 1), ColumnCount - 1,
                                       children[first + common - 1].get()));
    if (rows.size() > common) {
        beginInsertRows(at, static_cast<int>(first + common), static_cast<int>(first + rows.size() - 1));
        for (std::size_t i = common; i < rows.size(); ++i) {
            auto row = std::make_unique<Row>(std::move(rows[i]));
            row->parent = parent;
            row->readoptChildren();
            children.insert(children.begin() + static_cast<std::ptrdiff_t>(first + i), std::move(row));
        }
        endInsertRows();
    }
}

QModelIndex StageModel::indexOf(const Row* row) const
{
    if (row == m_root.get()) return {};
    const auto& siblings = row->parent->children;
    const auto it =
        std::find_if(siblings.begin(), siblings.end(), [row](const auto& s) { return s.get() == row; });
    return createIndex(static_cast<int>(it - siblings.begin()), 0, row);
}

StageModel::Row* StageModel::rowAt(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Row*>(index.internalPointer()) : m_root.get();
}

QModelIndex StageModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, rowAt(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex StageModel::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexOf(rowAt(child)->parent) : QModelIndex();
}

int StageModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(rowAt(parent)->children.size());
}

int StageModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QString StageModel::text(const Row& row, int column) const
{
    switch (column) {
    case Part:
        return row.part;
    case Width:
        return row.widthBefore < 0 ? number(row.width) : tr("%1 → %2").arg(row.widthBefore).arg(row.width);
    case Depth:
        return number(row.depth);
    case BottleneckRatio:
        return row.bottleneckRatio < 0 ? QString() : QString::fromStdString(shortest(row.bottleneckRatio));
    case GroupWidth:
        return number(row.groupWidth);
    case Groups:
        return number(row.groups);
    case Resolution:
        return row.resolution < 0 ? QString() : QString::number(row.resolution) + QChar(0x00b2);
    case Flops:
        return readable(row.cost.flops);
    case Params:
        return readable(row.cost.params);
    case Activations:
        return readable(row.cost.activations);
    case Share:
        return row.share < 0 ? QString() : tr("%1 %").arg(QLocale::c().toString(100 * row.share, 'f', 1));
    default:
        // The width column already says from what to what.
        return row.widthBefore < 0 ? row.change : row.change.section(QStringLiteral(": "), 1);
    }
}

QString StageModel::tip(const Row& row, int column) const
{
    switch (column) {
    case Width:
        return row.widthBefore < 0 ? QString() : row.change;
    case Flops:
        return tr("%1 multiply-adds (the paper's FLOPs)").arg(exact(row.cost.flops));
    case Params:
        return tr("%1 parameters, batch norm included").arg(exact(row.cost.params));
    case Activations:
        return tr("%1 elements of conv, pool and linear outputs").arg(exact(row.cost.activations));
    case Share:
        return row.share < 0 ? QString() : tr("%1 % of the network's FLOPs").arg(100 * row.share, 0, 'f', 4);
    default:
        return row.change;
    }
}

QVariant StageModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const Row& row = *rowAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return tip(row, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Part || index.column() == Change ? int(Qt::AlignLeft | Qt::AlignVCenter)
                                                                  : int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::FontRole:
        if (row.kind == Row::Kind::Total) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    case Qt::DecorationRole:
        if (row.kind == Row::Kind::Pin && index.column() == Part) return m_theme.series(row.slot);
        return {};
    default:
        return {};
    }
}

QString StageModel::titleOf(int column)
{
    switch (column) {
    case Part:
        return tr("Part");
    case Width:
        return tr("Width");
    case Depth:
        return tr("Depth");
    case BottleneckRatio:
        return tr("b");
    case GroupWidth:
        return tr("g");
    case Groups:
        return tr("Groups");
    case Resolution:
        return tr("Res.");
    case Flops:
        return tr("FLOPs");
    case Params:
        return tr("Params");
    case Activations:
        return tr("Acts");
    case Share:
        return tr("Share");
    default:
        return tr("Why");
    }
}

QString StageModel::titleTipOf(int column)
{
    switch (column) {
    case Part:
        return tr("Unfold a stage for its blocks");
    case Width:
        return tr("Channels; an arrow shows what group compatibility made of the quantised width");
    case Depth:
        return tr("Blocks");
    case BottleneckRatio:
        return tr("Bottleneck ratio: the 3×3 convolution is width / b wide");
    case GroupWidth:
        return tr("Group width: channels in one group");
    case Groups:
        return tr("Width / b / g");
    case Resolution:
        return tr("Resolution: side of the output, pixels");
    case Flops:
        return tr("Multiply-adds, as in the paper");
    case Params:
        return tr("Parameters, batch norm included");
    case Activations:
        return tr("Activations: elements of the outputs of all conv, pool and linear layers");
    case Share:
        return tr("Share of the network's FLOPs");
    default:
        return tr("What group compatibility changed, and why");
    }
}

QVariant StageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::DisplayRole) return titleOf(section);
    if (role == Qt::ToolTipRole) return titleTipOf(section);
    if (role == Qt::TextAlignmentRole)
        return section == Part || section == Change ? int(Qt::AlignLeft | Qt::AlignVCenter)
                                                    : int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QString StageModel::asText() const
{
    QStringList lines;
    QStringList titles;
    for (int column = 0; column < ColumnCount; ++column)
        titles << headerData(column, Qt::Horizontal).toString();
    lines << titles.join(QLatin1Char('\t'));
    for (const auto& row : m_root->children) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column) {
            const std::int64_t counts[] = {row->cost.flops, row->cost.params, row->cost.activations};
            cells << (column >= Flops && column <= Activations ? QString::number(counts[column - Flops])
                                                               : text(*row, column));
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace regnet
