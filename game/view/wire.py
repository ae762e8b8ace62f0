"""A view as it travels to a phone: JSON of at most 32 KiB (contract, "Wire protocol").

The largest part of a view are its actions. Odds and bond travel only with what can be played. A seat with so
many tools that its actions still do not fit gets like ones together: an entry may then carry ``also``,
further values of the command's arguments, and stands for every combination of its own and those. Everything
else of such entries is equal: refusal, message, lights, price and odds. In the very largest, a number in
``also`` is the place of the values in ``view.lists``.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

MOST: Final = 32 * 1024
"""Bytes of a view as UTF-8."""

Entry = dict[str, Any]
_FIXED: Final = ("kind", "mechanism")


def compact(value: object) -> str:
    """JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def wire_view(view: dict[str, object]) -> str:
    """The JSON of a view, made so short as it must be."""
    actions = view["actions"]
    assert isinstance(actions, list)
    lean: list[Entry] = [_unrolled(one) if one["refusal"] else one for one in actions]
    text = _with(view, lean)
    for shorten in (_refused_together, _all_together, _in_a_word, _without_odds):
        if len(text.encode()) <= MOST:
            break
        text = _with(view, shorten(lean))
    return text if len(text.encode()) <= MOST else _with_lists(view, _without_odds(lean))


def _with(view: dict[str, object], actions: list[Entry]) -> str:
    return compact({**view, "actions": actions})


def _with_lists(view: dict[str, object], actions: list[Entry]) -> str:
    """Values of ``also`` that come back again and again stand once, under ``lists``; there is their place."""
    lists: list[list[str]] = []

    def place(values: list[str]) -> int:
        if values not in lists:
            lists.append(values)
        return lists.index(values)

    short = [
        {**one, "also": {name: place(values) for name, values in one["also"].items()}}
        if "also" in one
        else one
        for one in actions
    ]
    return _with({**view, "lists": lists}, short)


def _refused_together(actions: list[Entry]) -> list[Entry]:
    open_ones = [one for one in actions if not one["refusal"]]
    return [*open_ones, *_together(one for one in actions if one["refusal"])]


def _all_together(actions: list[Entry]) -> list[Entry]:
    return list(_together(actions))


def _in_a_word(actions: list[Entry]) -> list[Entry]:
    """Without the sentence of a refusal: its code and the lights say it."""
    return list(_together({**one, "message": None} for one in actions))


def _without_odds(actions: list[Entry]) -> list[Entry]:
    """Only for tools by the dozen in one department: nobody weighs the odds of a thousand plays."""
    return list(_together({**_unrolled(one), "message": None} for one in actions))


def _unrolled(one: Entry) -> Entry:
    """Without what only matters to who can play it now: the odds and the bond."""
    return {**{name: value for name, value in one.items() if name != "bond"}, "odds": []}


def _together(actions: Iterable[Entry]) -> Iterator[Entry]:
    """Entries of one kind (and mechanism) that are equal but for their arguments, as one."""

    def sort_of(one: Entry) -> list[str]:
        return [one["command"].get(name, "") for name in _FIXED]

    for _, group in groupby(actions, sort_of):
        alike: dict[str, list[Entry]] = {}
        for one in group:
            said = compact({name: value for name, value in one.items() if name != "command"})
            alike.setdefault(said, []).append(one)
        for entries in alike.values():
            yield from _products(entries)


def _products(entries: list[Entry]) -> Iterator[Entry]:
    """Entries that differ in up to two arguments, as few entries with ``also``."""
    names = [name for name in entries[0]["command"] if name not in _FIXED]
    if not names or len(entries) == 1:
        yield from entries
        return
    *outer, inner = names
    rows: dict[tuple[str, ...], list[str]] = {}
    for one in entries:
        rows.setdefault(tuple(one["command"][name] for name in outer), []).append(one["command"][inner])
    blocks: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for row, values in rows.items():
        blocks.setdefault(tuple(values), []).append(row)
    for said, own in blocks.items():
        command = {**entries[0]["command"], **dict(zip(outer, own[0], strict=True)), inner: said[0]}
        also = {name: [row[i] for row in own[1:]] for i, name in enumerate(outer)} | {inner: list(said[1:])}
        more = {name: found for name, found in also.items() if found}
        yield {**entries[0], "command": command, **({"also": more} if more else {})}
