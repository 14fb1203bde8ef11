// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/dispatcher.h"
#include "core/slurm/controller.h"
#include "core/slurm/slurm_tasks.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace regnet {

struct SlurmSettings
{
    std::filesystem::path profiles = profilesFile(); ///< read again when it changes
    CommandRunner runner{};                          ///< empty: the real commands
    std::int64_t maximalKills = 3;
    double retryDelaySeconds = 2;
    bool triesAgain = true;      ///< what failed, and promises it; false for who ends before that
    bool takesSpoolOver = false; ///< although another dispatcher seems to work on it
};

/// Jobs on clusters that Slurm runs: sends those off whose place is a profile, as job arrays with a frozen
/// manifest, and brings home what came of them. See docs/guide/cluster.md.
///
/// An array goes preparing → (pushed) → submitting → submitted → closed. It is "submitting" in the store
/// before sbatch is started: after a crash, or when sbatch did not answer, it is looked for by its token and,
/// when Slurm twice does not know it, withdrawn in a way that a late array cannot undo.
class SlurmExecutor : public RemoteExecutor
{
public:
    SlurmExecutor(Store& store, const Spool& spool, SlurmSettings settings);
    ~SlurmExecutor() override;

    /// Throws Error when another dispatcher works on the same spool.
    void recover(Recovery& recovery) override;
    void step(StepReport& report, bool takesMore) override;
    bool isBusy() const override;

    /// Nothing is on its way any more: all that was to be sent is with Slurm, or refused.
    bool hasSent() const;
    /// The files of every open task were looked at since the start.
    bool hasLookedAtAll() const;
    /// No cancellation or signal waits to be passed on.
    bool hasToldAll() const;
    /// Commands that have not answered, as "squeue of profile "lab"": whoever ends now waits for them.
    std::vector<std::string> unanswered() const;

private:
    struct Run;
    struct Site;
    enum class Doing {
        Nothing,
        LimitsAsked,
        Submitting,
        QueueAsked,
        StatesAsked,
        Cancelling,
        Signalling,
        Pushing,
        HoldsPushing,
        Pulling,
        Withdrawing
    };

    SlurmTasks::Context context();
    void readProfilesAgain(StepReport& report);
    Site& siteOf(const SiteProfile& profile);
    void adopt(const ArrayRecord& array, StepReport& report);
    void close(Run& run);
    void recallJobs(StepReport& report);
    void stepSite(Site& site, StepReport& report, bool takesMore);
    void hear(Site& site, const CommandResult& result, StepReport& report);
    void hearStates(Site& site, const CommandResult& result, StepReport& report);
    void hearTelling(Site& site, std::map<std::string, std::set<std::int64_t>>& todo,
                     const CommandResult& result, StepReport& report);
    void hearPush(Site& site, const CommandResult& result, StepReport& report);
    void hearSubmission(Site& site, const CommandResult& result, StepReport& report);
    void hearQueue(Site& site, const CommandResult& result, StepReport& report);
    void hearLimits(Site& site, const CommandResult& result);
    void hearWithdrawal(Site& site, const CommandResult& result, StepReport& report);
    void hearPull(Site& site, const CommandResult& result, StepReport& report);
    bool beginNext(Site& site, double now);
    bool beginSubmission(Site& site, Run& run);
    void beginStates(Site& site, Run& run);
    bool beginTelling(Site& site, double now);
    bool beginAsking(Site& site, double now);
    bool beginLimits(Site& site, double now);
    bool beginTransfer(Site& site, double now);
    bool beginPush(Site& site, Run& run);
    void beginPull(Site& site, double now);
    void prepareMore(Site& site, StepReport& report);
    void startArray(Site& site, StepReport& report);
    void finishPreparing(Site& site, Run& run, StepReport& report);
    void reconcile(Site& site, Run& run, StepReport& report);
    void submitted(Run& run, const std::string& name, const std::string& cluster);
    void takeBack(Run& run, const std::string& why, double delay, StepReport& report);
    void look(Site& site, StepReport& report);
    void lookAtTasks(Site& site, StepReport& report);
    bool isHeld(const std::string& place) const;
    void tell(Site& site, const std::string& sentence, StepReport& report);
    std::string withPromise(std::string sentence) const;
    std::string toldOf(const Refusal& refusal) const;
    void tellFailure(Site& site, const std::string& command, const CommandResult& result, StepReport& report);
    void tellSuccess(Site& site, const std::string& command, StepReport& report);
    std::string folderThere(const SiteProfile& profile, const std::string& token) const;
    void guardSpool();
    void keepMeter(Site& site);
    void backOff(Site& site);

    Store& m_store;
    const Spool& m_spool;
    SlurmSettings m_settings;
    std::map<std::string, std::unique_ptr<Site>> m_sites; ///< by the profile's name
    std::vector<std::unique_ptr<Run>> m_runs;             ///< in order of their making
    std::map<std::string, std::int64_t> m_waiting;        ///< jobs by place
    std::filesystem::file_time_type m_profilesTime{};
    std::string m_profilesProblem;
    std::vector<std::string> m_news; ///< what recover() has to say
    double m_lastCount = -1e9, m_lastBeat = -1e9;
    std::int64_t m_jobsVersion = -1;
    bool m_takesMore = true;
};

} // namespace regnet
