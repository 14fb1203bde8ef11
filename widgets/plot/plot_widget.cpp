// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/canvas.h"

#include "widgets/plot/plot_cursor.h"
#include "widgets/plot/plot_drag.h"
#include "widgets/plot/plot_widget.h"
#include "widgets/plot/plot_words.h"
#include "widgets/plot/ring.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolTip>
#include <QVBoxLayout>

#include <utility>

namespace regnet {

struct PlotWidget::Private
{
    Canvas* canvas = nullptr;
    Plot plot;
    int compactLines = 0;
    Compact compact = Compact::CurvesOnly;
    bool isCompact = false;
    QWidget* emptyPage = nullptr;
    QLabel* emptyText = nullptr;
    QPushButton* emptyButton = nullptr;
    QStackedLayout* stack = nullptr;
    std::function<PlotCard(const PlotHover&)> card;
    std::optional<Theme> theme; ///< set by the owner; else the palette's
    QString figureName = QStringLiteral("plot");
    bool isZoomable = false;
    bool isZoomed = false;
    QPoint pressedAt;
    PlotBrush brush = PlotBrush::None;
    bool isBrushing = false;
    bool isAdding = false;
    PlotCursor cursor;
};

PlotWidget::PlotWidget(QWidget* parent) : QWidget(parent), m(std::make_unique<Private>())
{
    m->canvas = new Canvas(this);
    m->canvas->setMouseTracking(true);
    m->canvas->installEventFilter(this);
    m->emptyPage = new QWidget(this);
    m->emptyText = new QLabel(m->emptyPage);
    m->emptyText->setAlignment(Qt::AlignCenter);
    m->emptyText->setWordWrap(true);
    m->emptyButton = new QPushButton(m->emptyPage);
    m->emptyButton->hide();
    auto* page = new QVBoxLayout(m->emptyPage);
    page->addStretch();
    page->addWidget(m->emptyText);
    page->addWidget(m->emptyButton, 0, Qt::AlignHCenter);
    page->addStretch();
    m->stack = new QStackedLayout(this);
    m->stack->addWidget(m->canvas);
    m->stack->addWidget(m->emptyPage);
    setFocusPolicy(Qt::StrongFocus);
    connect(m->emptyButton, &QPushButton::clicked, this, &PlotWidget::emptyButtonClicked);
    connect(m->canvas, &QCustomPlot::afterReplot, this, &PlotWidget::replotted);
    const auto zoomed = [this] { m->isZoomed = m->isZoomable; };
    connect(m->canvas, &QCustomPlot::mouseWheel, this, zoomed);
    connect(m->canvas, &QCustomPlot::mouseDoubleClick, this, [this](const QMouseEvent* mouse) {
        const PlotHover at = m->canvas->hoverAt(mouse->position());
        // On a network it is that network's; beside all of them it shows the whole again.
        if (at.series < 0) resetZoom();
        Q_EMIT doubleClicked(at);
    });
    m->canvas->setLook(Theme::of(palette()), font());
    new DragGrip(*this);
    new Ring(*this, Ring::Shown::WhileFocused);
    makePicturesAccessible();
}

PlotWidget::~PlotWidget() = default;

void PlotWidget::show(const Plot& plot)
{
    m->plot = plot;
    m->cursor.clear();
    draw();
    m->stack->setCurrentWidget(plot.series.empty() && !m->emptyText->text().isEmpty()
                                   ? m->emptyPage
                                   : static_cast<QWidget*>(m->canvas));
    setAccessibleName(!plot.title.isEmpty()        ? plot.title
                      : !plot.subject.isEmpty()    ? plot.subject
                      : accessibleName().isEmpty() ? m->figureName
                                                   : accessibleName()); // its view knows better
    setAccessibleDescription(plot.description);
}

const Plot& PlotWidget::plot() const
{
    return m->plot;
}

void PlotWidget::setCompactBelow(int lines, Compact compact)
{
    m->compactLines = lines;
    m->compact = compact;
    draw();
}

void PlotWidget::draw()
{
    m->isCompact = height() < m->compactLines * fontMetrics().lineSpacing();
    if (!m->isCompact) return m->canvas->showPlot(m->plot, m->isZoomed);
    Plot bare = m->plot;
    if (m->compact == Compact::CurvesOnly) bare.legend = LegendPlace::None;
    bare.caption.clear();
    m->canvas->showPlot(bare, m->isZoomed);
}

void PlotWidget::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m->isCompact || height() < m->compactLines * fontMetrics().lineSpacing()) draw();
}

void PlotWidget::setEmptyState(const QString& sentence, const QString& button)
{
    m->emptyText->setText(sentence);
    m->emptyButton->setText(button);
    m->emptyButton->setVisible(!button.isEmpty());
    if (plot().series.empty() && !sentence.isEmpty()) m->stack->setCurrentWidget(m->emptyPage);
}

void PlotWidget::setHover(std::function<PlotCard(const PlotHover&)> card)
{
    m->card = std::move(card);
}

void PlotWidget::hoverAt(const std::optional<QPointF>& position)
{
    if (!position || !m->card) return m->canvas->showCard({}, {});
    const QPointF pixel = m->canvas->pixelAt(*position);
    m->canvas->showCard(m->card(m->canvas->hoverAt(pixel)), pixel);
}

void PlotWidget::setZoomable(bool isZoomable)
{
    m->isZoomable = isZoomable;
    m->canvas->setInteraction(QCP::iRangeDrag, isZoomable);
    m->canvas->setInteraction(QCP::iRangeZoom, isZoomable);
}

void PlotWidget::setBrush(PlotBrush brush)
{
    m->brush = brush;
    if (brush != PlotBrush::None) m->canvas->expectHighlight();
    m->canvas->setCursor(brush == PlotBrush::None ? Qt::ArrowCursor : Qt::CrossCursor);
}

void PlotWidget::setHighlight(PlotHighlight highlight)
{
    m->canvas->showHighlight(std::move(highlight));
}

const PlotHighlight& PlotWidget::highlight() const
{
    return m->canvas->highlight();
}

QPoint PlotWidget::positionOf(const QPointF& coordinates) const
{
    return m->canvas->mapTo(this, m->canvas->pixelAt(coordinates).toPoint());
}

bool PlotWidget::press(const QMouseEvent& mouse)
{
    m->pressedAt = mouse.pos();
    setFocus(Qt::MouseFocusReason);
    const bool isInside = m->canvas->axisRect()->rect().contains(mouse.pos());
    m->isBrushing = m->brush != PlotBrush::None && mouse.button() == Qt::LeftButton && isInside &&
                    !mouse.modifiers().testFlag(Qt::ControlModifier);
    m->isAdding = mouse.modifiers().testFlag(Qt::ShiftModifier);
    m->canvas->setInteraction(QCP::iRangeDrag, m->isZoomable && !m->isBrushing);
    return false;
}

/// True while the brush is at work.
bool PlotWidget::drag(const QMouseEvent& mouse, bool isOver)
{
    const bool isClick = (mouse.pos() - m->pressedAt).manhattanLength() < QApplication::startDragDistance();
    if (!m->isBrushing || isClick) return false;
    PlotBrushing brushing = m->canvas->brushing(m->brush, m->pressedAt, mouse.position());
    brushing.isAdding = m->isAdding;
    brushing.isOver = isOver;
    m->canvas->showBrush(m->brush, brushing);
    Q_EMIT brushed(brushing);
    return true;
}

void PlotWidget::resetZoom()
{
    m->isZoomed = false;
    m->canvas->fitRanges();
    m->canvas->replot(QCustomPlot::rpQueuedReplot);
}

void PlotWidget::setTheme(const Theme& theme)
{
    m->theme = theme;
    m->canvas->setLook(theme, font());
    m->canvas->replot(QCustomPlot::rpQueuedReplot);
}

const Theme& PlotWidget::theme() const
{
    return m->canvas->theme();
}

QImage PlotWidget::picture(double scale) const
{
    return m->canvas->image(scale);
}

void PlotWidget::setFigureName(const QString& name)
{
    m->figureName = name;
}

QString PlotWidget::figureName() const
{
    return m->figureName;
}

QSize PlotWidget::sizeHint() const
{
    const int em = QFontInfo(font()).pixelSize();
    return {em * 40, em * 27};
}

QSize PlotWidget::minimumSizeHint() const
{
    const int em = QFontInfo(font()).pixelSize();
    return {em * 14, em * 10};
}

void PlotWidget::copyPicture() const
{
    QApplication::clipboard()->setImage(picture(2));
}

void PlotWidget::copyData() const
{
    QApplication::clipboard()->setText(tabSeparated(tableOf(plot())));
}

void PlotWidget::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange) return;
    m->canvas->setLook(m->theme.value_or(Theme::of(palette())), font());
    m->canvas->replot(QCustomPlot::rpQueuedReplot);
}

void PlotWidget::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copyPicture();
    else if (event->key() == Qt::Key_Escape && m->isZoomed)
        resetZoom();
    else if (m->isZoomable && (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Minus))
        zoom(event->key() == Qt::Key_Plus ? 0.8 : 1.25);
    else if (!moveCursor(*event))
        QWidget::keyPressEvent(event);
}

/// The keyboard's place is a mouse's: the same card, and Return is a double click on the point.
bool PlotWidget::moveCursor(const QKeyEvent& key)
{
    const bool isReturn = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (isReturn || key.key() == Qt::Key_Escape) {
        const std::optional<PlotHover> at = m->cursor.at(m->plot);
        if (!at) return false;
        m->canvas->showCard({}, {});
        m->cursor.clear();
        if (isReturn) Q_EMIT doubleClicked(*at);
        return true;
    }
    if (!m->cursor.move(m->plot, key)) return false;
    const PlotHover at = *m->cursor.at(m->plot);
    const QPointF place(at.x, at.y);
    PlotCard card = m->card ? m->card(at) : PlotCard{};
    if (card.text.isEmpty()) card = {spokenValue(), place, {}};
    m->canvas->showCard(card, m->canvas->pixelAt(place));
    QAccessibleValueChangeEvent moved(this, spokenValue());
    QAccessible::updateAccessibility(&moved);
    return true;
}

void PlotWidget::zoom(double factor)
{
    for (QCPAxis* axis : {m->canvas->xAxis, m->canvas->yAxis})
        axis->scaleRange(factor);
    m->isZoomed = true;
    m->canvas->replot(QCustomPlot::rpQueuedReplot);
}

QString PlotWidget::spokenTitle() const
{
    return accessibleName().isEmpty() ? m->figureName : accessibleName(); // nothing was shown yet
}

QString PlotWidget::spokenDescription() const
{
    return describe(m->plot);
}

QString PlotWidget::spokenValue() const
{
    const std::optional<PlotHover> at = m->cursor.at(m->plot);
    return at ? describePoint(m->plot, at->series, at->point) : QString();
}

PlotTable PlotWidget::dataTable() const
{
    return tableOf(m->plot);
}

void PlotWidget::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(tr("Copy picture"), QKeySequence(QKeySequence::Copy), this, &PlotWidget::copyPicture);
    menu.addAction(tr("Copy data"), this, &PlotWidget::copyData);
    addDataTableAction(menu, *this);
    menu.addAction(tr("Export…"), this, &PlotWidget::exportRequested);
    if (m->isZoomed) menu.addAction(tr("Show all"), this, &PlotWidget::resetZoom);
    menu.exec(event->globalPos());
}

bool PlotWidget::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m->canvas) return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonPress) {
        press(*static_cast<QMouseEvent*>(event));
    } else if (event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const bool isClick =
            (mouse->pos() - m->pressedAt).manhattanLength() < QApplication::startDragDistance();
        const bool wasBrushing = drag(*mouse, true);
        m->isBrushing = false;
        if (wasBrushing) return QWidget::eventFilter(watched, event);
        if (mouse->button() == Qt::LeftButton && isClick)
            Q_EMIT clicked(m->canvas->hoverAt(mouse->position()));
        else if (mouse->button() == Qt::LeftButton)
            m->isZoomed = m->isZoomable;
    } else if (event->type() == QEvent::MouseMove) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->buttons().testFlag(Qt::LeftButton) && drag(*mouse, false)) return true;
        if (m->card && mouse->buttons() == Qt::NoButton) {
            const bool isInside = m->canvas->axisRect()->rect().contains(mouse->pos());
            m->canvas->showCard(isInside ? m->card(m->canvas->hoverAt(mouse->position())) : PlotCard{},
                                mouse->position());
        }
    } else if (event->type() == QEvent::Leave) {
        m->canvas->showCard({}, {});
    } else if (event->type() == QEvent::ContextMenu) {
        // QCustomPlot lets no event of the mouse through to its parent.
        contextMenuEvent(static_cast<QContextMenuEvent*>(event));
        return true;
    } else if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), m->canvas->legendTooltip(help->pos()), m->canvas);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace regnet
