// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAbstractItemView;
class QHeaderView;

namespace regnet {

/// The column of a table that takes the width that the others leave (QHeaderView::Stretch), but never less
/// than its content needs, up to `letters`: in a narrow dock the table is scrolled sideways instead of
/// showing "Any…" in each row.
class NameColumn : public QObject
{
    Q_OBJECT

public:
    /// Becomes a child of the view, which has its model already; the header is that across.
    NameColumn(QAbstractItemView& view, QHeaderView& header, int section, int letters);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; ///< of the header

private:
    void fitSoon();
    void fit();

    QAbstractItemView& m_view;
    QHeaderView& m_header;
    int m_section;
    int m_letters;
    bool m_isDue = false;
};

} // namespace regnet
