// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/comparison.h"
#include "widgets/compare/statistics.h"
#include "widgets/plot/theme.h"

#include <QAbstractTableModel>
#include <QSize>

namespace regnet {

/// The populations of a comparison as rows: a check box and the colour, then what the statistics say.
class PopulationModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Count, Failed, Min, Mean, Low, Median, Distance, PValue, Better, columns };

    static constexpr QSize lineSize{32, 12}; ///< of the piece of curve beside a name: a whole dash fits

    PopulationModel(Comparison& comparison, QObject* parent);

    /// Instead of the comparison's own rows, where it is split by a property; these can only be read. Empty:
    /// the comparison's again.
    void setDerived(std::vector<ShownPopulation> populations);
    void setStatistics(std::vector<PopulationStatistics> statistics);
    void setTheme(const Theme& theme);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    // Rows are moved by dragging.
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

private:
    void update();
    void use(std::vector<ShownPopulation> rows);
    QString textOf(std::size_t row, Column column) const;

    Comparison& m_comparison;
    std::vector<ShownPopulation> m_rows;
    bool m_isDerived = false;
    std::vector<PopulationStatistics> m_statistics; ///< empty until computed
    Theme m_theme = Theme::light();
};

} // namespace regnet
