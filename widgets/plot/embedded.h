// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/export.h"

#include <QByteArray>
#include <QString>

namespace regnet {

/// The XMP packet of a PDF: title, program, and the provenance as "regnet:provenance".
QByteArray xmpPacket(const QString& title, const QString& creator, const QString& provenance);
/// A PDF whose creation date is blanked out, byte for byte as long as before.
QByteArray withoutTimeStamps(QByteArray pdf);
/// An SVG with <title>, <desc> and, in <metadata>, the provenance.
QByteArray withSvgMetadata(QByteArray svg, const QString& title, const QString& creator,
                           const QString& provenance);
QString pngProvenanceKey(); ///< of the text chunk

/// The provenance that a file carries inside; empty where there is none, as in CSV.
QString embeddedProvenance(const QByteArray& bytes, FigureFormat format);

} // namespace regnet
