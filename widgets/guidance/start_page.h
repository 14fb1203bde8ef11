// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

namespace regnet {

/// What one can begin with: four cards, the tour, and the files that were open lately. Shown at the first
/// start and from the Help menu; not modal.
class StartPage : public QDialog
{
    Q_OBJECT

public:
    /// `canTrain` without LibTorch is false: the card says so and stays usable, for the dialog then tells how
    /// to get it. Without a store there is nothing to train into.
    struct Facts
    {
        QStringList recent; ///< files, newest first
        bool hasStore = true;
        bool isShownAtStart = true;
    };

    explicit StartPage(const Facts& facts, QWidget* parent = nullptr);

Q_SIGNALS:
    void populationsWanted();
    void slidersWanted();
    void trainingWanted();
    void importWanted();
    void tourWanted();
    void fileWanted(const QString& path);
    void shownAtStartChanged(bool isShown);

private:
    QWidget* makeCards(bool hasStore);
    QWidget* makeRecent(const QStringList& files);
};

} // namespace regnet
