// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commands/command_list.h"

#include <QCoreApplication>
#include <QHash>

namespace regnet {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("regnet::Commands", text);
}

} // namespace

QString disabledReason(const QString& objectName)
{
    const QString noJob = tr("No job that this applies to is selected in the queue");
    const QString noPopulation = tr("No population is chosen in the queue");
    const QString noOwnSpace = tr("The chosen space comes with the program; derive one of your own first");
    const QString notRunning = tr("Nothing of it is running");
    const QHash<QString, QString> reasons{
        {QStringLiteral("undo"), tr("Nothing was changed yet")},
        {QStringLiteral("redo"), tr("Nothing was undone")},
        {QStringLiteral("pin"), tr("All places for pins are taken, or there is no network")},
        {QStringLiteral("pause"), noJob},
        {QStringLiteral("resume"), noJob},
        {QStringLiteral("retry"), noJob},
        {QStringLiteral("cancel"), noJob},
        {QStringLiteral("first"), noJob},
        {QStringLiteral("up"), noJob},
        {QStringLiteral("down"), noJob},
        {QStringLiteral("last"), noJob},
        {QStringLiteral("send"), noJob},
        {QStringLiteral("bringBack"), noJob},
        {QStringLiteral("copyRows"), tr("No job is selected in the queue")},
        {QStringLiteral("renamePopulation"), noPopulation},
        {QStringLiteral("deletePopulation"), noPopulation},
        {QStringLiteral("start"), tr("The queue is at work already, or has nothing to do")},
        {QStringLiteral("stop"), tr("The queue is not at work here")},
        {QStringLiteral("pauseQueue"), tr("The queue has no open job")},
        {QStringLiteral("spaceRename"), noOwnSpace},
        {QStringLiteral("spaceDelete"), noOwnSpace},
        {QStringLiteral("trainThisPopulation"), tr("Sample a population first")},
        {QStringLiteral("designStop"), notRunning},
        {QStringLiteral("sampleStop"), notRunning},
    };
    return reasons.value(objectName);
}

} // namespace regnet
