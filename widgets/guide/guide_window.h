// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace regnet {
class GuideText;

/// The user guide in a window of its own: pages on the left, the chosen one on the right, and a line that
/// searches all of them. Not modal.
class GuideWindow : public QDialog
{
    Q_OBJECT

public:
    explicit GuideWindow(QWidget* parent = nullptr);

    GuideText& text() { return *m_text; }
    /// The next place with these words after the selected one, page after page and round; false where there
    /// is none.
    bool findNext(const QString& words);
    bool findPrevious(const QString& words);

Q_SIGNALS:
    /// A link that leads out of the guide: somebody has clicked it.
    void browserWanted(const QUrl& address);

protected:
    void changeEvent(QEvent* event) override; ///< another language: its own texts, not the page
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setUpContents();
    QWidget* makeToolBar();
    void showTexts();
    void showSource(const QUrl& address);
    bool find(const QString& words, bool isBackward);
    void search(bool isBackward);

    QListWidget* m_contents;
    GuideText* m_text;
    QPushButton* m_back = nullptr;
    QPushButton* m_forward = nullptr;
    QPushButton* m_next = nullptr;
    QLabel* m_find = nullptr;
    QLineEdit* m_words = nullptr;
    QLabel* m_note = nullptr; ///< where a link leads, or that nothing was found
};

} // namespace regnet
