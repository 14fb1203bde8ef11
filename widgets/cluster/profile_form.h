// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/slurm/profile_problems.h"

#include <QWidget>

#include <map>
#include <set>
#include <string>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace regnet {

/// The fields of a site profile, each with a line beneath it for what is wrong with it. Fields that are not
/// shown stay as they were given.
class ProfileForm : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileForm(QWidget* parent = nullptr);

    void setProfile(const SiteProfile& profile);
    SiteProfile profile() const;
    /// Replaces those that stood there; what belongs to no field of the form stands at its end. Of a new
    /// profile an empty field is told off only when somebody has been in it.
    void showProblems(const std::vector<FieldProblem>& problems);

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* accessBox();
    QWidget* requestBox();
    QWidget* paceBox();
    QLineEdit* line(QFormLayout& form, const QString& label, const char* field, const QString& placeholder,
                    const QString& tip);
    QSpinBox* number(QFormLayout& form, const QString& label, const char* field, int low, int high,
                     const QString& suffix, const QString& tip);
    void add(QFormLayout& form, const QString& label, const char* field, QWidget* editor, const QString& tip);
    QLabel* problemLabel();
    bool isUntouched(const std::string& field) const;

    SiteProfile m_profile; ///< as it was given
    QLineEdit* m_name = nullptr;
    QLineEdit* m_host = nullptr;
    QComboBox* m_files = nullptr;
    QLineEdit* m_folder = nullptr;
    QLineEdit* m_worker = nullptr;
    QLineEdit* m_modules = nullptr;
    QLineEdit* m_image = nullptr;
    QLineEdit* m_partition = nullptr;
    QLineEdit* m_account = nullptr;
    QLineEdit* m_qos = nullptr;
    QLineEdit* m_constraint = nullptr;
    QLineEdit* m_options = nullptr;
    QSpinBox* m_gpus = nullptr;
    QSpinBox* m_cpus = nullptr;
    QSpinBox* m_memory = nullptr;
    QSpinBox* m_minutes = nullptr;
    QSpinBox* m_throttle = nullptr;
    QSpinBox* m_jobsPerTask = nullptr;
    QSpinBox* m_ask = nullptr;
    QLabel* m_others = nullptr;              ///< problems of fields that are not here
    std::map<std::string, QLabel*> m_labels; ///< for problems, by field
    std::vector<FieldProblem> m_problems;    ///< as they were given
    std::set<const QLineEdit*> m_visited;    ///< typed into or left since setProfile()
};

} // namespace regnet
