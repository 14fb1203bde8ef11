# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Met RegNet yesterday: start page, tour, sliders, a first small population, and how it compares."""
import json

TITLES = ["A space, not a network", "A space is judged by its distribution", "B: one bottleneck ratio", "C: one group",
          "D: widths that grow", "E: depths that do not fall", "A line instead of a list", "RegNetX, and the proof"]


def walk(desk):
    desk.open_window("--store", str(desk.home / "runs.db"), has_start_page=True)
    desk.find("Start", "dialog")
    desk.picture("start-page", "to be told what one can do here")
    take_tour(desk)
    try_sliders(desk)
    train(desk)
    compare(desk)


def take_tour(desk):
    desk.click("Take the tour: the paper's method in eight steps")
    for number, title in enumerate(TITLES, 1):
        desk.says(f"{number} of 8: {title}")
        desk.picture(f"tour-{number}", "to learn what a design space is")
        desk.keys("space")  # Next has the keyboard
    desk.gone("End the tour")


def try_sliders(desk):
    desk.keys("ctrl+k")
    desk.find("Commands", "dialog")
    desk.type("start page")
    desk.picture("palette", "to find the start page again")
    desk.keys("Return")
    desk.click("Try the sliders")
    desk.gone("Start", "dialog")
    desk.picture("sliders", "to change the network that the tour left")
    before = desk.find("FLOPs", "filler").text
    desk.click("Slope wa, slider")
    desk.keys(*["Right"] * 6)
    desk.wait("the slope's slider changes no FLOPs", lambda: desk.find("FLOPs", "filler").text != before)
    desk.says("Not a valid RegNet")
    desk.picture("steeper", "to see what a steeper line does")
    desk.keys("ctrl+n")
    desk.says("Valid:")
    desk.picture("nearest-valid", "to get back to a network that is valid")
    desk.keys("ctrl+z", "ctrl+z")
    desk.wait("Ctrl+Z does not bring the network back", lambda: desk.find("FLOPs", "filler").text == before)


def train(desk):
    desk.page("Queue")
    desk.picture("empty-queue", "to know what a queue is for")
    desk.keys("ctrl+t")
    desk.find("Train a population", "dialog")
    desk.picture("train", "to train something that is done in minutes")
    desk.keys("alt+n", "ctrl+a")
    desk.type("3")
    desk.says("3 trainings")
    desk.picture("train-three", "to be told how long it takes")
    desk.click("Train", "push button")
    desk.gone("Train a population", "dialog")
    desk.picture("training", "to see that something happens")

    def are_done():
        jobs = json.loads(desk.regnet("queue", "list", "--store", desk.home / "runs.db", "--json"))["jobs"]
        return len(jobs) == 3 and all(job["state"] == "done" for job in jobs)
    desk.wait("the three networks are not trained after ten minutes", are_done, 600)
    desk.picture("trained", "to see that it is over")


def compare(desk):
    desk.page("Compare")
    desk.says("RegNetX-cpu")
    desk.picture("compare", "to see how good the three are")
    desk.page("Findings")
    desk.picture("findings", "to know whether the paper's claims hold for them")
