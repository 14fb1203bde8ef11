#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws docs/images/data-set-spread.svg from docs/data/data_set_spread.csv. Standard library only."""
import csv
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 62, 18, 18, 50
LOW, HIGH = 20.0, 95.0
COLOURS = {"AnyNetX_A": "#b85c00", "RegNetX": "#0b6fa4"}


def x_of(error):
    return LEFT + (error - LOW) / (HIGH - LOW) * (WIDTH - LEFT - RIGHT)


def y_of(share):
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def text(x, y, words, anchor="middle", colour="#222", turn=None):
    rotation = f' transform="rotate({turn} {x:.1f} {y:.1f})"' if turn else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}"{rotation}>{words}</text>'


def line(x1, y1, x2, y2, colour, extra=""):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" {extra}/>'


def axes():
    parts = []
    for error in range(20, 100, 10):
        parts.append(line(x_of(error), y_of(0), x_of(error), y_of(1), "#e4e4e4"))
        parts.append(text(x_of(error), HEIGHT - BOTTOM + 18, str(error)))
    for share in (0, 0.25, 0.5, 0.75, 1):
        parts.append(line(x_of(LOW), y_of(share), x_of(HIGH), y_of(share), "#e4e4e4"))
        parts.append(text(LEFT - 8, y_of(share) + 4, f"{share:g}", "end"))
    parts.append(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, "top-1 error on the test images after six epochs, best epoch (%)"))
    parts.append(text(16, (TOP + HEIGHT - BOTTOM) / 2, "share of networks", turn=-90))
    return parts


def steps(errors, colour):
    points, before = [(x_of(LOW), y_of(0))], 0.0
    for k, error in enumerate(sorted(errors), 1):
        points += [(x_of(error), y_of(before)), (x_of(error), y_of(k / len(errors)))]
        before = k / len(errors)
    points.append((x_of(HIGH), y_of(1)))
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'


def main():
    with open(HERE / "data_set_spread.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    parts = axes()
    legend = TOP + 18
    for space, colour in COLOURS.items():
        errors = [float(row["best_test_error"]) for row in rows if row["group"] == space]
        parts.append(steps(errors, colour))
        mean = sum(errors) / len(errors)
        parts.append(text(LEFT + 12, legend, f"{space}: n = {len(errors)}, min {min(errors):.1f}, mean {mean:.1f}", "start", colour))
        legend += 20
    for row in rows:
        if row["group"] in COLOURS:
            continue
        x = x_of(float(row["best_test_error"]))
        parts.append(line(x, y_of(0), x, y_of(1), "#666", 'stroke-dasharray="5 4"'))
        parts.append(text(x - 5, y_of(0.03), f'{row["group"]}: {float(row["best_test_error"]):.1f}', "start", "#444", -90))
    chance = x_of(90)
    parts.append(line(chance, y_of(0), chance, y_of(1), "#bbb", 'stroke-dasharray="2 3"'))
    parts.append(text(chance - 5, y_of(0.03), "chance: 90", "start", "#888", -90))
    out = HERE.parent / "images" / "data-set-spread.svg"
    out.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="13"><rect width="100%" height="100%" fill="#fff"/>\n' + "\n".join(parts) + "\n</svg>\n")
    print(out)


if __name__ == "__main__":
    main()
