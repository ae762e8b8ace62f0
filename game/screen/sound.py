"""The loudspeaker: plays cues through pygame's mixer, and is silent where there is no audio device."""

from contextlib import suppress
from typing import Protocol

import numpy as np
import pygame

from game.screen.tones import RATE, Cue, Wave, recipes, synthesise

FORMAT = -16
"""Signed samples of 16 bits, as pygame writes it."""
CHANNELS = 2
BUFFER = 512
LOUDEST = 32767


class Speaker(Protocol):
    """Whatever plays cues."""

    def play(self, cue: Cue) -> None:
        """Play a cue now."""


class Loudspeaker:
    """Opens the audio device at the first cue, so that the window does not wait for it.

    Without a device it stays silent: a sound is never the only signal.
    """

    def __init__(self) -> None:
        self._sounds: dict[Cue, pygame.mixer.Sound] = {}
        self._open: bool | None = None

    @property
    def silent(self) -> bool:
        """Whether it has found that there is no audio device."""
        return self._open is False

    def play(self, cue: Cue) -> None:
        """Play a cue, made when it is needed first."""
        if self._open is None:
            self._open = _opened()
        if not self._open:
            return
        with suppress(pygame.error):  # the device may go while people play
            if cue not in self._sounds:
                self._sounds[cue] = pygame.mixer.Sound(buffer=samples(synthesise(recipes()[cue])))
            self._sounds[cue].play()


def _opened() -> bool:
    try:
        pygame.mixer.init(RATE, FORMAT, CHANNELS, BUFFER, allowedchanges=0)
    except (pygame.error, NotImplementedError):
        return False
    return True


def samples(wave: Wave) -> bytes:
    """Amplitudes as the mixer wants them: the same on both channels, 16 bits."""
    whole = np.round(wave * LOUDEST).astype("<i2")
    return np.repeat(whole, CHANNELS).tobytes()
