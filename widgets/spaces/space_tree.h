// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace regnet {

/// The lineage of spaces. Where names and notes do not fit beside one another the notes give way, and only
/// names that are wider than the whole tree lose letters, in their middle: what tells them apart stands at
/// both ends. The tip has all of it.
class SpaceTree : public QTreeView
{
    Q_OBJECT

public:
    explicit SpaceTree(QAbstractItemModel& model, QWidget* parent = nullptr);

    /// With all names, without notes.
    int widthOfNames() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitSoon();
    void fit();

    bool m_isDue = false;
};

} // namespace regnet
