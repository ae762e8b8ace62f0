"""Sounds as numbers, and when they are heard."""

from itertools import pairwise

import numpy as np
import pygame
import pytest

from game.screen.canvas import Canvas
from game.screen.focus import Target
from game.screen.scene import Heard, Scene, Transition, View
from game.screen.settings import Settings
from game.screen.sound import CHANNELS, LOUDEST, Loudspeaker, samples
from game.screen.stage import Stage
from game.screen.tones import CUES, RATE, Cue, recipes, synthesise


class Listener:
    """Writes down what it would play."""

    def __init__(self) -> None:
        self.heard: list[Cue] = []

    def play(self, cue: Cue) -> None:
        """Note it."""
        self.heard.append(cue)


class Ringing(Scene):
    """A scene that chimes after a second, and has one thing to choose."""

    def draw(self, canvas: Canvas, view: View) -> None:
        """Nothing."""

    def targets(self, view: View) -> tuple[Target, ...]:
        """One."""
        return (Target("one", view.frame.canvas),)

    def on(self, target: str, view: View) -> Transition | None:  # noqa: ARG002
        """Nowhere."""
        return None

    def heard(self, view: View) -> tuple[Heard, ...]:  # noqa: ARG002
        """A chime."""
        return (Heard("chime", 1.0, "ring"),)


def key(name: str) -> list[pygame.event.Event]:
    code = pygame.key.key_code(name)
    down = pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode="")
    return [down, pygame.event.Event(pygame.KEYUP, key=code, mod=0)]


def test_there_is_a_recipe_for_every_cue_and_no_other() -> None:
    assert set(recipes()) == set(CUES)


@pytest.mark.parametrize("cue", CUES)
def test_a_cue_is_short_soft_and_without_clicks(cue: Cue) -> None:
    recipe = recipes()[cue]
    wave = synthesise(recipe)
    assert 0.05 <= len(wave) / RATE <= 1.6
    assert len(wave) == round(recipe.length * RATE) + 1
    assert np.abs(wave).max() == pytest.approx(recipe.peak)
    assert recipe.peak <= 0.4
    assert abs(wave[0]) < 0.001
    assert np.abs(wave[-10:]).max() < 0.01
    assert abs(float(wave.mean())) < 0.01
    if not any(note.noise for note in recipe.notes):
        assert np.abs(np.diff(wave)).max() < 0.1, "a jump is heard as a click"


def test_cues_differ() -> None:
    waves = [synthesise(recipes()[cue]) for cue in CUES]
    assert all(len(one) != len(other) or not np.allclose(one, other) for one, other in pairwise(waves))


def test_samples_are_what_the_mixer_wants() -> None:
    whole = np.frombuffer(samples(np.array([0.0, 1.0, -1.0])), dtype="<i2")
    assert whole.tolist() == [0] * CHANNELS + [LOUDEST] * CHANNELS + [-LOUDEST] * CHANNELS


def test_a_sound_is_heard_once_when_its_moment_has_come() -> None:
    ears = Listener()
    stage = Stage(Ringing(), Settings(), (1024, 640), speaker=ears)
    stage.step([], 0.5)
    assert ears.heard == []
    for now in (1.1, 2.2, 3.3):
        stage.step([], now)
    assert ears.heard == ["chime"]


def test_choosing_is_heard_until_the_sound_is_off() -> None:
    ears = Listener()
    stage = Stage(Ringing(), Settings(), (1024, 640), speaker=ears)
    stage.step(key("return"), 0.1)
    assert ears.heard == ["press"]
    quiet = pygame.image.tobytes(stage.picture, "RGB")
    stage.step(key("m"), 0.2)
    assert not stage.settings.sound
    assert pygame.image.tobytes(stage.picture, "RGB") != quiet, "it is said that the sound is off"
    stage.step(key("return"), 1.5)
    assert ears.heard == ["press"], "neither the press nor the chime"
    stage.step([], 1.9)
    assert pygame.image.tobytes(stage.picture, "RGB") == quiet
    stage.step(key("m"), 2.0)
    assert ears.heard == ["press", "press"], "the sound is back, and nothing is caught up on"


def test_without_an_audio_device_it_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.mixer.quit()
    monkeypatch.setenv("SDL_AUDIODRIVER", "there-is-no-such-driver")
    speaker = Loudspeaker()
    speaker.play("press")
    speaker.play("medal")
    assert speaker.silent


def test_the_device_is_opened_at_the_first_sound() -> None:
    pygame.mixer.quit()
    speaker = Loudspeaker()
    assert pygame.mixer.get_init() is None
    speaker.play("press")
    assert speaker.silent or pygame.mixer.get_init() is not None
    pygame.mixer.quit()
