// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/compare_model.h"
#include "widgets/figures/figure_call.h"
#include "widgets/figures/linked_figure.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QComboBox;
class QHBoxLayout;
class QLabel;

namespace regnet {

class ControlSteps;
class PlotWidget;

/// One view of the Compare dock: a row of controls over a plot that is linked with the others through the
/// selection. Large figures are made off the GUI thread; a view that is not seen makes none.
class FigureTab : public QWidget
{
    Q_OBJECT

public:
    using Figure = std::shared_ptr<const LinkedFigure>;
    using Stopped = std::function<bool()>;

    FigureTab(CompareModel& model, const QString& name, QWidget* parent);
    ~FigureTab() override;

    PlotWidget* plotWidget() const { return m_plot; }
    /// What is shown; null before the first.
    const LinkedFigure* figure() const { return m_figure.get(); }
    bool isBusy() const;
    /// What makes the figure from the command line, populations, filter and colours included.
    FigureCall figureCall() const;
    /// What this view offers to narrow by, beside the selection.
    virtual std::vector<NarrowRequest> offers() const { return {}; }

protected:
    /// Makes the figure of these populations with the controls as they are now; the result may be called in
    /// another thread and must hold no pointer to the widget.
    virtual std::function<Figure(const Stopped&)> maker(std::vector<ShownPopulation> populations) const = 0;
    /// Fills lists of properties from the model, before a figure is made.
    virtual void updateControls() {}
    /// Name and options of "regnet figure" that make this figure of these populations again: "scatter", with
    /// --x and --y.
    virtual FigureCall figureOptions() const = 0;
    /// True for figures that are worth a thread however few the networks.
    virtual bool isSlow() const { return false; }
    virtual void brush(const PlotBrushing&) {}

    void refresh(); ///< now when it is seen, else when it will be
    void setEager() { m_isEager = true; }
    CompareModel& model() const { return m_model; }
    QHBoxLayout* controls() const { return m_controls; }
    QLabel* addLabel(const QString& text, QWidget* buddy);
    /// Names a control; what it is set to becomes a step of the history.
    template <typename Widget>
    Widget* control(Widget* widget, const QString& accessibleName, const QString& help);

    void showEvent(QShowEvent* event) override;

private:
    void build();
    void use(Figure figure);
    void showSelection();
    void openAt(const PlotHover& hover);
    void follow(QWidget& control, const QString& name);
    std::vector<std::shared_ptr<const Population>> drawnPopulations() const;

    CompareModel& m_model;
    ControlSteps* m_steps = nullptr;
    int m_gesture = 0; ///< of the drag that is under way
    PlotWidget* m_plot = nullptr;
    QHBoxLayout* m_controls = nullptr;
    QLabel* m_note = nullptr;
    Figure m_figure;
    bool m_isStale = true;
    bool m_isSelectionStale = false;
    bool m_isEager = false;
    std::unique_ptr<LatestJob<Figure>> m_job;
};

template <typename Widget>
Widget* FigureTab::control(Widget* widget, const QString& accessibleName, const QString& help)
{
    widget->setAccessibleName(accessibleName);
    widget->setToolTip(help);
    follow(*widget, accessibleName);
    return widget;
}

/// Puts names of properties into a box, and keeps the one that was chosen or else takes `wanted`.
void fillProperties(QComboBox& box, const std::vector<std::string>& properties, const std::string& wanted);
std::string chosenProperty(const QComboBox& box);

} // namespace regnet
