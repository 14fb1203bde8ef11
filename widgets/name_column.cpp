// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/name_column.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QHeaderView>

#include <algorithm>
#include <utility>

namespace regnet {

NameColumn::NameColumn(QAbstractItemView& view, QHeaderView& header, int section, int letters)
    : QObject(&view), m_view(view), m_header(header), m_section(section), m_letters(letters)
{
    header.setSectionResizeMode(section, QHeaderView::Stretch);
    header.installEventFilter(this);
    connect(&header, &QHeaderView::sectionResized, this, [this](int resized) {
        if (resized != m_section) fitSoon();
    });
    const QAbstractItemModel* model = view.model();
    connect(model, &QAbstractItemModel::dataChanged, this, &NameColumn::fitSoon);
    connect(model, &QAbstractItemModel::rowsInserted, this, &NameColumn::fitSoon);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &NameColumn::fitSoon);
    connect(model, &QAbstractItemModel::modelReset, this, &NameColumn::fitSoon);
}

bool NameColumn::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) fitSoon();
    return QObject::eventFilter(watched, event);
}

/// The header is in the midst of laying out its sections when it says that one has another size.
void NameColumn::fitSoon()
{
    if (std::exchange(m_isDue, true)) return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isDue = false;
            fit();
        },
        Qt::QueuedConnection);
}

void NameColumn::fit()
{
    const int needed = std::max(m_view.sizeHintForColumn(m_section), m_header.sectionSizeHint(m_section));
    const int least = std::min(needed, m_letters * m_view.fontMetrics().averageCharWidth());
    const int others = m_header.length() - m_header.sectionSize(m_section);
    const bool isWide = m_header.width() - others >= least;
    const QHeaderView::ResizeMode mode = isWide ? QHeaderView::Stretch : QHeaderView::Interactive;
    if (m_header.sectionResizeMode(m_section) != mode) m_header.setSectionResizeMode(m_section, mode);
    if (!isWide && m_header.sectionSize(m_section) < least) m_header.resizeSection(m_section, least);
}

} // namespace regnet
