// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/plot.h"

#include <QString>

class QMenu;
class QWidget;

namespace regnet {

/// A widget that shows numbers as a picture, and can say them: what a person hears who does not see it, and
/// the table behind it. Plots, share bars and the diagram are such.
class DataPicture
{
public:
    virtual ~DataPicture() = default;

    virtual QString spokenTitle() const = 0;           ///< a few words
    virtual QString spokenDescription() const = 0;     ///< what is in the picture now, in sentences
    virtual QString spokenValue() const { return {}; } ///< what the keyboard's cursor stands on
    virtual PlotTable dataTable() const = 0;

protected:
    DataPicture() = default;
    DataPicture(const DataPicture&) = default;
    DataPicture& operator=(const DataPicture&) = default;
};

/// A role (chart), name, description and value for assistive programs, computed when they ask. Once a program
/// is enough; every DataPicture calls it.
void makePicturesAccessible();

/// The table behind the picture in a dialog that is its child; not modal.
void showDataTable(QWidget& picture);
/// "Show data as table…", as every picture offers it.
void addDataTableAction(QMenu& menu, QWidget& picture);
/// What a DataPicture that paints itself shows, without the mark of the focus, at twice the size: to the
/// clipboard. PlotWidget has a function of its own.
void copyPicture(QWidget& picture);
/// "Copy picture" and "Copy data", as plots offer them.
void addCopyActions(QMenu& menu, QWidget& picture);

} // namespace regnet
