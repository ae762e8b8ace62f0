"""From what may be known of a game (``game.view``) to the board as plain values (no pygame)."""

from collections.abc import Sequence

from game.rules.score import worth
from game.scenario.models import Scenario
from game.screen.drawings import Medal
from game.screen.model import (
    LEVELS,
    AudienceModel,
    BoardModel,
    Cell,
    DepartmentModel,
    DepartmentState,
    EventModel,
    LogLine,
    Motive,
    Part,
    Power,
)
from game.screen.theme import icon_of
from game.screen.unfolding import ViewDict, seats_of
from game.view.points import points_of
from game.words.catalogue import Language, Words

LOOSE, FIRM = 0, 1
MOST_POWERS = 5
WORTH = tuple(worth(level) for level in range(LEVELS))
_PARTS: dict[str, Part] = {
    "setup": "setup",
    "monday": "monday",
    "work": "work",
    "friday": "friday",
    "guessing": "over",
    "over": "over",
}
_MEDALS: tuple[Medal, ...] = ("bronze", "silver", "gold")


def present_board(
    view: ViewDict,
    scenario: Scenario,
    language: Language,
    *,
    acting: str | None = None,
    log: Sequence[LogLine] = (),
    lost_weeks: Sequence[int] = (),
) -> BoardModel:
    """The board of a view. ``acting`` is the seat on turn; ``lost_weeks`` are the weeks that were lost."""
    points = points_of(view, scenario)
    return BoardModel(
        title=scenario.title.get(language),
        week=max(1, view["week"]),
        weeks=scenario.weeks,
        part=_PARTS[view["part"]],
        points=points,
        worth=WORTH,
        will=view["will"],
        know_how=view["know_how"],
        audiences=present_audiences(view, scenario, language),
        departments=present_departments(view, scenario, language, acting),
        next_medal=next_medal(points, scenario, len(view["hours"])),
        stories=view["stories"],
        powers=_powers(view["powers"], language),
        event=present_event_card(view, scenario, language),
        log=tuple(log),
        launch=_launch(view, scenario),
        lost_weeks=tuple(lost_weeks),
    )


def _powers(stock: dict[str, int], language: Language) -> tuple[Power, ...]:
    """Each power that can be given away; if those are many, one for each kind."""
    words = Words("view", language)
    each = sum(stock.values()) <= MOST_POWERS
    return tuple(
        Power(icon_of("powers", power), words(f"power.{power}"))
        for power, n in stock.items()
        for _ in range(n if each else n > 0)
    )


def next_medal(points: int, scenario: Scenario, seats: int) -> tuple[Medal, int] | None:
    """The medal that the points are short of, and its threshold; None if gold is reached (rule 8.2)."""
    medals = scenario.goal.medals[seats]
    for name in _MEDALS:
        threshold = int(getattr(medals, name))
        if points < threshold:
            return name, threshold
    return None


def present_motive(motive: str, scenario: Scenario, language: Language) -> Motive:
    """A motive with its icon and name."""
    found = scenario.motive(motive)
    return Motive(found.icon, found.name.get(language))


def still_possible(view: ViewDict, audience: str) -> tuple[str, ...]:
    """The motives that research found for an audience and that one of her hidden ones may be; else none."""
    shown = view["motives"][audience]
    if None not in shown or view.get("candidates") is None:
        return ()
    out = (*shown, *view["not_hers"][audience])
    return tuple(one for one in view["candidates"][audience] if one not in out)


def present_audiences(view: ViewDict, scenario: Scenario, language: Language) -> tuple[AudienceModel, ...]:
    """The audiences in play with their tokens."""
    cared = {(who, level) for who, level in view["cared"]}
    return tuple(
        AudienceModel(
            id=who,
            name=scenario.audience(who).name.get(language),
            role=scenario.audience(who).role.get(language),
            portrait=scenario.audience(who).portrait,
            slot=slot,
            channels=tuple(icon_of("channels", c) for c in scenario.audience(who).channels),
            attention=attention,
            attention_max=scenario.audience(who).attention.max,
            motives=tuple(
                None if motive is None else present_motive(motive, scenario, language)
                for motive in view["motives"][who]
            ),
            not_hers=tuple(present_motive(m, scenario, language) for m in view["not_hers"][who]),
            candidates=tuple(present_motive(m, scenario, language) for m in still_possible(view, who)),
            handshake=view["handshake"][who],
            convinced=view["convinced"][who],
            proposition=view["proposition"][who],
            cells=tuple(
                Cell(cell[FIRM], cell[LOOSE], bool(level and cell[LOOSE] and (who, level) not in cared))
                for level, cell in enumerate(view["tokens"][who])
            ),
        )
        for slot, (who, attention) in enumerate(view["attention"].items())
    )


def present_departments(
    view: ViewDict, scenario: Scenario, language: Language, acting: str | None = None
) -> tuple[DepartmentModel, ...]:
    """The departments in play; in the work part those that have passed are done."""
    total = scenario.hours(len(view["hours"]))
    return tuple(
        DepartmentModel(
            id=seat,
            name=scenario.department(seat).name.get(language),
            short=scenario.department(seat).label.get(language),
            icon=scenario.department(seat).icon,
            hours=hours,
            hours_total=total,
            state=_state(view, seat, passed, acting),
            chair=seat == view["chair"],
        )
        for seat, hours, passed in zip(seats_of(view, scenario), view["hours"], view["passed"], strict=True)
    )


def _state(view: ViewDict, seat: str, passed: bool, acting: str | None) -> DepartmentState:
    if seat == acting:
        return "turn"
    return "done" if passed and view["part"] in ("work", "friday") else "idle"


def present_event_card(view: ViewDict, scenario: Scenario, language: Language) -> EventModel | None:
    """The event card of this week, with whom chance named."""
    if view["event"] is None:
        return None
    event = scenario.event(view["event"])
    audience, department = view["targets"]["audience"], view["targets"]["department"]
    about = []
    if audience is not None:
        about.append(scenario.audience(audience).name.get(language))
    if department is not None:
        about.append(scenario.department(department).label.get(language))
    return EventModel(event.title.get(language), event.text.get(language), about=tuple(about))


def _launch(view: ViewDict, scenario: Scenario) -> tuple[bool, ...] | None:
    """Which rockets are lit (rule 2.3c); None without a launch, or after it."""
    week = scenario.rules.launch_week
    if not 0 < week <= scenario.weeks or view["week"] > week or view["part"] in ("guessing", "over"):
        return None
    return tuple(sum(cells[level][FIRM] for cells in view["tokens"].values()) >= 2 for level in range(LEVELS))
