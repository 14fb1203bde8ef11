// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/embedded.h"

#include "core/text/xml_text.h"

#include <QBuffer>
#include <QImageReader>
#include <QXmlStreamReader>

namespace regnet {
namespace {

constexpr const char* nameSpace = "https://regnet-explorer.invalid/ns/1";
constexpr const char* texMark = "% provenance: ";

QString escaped(const QString& text)
{
    return QString::fromStdString(xmlText(text.toStdString())).toHtmlEscaped();
}

/// The text of the first element <regnet:provenance>. Found in the bytes, as a PDF is no XML.
QString provenanceElement(const QByteArray& bytes)
{
    const QByteArray open("<regnet:provenance"), close("</regnet:provenance>");
    const qsizetype begin = bytes.indexOf(open);
    const qsizetype end = bytes.indexOf(close, begin);
    if (begin < 0 || end < 0) return {};
    QXmlStreamReader xml;
    xml.setNamespaceProcessing(false);
    xml.addData(bytes.mid(begin, end + close.size() - begin));
    if (!xml.readNextStartElement()) return {};
    return xml.readElementText();
}

} // namespace

QByteArray xmpPacket(const QString& title, const QString& creator, const QString& provenance)
{
    QString extra;
    if (!provenance.isEmpty())
        extra = QStringLiteral("  <regnet:provenance>%1</regnet:provenance>\n").arg(escaped(provenance));
    return QStringLiteral(
               "<?xpacket begin='\uFEFF' id='W5M0MpCehiHzreSzNTczkc9d'?>\n"
               "<x:xmpmeta xmlns:x='adobe:ns:meta/'>\n"
               "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\n"
               " <rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'\n"
               "   xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmlns:regnet='%1'>\n"
               "  <dc:title><rdf:Alt><rdf:li xml:lang='x-default'>%2</rdf:li></rdf:Alt></dc:title>\n"
               "  <xmp:CreatorTool>%3</xmp:CreatorTool>\n"
               "%4"
               " </rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end='r'?>\n")
        .arg(QLatin1String(nameSpace), escaped(title), escaped(creator), extra)
        .toUtf8();
}

QByteArray withoutTimeStamps(QByteArray pdf)
{
    const QByteArray key("/CreationDate (D:");
    const qsizetype begin = pdf.indexOf(key);
    const qsizetype end = pdf.indexOf(')', begin);
    if (begin < 0 || end < 0) return pdf;
    // Blanks of the same length keep every offset of the file's table true.
    for (qsizetype i = begin; i <= end; ++i)
        pdf[i] = ' ';
    return pdf;
}

QByteArray withSvgMetadata(QByteArray svg, const QString& title, const QString& creator,
                           const QString& provenance)
{
    // QSvgGenerator writes both elements, empty.
    const auto replace = [&svg](const char* element, const QString& text) {
        const QByteArray open = QByteArray("<") + element + ">", close = QByteArray("</") + element + ">";
        const qsizetype begin = svg.indexOf(open), end = svg.indexOf(close, begin);
        const QByteArray whole = open + escaped(text).toUtf8() + close;
        if (begin >= 0 && end >= 0) {
            svg.replace(begin, end + close.size() - begin, whole);
            return;
        }
        const qsizetype after = svg.indexOf('>', svg.indexOf("<svg"));
        svg.insert(after + 1, QByteArray("\n").append(whole));
    };
    replace("desc", creator);
    replace("title", title);
    if (provenance.isEmpty()) return svg;
    const QByteArray close("</desc>");
    const qsizetype at = svg.indexOf(close) + close.size();
    svg.insert(at, QStringLiteral(
                       "\n<metadata><regnet:provenance xmlns:regnet='%1'>%2</regnet:provenance></metadata>")
                       .arg(QLatin1String(nameSpace), escaped(provenance))
                       .toUtf8());
    return svg;
}

QString pngProvenanceKey()
{
    return QStringLiteral("regnet-provenance");
}

QString embeddedProvenance(const QByteArray& bytes, FigureFormat format)
{
    switch (format) {
    case FigureFormat::Pdf:
    case FigureFormat::Svg:
        return provenanceElement(bytes);
    case FigureFormat::Png: {
        QByteArray copy = bytes;
        QBuffer buffer(&copy);
        buffer.open(QIODevice::ReadOnly);
        QImageReader reader(&buffer, "png");
        // Qt writes the key as it is and reads it back as QImage does: texts of the whole file need the
        // image.
        return reader.read().text(pngProvenanceKey());
    }
    case FigureFormat::Tex: {
        const qsizetype begin = bytes.indexOf(texMark);
        if (begin < 0) return {};
        const qsizetype from = begin + static_cast<qsizetype>(qstrlen(texMark));
        return QString::fromUtf8(bytes.mid(from, bytes.indexOf('\n', from) - from));
    }
    default:
        return {};
    }
}

} // namespace regnet
