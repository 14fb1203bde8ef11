// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/slurm/cluster_order.h"

#include <QDialog>
#include <QTimer>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace regnet {

template <typename T>
class LatestJob;
class ProfileForm;

/// Which jobs of which store are to go to a cluster, and where the profiles are kept.
struct ClusterQuestion
{
    JobSelection jobs;
    QString jobsInWords; ///< "24 jobs of small"
    std::filesystem::path store, profiles;
};

/// Asks which cluster is to train jobs of the queue, and how: a site profile that can be edited and saved,
/// what it will cost, and whether we submit or a person does. What is wrong stands beside its field.
class ClusterDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ClusterDialog(ClusterQuestion question, QWidget* parent = nullptr);
    ~ClusterDialog() override;

    ClusterOrder order() const;

Q_SIGNALS:
    void planned(); ///< what was asked last is answered

public Q_SLOTS:
    /// Saves the profile first: whoever submits reads it from the file. Stays open when that fails.
    void accept() override;

private:
    void setUpFields();
    QWidget* profileRow();
    QWidget* outRow();
    void wire();
    void readProfiles(const std::string& chosen);
    void chooseProfile(int index);
    bool save();
    void chooseFolder();
    void plan();
    void showPlan(const Outcome<ClusterPlan>& outcome);
    std::optional<FieldProblem> nameProblem() const;
    QString folderProblem() const;
    void showFolderProblem();
    void showFileProblem(const QString& text);

    ClusterQuestion m_question;
    std::vector<SiteProfile> m_profiles;
    QComboBox* m_chosen = nullptr;
    QPushButton* m_save = nullptr;
    ProfileForm* m_form = nullptr;
    QCheckBox* m_byHand = nullptr;
    QLineEdit* m_out = nullptr;
    QPushButton* m_browse = nullptr;
    QLabel* m_outProblem = nullptr;
    QLabel* m_price = nullptr;
    QLabel* m_fileProblem = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
    QTimer m_planSoon;
    std::unique_ptr<LatestJob<ClusterPlan>> m_job;
    bool m_isPossible = false;
    bool m_wasFolderTyped = false; ///< before that nobody is told that there is none
};

} // namespace regnet
