// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/submission.h"
#include "core/text/shell_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace regnet {
namespace {

// What every task does. The lines before it set the variables that it uses. Facts from a real Slurm, which
// the tests repeat: scancel of a task that runs sends TERM to this shell too, and "scontrol requeue" brings a
// cancelled task back to life, unless it is asked first what Slurm itself means to do with it.
constexpr const char* body = R"bash(
cd "${SLURM_SUBMIT_DIR:-$PWD}" || exit 1
export SLURM_EXPORT_ENV=ALL # else the step would inherit nothing, because of --export=NONE
task=$SLURM_ARRAY_TASK_ID
array=$SLURM_ARRAY_JOB_ID
record=tasks/$task
note() { printf '%s %s\n' "$*" "$(date +%s)" >>"$record"; }

# One array owns this folder for good: a second one, after a submission of which nobody knew whether it had
# worked, does nothing.
ln -s "$array" owner 2>/dev/null
if [ "$(readlink owner)" != "$array" ]; then
    echo "regnet: this array was submitted twice; the other one, $(readlink owner), works."
    exit 0
fi

# The signals are for the worker; this shell only must outlive them, and know.
stopped=
trap 'stopped=yes' TERM USR1
note start "${SLURM_RESTART_COUNT:-0}" "$SLURM_JOB_ID" "${SLURMD_NODENAME:-$(hostname)}"

end() { # end CODE WHY
    note end "$1" "$2"
    exit "$1"
}
slurm_state() { # nothing where the controller is silent
    timeout 60 scontrol show job -o "${array}_$task" 2>/dev/null |
        sed -nE 's/.* JobState=([A-Z_]+).*/\1/p' | head -n 1
}
ended_by_slurm() {
    case $(slurm_state) in '' | RUNNING) return 1 ;; esac
}
printf '%s  manifest.txt\n' "$manifest" | sha256sum -c --status || end 64 manifest
prepare || end 1 preparation

first=$((task * jobs_per_task + 1))
last=$((first + jobs_per_task - 1))
[ "$last" -le "$entries" ] || last=$entries
longest=0 code=0 is_first=yes
for ((line = first; line <= last; ++line)); do
    read -r job attempt hash < <(sed -n "${line}{p;q}" manifest.txt)
    folder=../../$job
    # Done before this task was started again?
    before=$(grep "^exit $job " "$record" | tail -n 1)
    case $before in '' | "exit $job 75 "*) ;; *) continue ;; esac
    if [ -e "$folder/cancel" ]; then note exit "$job" cancelled; continue; fi
    if [ -e "hold/$job" ]; then note exit "$job" held; continue; fi
    if [ -n "$stopped" ]; then code=75; break; fi
    # Time for one more? As long as the longest one until now; the first one always is begun.
    if [ -z "$is_first" ] && [ $((SECONDS + longest)) -gt "$usable_seconds" ]; then code=75; break; fi
    printf '%s  %s\n' "$hash" "$folder/job.json" | sha256sum -c --status || { note exit "$job" changed; continue; }
    is_first= began=$SECONDS
    note begin "$job" "$attempt"
    mkdir -p "$folder/attempt-$attempt"
    rc=0
    train "$folder" >>"$folder/attempt-$attempt/worker.log" 2>&1 || rc=$?
    # Killed because it was too slow for a checkpoint: the one before stands. Nor has it died where srun says 1
    # because the task was cancelled before the step began.
    case $rc in
    0 | 6[456] | 7[457] | 126 | 127) ;; # the worker's own word, or there is no worker
    *) if [ -n "$stopped" ] || { [ "$rc" -lt 128 ] && ended_by_slurm; }; then rc=75; fi ;;
    esac
    note exit "$job" "$rc"
    [ $((SECONDS - began)) -le "$longest" ] || longest=$((SECONDS - began))
    [ "$rc" -ne 127 ] && [ "$rc" -ne 126 ] || end "$rc" worker
    if [ "$rc" -eq 75 ] && [ ! -e "$folder/cancel" ] && [ ! -e "hold/$job" ]; then code=75; break; fi
done
[ "$code" -eq 75 ] || end 0 done

# Stopped, or out of time. Only a task that Slurm thinks is running goes on by our own wish: one that it ends
# itself was cancelled, or preempted and comes back without us.
state=$(slurm_state)
[ "$state" = RUNNING ] || end 75 "slurm-${state:-SILENT}"
[ "${SLURM_RESTART_COUNT:-0}" -lt "$requeue_limit" ] || end 75 limit
note end 75 requeue
stopped= # when it works, Slurm ends us, perhaps before scontrol has said so
if timeout 60 scontrol requeue "${array}_$task" || [ -n "$stopped" ]; then exit 75; fi
end 75 refused
)bash";

void option(std::string& script, const char* name, const std::string& value)
{
    if (!value.empty()) script += fmt::format("#SBATCH --{}={}\n", name, value);
}

std::string options(const Submission& submission)
{
    const SiteProfile& profile = submission.profile;
    std::string text =
        fmt::format("#SBATCH --job-name=regnet-{0}\n#SBATCH --comment={0}\n", submission.token);
    text += fmt::format("#SBATCH --array=0-{}", submission.tasks() - 1);
    if (profile.throttle > 0) text += fmt::format("%{}", profile.throttle);
    text +=
        "\n#SBATCH --requeue\n#SBATCH --open-mode=append\n#SBATCH --export=NONE\n"
        "#SBATCH --input=/dev/null\n#SBATCH --output=logs/%a.log\n#SBATCH --nodes=1\n#SBATCH --ntasks=1\n";
    text += fmt::format("#SBATCH --signal=USR1@{}\n#SBATCH --time={}\n#SBATCH --cpus-per-task={}\n",
                        profile.signalSeconds, profile.minutes, profile.cpus);
    if (profile.memoryMb > 0) option(text, "mem", fmt::format("{}M", profile.memoryMb));
    if (profile.gpus > 0) option(text, "gres", fmt::format("gpu:{}", profile.gpus));
    option(text, "partition", profile.partition);
    option(text, "account", profile.account);
    option(text, "qos", profile.qos);
    option(text, "constraint", profile.constraint);
    option(text, "clusters", profile.cluster);
    for (const std::string& word : profile.options)
        text += fmt::format("#SBATCH {}\n", word);
    return text;
}

/// The function that starts one worker. srun makes it a step, which Slurm sends its signals to.
std::string train(const SiteProfile& profile)
{
    std::string words = "srun --ntasks=1 --kill-on-bad-exit=1";
    words += fmt::format(" --cpus-per-task={}", profile.cpus);
    if (!profile.image.empty())
        words +=
            fmt::format(" apptainer exec{} {}", profile.gpus > 0 ? " --nv" : "", shellWord(profile.image));
    words += fmt::format(" {} \"$1\" --threads {}", shellWord(profile.worker), profile.cpus);
    return "train() { " + words + "; }\n";
}

std::string preparation(const SiteProfile& profile)
{
    std::string text = "prepare() {\n    :\n";
    if (!profile.modules.empty()) text += "    type module >/dev/null 2>&1 || . /etc/profile\n";
    for (const std::string& module : profile.modules)
        text += fmt::format("    module load {} || return 1\n", shellWord(module));
    if (!profile.image.empty() && !profile.imageDigest.empty())
        text += fmt::format("    printf '%s  %s\\n' {} {} | sha256sum -c --status || return 1\n",
                            shellWord(profile.imageDigest), shellWord(profile.image));
    return text + "}\n";
}

} // namespace

std::string batchScript(const Submission& submission)
{
    const SiteProfile& profile = submission.profile;
    std::string text = "#!/bin/bash\n" + options(submission);
    text += "# Made by RegNet Explorer. By hand: sbatch batch.sh, from the folder in which this file lies.\n";
    text += fmt::format("manifest={} entries={} jobs_per_task={} requeue_limit={} usable_seconds={}\n",
                        submission.manifestHash, submission.entries.size(), submission.jobsPerTask,
                        profile.requeueLimit, profile.minutes * 60 - profile.signalSeconds);
    text +=
        fmt::format("export OMP_NUM_THREADS={0} MKL_NUM_THREADS={0} OMP_WAIT_POLICY=PASSIVE\n", profile.cpus);
    for (const auto& [name, value] : profile.environment)
        text += fmt::format("export {}={}\n", name, shellWord(value));
    text += preparation(profile) + train(profile);
    return text + body;
}

} // namespace regnet
