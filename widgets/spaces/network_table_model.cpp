// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/network_table_model.h"

#include "core/text/readable.h"
#include "widgets/shown_quantity.h"
#include "widgets/spaces/number_text.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace regnet {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// How columns are called in a filter.
const std::array<QStringList, NetworkTableModel::columns> filterNames{
    QStringList{QStringLiteral("#"), QStringLiteral("number")},
    QStringList{QStringLiteral("pareto")},
    QStringList{QStringLiteral("flops")},
    QStringList{QStringLiteral("params")},
    QStringList{QStringLiteral("activations"), QStringLiteral("acts")},
    QStringList{QStringLiteral("ms")},
    QStringList{QStringLiteral("depth"), QStringLiteral("d")},
    QStringList{QStringLiteral("w0")},
    QStringList{QStringLiteral("wa")},
    QStringList{QStringLiteral("wm")},
    QStringList{QStringLiteral("b")},
    QStringList{QStringLiteral("g")},
    QStringList{},
    QStringList{}};

template <typename Value>
double sharedValue(const Network& network, Value Stage::*member)
{
    if (network.stages.empty()) return none;
    const Value first = network.stages.front().*member;
    const bool isShared =
        std::ranges::all_of(network.stages, [&](const Stage& s) { return s.*member == first; });
    return isShared ? static_cast<double>(first) : none;
}

template <typename Value>
QString joined(const Network& network, Value Stage::*member)
{
    QString text;
    for (const Stage& stage : network.stages)
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) +
                QString::fromStdString(shortest(static_cast<double>(stage.*member)));
    return text;
}

double numberAt(const Network& network, std::size_t stage, std::int64_t Stage::*member)
{
    return stage < network.stages.size() ? static_cast<double>(network.stages[stage].*member) : none;
}

bool holds(double value, const QString& comparison, double number)
{
    if (comparison == QLatin1String("<")) return value < number;
    if (comparison == QLatin1String("<=")) return value <= number;
    if (comparison == QLatin1String(">")) return value > number;
    if (comparison == QLatin1String(">=")) return value >= number;
    return std::abs(value - number) <= 1e-9 * std::max(1.0, std::abs(number));
}

} // namespace

NetworkTableModel::NetworkTableModel(QObject* parent) : QAbstractTableModel(parent) {}

void NetworkTableModel::setRows(std::vector<NetworkRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    update();
    endResetModel();
}

QString NetworkTableModel::setFilter(const QString& filter)
{
    static const QRegularExpression comparison(QStringLiteral("^([A-Za-z#][A-Za-z0-9]*)(<=|>=|<|>|=)(.*)$"));
    std::vector<Term> terms;
    QString problem;
    for (const QString& word : filter.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto match = comparison.match(word);
        if (!match.hasMatch()) {
            terms.push_back({-1, {}, 0, word});
            continue;
        }
        Term term{-1, match.captured(2), numberFrom(match.captured(3)), {}};
        const QString name = match.captured(1).toLower();
        for (std::size_t column = 0; column < filterNames.size(); ++column)
            if (filterNames[column].contains(name)) term.column = static_cast<int>(column);
        if (term.column < 0)
            problem =
                tr("There is no column %1; there are flops, params, activations, ms, depth, w0, wa, wm, b, "
                   "g and pareto.")
                    .arg(match.captured(1));
        else if (std::isnan(term.number))
            problem = tr("%1 is compared with \"%2\", which is no number.")
                          .arg(match.captured(1), match.captured(3));
        terms.push_back(term);
    }
    if (!problem.isEmpty()) terms.clear();
    beginResetModel();
    m_terms = std::move(terms);
    update();
    endResetModel();
    return problem;
}

double NetworkTableModel::valueOf(std::size_t row, int column) const
{
    const NetworkRow& r = m_rows[row];
    const auto line = [&](double LinearWidths::*member) {
        return r.spec.regnet ? r.spec.regnet->line.*member : none;
    };
    switch (column) {
    case Number:
        return static_cast<double>(row);
    case Pareto:
        return r.isPareto ? 1 : 0;
    case Flops:
        return static_cast<double>(r.cost.flops);
    case Params:
        return static_cast<double>(r.cost.params);
    case Activations:
        return static_cast<double>(r.cost.activations);
    case RunTime:
        return r.milliseconds.value_or(none);
    case Depth:
        return static_cast<double>(depthOf(r.network));
    case W0:
        return line(&LinearWidths::w0);
    case Wa:
        return line(&LinearWidths::wa);
    case Wm:
        return line(&LinearWidths::wm);
    case Ratio:
        return sharedValue(r.network, &Stage::bottleneckRatio);
    case Group:
        return r.spec.regnet ? static_cast<double>(r.spec.regnet->groupWidth)
                             : sharedValue(r.network, &Stage::groupWidth);
    case Widths:
        return numberAt(r.network, 0, &Stage::width);
    case Depths:
        return numberAt(r.network, 0, &Stage::depth);
    default:
        return none;
    }
}

QString NetworkTableModel::textOf(std::size_t row, int column) const
{
    const NetworkRow& r = m_rows[row];
    switch (column) {
    case Pareto:
        return r.isPareto ? QStringLiteral("★") : QString();
    case Flops:
    case Params:
    case Activations:
        return shownCount(valueOf(row, column));
    case RunTime:
        return r.milliseconds ? QString::number(*r.milliseconds, 'g', 3) : QString();
    case Ratio:
        if (std::isnan(valueOf(row, column))) return joined(r.network, &Stage::bottleneckRatio);
        break;
    case Group:
        if (std::isnan(valueOf(row, column))) return joined(r.network, &Stage::groupWidth);
        break;
    case Widths:
        return joined(r.network, &Stage::width);
    case Depths:
        return joined(r.network, &Stage::depth);
    default:
        break;
    }
    const double value = valueOf(row, column);
    return std::isnan(value) ? QString() : QString::fromStdString(shortest(value));
}

bool NetworkTableModel::matches(std::size_t row) const
{
    return std::ranges::all_of(m_terms, [&](const Term& term) {
        if (term.column >= 0) return holds(valueOf(row, term.column), term.comparison, term.number);
        return textOf(row, Widths).contains(term.text) || textOf(row, Depths).contains(term.text);
    });
}

void NetworkTableModel::update()
{
    m_shown.clear();
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        if (matches(row)) m_shown.push_back(row);
    if (m_sortColumn < 0) return;
    // Keys once a row, not once a comparison; what has no value stands last either way.
    std::vector<double> keys(m_rows.size());
    for (const std::size_t row : m_shown)
        keys[row] = valueOf(row, m_sortColumn);
    const bool isDown = m_sortOrder == Qt::DescendingOrder;
    std::ranges::stable_sort(m_shown, [&](std::size_t a, std::size_t b) {
        if (std::isnan(keys[a]) || std::isnan(keys[b])) return !std::isnan(keys[a]) && std::isnan(keys[b]);
        return isDown ? keys[a] > keys[b] : keys[a] < keys[b];
    });
}

void NetworkTableModel::sort(int column, Qt::SortOrder order)
{
    beginResetModel();
    m_sortColumn = column;
    m_sortOrder = order;
    update();
    endResetModel();
}

int NetworkTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int NetworkTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns);
}

QVariant NetworkTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const std::size_t row = m_shown[static_cast<std::size_t>(index.row())];
    const bool isText = index.column() == Widths || index.column() == Depths;
    if (role == Qt::DisplayRole) return textOf(row, index.column());
    if (role == Qt::TextAlignmentRole && !isText) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        const bool isCount =
            index.column() == Flops || index.column() == Params || index.column() == Activations;
        if (isCount)
            return QString::fromStdString(
                exactCount(static_cast<std::int64_t>(valueOf(row, index.column()))));
        return index.column() == Pareto && m_rows[row].isPareto
                   ? tr("No other network found has both fewer activations and fewer parameters")
                   : QVariant(textOf(row, index.column()));
    }
    return {};
}

QVariant NetworkTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    const std::array<QString, columns> names{
        tr("#"),  tr("Pareto"), tr("FLOPs"), tr("params"), tr("activations"), tr("ms"),     tr("depth"),
        tr("w0"), tr("wa"),     tr("wm"),    tr("b"),      tr("g"),           tr("widths"), tr("depths")};
    if (role == Qt::DisplayRole) return names[static_cast<std::size_t>(section)];
    return {};
}

} // namespace regnet
