"""Pages of the scenes of a week and of the end, in both languages."""

from collections.abc import Callable

from game.screen.scene import Scene
from game.screen.scenes.both import Both
from game.screen.scenes.debrief import DebriefScene
from game.screen.scenes.friday import FridayScene
from game.screen.scenes.guess import GuessScene
from game.screen.scenes.monday import EventScene
from game.screen.scenes.reveal import RevealScene
from game.screen.scenes.score import ScoreScene
from game.words.catalogue import LANGUAGES, Language
from tests.screen.page import Page, scene_page
from tests.screen.scenes import samples

Make = Callable[[Language], Scene]


def _monday(asks: bool) -> Make:
    return lambda _: EventScene(Both.of(lambda language: samples.monday(language, asks=asks)))


def _friday(at: int, began: float | None = None, *, lost: bool = False) -> Make:
    return lambda _: FridayScene(Both.of(lambda language: samples.friday(language, lost=lost)), at, began)


def _friday_asking(_: Language) -> Scene:
    return FridayScene(Both.of(samples.friday)).asking()


def _score(*, medal: bool) -> Make:
    model = Both.of(lambda language: samples.score(language, revealed=False, medal=medal))
    return lambda _: ScoreScene(model, guessing=True)


def _reveal(turned: int) -> Make:
    model = Both.of(lambda language: samples.score(language, revealed=True))
    return lambda _: RevealScene(model, turned)


def _guess(_: Language) -> Scene:
    return GuessScene(Both.of(samples.guess), "web", (("pr", "1"),))


def _debrief(at: int) -> Make:
    return lambda _: DebriefScene(Both.of(samples.debrief), at)


SCENES: dict[str, tuple[Make, float]] = {
    "event-asked": (_monday(True), 0.0),
    "event-told": (_monday(False), 0.0),
    "friday-asking": (_friday_asking, 0.0),
    "friday-lost": (_friday(0, lost=True), 0.0),
    "friday-drift": (_friday(1), 0.0),
    "friday-falling": (_friday(1, 0.0), 1.75),
    "friday-launch": (_friday(2), 0.0),
    "friday-sharing": (_friday(3), 0.0),
    "friday-forgetting": (_friday(4), 0.0),
    "shake-out": (lambda _: FridayScene(Both.of(samples.shake_out)), 0.0),
    "score": (_score(medal=True), 0.0),
    "score-none": (_score(medal=False), 0.0),
    "guess": (_guess, 0.0),
    "reveal-one": (_reveal(1), 0.0),
    "reveal": (_reveal(4), 0.0),
    "debrief-weeks": (_debrief(0), 0.0),
    "debrief-attention": (_debrief(1), 0.0),
    "debrief-depth": (_debrief(2), 0.0),
    "debrief-guesses": (_debrief(3), 0.0),
    "debrief-question": (_debrief(4), 0.0),
    "debrief-monday": (_debrief(9), 0.0),
}
SCENE_PAGES = {
    f"{name}-{language}": Page(scene_page(make, now), language)
    for name, (make, now) in SCENES.items()
    for language in LANGUAGES
}
