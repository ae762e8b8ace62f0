"""Scenarios with every text as long as the format allows: what `check` finds fine must have room."""

from typing import Any, Literal

from pydantic import BaseModel

from game.scenario.models import Scenario
from game.scenario.parts import Department
from game.scenario.texts import Short, Text

Filling = Literal["long", "unbroken"]
WORDS = ("Bereikbaarheid", "van", "de", "wijkbijeenkomst", "en", "samenwerking", "met", "verenigingen", "of")
UNBROKEN = "Bereikbaarheidsverbeteringsbijeenkomstenbegeleidingscommissieledenvergadering"


def text_of(length: int, filling: Filling) -> str:
    """A text of exactly so many characters, in long Dutch words or in one."""
    if filling == "unbroken":
        return (UNBROKEN * 2)[:length]
    said = ""
    while len(said) < length:
        for word in WORDS:
            said += f" {word}" if said else word
    cut = said[:length]
    return cut[:-1] + "e" if cut.endswith(" ") else cut


def filled(scenario: Scenario, filling: Filling) -> Scenario:
    """The scenario with every text at its limit."""
    found = _filled(scenario, filling)
    assert isinstance(found, Scenario)
    return found


def _filled(part: Any, filling: Filling) -> Any:
    if isinstance(part, Text):
        return type(part).plain(text_of(part.LONGEST, filling))
    if isinstance(part, Department) and part.short is None:
        # What `check` wants of a name as long as this one will be.
        part = part.model_copy(update={"short": Short.plain("x")})
    if isinstance(part, BaseModel):
        fields = type(part).model_fields
        return part.model_copy(update={name: _filled(getattr(part, name), filling) for name in fields})
    if isinstance(part, tuple):
        return tuple(_filled(one, filling) for one in part)
    return part
