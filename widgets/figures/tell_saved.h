// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;
class QString;

namespace regnet {

/// Says in the status bar of the window under the dialog where a file is now. Without one nothing is said.
void tellSaved(const QDialog& dialog, const QString& path);

} // namespace regnet
