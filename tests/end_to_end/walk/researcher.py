# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has a cluster and sweeps of pycls: an import, a submission that is only written, one without Slurm, a report."""
from pathlib import Path

SWEEP = Path(__file__).resolve().parents[2] / "data" / "pycls" / "sweep.json"


def walk(desk):
    store = desk.home / "runs.db"
    desk.regnet("queue", "add", "--store", store, "--population", "sweep", "--space", "RegNetX@cpu", "--n", "6",
                "--recipe", "cpu-tiny")
    desk.open_window("--store", str(store))
    bring_in(desk)
    desk.page("Queue")
    desk.says("sweep")
    desk.picture("queue", "to see what waits")
    write_submission(desk)
    send(desk)
    report(desk)


def bring_in(desk):
    desk.keys("ctrl+i")
    desk.find("Import results, networks or weights")
    desk.picture("choose", "to bring in a sweep of pycls")
    desk.file_dialog("Import results, networks or weights", SWEEP)
    desk.find("Import sweep.json", "dialog")
    desk.says("networks")
    desk.picture("import", "to see what the file holds before it is in the store")
    desk.click("Import", "push button")
    desk.gone("Import sweep.json", "dialog")
    desk.picture("imported", "to see it beside the paper's populations")


def open_cluster_dialog(desk, first):
    """With three of the six jobs, from the one with this number on."""
    desk.click_first_row(desk.find("Jobs", "table"))
    desk.keys(*["Down"] * first, "shift+Down", "shift+Down")
    desk.click("Send to cluster…")
    desk.find("Send to a cluster", "dialog")


def write_submission(desk):
    open_cluster_dialog(desk, 0)
    desk.picture("profile", "to describe the cluster")
    desk.fill("Name", "lab")
    desk.fill("Worker", "/opt/regnet/regnet-worker")
    desk.picture("filled", "to know what it costs before anything is sent")
    desk.click("Generate only: I submit by hand, from", "check box")
    desk.fill("Folder for scripts and files", str(desk.home / "out"))
    desk.click("Write the files", "push button")
    desk.gone("Send to a cluster", "dialog")
    desk.wait("no batch.sh was written", lambda: list(desk.home.glob("out/**/batch.sh")))
    desk.picture("written", "to know what to do with the files")


def send(desk):
    open_cluster_dialog(desk, 3)
    desk.says("3 selected jobs")
    if desk.spoken.says("this machine has no sbatch"):
        desk.picture("no-sbatch", "to be told why nothing can be sent from here")
        desk.click("Cancel", "push button")
        return desk.gone("Send to a cluster", "dialog")
    # Slurm's commands are here. Whether a cluster answers is another matter, and must be said.
    desk.picture("again", "to send the others from here")
    desk.click("Send", "push button")
    desk.gone("Send to a cluster", "dialog")
    desk.says("profile \"lab\"", 90)
    desk.picture("answer", "to be told what came of it")


def report(desk):
    target = desk.home / "report.html"
    desk.keys("ctrl+shift+e")
    desk.find("Report", "dialog")
    desk.fill("File", str(target))
    desk.click("Open it in the browser", "check box")
    desk.picture("report", "to write a page for the group")
    desk.click("Save", "push button")
    desk.gone("Report", "dialog", 120)
    desk.wait("no report was written", target.exists)
    desk.picture("reported", "to know where it is")
