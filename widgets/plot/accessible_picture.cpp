// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/data_picture.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>

namespace regnet {
namespace {

/// Asks the picture at each question: a description that is kept would be made at every step of a drag.
class AccessiblePicture : public QAccessibleWidget
{
public:
    AccessiblePicture(QWidget* widget, const DataPicture& picture)
        : QAccessibleWidget(widget, QAccessible::Chart), m_picture(picture)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        switch (kind) {
        case QAccessible::Name:
            return m_picture.spokenTitle();
        case QAccessible::Description:
            return m_picture.spokenDescription();
        case QAccessible::Value:
            return m_picture.spokenValue();
        case QAccessible::Help:
            return QCoreApplication::translate(
                "regnet::DataPicture", "Arrow keys go through the points. The context menu has the data "
                                       "as a table.");
        default:
            return QAccessibleWidget::text(kind);
        }
    }

    QStringList actionNames() const override { return QAccessibleWidget::actionNames() << showData(); }
    void doAction(const QString& action) override
    {
        if (action == showData())
            showDataTable(*widget());
        else
            QAccessibleWidget::doAction(action);
    }

private:
    static QString showData() { return QStringLiteral("Show data as table"); }

    const DataPicture& m_picture;
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object)
{
    auto* widget = qobject_cast<QWidget*>(object);
    const auto* picture = dynamic_cast<const DataPicture*>(object);
    return widget && picture ? new AccessiblePicture(widget, *picture) : nullptr; // Qt deletes it
}

} // namespace

void makePicturesAccessible()
{
    [[maybe_unused]] static const bool isInstalled = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
}

} // namespace regnet
