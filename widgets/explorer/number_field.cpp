// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/number_field.h"

#include "core/text/readable.h"
#include "widgets/own_undo.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace regnet {
namespace {

/// Steps by key or wheel that follow each other faster than this are one change.
constexpr qint64 oneGestureMs = 700;

/// Numbers are unique in the program, so that two fields never share a gesture.
int nextGesture()
{
    static int last = 0;
    return ++last;
}

class QuietSlider : public QSlider
{
public:
    using QSlider::QSlider;

    /// Stops from first to last, both allowed.
    struct Run
    {
        int first = 0;
        int last = 0;
    };
    void setShading(std::vector<Run> runs, bool isShaded)
    {
        m_runs = std::move(runs);
        m_isShaded = isShaded;
        update();
    }

protected:
    /// Under the groove, so that handle and marks stay as they are.
    void paintEvent(QPaintEvent* event) override
    {
        if (m_isShaded) {
            QStyleOptionSlider option;
            initStyleOption(&option);
            const int handle = style()->pixelMetric(QStyle::PM_SliderLength, &option, this);
            const auto xOf = [&](int stop) {
                return handle / 2 +
                       QStyle::sliderPositionFromValue(minimum(), maximum(), stop, width() - handle);
            };
            QPainter painter(this);
            QColor colour = palette().color(QPalette::Highlight);
            colour.setAlphaF(0.45F);
            const int thick = std::max(3, height() / 6);
            for (const Run& run : m_runs)
                painter.fillRect(QRect(QPoint(xOf(run.first) - 1, height() - thick),
                                       QPoint(xOf(run.last) + 1, height() - 1)),
                                 colour);
        }
        QSlider::paintEvent(event);
    }

    void wheelEvent(QWheelEvent* event) override
    {
        if (hasFocus())
            QSlider::wheelEvent(event);
        else
            event->ignore();
    }

private:
    std::vector<Run> m_runs;
    bool m_isShaded = false;
};

} // namespace

StopSpinBox::StopSpinBox(std::vector<double> stops, QWidget* parent)
    : QDoubleSpinBox(parent), m_stops(std::move(stops))
{
    // A half-typed number is not yet a wish.
    setKeyboardTracking(false);
    setFocusPolicy(Qt::StrongFocus);
    setLocale(QLocale::c());
    leaveUndoToWindow(*this);
}

QString StopSpinBox::textFromValue(double value) const
{
    return QString::fromStdString(shortest(value));
}

int StopSpinBox::nearestStop(double value) const
{
    const auto above = std::lower_bound(m_stops.begin(), m_stops.end(), value);
    if (above == m_stops.begin()) return 0;
    if (above == m_stops.end()) return static_cast<int>(m_stops.size()) - 1;
    const auto below = std::prev(above);
    return static_cast<int>((value - *below <= *above - value ? below : above) - m_stops.begin());
}

void StopSpinBox::stepBy(int steps)
{
    // From between two stops, one step goes to the next stop in that direction.
    const double now = value();
    const auto next = steps > 0
                          ? std::upper_bound(m_stops.begin(), m_stops.end(), now)
                          : std::prev(std::lower_bound(m_stops.begin(), m_stops.end(), now) == m_stops.begin()
                                          ? std::next(m_stops.begin())
                                          : std::lower_bound(m_stops.begin(), m_stops.end(), now));
    if (next == m_stops.end()) return;
    const auto index = (next - m_stops.begin()) + (steps > 0 ? steps - 1 : steps + 1);
    const auto last = static_cast<std::ptrdiff_t>(m_stops.size()) - 1;
    setValue(m_stops[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(index, 0, last))]);
    selectAll();
}

QAbstractSpinBox::StepEnabled StopSpinBox::stepEnabled() const
{
    StepEnabled enabled = StepNone;
    if (!m_stops.empty() && value() < m_stops.back()) enabled |= StepUpEnabled;
    if (!m_stops.empty() && value() > m_stops.front()) enabled |= StepDownEnabled;
    return enabled;
}

void StopSpinBox::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QDoubleSpinBox::wheelEvent(event);
    else
        event->ignore();
}

NumberField::NumberField(const NumberFieldText& text, std::vector<double> stops, double least, double most,
                         int decimals, Form form, QWidget* parent)
    : QWidget(parent), m_label(new QLabel(text.label, this)), m_slider(new QuietSlider(Qt::Horizontal, this)),
      m_box(new StopSpinBox(std::move(stops), this)), m_note(new QLabel(this)), m_least(least), m_most(most),
      m_decimals(decimals)
{
    setObjectName(text.name);
    m_slider->setObjectName(text.name + QStringLiteral("Slider"));
    m_box->setObjectName(text.name + QStringLiteral("Box"));
    m_note->setObjectName(text.name + QStringLiteral("Note"));

    const int lastStop = static_cast<int>(m_box->stops().size()) - 1;
    m_slider->setRange(0, lastStop);
    m_slider->setPageStep(std::max(1, lastStop / 10));
    m_slider->setFocusPolicy(Qt::StrongFocus);
    m_slider->setAccessibleName(tr("%1, slider").arg(text.label));
    m_slider->setMinimumWidth(m_slider->fontMetrics().horizontalAdvance(QLatin1Char('m')) * 8);
    m_box->setDecimals(decimals);
    m_box->setRange(least, most);
    m_box->setAccessibleName(text.label);
    // One width for all, so that boxes of a panel stand in one column.
    m_box->setFixedWidth(m_box->fontMetrics().horizontalAdvance(QStringLiteral("888.8888")) +
                         m_box->fontMetrics().height() * 2);
    m_label->setBuddy(m_box);
    m_note->setWordWrap(true);
    m_note->hide();

    const QString tip = QStringLiteral("<p>%1</p><p>%2</p>").arg(text.tip, text.limits);
    for (QWidget* part :
         {static_cast<QWidget*>(m_label), static_cast<QWidget*>(m_slider), static_cast<QWidget*>(m_box)})
        part->setToolTip(tip);

    layOut(form);

    connect(m_slider, &QSlider::sliderPressed, this, [this] {
        m_gesture = nextGesture();
        m_isDragging = true;
    });
    connect(m_slider, &QSlider::sliderReleased, this, [this] {
        m_isDragging = false;
        m_sinceLastEdit.invalidate();
    });
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int stop) { edit(m_box->stops()[static_cast<std::size_t>(stop)]); });
    connect(m_box, &QDoubleSpinBox::valueChanged, this, &NumberField::edit);
}

void NumberField::layOut(Form form)
{
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(0);
    layout->setColumnStretch(0, 1);
    if (form == Form::BoxOnly) {
        m_slider->hide();
        layout->addWidget(m_label, 0, 0);
        layout->addWidget(m_box, 0, 1);
        layout->addWidget(m_note, 1, 0, 1, 2);
        return;
    }
    layout->addWidget(m_label, 0, 0, 1, 2);
    layout->addWidget(m_slider, 1, 0);
    layout->addWidget(m_box, 1, 1);
    layout->addWidget(m_note, 2, 0, 1, 2);
}

void NumberField::show(double value)
{
    m_value = value;
    const QSignalBlocker quietSlider(m_slider);
    const QSignalBlocker quietBox(m_box);
    // A handle that follows the hand must not be pulled back to a neighbouring stop.
    const int stop = m_box->nearestStop(value);
    if (m_slider->value() != stop) m_slider->setValue(stop);
    makeRoomFor(value);
    if (m_box->value() != value) m_box->setValue(value);
}

/// The limits are for what is typed here. A file may hold a number beyond them, or one with more decimals:
/// then the box shows that number and no other.
void NumberField::makeRoomFor(double value)
{
    if (!std::isfinite(value)) return;
    constexpr int mostDecimals = 12;
    int decimals = m_decimals;
    const auto isCut = [value](int places) {
        return QString::number(value, 'f', places).toDouble() != value;
    };
    while (decimals > 0 && decimals < mostDecimals && isCut(decimals))
        ++decimals;
    if (isCut(decimals)) decimals = m_decimals; // 1/3: more of it says no more
    if (m_box->decimals() != decimals) m_box->setDecimals(decimals);
    const double low = std::min(m_least, value), high = std::max(m_most, value);
    if (m_box->minimum() != low || m_box->maximum() != high) m_box->setRange(low, high);
}

void NumberField::setNote(Severity severity, const QString& note)
{
    if (note == m_note->text() && m_note->isVisibleTo(this) != note.isEmpty()) return;
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    const auto role = severity == Severity::Note ? QPalette::PlaceholderText : QPalette::BrightText;
    m_note->setForegroundRole(role);
    m_box->setAccessibleDescription(note);
}

void NumberField::setAllowed(const std::optional<std::vector<std::pair<double, double>>>& ranges)
{
    if (m_allowed == ranges) return;
    m_allowed = ranges;
    std::vector<QuietSlider::Run> runs;
    QString text;
    for (const auto& [low, high] : ranges.value_or(std::vector<std::pair<double, double>>{})) {
        runs.push_back({m_box->nearestStop(low), m_box->nearestStop(high)});
        text += (text.isEmpty() ? QString() : QStringLiteral(", ")) + QString::fromStdString(shortest(low));
        if (low != high) text += QStringLiteral("–") + QString::fromStdString(shortest(high));
    }
    static_cast<QuietSlider*>(m_slider)->setShading(std::move(runs), ranges.has_value());
    m_slider->setAccessibleDescription(!ranges          ? QString()
                                       : text.isEmpty() ? tr("No value is allowed by the space")
                                                        : tr("Allowed by the space: %1").arg(text));
    m_slider->setStatusTip(m_slider->accessibleDescription());
}

void NumberField::edit(double value)
{
    if (value == m_value) return;
    Q_EMIT edited(value, gesture());
}

int NumberField::gesture()
{
    const bool goesOn =
        m_isDragging || (m_sinceLastEdit.isValid() && m_sinceLastEdit.elapsed() < oneGestureMs);
    if (!goesOn) m_gesture = nextGesture();
    m_sinceLastEdit.start();
    return m_gesture;
}

} // namespace regnet
