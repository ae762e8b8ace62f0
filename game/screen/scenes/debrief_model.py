"""The look back as plain values: the charts, the questions, and the pages in their order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.rules.fact import Fact
from game.scenario.models import Scenario
from game.screen.model import AudienceModel, DepartmentModel
from game.screen.present import present_audiences, present_departments
from game.screen.scenes.chronicle import Chronicle, chronicle
from game.screen.scenes.prompts import PromptModel, present_prompts
from game.screen.theme import tokens
from game.screen.unfolding import ViewDict, seats_of
from game.words.catalogue import Language, Words

PageKind = Literal["weeks", "attention", "depth", "guesses", "prompt", "monday"]
Chapter = Literal["happened", "means", "monday"]
CHAPTERS: tuple[Chapter, ...] = ("happened", "means", "monday")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: what it shows, and which question if it asks one."""

    kind: PageKind
    prompt: int = 0

    @property
    def chapter(self) -> Chapter:
        """The part of the look back that it belongs to."""
        match self.kind:
            case "prompt":
                return "means"
            case "monday":
                return "monday"
            case _:
                return "happened"


@dataclass(frozen=True, slots=True)
class Guessed:
    """A guess: the icon of the motive, and whether it was right."""

    icon: str
    right: bool


@dataclass(frozen=True, slots=True)
class Truth:
    """What drove a department, and what each guesser thought (None: did not say, or is the department)."""

    department: DepartmentModel
    icon: str
    motive: str
    guesses: tuple[Guessed | None, ...]


@dataclass(frozen=True, slots=True)
class GuessTable:
    """Guesses beside the truth. ``guessers`` are icons; ``strays`` were guessed, and were nobody's."""

    guessers: tuple[str, ...]
    rows: tuple[Truth, ...]
    strays: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DebriefModel:
    """What happened, whose names it bears, and the questions, strongest first.

    ``guesses`` is None where nobody guessed. ``levels`` are the names of the levels from 0 up.
    """

    told: Chronicle
    weeks: int
    levels: tuple[str, ...]
    audiences: tuple[AudienceModel, ...]
    departments: tuple[DepartmentModel, ...]
    prompts: tuple[PromptModel, ...]
    guesses: GuessTable | None = None

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages in their order."""
        guesses = (Page("guesses"),) if self.guesses is not None else ()
        charts = (Page("weeks"), Page("attention"), Page("depth"), *guesses)
        return (*charts, *(Page("prompt", i) for i in range(len(self.prompts))), Page("monday"))


def present_debrief(
    view: ViewDict, facts: Sequence[Fact], scenario: Scenario, language: Language
) -> DebriefModel:
    """The debrief of a game from its last view and all its facts."""
    told = chronicle(scenario, len(view["hours"]), facts)
    screen = Words("screen", language)
    audiences = present_audiences(view, scenario, language)
    held = sum(view["tallies"]["held"])
    return DebriefModel(
        told=told,
        weeks=scenario.weeks,
        levels=tuple(screen(f"level.{kind['id']}") for kind in tokens()["levels"]),
        audiences=audiences,
        departments=present_departments(view, scenario, language, None),
        prompts=present_prompts(
            told, view["points"], held, scenario.weeks, audiences, Words("week", language)
        ),
        guesses=present_guesses(view, scenario, language),
    )


def present_guesses(view: ViewDict, scenario: Scenario, language: Language) -> GuessTable | None:
    """What everybody guessed, beside what was true; None if nobody guessed or nothing was revealed."""
    truths = view["personal_motives"]
    asked = [s for s, row in enumerate(view["guesses"]) if any(guess is not None for guess in row)]
    if not asked or any(truth is None for truth in truths):
        return None
    seats = seats_of(view, scenario)
    departments = present_departments(view, scenario, language, None)

    def icon(motive: str) -> str:
        return scenario.motive(motive).icon

    texts = {one.motive: one.text.get(language) for one in scenario.personal_motives}
    rows = []
    for s in range(len(seats)):
        guesses = [view["guesses"][g][s] for g in asked]
        found = (None if one is None else Guessed(icon(one), one == truths[s]) for one in guesses)
        rows.append(Truth(departments[s], icon(truths[s]), texts[truths[s]], tuple(found)))
    named = {one for row in view["guesses"] for one in row if one is not None}
    return GuessTable(
        guessers=tuple(departments[g].icon for g in asked),
        rows=tuple(rows),
        strays=tuple((icon(one), texts[one]) for one in texts if one in named and one not in truths),
    )
