// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace regnet {

/// Holds a high content of a dock, so that the dock can be lower: then the content is scrolled. It is never
/// narrower than the content. Without it a window with several such docks would be higher than many screens.
class DockScroll : public QScrollArea
{
    Q_OBJECT

public:
    explicit DockScroll(QWidget* content);

    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
};

/// For a panel whose content may be higher than it is: without a frame, and no stop of Tab, which goes to
/// what is in it.
QScrollArea* makeScroll(QWidget* content, const char* name, QWidget* parent = nullptr);

} // namespace regnet
