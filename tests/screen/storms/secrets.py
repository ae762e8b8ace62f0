"""A scenario whose secrets nobody can mistake for anything else."""

import re
from pathlib import Path

from game.scenario.load import shipped

CANARY = re.compile(r"QX\dQX")
"""A personal motive."""
WORRY = re.compile(r"QZ(\d)QZ")
"""A hidden motive that one person each may have."""
WORRIES = ("balloon", "beach", "candle", "feather")
"""Their icons; nothing else on the screen has them."""


def canary_scenario(folder: Path) -> Path:
    """The banana stall with personal motives and hidden motives that are found wherever they are shown."""
    text = shipped()["fruit-stall"].read_text(encoding="utf-8")
    head, tail = text.split("\npersonal_motives:\n")
    own, rest = tail.split("\nevents:\n")
    places = iter(range(10))
    own = re.sub(
        r"text: \{.*\}",
        lambda _: "text: {{nl: 'QX{0}QX geheim', en: 'QX{0}QX secret'}}".format(next(places)),
        own,
    )
    motives = "".join(
        f"\n  - {{id: worry_{i}, name: {{nl: QZ{i}QZ, en: QZ{i}QZ}}, icon: {icon}}}"
        for i, icon in enumerate(WORRIES)
    )
    head = head.replace("\nmotives:", f"\nmotives:{motives}")
    worries = iter(range(len(WORRIES)))
    head = re.sub(r"candidates: \[", lambda found: f"{found[0]}worry_{next(worries)}, ", head)
    path = folder / "stall.yaml"
    path.write_text(f"{head}\npersonal_motives:\n{own}\nevents:\n{rest}", encoding="utf-8")
    return path
