// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/studies/study_library.h"

#include <QWidget>

class QLabel;
class QToolButton;
class QTreeView;

namespace regnet {

/// The studies to choose from: the paper's, and files of one's own, which are opened, copied and removed
/// here.
class StudyList : public QWidget
{
    Q_OBJECT

public:
    explicit StudyList(QWidget* parent = nullptr);

    StudyLibrary& library() { return *m_library; }
    const Study& study() const; ///< the chosen one
    /// The chosen one's name, or its file when it is one of one's own.
    QString selected() const;
    bool select(const QString& nameOrFile); ///< false where there is none
    bool step(int by);                      ///< false at the ends
    /// Opens a file and chooses it; what is wrong with it is told.
    void openFile(const QString& file);
    /// The same for files as remembered: nothing is chosen.
    void openFiles(const QStringList& files);
    /// A sentence under the list; none: nothing is there.
    void tell(const QString& text);

Q_SIGNALS:
    void chosen(); ///< or read again
    void filesChanged(const QStringList& files);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    int row() const;
    void saveCopy();
    void removeStudy();

    StudyLibrary* m_library = nullptr;
    QTreeView* m_view = nullptr;
    QToolButton* m_remove = nullptr;
    QLabel* m_message = nullptr;
};

} // namespace regnet
