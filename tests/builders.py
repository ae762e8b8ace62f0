"""A small scenario in which everything occurs, for tests that need one.

``tiny_scenario()`` is valid with two and with three departments and leans on no library. Give
``edit`` a function that changes its values first::

    def short(values):
        values["weeks"] = 3

    scenario = tiny_scenario(short)
    compiled = tiny(2, short)
"""

import json
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from typing import Any

from ruamel.yaml import YAML

from game.scenario import compiling
from game.scenario.compiling import Compiled
from game.scenario.load import parse
from game.scenario.models import Scenario

Values = dict[str, Any]
Edit = Callable[[Values], None]

NO_LIBRARY = b"piramide: 1\npersonas: []\nmotives: []\n"

TINY = """\
# A corner shop with two or three departments: small, but everything occurs in it.
piramide: 1
id: tiny
title: {nl: De hoekwinkel, en: The corner shop}
summary: {nl: Een kleine winkel met grote plannen., en: A small shop with big plans.}
language: nl
organisation:
  name: {nl: De Hoekwinkel, en: The Corner Shop}
  goal: {nl: Buren die meedenken., en: Neighbours who think along.}
  why_sentences:
    - {id: street, text: {nl: Een hechte straat., en: A street of friends.}, motives: [company]}
    - {id: health, text: {nl: Fruit is gezond., en: Fruit keeps you healthy.}, motives: [health, praise]}
    - {id: profit, text: {nl: Meer omzet., en: More turnover.}, motives: []}
weeks: 4
rules: {launch_week: 2}
powers: {data: 2, power: 1}
motives:
  - {id: company, name: {nl: Gezelschap, en: Company}, icon: star}
  - {id: health, name: {nl: Gezondheid, en: Health}, icon: star}
  - {id: praise, name: {nl: Waardering, en: Praise}, icon: star}
  - {id: savings, name: {nl: Besparing, en: Savings}, icon: star}
audiences:
  - id: ann
    name: Ann
    role: {nl: buurvrouw, en: neighbour}
    portrait: mother
    line: {nl: Woont om de hoek., en: Lives round the corner.}
    tokens: [6, 3, 1, 1, 1, 0]
    channels: [email, online, face_to_face]
    attention: {max: 6, refill: 2}
    candidates: [company, health, savings]
  - id: bob
    name: Bob
    role: {nl: trainer, en: coach}
    portrait: manager
    line: {nl: Traint de jeugd., en: Trains the young.}
    tokens: [5, 2, 2, 0, 0, 0]
    channels: [online, face_to_face, phone]
    attention: {max: 5, refill: 2}
    candidates: [health, praise, company, savings]
  - id: cor
    name: Cor
    role: {nl: klager, en: complainer}
    portrait: customer
    line: {nl: Altijd boos., en: Always angry.}
    tokens: [4, 1, 0, 0, 0, 0]
    channels: [face_to_face, post, press]
    attention: {max: 4, refill: 1}
    candidates: [praise, savings, company]
mechanisms:
  - id: leaflet
    name: {nl: Folder, en: Leaflet}
    text: {nl: Iedereen ziet ons., en: Everybody sees us.}
    level: 0
    hours: 1
    attention: 1
    reach: 3
    difficulty: 5
    depth: what
    channel: online
    broadcast: true
  - id: chat
    name: {nl: Praatje, en: Chat}
    text: {nl: Een praatje aan de deur., en: A chat at the door.}
    level: 0
    hours: 1
    attention: 1
    reach: 2
    difficulty: 3
    depth: why
    channel: face_to_face
    motives: [company, health]
  - id: tasting
    name: {nl: Proeverij, en: Tasting}
    text: {nl: Proeven en vertellen., en: Tasting and telling.}
    level: 1
    hours: 1
    attention: 1
    reach: 3
    difficulty: 4
    depth: why
    channel: face_to_face
    motives: [health, company, praise]
    will: 2
  - id: course
    name: {nl: Kookles, en: Cooking class}
    text: {nl: Samen leren koken., en: Learning to cook together.}
    level: 2
    hours: 2
    attention: 1
    reach: 2
    difficulty: 4
    depth: how
    channel: face_to_face
    motives: [health, praise]
    know_how: 1
    first_week: 2
  - id: panel
    name: {nl: Panel, en: Panel}
    text: {nl: Zeg wat beter kan., en: Say what could be better.}
    level: 3
    hours: 1
    attention: 1
    reach: 2
    difficulty: 4
    depth: how
    channel: face_to_face
    motives: [praise, company, savings]
    will: 2
    know_how: 1
  - id: keys
    name: {nl: Sleutel, en: Keys}
    text: {nl: Jij beheert de moestuin., en: You run the kitchen garden.}
    level: 4
    hours: 1
    attention: 1
    reach: 1
    difficulty: 3
    depth: why
    channel: face_to_face
    motives: [praise, company]
    power: data
departments:
  - id: shop
    name: {nl: Winkel, en: Shop}
    icon: star
    toolbox: [chat, tasting, leaflet]
    kpi: {text: {nl: 2 per nieuwe volger, en: 2 per new follower}, measure: lifted, level: 1, points: 2}
  - id: kitchen
    name: {nl: Keuken, en: Kitchen}
    icon: star
    toolbox: [course, panel, chat]
    kpi: {text: {nl: 2 per vast verband, en: 2 per firm bond}, measure: lifted_firm, points: 2}
  - id: garden
    name: {nl: Moestuin, en: Garden}
    icon: star
    toolbox: [keys, panel]
    kpi: {text: {nl: 1 per gesprek, en: 1 per talk}, measure: talks, points: 1}
in_play:
  2: [{department: shop}, {department: kitchen, also: [garden]}]
  3: [{department: shop}, {department: kitchen}, {department: garden}]
personal_motives:
  - {motive: company, text: {nl: Praat het meest., en: Talk most.}, measure: talks, highest: true}
  - {motive: praise, text: {nl: Nooit naast., en: Never beside the point.}, measure: irrelevant, at_most: 0}
  - motive: health
    text: {nl: Twee fans bij een groep., en: Two fans in one group.}
    measure: tokens_at_least
    level: 3
    best: true
    at_least: 2
events:
  - id: rain
    title: {nl: Regen, en: Rain}
    text: {nl: Niemand komt buiten., en: Nobody goes out.}
    week: 2
    options:
      - label: {nl: Koffie schenken, en: Pour coffee}
        hours: 1
        effects: [{kind: attention, audience: random, n: 1}, {kind: story}]
      - label: {nl: Wachten, en: Wait}
        effects: [{kind: will, n: -1}, {kind: attention, audience: all, n: -1}]
  - id: crisis
    title: {nl: Crisis, en: Crisis}
    text: {nl: De baas is ongerust., en: The boss is worried.}
    options:
      - effects:
          - {kind: pressing}
          - {kind: close_channel, channel: online}
          - {kind: hours, department: chair, n: -1}
  - id: fair
    title: {nl: Braderie, en: Street fair}
    text: {nl: De straat loopt vol., en: The street fills up.}
    options:
      - label: {nl: Kraam, en: Stall}
        hours: 1
        effects:
          - {kind: suspects, audience: ann, n: 2}
          - {kind: lift, audience: cor, level: 0, n: 1}
          - {kind: know_how, n: 1}
      - label: {nl: Helpers, en: Helpers}
        effects: [{kind: hours, department: random, n: -1}, {kind: hours, department: garden, n: 1}]
      - label: {nl: Rust, en: Rest}
        effects: [{kind: drop, audience: bob, level: 2}, {kind: hours, department: all, n: -1}]
  - id: gossip
    title: {nl: Roddel, en: Gossip}
    text: {nl: Men praat., en: People talk.}
    options:
      - label: {nl: Luisteren, en: Listen}
        effects: [{kind: reveal, audience: random}, {kind: power, power: power, n: 1}]
      - label: {nl: Negeren, en: Ignore}
        effects: [{kind: redraw_side, audience: random}, {kind: power, power: data, n: -1}]
goal:
  medals: {2: {bronze: 20, silver: 35, gold: 50}, 3: {bronze: 30, silver: 45, gold: 60}}
  conditions: [{measure: tokens_at_least, level: 4, at_least: 1}]
balance:
  departments: [2, 3]
  games: 1000
  targets:
    medal_rate: {players: cooperative, medal: silver, within: [0.4, 0.9]}
    ladder: [pusher, silo, cooperative]
    seat_share: {players: cooperative, within: [0.5, 2]}
    dead_mechanisms: {players: cooperative, max: 1}
    lost_weeks: {players: cooperative, max_mean: 0.5}
"""


@cache
def _tiny_values() -> Values:
    values: Values = YAML(typ="safe", pure=True).load(TINY)
    return values


def tiny_values() -> Values:
    """The values of the tiny scenario, to be changed."""
    return deepcopy(_tiny_values())


def to_yaml(values: Values) -> bytes:
    """A scenario file with these values, one line for each field at the top."""
    return "".join(f"{key}: {_flow(value)}\n" for key, value in values.items()).encode()


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        pairs = (
            f"{key if isinstance(key, int) else _flow(key)}: {_flow(item)}" for key, item in value.items()
        )
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    return json.dumps(value, ensure_ascii=False)


def tiny_bytes(edit: Edit | None = None) -> bytes:
    """The file of the tiny scenario, changed by ``edit``."""
    if edit is None:
        return TINY.encode()
    values = tiny_values()
    edit(values)
    return to_yaml(values)


def tiny_scenario(edit: Edit | None = None) -> Scenario:
    """The tiny scenario, changed by ``edit``; raises ``ScenarioError`` if that made it invalid."""
    return parse(tiny_bytes(edit), "tiny.yaml", NO_LIBRARY)


def tiny(seats: int = 2, edit: Edit | None = None) -> Compiled:
    """The tiny scenario, compiled for two or three departments."""
    return compiling.compile(tiny_scenario(edit), seats)
