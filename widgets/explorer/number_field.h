// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

class QLabel;
class QSlider;

namespace regnet {

/// A box that steps from stop to stop and shows a number in its shortest form ("36.44", "24", "0.25").
class StopSpinBox : public QDoubleSpinBox
{
    Q_OBJECT

public:
    explicit StopSpinBox(std::vector<double> stops, QWidget* parent = nullptr);
    QString textFromValue(double value) const override;
    void stepBy(int steps) override;
    /// Index of the stop nearest to a value.
    int nearestStop(double value) const;
    const std::vector<double>& stops() const { return m_stops; }

protected:
    StepEnabled stepEnabled() const override;
    void wheelEvent(
        QWheelEvent* event) override; ///< only with the focus: scrolling a panel changes no number

private:
    std::vector<double> m_stops;
};

/// What a number field is about.
struct NumberFieldText
{
    QString name;   ///< object name and JSON field: "w0"
    QString label;  ///< "Initial width w0"
    QString tip;    ///< formula, unit, effect, paper section
    QString limits; ///< why the box ends where it ends
};

/// Label, slider and box for one number, with a note beside it. Emits what the user wants; shows what it is
/// told.
class NumberField : public QWidget
{
    Q_OBJECT

public:
    enum class Severity { None, Note, Warning, Error };
    enum class Form { SliderAndBox, BoxOnly };

    /// The slider goes over `stops` (ascending); the box takes any number from `least` to `most`.
    NumberField(const NumberFieldText& text, std::vector<double> stops, double least, double most,
                int decimals, Form form = Form::SliderAndBox, QWidget* parent = nullptr);

    double value() const { return m_value; }
    void show(double value);
    void setNote(Severity severity, const QString& note);
    /// Shades the slider's track where values are allowed: runs of values, lowest to highest. None: no
    /// shading.
    void setAllowed(const std::optional<std::vector<std::pair<double, double>>>& ranges);
    const std::optional<std::vector<std::pair<double, double>>>& allowed() const { return m_allowed; }

    QSlider* slider() const { return m_slider; }
    QDoubleSpinBox* box() const { return m_box; }
    QLabel* note() const { return m_note; }
    QLabel* label() const { return m_label; }

Q_SIGNALS:
    /// An intent: nothing here counts until show() comes back. Edits with one gesture number are one change.
    void edited(double value, int gesture);

private:
    void makeRoomFor(double value);
    void edit(double value);
    int gesture();
    void layOut(Form form);

    QLabel* m_label;
    QSlider* m_slider;
    StopSpinBox* m_box;
    QLabel* m_note;
    double m_least, m_most; ///< of what is typed
    int m_decimals;
    std::optional<std::vector<std::pair<double, double>>> m_allowed;
    double m_value = 0;
    int m_gesture = 0;
    bool m_isDragging = false;
    QElapsedTimer m_sinceLastEdit;
};

} // namespace regnet
