"""The sounds of the game as numbers, out of the recipes in ``assets/sound.json`` (no pygame).

A cue is a sum of notes. Each note glides from one pitch to another, fades in within a few
milliseconds and dies away to nothing, so that no cue begins or ends with a click.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from game.words.resources import asset

Cue = Literal[
    "press", "dice", "lift", "turn", "coherent", "mixed", "week", "drift", "shake_out", "medal", "chime"
]
CUES: tuple[Cue, ...] = get_args(Cue)
RATE = 44100
"""Samples a second."""
FADE_IN = 0.004
"""Seconds; the end of a note fades for four times as long."""
Wave = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Note:
    """A note: when and how long (seconds), from which pitch to which (Hz), how loud, and how much noise.

    ``noise`` 0 is a pure tone with some overtone, 1 only noise.
    """

    at: float
    length: float
    pitch: float
    to: float
    gain: float = 1.0
    noise: float = 0.0


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a cue is made; ``peak`` is its greatest amplitude, at most 1."""

    peak: float
    notes: tuple[Note, ...]

    @property
    def length(self) -> float:
        """Seconds."""
        return max(note.at + note.length for note in self.notes)


@cache
def recipes() -> dict[str, Recipe]:
    """The recipes by cue."""
    found: dict[str, Any] = json.loads(asset("sound.json").read_text(encoding="utf-8"))
    return {
        cue: Recipe(one["peak"], tuple(Note(**{"to": note["pitch"], **note}) for note in one["notes"]))
        for cue, one in found.items()
    }


def synthesise(recipe: Recipe) -> Wave:
    """The cue as amplitudes between -1 and 1, one channel, `RATE` a second."""
    wave = np.zeros(round(recipe.length * RATE) + 1)
    for note in recipe.notes:
        sound = _note(note)
        start = round(note.at * RATE)
        end = min(len(wave), start + len(sound))
        wave[start:end] += sound[: end - start]
    highest = float(np.abs(wave).max())
    return wave * (recipe.peak / highest)


def _note(note: Note) -> Wave:
    n = round(note.length * RATE)
    time = np.arange(n) / RATE
    pitch = np.linspace(note.pitch, note.to, n)
    phase = 2 * np.pi * np.cumsum(pitch) / RATE
    tone = np.sin(phase) + 0.25 * np.sin(2 * phase)
    hiss = np.random.default_rng(n).uniform(-1, 1, n)
    body = (1 - note.noise) * tone + note.noise * hiss
    fade_in = np.minimum(1.0, time / FADE_IN)
    fade_out = np.minimum(1.0, (note.length - time - 1 / RATE) / (4 * FADE_IN))
    return body * np.exp(-3.5 * time / note.length) * fade_in * np.maximum(fade_out, 0.0) * note.gain
