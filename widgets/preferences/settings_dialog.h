// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/preferences/preference.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QScrollArea;

namespace regnet {

/// All settings in one list under headings, searched by a word. Each works at once; not modal, so that what
/// it does is seen.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(const std::vector<Preference>& preferences, const QString& file,
                   QWidget* parent = nullptr);

    /// Shows the lines with all of these words in title, sentence, heading or words.
    void search(const QString& words);
    int shownCount() const;

private:
    struct Line
    {
        QString page;
        QString text; ///< all that is searched
        QWidget* widget = nullptr;
    };

    QWidget* makeLine(const Preference& preference, QWidget* parent);

    std::vector<Line> m_lines;
    std::vector<QLabel*> m_headings; ///< their text is the page
    QLineEdit* m_search = nullptr;
    QLabel* m_nothing = nullptr;
};

} // namespace regnet
