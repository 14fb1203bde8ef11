# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the paper and checks Figure 9: its curves, their numbers, their bands, and the claims."""


def walk(desk):
    desk.open_window("--store", str(desk.home / "runs.db"))
    desk.command("start page")
    desk.click("Open the paper's populations")
    desk.gone("Start", "dialog")
    desk.says("RegNetX (paper)")
    desk.picture("populations", "to see the curves of Figure 9")
    look_at_numbers(desk)
    export(desk)
    study(desk)


def look_at_numbers(desk):
    desk.click("Error distributions of…", "chart")
    desk.keys("Right", "Right", "Right")
    desk.picture("cursor", "to read a point off a curve")
    desk.keys("ctrl+shift+t")
    desk.find("Data:…", "dialog")
    desk.picture("table", "to have the numbers")
    desk.keys("Escape")
    desk.click("DKW", "combo box")
    desk.keys("Down", "Return")
    desk.picture("bands", "to know how sure the curves are")


def export(desk):
    for ending in ["pdf", "csv"]:
        target = desk.home / f"figure9.{ending}"
        desk.click("Export…")
        desk.find("Export figure", "dialog")
        desk.fill("File", str(target))
        desk.picture(f"export-{ending}", "to take the figure away")
        desk.click("Save", "push button")
        desk.gone("Export figure", "dialog")
        desk.wait(f"{target.name} was not written", target.exists)
    desk.picture("exported", "to know where it is")
    desk.regnet("figure", "--verify", desk.home / "figure9.pdf")


def study(desk):
    desk.page("Studies")
    desk.says("RegNetX against AnyNetX")
    desk.picture("study", "to see all panels of Figure 9")
    desk.page("Findings")
    desk.picture("findings", "to know which claims hold")
    desk.page("Run")
    desk.picture("run", "to know what it would take to do it again")
