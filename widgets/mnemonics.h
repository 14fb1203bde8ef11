// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAction;

namespace regnet {

/// The text of a menu, a button or a label as it is read: "&File" is "File", and where letters are no part of
/// the words and the mnemonic stands behind them, "파일(&F)" is "파일". What a menu shows behind a tab goes
/// too.
QString withoutMnemonic(QString text);

/// Buttons of tool bars show the action without its mnemonic, and so does its tip where it has none of its
/// own, also when its text changes. Qt takes the "&" away only, and leaves "파일(F)".
void hideMnemonicOnTools(QAction& action);

} // namespace regnet
