// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace regnet {

/// Whether a compiled translation (.qm) is whole: there are texts, and every section, message and text lies
/// inside of the file.
/// QTranslator looks at the sections only, and reads past the end of a damaged file when a text is asked for.
/// Format: qtranslator.cpp of Qt 6. Cost: one pass.
bool isWholeTranslation(QByteArrayView qm);

} // namespace regnet
