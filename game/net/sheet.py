"""What a phone is told of the scenario once: names, roles, icons and open numbers, in one language.

Served at ``/scenario/{lang}.json``. Nothing in it is hidden from anybody (§9): no candidate motives, no
true ones, no deck. The event of the week comes by ``card``, when it has been turned.
"""

from collections.abc import Mapping
from typing import Any

from game.scenario.compiling import Compiled
from game.scenario.models import Audience
from game.scenario.parts import Department, Mechanism
from game.view.effects import effect_texts
from game.words.catalogue import Language


def sheet(compiled: Compiled, language: Language) -> dict[str, object]:
    """The scenario as a phone shows it.

    ``seats`` and ``audiences`` stand in the order of the game; an audience's ``slot`` is its place, which
    gives its colour and shape. Of the mechanisms only those that somebody in play can use.
    """
    scenario = compiled.scenario
    ids = compiled.ids
    toolboxes = {seat: _toolbox(compiled, index) for index, seat in enumerate(ids.seats)}
    used = {mechanism for toolbox in toolboxes.values() for mechanism in toolbox}
    return {
        "game": game_of(compiled),
        "id": scenario.id,
        "title": scenario.title.get(language),
        "weeks": scenario.weeks,
        "organisation": {
            "name": scenario.organisation.name.get(language),
            "goal": scenario.organisation.goal.get(language),
        },
        "sentences": {one.id: one.text.get(language) for one in scenario.organisation.why_sentences},
        "seats": list(ids.seats),
        "hours": scenario.hours(compiled.seats),
        "medals": scenario.goal.medals[compiled.seats].model_dump(),
        "convince_limit": scenario.rules.convince_limit,
        "motive_points": scenario.rules.motive_points,
        "departments": {
            seat: {**_department(scenario.department(seat), language), "toolbox": toolboxes[seat]}
            for seat in ids.seats
        },
        "audiences": {
            audience.id: _audience(audience, slot, language)
            for slot, audience in enumerate(compiled.audiences)
        },
        "mechanisms": {one.id: _mechanism(one, language) for one in scenario.mechanisms if one.id in used},
        "motives": {one.id: {"name": one.name.get(language), "icon": one.icon} for one in scenario.motives},
        "personal_motives": {one.motive: one.text.get(language) for one in scenario.personal_motives},
    }


def game_of(compiled: Compiled) -> str:
    """What a sheet is about: pages keep it, and the next game at this address may be another."""
    return f"{compiled.scenario.hash}-{compiled.seats}"


def card(compiled: Compiled, event: str, view: Mapping[str, Any], language: Language) -> dict[str, object]:
    """The event card that was turned, with label and effects in words of its options "1", "2", "3".

    A single option may have no label: it happens by itself. ``view`` is any view of the moment.
    """
    found = compiled.scenario.event(event)
    return {
        "title": found.title.get(language),
        "text": found.text.get(language),
        "options": [
            {
                "label": option.label.get(language) if option.label else "",
                "hours": option.hours,
                "effects": [
                    text
                    for text in effect_texts(compiled, option.effects, view, language)
                    if text is not None
                ],
            }
            for option in found.options
        ],
    }


def _toolbox(compiled: Compiled, seat: int) -> list[str]:
    scenario = compiled.scenario
    place = scenario.in_play[compiled.seats][seat]
    boxes = [scenario.department(one).toolbox for one in (place.department, *place.also)]
    return list(dict.fromkeys(mechanism for box in boxes for mechanism in box))


def _department(department: Department, language: Language) -> dict[str, object]:
    return {
        "name": department.name.get(language),
        "label": department.label.get(language),
        "icon": department.icon,
        "kpi": {"text": department.kpi.text.get(language), "points": department.kpi.points},
    }


def _audience(audience: Audience, slot: int, language: Language) -> dict[str, object]:
    persona = audience.persona
    return {
        "name": persona.name.get(language),
        "role": persona.role.get(language),
        "line": persona.line.get(language),
        "portrait": persona.portrait,
        "slot": slot,
        "channels": list(audience.channels),
        "attention": audience.attention.max,
        "refill": audience.attention.refill,
    }


def _mechanism(mechanism: Mechanism, language: Language) -> dict[str, object]:
    return {
        "name": mechanism.name.get(language),
        "text": mechanism.text.get(language),
        "level": mechanism.level,
        "hours": mechanism.hours,
        "attention": mechanism.attention,
        "reach": mechanism.reach,
        "difficulty": mechanism.difficulty,
        "depth": mechanism.depth,
        "channel": mechanism.channel,
        "broadcast": mechanism.broadcast,
        "power": mechanism.power,
        "will": mechanism.will,
        "know_how": mechanism.know_how,
    }
