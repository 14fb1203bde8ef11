// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guide/guide_text.h"

#include "widgets/guide/guide_pages.h"

#include <QEvent>
#include <QImage>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextTable>

#include <algorithm>
#include <utility>
#include <vector>

namespace regnet {
namespace {

struct Picture
{
    int position = 0;
    QTextImageFormat format;
};

/// Changing a format while its fragments are walked through would move them: first all, then the changes.
std::vector<Picture> picturesIn(const QTextDocument& document)
{
    std::vector<Picture> pictures;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            const QTextFragment fragment = at.fragment();
            if (fragment.charFormat().isImageFormat())
                pictures.push_back({fragment.position(), fragment.charFormat().toImageFormat()});
        }
    return pictures;
}

/// All changes of a format in its life become one: the document is laid out once, at its end.
class OneEdit
{
public:
    explicit OneEdit(QTextDocument* document) : m_cursor(document) { m_cursor.beginEditBlock(); }
    ~OneEdit() { m_cursor.endEditBlock(); }
    OneEdit(const OneEdit&) = delete;
    OneEdit& operator=(const OneEdit&) = delete;

private:
    QTextCursor m_cursor;
};

bool isCode(const QTextBlock& block)
{
    return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence);
}

void dressCode(QTextCursor cursor, const QColor& ground)
{
    QTextBlockFormat format = cursor.blockFormat();
    format.setBackground(ground);
    format.setNonBreakableLines(false); // a long command goes on in the next line, not out of sight
    cursor.setBlockFormat(format);
}

} // namespace

GuideText::GuideText(QWidget* parent) : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("guideText"));
    setAccessibleName(tr("Page of the guide"));
    setOpenLinks(false);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(fontMetrics().height());
    connect(this, &QTextBrowser::anchorClicked, this, &GuideText::follow);
    connect(this, &QTextBrowser::sourceChanged, this, [this] { // also on the way back
        dress();
        fitPictures();
        document()->setLayoutEnabled(true);
    });
}

bool GuideText::showPage(const QUrl& address)
{
    const QUrl page = address.adjusted(QUrl::RemoveFragment);
    if (guideMarkdown(page).isEmpty()) return false;
    // Each place has a step of its own in the history, also two headings of one page.
    if (address != source()) {
        document()->setLayoutEnabled(
            false); // else it is laid out again and again while it is read and dressed
        setSource(address, QTextDocument::MarkdownResource);
        document()->setLayoutEnabled(true); // if it was this page already
    }
    if (address.fragment().isEmpty()) return true;
    return showHeading(address.fragment());
}

void GuideText::follow(const QUrl& link)
{
    const QUrl address = source().resolved(link);
    if (isOfGuide(address))
        showPage(address);
    else
        Q_EMIT outwardLinkClicked(address);
}

bool GuideText::showHeading(const QString& anchor)
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || anchorOf(block.text()) != anchor) continue;
        setTextCursor(QTextCursor(block));
        verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect().top());
        return true;
    }
    return false;
}

QVariant GuideText::loadResource(int type, const QUrl& name)
{
    const QUrl address = source().resolved(name);
    if (!isOfGuide(address)) return {};
    if (type == QTextDocument::MarkdownResource) return guideMarkdown(address);
    if (type == QTextDocument::ImageResource) return QImage(QLatin1Char(':') + address.path());
    return {};
}

void GuideText::dress()
{
    const OneEdit edit(document());
    const QColor ground = palette().color(QPalette::AlternateBase);
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        if (isCode(block)) dressCode(QTextCursor(block), ground);
    for (QTextFrame* frame : document()->rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (!table) continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(palette().color(QPalette::Mid));
        format.setCellPadding(fontMetrics().height() / 4.0);
        table->setFormat(format);
    }
}

void GuideText::fitPictures()
{
    const OneEdit edit(document());
    const int room = viewport()->width() - static_cast<int>(2 * document()->documentMargin());
    for (Picture& picture : picturesIn(*document())) {
        const QUrl name(picture.format.name());
        const QImage whole = loadResource(QTextDocument::ImageResource, name).value<QImage>();
        if (whole.isNull()) continue;
        const int width = std::max(1, std::min(room, whole.width()));
        const int height = std::max(1, whole.height() * width / whole.width());
        if (picture.format.width() == width) continue;
        // Painted from a copy of the size that is shown: a text document scales without smoothing.
        const double scale = devicePixelRatioF();
        const auto toScreen = [scale](int length) { return static_cast<int>(length * scale); };
        const QImage shown = toScreen(width) < whole.width()
                                 ? whole.scaled(toScreen(width), toScreen(height), Qt::IgnoreAspectRatio,
                                                Qt::SmoothTransformation)
                                 : whole;
        document()->addResource(QTextDocument::ImageResource, document()->baseUrl().resolved(name), shown);
        picture.format.setWidth(width);
        picture.format.setHeight(height);
        QTextCursor cursor(document());
        cursor.setPosition(picture.position);
        cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        cursor.setCharFormat(picture.format);
    }
}

void GuideText::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) dress();
    if (event->type() == QEvent::LanguageChange) setAccessibleName(tr("Page of the guide"));
}

void GuideText::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    fitPictures();
}

} // namespace regnet
