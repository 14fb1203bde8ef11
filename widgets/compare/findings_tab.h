// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/findings.h"
#include "widgets/compare/compare_model.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace regnet {

class FindingsPanel;
template <typename T>
class LatestJob;

/// Which of the paper's claims hold for the populations that are shown. A population's part follows from its
/// name: "RegNetX@cpu" is RegNetX. Judged off the GUI thread, and only while it is seen.
class FindingsTab : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsTab(CompareModel& model, QWidget* parent = nullptr);
    ~FindingsTab() override;

    const FindingsPanel& panel() const { return *m_panel; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();

    CompareModel& m_model;
    FindingsPanel* m_panel = nullptr;
    bool m_isStale = true;
    std::unique_ptr<LatestJob<std::vector<Finding>>> m_job;
};

} // namespace regnet
