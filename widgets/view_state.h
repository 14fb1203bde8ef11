// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

class QWidget;

namespace regnet {

/// Which pages and how wide the parts of a view are, while the view is made anew: of all tab widgets and
/// splitters in it, in the order in which they were made.
class ViewState
{
public:
    explicit ViewState(const QWidget& view);
    /// A view that has other parts than the first one keeps those as they are.
    void restore(const QWidget& view) const;

    /// A property of splitters that were restored, which then is as if a hand had moved them.
    static constexpr const char* isRestored = "isRestored";

private:
    std::vector<int> m_tabs;
    std::vector<QByteArray> m_splitters;
};

} // namespace regnet
