#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A real Slurm on this machine, for tests: munge, controller and one node, on loopback only, with free ports and
# all files in one folder, as whoever runs it. No accounting database.
#
#   mini_cluster.sh start FOLDER      starts it and prints the path of its slurm.conf, for SLURM_CONF
#   mini_cluster.sh restart FOLDER    stops the controller and starts it again; jobs go on
#   mini_cluster.sh stop-controller FOLDER / start-controller FOLDER
#   mini_cluster.sh stop FOLDER       cancels what is left and ends the daemons, by their pid files
#
# Exits 77, with the reason, where this machine cannot have one.
set -u

say() { printf '%s\n' "$*" >&2; }
skip() {
    say "NO SLURM TESTS: $*"
    exit 77
}

free_port() {
    python3 - "$1" <<'PYTHON'
import socket, sys
sockets = [socket.socket() for _ in range(int(sys.argv[1]))]
for s in sockets:
    s.bind(("127.0.0.1", 0))
print(*[s.getsockname()[1] for s in sockets])
PYTHON
}

write_conf() {
    local me controller node
    me=$(id -un)
    read -r controller node < <(free_port 2)
    cat >"$folder/slurm.conf" <<CONF
ClusterName=mini
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort=$controller
SlurmdPort=$node
SlurmUser=$me
SlurmdUser=$me
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=$folder/munge.socket,cred_expire=5
CommunicationParameters=NoAddrCache,NoInAddrAny,NoCtldInAddrAny
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/linux
JobAcctGatherFrequency=task=1
JobAcctGatherParams=OverMemoryKill,UsePss
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/filetxt
JobCompLoc=$folder/finished.txt
SwitchType=switch/none
MpiDefault=none
SlurmdParameters=config_overrides
ReturnToService=2
KillWait=5
OverTimeLimit=0
MinJobAge=600
MaxArraySize=${REGNET_MAX_ARRAY_SIZE:-1001}
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
SchedulerParameters=sched_interval=1,batch_sched_delay=0,bf_interval=1
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/node
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
NodeName=localhost NodeHostname=localhost NodeAddr=127.0.0.1 CPUs=${REGNET_MINI_CPUS:-2} RealMemory=${REGNET_MINI_MEMORY:-8000} State=UNKNOWN
PartitionName=debug Nodes=ALL Default=YES MaxTime=INFINITE State=UP
PartitionName=closed Nodes=ALL MaxTime=INFINITE State=DOWN
CONF
}

# Waits up to $1 tenths of a second for the rest of the arguments to succeed.
wait_for() {
    local left=$1
    shift
    until "$@" >/dev/null 2>&1; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || return 1
        sleep 0.1
    done
}

alive() { [ -s "$folder/$1.pid" ] && kill -0 "$(cat "$folder/$1.pid")" 2>/dev/null; }
gone() { ! alive "$1"; }
end_daemon() {
    alive "$1" || return 0
    kill "$(cat "$folder/$1.pid")" 2>/dev/null
    wait_for 100 gone "$1" || kill -9 "$(cat "$folder/$1.pid")" 2>/dev/null
    rm -f "$folder/$1.pid"
}

start_munge() {
    dd if=/dev/urandom bs=1 count=1024 status=none >"$folder/munge.key"
    chmod 400 "$folder/munge.key"
    munged --force --key-file="$folder/munge.key" --socket="$folder/munge.socket" --num-threads=1 \
        --pid-file="$folder/munged.pid" --log-file="$folder/munged.log" --seed-file="$folder/munge.seed" \
        >"$folder/munged.out" 2>&1
    wait_for 50 test -S "$folder/munge.socket" || skip "munged does not start: $(tail -1 "$folder/munged.log" "$folder/munged.out" 2>/dev/null | tail -1)"
}

# A daemon in the foreground of a session of its own; it writes its pid file itself.
launch() { setsid "$@" </dev/null >>"$folder/daemons.out" 2>&1 & }

controller_answers() { timeout 5 scontrol ping | grep -q 'UP'; }
start_controller() {
    launch slurmctld "$@" -D -f "$SLURM_CONF"
    wait_for 150 controller_answers || skip "the controller does not start: $(grep -E 'fatal|error' "$folder/slurmctld.log" | tail -1)"
}
node_is_idle() { timeout 5 sinfo -h -o %T | grep -qE '^(idle|mixed|allocated)'; }

start() {
    local tool
    for tool in munged slurmctld slurmd sbatch squeue scontrol scancel python3; do
        command -v "$tool" >/dev/null || skip "$tool is not installed; apt-get install slurm-wlm munge"
    done
    if ! mkdir -p "$folder/state" "$folder/node" || ! chmod 700 "$folder"; then skip "$folder cannot be written"; fi
    start_munge
    write_conf
    start_controller -i
    launch slurmd -D -N localhost -f "$SLURM_CONF"
    if ! wait_for 150 node_is_idle; then
        reason=$(grep -E 'fatal|error' "$folder/slurmd.log" | tail -1)
        stop
        skip "the node does not start: $reason"
    fi
    printf '%s\n' "$SLURM_CONF"
}

queue_is_empty() { [ -z "$(timeout 5 squeue -h)" ]; }
stop() {
    if alive slurmctld; then
        timeout 5 scancel --user="$(id -un)" 2>/dev/null
        wait_for 200 queue_is_empty || timeout 5 scancel --signal=KILL --full --user="$(id -un)" 2>/dev/null
    fi
    end_daemon slurmd
    end_daemon slurmctld
    end_daemon munged
}

[ $# -eq 2 ] || {
    sed -n '/^#   mini/s/^# *//p' "$0" >&2
    exit 64
}
mkdir -p "$2" || skip "$2 cannot be made"
folder=$(cd "$2" && pwd -P)
export SLURM_CONF=$folder/slurm.conf PATH=$PATH:/usr/sbin:/sbin
case $1 in
start) start ;;
stop) stop ;;
restart) end_daemon slurmctld && start_controller ;;
stop-controller) end_daemon slurmctld ;;
start-controller) start_controller ;;
*) exit 64 ;;
esac
