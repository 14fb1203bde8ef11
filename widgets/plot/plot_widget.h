// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/data_picture.h"
#include "widgets/plot/theme.h"

#include <QImage>
#include <QPointF>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QMouseEvent;

namespace regnet {

/// Where the mouse is.
struct PlotHover
{
    double x = 0, y = 0; ///< in the units of the axes
    int series = -1;     ///< index into Plot::series of the nearest point within reach; -1 = none
    int point = -1;      ///< index into that series' vectors, in the caller's order
};

/// What the card at the mouse says. An empty text hides the card.
struct PlotCard
{
    QString text;                ///< plain text or simple HTML
    std::optional<QPointF> mark; ///< a ring here, in the units of the axes
    std::optional<double> lineX; ///< a hairline across the plot
};

/// What a drag over the plot selects.
enum class PlotBrush {
    None,      ///< a drag pans
    Rectangle, ///< a box in both axes
    Range,     ///< an interval of x
    Column,    ///< an interval of y at the nearest column of the first Threads series
};

/// A drag of the brush, in the units of the axes, to the places that a pixel tells apart; ends in any order
/// are sorted.
struct PlotBrushing
{
    double xLow = 0, xHigh = 0; ///< Column: both are the column's x
    double yLow = 0, yHigh = 0; ///< Range: the whole axis
    bool isAdding = false;      ///< Shift: to what is selected already
    bool isOver = false;        ///< the button is up
};

/// What lies above the plot, on a layer of its own: changing it repaints nothing else. Never exported.
struct PlotHighlight
{
    std::vector<PlotSeries> series; ///< Points and Threads
    bool isDimming = false;         ///< what is below fades
};

/// The one place that draws plots; the only one that knows QCustomPlot. It shows a Plot and owns theme, pens,
/// symbols, tick labels, legend, hover layer, copying and export. Light or dark follows the palette.
/// Drag pans, the wheel zooms, double click or Esc goes back to the whole; off until setZoomable(true). With
/// a brush a drag selects, Shift adds, and Ctrl pans. Arrow keys move a cursor over the points, + and - zoom.
class PlotWidget : public QWidget, public DataPicture
{
    Q_OBJECT

public:
    explicit PlotWidget(QWidget* parent = nullptr);
    ~PlotWidget() override;

    /// Shows a plot; cheap enough for each slider event: the repaint is queued and what did not change is
    /// kept.
    void show(const Plot& plot);
    using QWidget::show;
    const Plot& plot() const;

    /// What is seen instead of a plot without series: a sentence, and a button where its text is not empty
    /// (emptyButtonClicked).
    void setEmptyState(const QString& sentence, const QString& button = {});

    /// Asked at every mouse move over the plot; only the hover layer is repainted.
    void setHover(std::function<PlotCard(const PlotHover&)> card);
    /// Shows the card of a place as if the mouse were there (tests, linked views); nothing hides it.
    void hoverAt(const std::optional<QPointF>& position);

    void setZoomable(bool isZoomable);
    void setBrush(PlotBrush brush);
    /// Repaints its own layer only.
    void setHighlight(PlotHighlight highlight);
    const PlotHighlight& highlight() const;
    /// Where a place lies in this widget; for tests and linked views.
    QPoint positionOf(const QPointF& coordinates) const;
    enum class Compact { CurvesOnly, CurvesAndLegend };
    /// Lower than this (in lines of text) the widget leaves the caption out, and the legend unless it is
    /// kept, so that the curves keep their room; exports and copies have both. 0 = never.
    void setCompactBelow(int lines, Compact compact = Compact::CurvesOnly);
    void resetZoom();

    /// Follows the palette until a theme is set (exports).
    void setTheme(const Theme& theme);
    const Theme& theme() const;

    /// What is on the screen now, drawn anew at `scale` times the size.
    QImage picture(double scale = 1) const;
    /// Name of exported files and first word of their titles: "edf", "quantisation".
    void setFigureName(const QString& name);
    QString figureName() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    QString spokenTitle() const override;
    QString spokenDescription() const override;
    QString spokenValue() const override;
    PlotTable dataTable() const override;

public Q_SLOTS:
    void copyPicture() const; ///< to the clipboard, twice the size (Ctrl+C)
    void copyData() const;    ///< to the clipboard, tab-separated

Q_SIGNALS:
    void emptyButtonClicked();
    void exportRequested();                    ///< from the context menu
    void clicked(const regnet::PlotHover& at); ///< left button, without a drag
    void doubleClicked(const regnet::PlotHover& at);
    void brushed(const regnet::PlotBrushing& brushing); ///< at every step of a drag, and at its end
    void replotted();                                   ///< after each repaint of the plot itself

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void draw();
    bool moveCursor(const QKeyEvent& key);
    void zoom(double factor);
    bool press(const QMouseEvent& mouse);
    bool drag(const QMouseEvent& mouse, bool isOver);

    struct Private;
    std::unique_ptr<Private> m;
};

} // namespace regnet
