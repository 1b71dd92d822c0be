"""The picture of performance.md by matplotlib: 48 grouped bars with labels, and four step lines; or a line of 10^6 points.

python3 bars.py FILE.png | python3 bars.py FILE.png points
"""
import math
import sys

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot

COLOURS = ["#0b6e75", "#c85a19", "#6b4fa0", "#50742b"]


def value(i):
    return 60 + (i * 7919 + 104729) % 600


def bars(axes):
    for p in range(4):
        x = [20 + g * 123 + p * 26 for g in range(12)]
        axes.bar_label(axes.bar(x, [value(g * 4 + p) for g in range(12)], 24, color=COLOURS[p]))
        axes.step([i * 59 for i in range(25)], [value(i + p * 31) for i in range(25)], color=COLOURS[p], linewidth=2, where="post")
    axes.set_xticks([20 + g * 123 + 39 for g in range(12)], [f"Round {g + 1}" for g in range(12)])
    axes.set_title("Prisoners and bodies, by round")
    axes.grid(axis="y")


def points(axes):
    n = 1_000_000
    x = [i / n for i in range(n)]
    axes.plot(x, [450 + 300 * math.sin(20 * v) + i * 7919 % 100 for i, v in enumerate(x)], color="black", linewidth=2)


figure, axes = pyplot.subplots(figsize=(16, 9), dpi=100)
(points if sys.argv[2:] == ["points"] else bars)(axes)
figure.savefig(sys.argv[1])
