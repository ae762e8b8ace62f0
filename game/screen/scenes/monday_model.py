"""Monday's event card as plain values: what happened, whom it is about, what may be chosen (rule 7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.rules.fact import Attention, Choice, Fact
from game.rules.ids import OPTION_IDS
from game.scenario.compiling import Compiled
from game.scenario.events import Option
from game.screen.model import AudienceModel, BoardModel, DepartmentModel
from game.screen.present import present_board
from game.screen.scenes.effects import EffectModel, present_effects
from game.screen.unfolding import ViewDict
from game.words.catalogue import Language, Words


@dataclass(frozen=True, slots=True)
class OptionModel:
    """An option of the card: its label, price in the chair's hours, effects; or why it cannot be taken."""

    id: str
    label: str
    hours: int
    effects: tuple[EffectModel, ...]
    chosen: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MondayModel:
    """The card over the board.

    ``before`` is the board with the attention of last week. ``asks``: somebody at this screen chooses now.
    """

    before: BoardModel
    board: BoardModel
    title: str
    text: str
    chair: DepartmentModel
    said: str
    options: tuple[OptionModel, ...]
    asks: bool
    audience: AudienceModel | None = None
    department: DepartmentModel | None = None


def present_monday(
    compiled: Compiled,
    facts: Sequence[Fact],
    after: ViewDict,
    language: Language,
    *,
    actions: Sequence[Mapping[str, Any]] | None = None,
    lost_weeks: Sequence[int] = (),
) -> MondayModel:
    """The card of ``after``, with the facts that led to it.

    ``actions`` are those of the chair's view if people are to choose now. Otherwise what was chosen is
    told: the facts have a choice then, unless somebody elsewhere has yet to make it.
    """
    scenario, words = compiled.scenario, Words("week", language)
    board = present_board(after, scenario, language, acting=after["chair"], lost_weeks=lost_weeks)
    earlier: dict[str, Any] = {**after, "attention": dict(after["attention"])}
    for fact in facts:
        if isinstance(fact, Attention):
            earlier["attention"][fact.audience] -= fact.n
    start = present_board(earlier, scenario, language, acting=after["chair"], lost_weeks=lost_weeks)
    chair = next(one for one in board.departments if one.chair)
    if after["event"] is None:
        return MondayModel(
            start, board, words("event.quiet"), words("event.quiet.text"), chair, "", (), asks=False
        )
    event = scenario.event(after["event"])
    targets = after["targets"]
    audience = next((one for one in board.audiences if one.id == targets["audience"]), None)
    department = next((one for one in board.departments if one.id == targets["department"]), None)
    chosen = next((fact.option for fact in facts if isinstance(fact, Choice)), after["choice"])
    options = tuple(
        _option(compiled, number, option, after, language, chosen, actions)
        for number, option in zip(OPTION_IDS, event.options, strict=False)
    )
    if actions is not None:
        said = words("event.choose", name=chair.name)
    elif len(options) == 1:
        said = ""
    else:
        said = words("event.chose" if chosen else "event.chooses", name=chair.name)
    return MondayModel(
        before=start,
        board=board,
        title=event.title.get(language),
        text=event.text.get(language),
        chair=chair,
        said=said,
        options=options,
        asks=actions is not None,
        audience=audience,
        department=department,
    )


def _option(
    compiled: Compiled,
    number: str,
    option: Option,
    view: ViewDict,
    language: Language,
    chosen: str | None,
    actions: Sequence[Mapping[str, Any]] | None,
) -> OptionModel:
    words = Words("week", language)
    wanted = {"kind": "choose", "option": number}
    offered = next((one for one in actions or () if one["command"] == wanted), None)
    return OptionModel(
        id=number,
        label=option.label.get(language) if option.label else words("event.so_be_it"),
        hours=option.hours,
        effects=present_effects(compiled, option.effects, view, language),
        chosen=number == chosen,
        reason=str(offered["message"]) if offered and offered["refusal"] else "",
    )
