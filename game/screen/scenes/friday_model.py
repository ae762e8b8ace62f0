"""Friday as plain values: its steps, each with the board before and after it (rule 2.3)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from game.rules.fact import Dice, Fact, Launch, LostWeek, Moved, ShakeOut, Track
from game.scenario.compiling import Compiled
from game.scenario.models import Scenario
from game.screen.model import BoardModel
from game.screen.present import present_board
from game.screen.unfolding import ViewDict, unfolded
from game.words.catalogue import Language, Words

StepKind = Literal["talked", "drift", "launch", "sharing", "forgetting", "shake_out"]
ICONS: dict[StepKind, str] = {
    "talked": "message-circle",
    "drift": "droplet",
    "launch": "rocket",
    "sharing": "share-3",
    "forgetting": "archive",
    "shake_out": "wind",
}
GAIN = "+{}"
LOSS = "\u2212{}"  # a real minus sign, as wide as the plus


@dataclass(frozen=True, slots=True)
class StepModel:
    """One step of Friday: its number in the list, what is said of it, and what it does to the board.

    ``eventful`` is false where nothing happens: the screen goes on by itself then. ``levels`` are those
    that counted for the launch.
    """

    kind: StepKind
    name: str
    value: str
    title: str
    text: str
    before: BoardModel
    after: BoardModel
    facts: tuple[Fact, ...] = ()
    eventful: bool = False
    bad: bool = False
    levels: tuple[tuple[int, int], ...] = ()

    @property
    def icon(self) -> str:
        """The icon of its kind."""
        return ICONS[self.kind]


@dataclass(frozen=True, slots=True)
class FridayModel:
    """The steps of a Friday under its title; ``question`` (title, text) is for the room, before any dice."""

    title: str
    steps: tuple[StepModel, ...]
    question: tuple[str, str] | None = None


def present_friday(
    compiled: Compiled,
    before: ViewDict,
    facts: Sequence[Fact],
    language: Language,
    lost_weeks: Sequence[int] = (),
) -> FridayModel:
    """A Friday from the view before it and its facts; ``lost_weeks`` are those before this one."""
    words = Words("week", language)
    scenario = compiled.scenario
    view = unfolded(before, (fact for fact in facts if fact.kind == "friday"), scenario)
    steps: list[StepModel] = []
    lost = any(isinstance(fact, LostWeek) for fact in facts)
    for kind in ("talked", "drift", "launch", "sharing", "forgetting"):
        own = tuple(_of(kind, facts))
        if kind == "launch" and before["week"] != scenario.rules.launch_week:
            continue
        then = unfolded(view, own, scenario)
        boards = [present_board(one, scenario, language, lost_weeks=lost_weeks) for one in (view, then)]
        said = _Said(kind, own, view, scenario, lost, words)
        steps.append(
            StepModel(
                kind=kind,
                name=words(f"friday.{kind}"),
                value=said.value,
                title=words(f"friday.{kind}.{said.way}.title"),
                text=said.text,
                before=boards[0],
                after=boards[1],
                facts=own,
                eventful=said.eventful,
                bad=said.bad,
                levels=tuple((fact.level, fact.points) for fact in own if isinstance(fact, Launch)),
            )
        )
        view = then
    drifts = any(step.kind == "drift" and step.eventful for step in steps)
    question = (words("friday.ask.title"), words("friday.ask.text")) if drifts else None
    return FridayModel(words("friday.title"), tuple(steps), question)


def present_shake_out(
    compiled: Compiled,
    before: ViewDict,
    facts: Sequence[Fact],
    language: Language,
    lost_weeks: Sequence[int] = (),
) -> FridayModel:
    """The end of the campaign, from the view before it and its facts (rule 2.4)."""
    words = Words("week", language)
    own = tuple(fact for fact in facts if isinstance(fact, Moved | ShakeOut))
    blown = sum(fact.n for fact in own if isinstance(fact, Moved))
    start = {**before, "part": "friday"}
    then = {**unfolded(start, own, compiled.scenario), "part": "friday"}
    boards = [present_board(one, compiled.scenario, language, lost_weeks=lost_weeks) for one in (start, then)]
    way = "yes" if blown else "no"
    step = StepModel(
        kind="shake_out",
        name=words("friday.shake_out"),
        value=LOSS.format(blown) if blown else "0",
        title=words(f"friday.shake_out.{way}.title"),
        text=words.count("friday.shake_out.yes.text", blown) if blown else words("friday.shake_out.no.text"),
        before=boards[0],
        after=boards[1],
        facts=own,
        eventful=True,
        bad=bool(blown),
    )
    return FridayModel(words("friday.end"), (step,))


def _of(kind: str, facts: Iterable[Fact]) -> Iterable[Fact]:
    for fact in facts:
        match fact:
            case LostWeek():
                found = "talked"
            case Track(track, _, _):
                found = "talked" if track == "will" else "forgetting"
            case Launch():
                found = "launch"
            case Dice(purpose=why) | Moved(cause=why):
                found = "drift" if why == "drift" else "sharing"
            case _:
                continue
        if found == kind:
            yield fact


class _Said:
    """What is said of a step: which way it went, its number, and its sentence."""

    def __init__(
        self, kind: str, own: tuple[Fact, ...], view: ViewDict, scenario: Scenario, lost: bool, words: Words
    ) -> None:
        self.own = own
        self.view = view
        self.scenario = scenario
        self.words = words
        self.lost = lost
        self.eventful = bool(own)
        self.bad = False
        self.way = "yes"
        self.value = ""
        self.text = ""
        getattr(self, f"_{kind}")()

    def _moved(self, cause: str | None = None) -> int:
        return sum(
            fact.n for fact in self.own if isinstance(fact, Moved) and (cause is None or fact.cause == cause)
        )

    def _talked(self) -> None:
        points = self.scenario.rules.lost_week_points
        self.way = "no" if self.lost else "yes"
        self.bad = self.lost
        self.value = self.words("friday.no" if self.lost else "friday.yes")
        self.text = self.words(f"friday.talked.{self.way}.text", points=points)

    def _drift(self) -> None:
        fell = self._moved()
        self.way = "yes" if self.own else "no"
        self.bad = fell > 0
        self.value = LOSS.format(fell) if fell else "0"
        most = self.scenario.rules.drift
        faces = self.words(f"friday.drift.faces.{most}" if most <= 2 else "friday.drift.faces", n=most)
        self.text = self.words(f"friday.drift.{self.way}.text", faces=faces)

    def _launch(self) -> None:
        counted = [fact for fact in self.own if isinstance(fact, Launch)]
        points = sum(fact.points for fact in counted)
        self.way = "yes" if counted else "no"
        self.value = GAIN.format(points) if points else "0"
        if counted:
            self.text = self.words.count("friday.launch.yes.text", len(counted), each=counted[0].points)
        else:
            self.text = self.words("friday.launch.no.text")

    def _sharing(self) -> None:
        joined, risen = self._moved("sharing"), self._moved("empowered")
        tellers = any(isinstance(fact, Dice) for fact in self.own)
        empowered = any(isinstance(fact, Dice) and fact.purpose == "empowered" for fact in self.own)
        self.way = "lost" if self.lost and not empowered else "yes" if tellers else "no"
        self.value = GAIN.format(joined + risen) if joined + risen else "0"
        key = "empowered" if self.way == "yes" and empowered else self.way
        self.text = self.words(f"friday.sharing.{key}.text")

    def _forgetting(self) -> None:
        if self.own:
            self.bad, self.value = True, LOSS.format(1)
        else:
            self.value = "0"
            if self.view["reference_work"]:
                self.way = "book"
            elif self.view["practised"]:
                self.way = "practised"
            elif self.view["week"] < self.scenario.unlock.practise:
                self.way = "early"
            else:
                self.way = "nothing"
        self.text = self.words(f"friday.forgetting.{self.way}.text")
