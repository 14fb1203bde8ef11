// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/spoken_names.h"

#include "widgets/plot/data_picture.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QTabBar>
#include <QTextEdit>
#include <QWidget>

namespace regnet {
namespace {

bool isPartOfAWhole(const QWidget& widget)
{
    const QWidget* parent = widget.parentWidget();
    return parent && (parent->inherits("QAbstractSpinBox") || parent->inherits("QComboBox") ||
                      (parent->inherits("QAbstractScrollArea") &&
                       static_cast<const QAbstractScrollArea*>(parent)->viewport() == &widget) ||
                      parent->inherits("QAbstractItemView"));
}

/// What only moves what it holds: the controls in it have the names.
bool isMereFrame(const QWidget& widget)
{
    return qstrcmp(widget.metaObject()->className(), "QScrollArea") == 0 || widget.inherits("QTabBar") ||
           widget.inherits("QTabWidget") || widget.inherits("QSplitter");
}

} // namespace

std::string spokenName(QWidget& control)
{
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&control);
    if (!spoken) return {};
    if (!control.accessibleName().isEmpty()) return control.accessibleName().toStdString();
    for (const auto& [label, relation] : spoken->relations(QAccessible::Label))
        if (!label->text(QAccessible::Name).isEmpty()) return label->text(QAccessible::Name).toStdString();
    // A combo box, an edit and a table answer with what is in them, which is no name.
    const bool isAnsweredByContent = control.inherits("QComboBox") || control.inherits("QLineEdit") ||
                                     control.inherits("QAbstractSpinBox");
    return isAnsweredByContent ? std::string() : spoken->text(QAccessible::Name).toStdString();
}

std::vector<QWidget*> controlsOf(QWidget& root)
{
    std::vector<QWidget*> controls;
    for (QWidget* widget : root.findChildren<QWidget*>()) {
        const bool isPicture = dynamic_cast<DataPicture*>(widget) != nullptr;
        const bool isReached = (widget->focusPolicy() & Qt::TabFocus) != 0;
        if (!widget->isVisibleTo(&root) || isPartOfAWhole(*widget) || isMereFrame(*widget)) continue;
        // A button that Tab leaves out is one that only a mouse presses.
        const bool isButton = widget->inherits("QPushButton") || widget->inherits("QToolButton");
        const bool isOfQt = widget->objectName().startsWith(QLatin1String("qt_")) ||
                            widget->objectName().startsWith(QLatin1String("Scroll")) ||
                            widget->parentWidget()->inherits("QLineEdit");
        if (isPicture || isReached || (isButton && !isOfQt)) controls.push_back(widget);
    }
    return controls;
}

std::string whichWidget(const QWidget& widget)
{
    std::string place;
    for (const QWidget* parent = &widget; parent; parent = parent->parentWidget())
        if (!parent->objectName().isEmpty()) place += " < " + parent->objectName().toStdString();
    return widget.metaObject()->className() + place;
}

std::vector<std::string> namelessIn(QWidget& root)
{
    std::vector<std::string> nameless;
    for (QWidget* control : controlsOf(root)) {
        if (spokenName(*control).empty()) nameless.push_back("no name: " + whichWidget(*control));
        if ((control->focusPolicy() & Qt::TabFocus) == 0)
            nameless.push_back("not reached by Tab: " + whichWidget(*control));
        if (!dynamic_cast<DataPicture*>(control)) continue;
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(control);
        if (spoken->role() != QAccessible::Chart) nameless.push_back("not a chart: " + whichWidget(*control));
        if (spoken->text(QAccessible::Description).isEmpty())
            nameless.push_back("no description: " + whichWidget(*control));
    }
    return nameless;
}

} // namespace regnet
