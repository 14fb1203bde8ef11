// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/population_model.h"

#include "widgets/plot/curve_sample.h"
#include "widgets/shown_quantity.h"

#include <QIcon>
#include <QMimeData>

#include <array>
#include <utility>

namespace regnet {
namespace {

const QString rowMime = QStringLiteral("application/x-regnet-population-row");

QString percent(std::optional<double> value)
{
    return value ? QString::number(*value, 'f', 2) : QStringLiteral("∞");
}

/// As the curve is drawn: without colours its dash or its symbol tells which one it is.
QIcon lineIcon(const Theme& theme, int slot, bool isPublished)
{
    PlotSeries curve{.kind = PlotSeries::Kind::Steps, .slot = slot};
    markCurve(curve, isPublished);
    curve.width = isPublished ? 2 : 3;
    curve.size = 9;
    return curveSample(curve, theme, PopulationModel::lineSize);
}

} // namespace

PopulationModel::PopulationModel(Comparison& comparison, QObject* parent)
    : QAbstractTableModel(parent), m_comparison(comparison), m_rows(comparison.populations())
{
    connect(&comparison, &Comparison::changed, this, &PopulationModel::update);
}

void PopulationModel::update()
{
    if (!m_isDerived) use(m_comparison.populations());
}

void PopulationModel::setDerived(std::vector<ShownPopulation> populations)
{
    const bool wasDerived = std::exchange(m_isDerived, !populations.empty());
    if (m_isDerived)
        use(std::move(populations));
    else if (wasDerived)
        use(m_comparison.populations());
}

void PopulationModel::use(std::vector<ShownPopulation> rows)
{
    const bool isSameSize = m_rows.size() == rows.size();
    if (!isSameSize) beginResetModel();
    m_rows = std::move(rows);
    m_statistics.clear();
    if (!isSameSize)
        endResetModel();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

void PopulationModel::setStatistics(std::vector<PopulationStatistics> statistics)
{
    if (statistics.size() != m_rows.size()) return;
    m_statistics = std::move(statistics);
    if (!m_rows.empty()) Q_EMIT dataChanged(index(0, Count), index(rowCount() - 1, columns - 1));
}

void PopulationModel::setTheme(const Theme& theme)
{
    m_theme = theme;
    if (!m_rows.empty()) Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, Name));
}

int PopulationModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PopulationModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns);
}

QString PopulationModel::textOf(std::size_t row, Column column) const
{
    if (column == Name) {
        const Population& population = *m_rows[row].population;
        const QString name = QString::fromStdString(population.name);
        return population.isPublished ? tr("%1 (paper)").arg(name) : name;
    }
    if (row >= m_statistics.size()) return {};
    const PopulationStatistics& statistics = m_statistics[row];
    switch (column) {
    case Count:
        return statistics.pending > 0 ? tr("%1 of %2")
                                            .arg(shownExactCount(statistics.n),
                                                 shownExactCount(statistics.n + statistics.pending))
                                      : shownExactCount(statistics.n);
    case Failed:
        return shownExactCount(statistics.failed);
    case Min:
        return statistics.min ? percent(statistics.min) : QStringLiteral("–");
    case Mean:
        return statistics.mean ? percent(statistics.mean) : QStringLiteral("–");
    case Low:
        return statistics.n > 0 ? percent(statistics.low) : QStringLiteral("–");
    case Median:
        return statistics.n > 0 ? percent(statistics.median) : QStringLiteral("–");
    case Distance:
        return statistics.test ? QString::number(statistics.test->distance, 'f', 3) : QStringLiteral("–");
    case PValue:
        if (!statistics.corrected) return QStringLiteral("–");
        return *statistics.corrected < 1e-4 ? QStringLiteral("< 0.0001")
                                            : QString::number(*statistics.corrected, 'g', 2);
    case Better:
        return statistics.ranks ? QString::number(statistics.ranks->superiority, 'f', 3)
                                : QStringLiteral("–");
    default:
        return {};
    }
}

QVariant PopulationModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const auto row = static_cast<std::size_t>(index.row());
    const auto column = static_cast<Column>(index.column());
    const ShownPopulation& shown = m_rows[row];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, column);
    case Qt::TextAlignmentRole:
        return static_cast<int>((column == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::CheckStateRole:
        return column == Name && !m_isDerived ? QVariant(shown.isVisible ? Qt::Checked : Qt::Unchecked)
                                              : QVariant();
    case Qt::DecorationRole:
        return column == Name ? QVariant(lineIcon(m_theme, shown.slot, shown.population->isPublished))
                              : QVariant();
    case Qt::ToolTipRole:
        if (column == PValue && row < m_statistics.size() && m_statistics[row].test)
            return tr("p = %1, %2; after Holm's correction for all rows %3")
                .arg(m_statistics[row].test->pValue)
                .arg(QString::fromStdString(m_statistics[row].test->method))
                .arg(*m_statistics[row].corrected);
        if (column == Better && row < m_statistics.size() && m_statistics[row].ranks)
            return tr("Mann-Whitney: p = %1, %2")
                .arg(m_statistics[row].ranks->pValue)
                .arg(QString::fromStdString(m_statistics[row].ranks->method));
        return sourceText(*shown.population);
    default:
        return {};
    }
}

bool PopulationModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || m_isDerived || role != Qt::CheckStateRole || index.column() != Name) return false;
    const auto row = static_cast<std::size_t>(index.row());
    const bool isShown = value.toInt() == Qt::Checked;
    const QString name = displayName(*m_comparison.populations()[row].population);
    m_comparison.edit(isShown ? tr("show %1").arg(name) : tr("hide %1").arg(name),
                      [row, isShown](Comparison& comparison) { comparison.setVisible(row, isShown); });
    return true;
}

QVariant PopulationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns) return {};
    struct Heading
    {
        QString title, help;
    };
    const std::array<Heading, columns> heads{
        {{tr("population"), tr("Tick what the figure shows; drag a row to change the order")},
         {tr("n"), tr("networks, finished and failed")},
         {tr("failed"), tr("diverged, out of memory, crashed: they count as infinite error")},
         {tr("min"), tr("lowest error, %, of finished networks")},
         {tr("mean"), tr("mean error, %, of finished networks")},
         {tr("5 %"), tr("error that 5 % of the networks reach; ∞ on the plateau of failures")},
         {tr("50 %"), tr("error that half of the networks reach; ∞ on the plateau of failures")},
         {tr("D"), tr("Kolmogorov-Smirnov: largest distance to the first ticked population's curve")},
         {tr("p"), tr("chance of such a distance between two samples of one population (two-sided), "
                      "corrected for all rows (Holm)")},
         {tr("better"),
          tr("P(better): chance that a network of this population has a lower error than one of the first "
             "ticked one (Mann-Whitney); ties count half")}}};
    const Heading& head = heads[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) return head.title;
    if (role == Qt::ToolTipRole) return head.help;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags PopulationModel::flags(const QModelIndex& index) const
{
    // Drops go between rows, that is onto the root.
    if (!index.isValid()) return Qt::ItemIsDropEnabled;
    if (m_isDerived) return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    Qt::ItemFlags flags =
        Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    if (index.column() == Name) flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QStringList PopulationModel::mimeTypes() const
{
    return {rowMime};
}

QMimeData* PopulationModel::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty()) return nullptr;
    auto data = std::make_unique<QMimeData>();
    data->setData(rowMime, QByteArray::number(indexes.first().row()));
    return data.release();
}

bool PopulationModel::dropMimeData(const QMimeData* data, Qt::DropAction, int row, int,
                                   const QModelIndex& parent)
{
    if (data == nullptr || !data->hasFormat(rowMime)) return false;
    const int from = data->data(rowMime).toInt();
    int to = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    if (to > from) --to;
    if (from < 0 || static_cast<std::size_t>(from) >= m_comparison.populations().size()) return false;
    const QString name = displayName(*m_comparison.populations()[static_cast<std::size_t>(from)].population);
    m_comparison.edit(tr("move %1").arg(name), [from, to](Comparison& comparison) {
        comparison.move(static_cast<std::size_t>(from), static_cast<std::size_t>(std::max(to, 0)));
    });
    // The view must not remove the row as well.
    return false;
}

} // namespace regnet
