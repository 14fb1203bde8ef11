// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace regnet {

/// Shows pages of the guide. Pictures are never wider than the text; nothing is loaded from anywhere but the
/// program itself, and no link out of it is followed: it is announced.
class GuideText : public QTextBrowser
{
    Q_OBJECT

public:
    explicit GuideText(QWidget* parent = nullptr);

    /// Goes to a page, or to a heading of it behind #. False where there is no such page or heading.
    bool showPage(const QUrl& address);

    QVariant loadResource(int type, const QUrl& name) override;

Q_SIGNALS:
    void outwardLinkClicked(const QUrl& address);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void follow(const QUrl& link);
    bool showHeading(const QString& anchor);
    void dress();       ///< tables and commands, in the colours of the palette
    void fitPictures(); ///< to the width of the text
};

} // namespace regnet
