// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/compare_model.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>
#include <string>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace regnet {

/// What is selected, in words and as ranges that can be typed; and what becomes of it: narrowing a space, the
/// best of it in the explorer, or nothing.
class SelectionBar : public QWidget
{
    Q_OBJECT

public:
    explicit SelectionBar(CompareModel& model, QWidget* parent = nullptr);
    ~SelectionBar() override;

    /// Ranges that the view in front offers beside the selection.
    void setOffers(std::function<std::vector<NarrowRequest>()> offers) { m_offers = std::move(offers); }
    void setNarrowing(bool isOffered);
    /// Everything that the menu offers now.
    std::vector<NarrowRequest> requests() const;

private:
    void update();
    void selectTyped();
    void fillMenu();
    void follow();
    void followSoon();
    std::optional<std::size_t> bestToFollow();
    const std::string& sourceOf(std::size_t row) const;

    CompareModel& m_model;
    QLabel* m_count = nullptr;
    QLineEdit* m_ranges = nullptr;
    QToolButton* m_narrow = nullptr;
    QMenu* m_menu = nullptr;
    QPushButton* m_clear = nullptr;
    QToolButton* m_follow = nullptr;
    QTimer m_followSoon;
    std::size_t m_followed = static_cast<std::size_t>(-1); ///< row that the explorer was told last
    std::function<std::vector<NarrowRequest>()> m_offers;
};

/// "12 ≤ depth ≤ 28 from RegNetX".
QString textOf(const NarrowRequest& request);

} // namespace regnet
