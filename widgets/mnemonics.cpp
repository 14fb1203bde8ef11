// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mnemonics.h"

#include <QAction>
#include <QRegularExpression>

namespace regnet {

QString withoutMnemonic(QString text)
{
    static const QRegularExpression behind(QStringLiteral("\\(&[^&]\\)"));
    constexpr QChar ampersand(0x1); // stands for "&&" meanwhile, which is a written one
    text = text.section(QLatin1Char('\t'), 0, 0).remove(behind);
    text.replace(QLatin1String("&&"), QString(ampersand));
    return text.remove(QLatin1Char('&')).replace(ampersand, QLatin1Char('&')).trimmed();
}

void hideMnemonicOnTools(QAction& action)
{
    const bool hasOwnTip = withoutMnemonic(action.toolTip()) != withoutMnemonic(action.text()) &&
                           action.toolTip() != QString(action.text()).remove(QLatin1Char('&'));
    const auto hide = [&action, hasOwnTip] {
        const QString plain = withoutMnemonic(action.text());
        // Setting what is there already tells nobody, so that this ends.
        action.setIconText(QString(plain).replace(QLatin1Char('&'), QLatin1String("&&")));
        if (!hasOwnTip) action.setToolTip(plain);
    };
    hide();
    QObject::connect(&action, &QAction::changed, &action, hide);
}

} // namespace regnet
