"""Verdicts in sentences that name numbers and lines, for trainers."""

from collections.abc import Iterator
from math import isnan
from typing import assert_never

from game.scenario.models import Scenario
from game.words.catalogue import Language, Words
from sim.balancing import Judgement, Pointer, Verdict, finite
from sim.labels import DOMAIN as LABELS
from sim.labels import label
from sim.statistics import Interval
from sim.wording import DOMAIN, count, number, percent, percent_span, span


def row(judgement: Judgement, verdict: Verdict, language: Language) -> dict[str, object]:
    """One entry of ``piramide balance --json``: the contract's names, then what else is known."""
    return {
        "scenario": judgement.scenario.id,
        "target": verdict.target,
        "line": verdict.line,
        "status": verdict.status,
        "value": finite(verdict.found.value),
        "low": finite(verdict.found.low),
        "high": finite(verdict.found.high),
        "wanted": verdict.wanted.said,
        "games": verdict.games,
        "sentence": sentence(judgement.scenario, verdict, language),
        "file": judgement.name,
        "departments": verdict.departments,
        "players": list(verdict.players),
        "subject": verdict.subject,
        "see": [pointer.json() for pointer in verdict.see],
        "helps": None if verdict.helps is None else verdict.helps.json(),
    }


def sentence(scenario: Scenario, verdict: Verdict, language: Language) -> str:
    """The verdict: what was found, what was wanted, how it stands, and where to look."""
    words = Words(DOMAIN, language)
    parts = [_found(scenario, verdict, words), _standing(verdict, words), *_where(scenario, verdict, words)]
    return " ".join(parts)


def name_of(scenario: Scenario, pointer: Pointer, language: Language) -> str:
    """What the scenario calls the thing that a verdict points at."""
    match pointer.what:
        case "department":
            return scenario.department(pointer.id).name.get(language)
        case "mechanism":
            return scenario.mechanism(pointer.id).name.get(language)
        case _:
            assert_never(pointer.what)


def _found(scenario: Scenario, verdict: Verdict, words: Words) -> str:
    language = words.language
    found, wanted = verdict.found, verdict.wanted
    common: dict[str, object] = {"departments": verdict.departments}
    if verdict.players:
        common["players"] = words(f"players.{verdict.players[0]}")
    match verdict.target:
        case "medal_rate":
            return words(
                "found.medal_rate",
                medal=words(f"reached.{wanted.said['medal']}"),
                value=percent(found.value, language),
                span=percent_span(found, language),
                low=_rounded(wanted.low, language),
                high=_rounded(wanted.high, language),
                **common,
            )
        case "seat_share":
            name = scenario.department(verdict.subject or "").name.get(language)
            if isnan(found.value):
                return words("found.no_medals", seat=name, **common)
            share = 1 / verdict.departments  # a fair share
            return words(
                "found.seat_share",
                seat=name,
                value=percent(found.value * share, language),
                span=percent_span(found.scaled(share), language),
                low=_rounded(wanted.low * share, language),
                high=_rounded(min(wanted.high * share, 1), language),
                **common,
            )
        case "ladder":
            is_less = found.value < 0
            shown = Interval(-found.value, -found.high, -found.low) if is_less else found
            return words(
                "found.ladder_down" if is_less else "found.ladder",
                value=number(shown.value, 1, language),
                span=span(shown, 1, language),
                lower=words(f"players.{verdict.players[1]}"),
                **common,
            )
        case "lost_weeks":
            return words(
                "found.lost_weeks",
                value=number(found.value, 2, language),
                span=span(found, 2, language),
                most=number(wanted.high, 2, language),
                **common,
            )
        case "dead_mechanisms":
            names = ", ".join(_named(scenario, pointer, words) for pointer in verdict.see)
            if not names:
                return words("found.none_dead", **common)
            return words.count(
                "found.dead", len(verdict.see), names=names, most=number(wanted.high, 0, language), **common
            )
        case "strong_mechanisms" if not verdict.see:
            return words("found.strong_alone", **common)
        case "strong_mechanisms":
            return words.count(
                "found.strong",
                len(verdict.see),
                names=", ".join(_named(scenario, pointer, words) for pointer in verdict.see),
                value=number(found.value, 2, language),
                most=number(wanted.high, 2, language),
                **common,
            )
        case _:
            assert_never(verdict.target)


def _rounded(share: float, language: Language) -> str:
    """A bound as a percentage, with as many decimals as it has, at most two."""
    digits = next((few for few in (0, 1) if abs(100 * share - round(100 * share, few)) < 0.005), 2)
    return percent(share, language, digits)


def _named(scenario: Scenario, pointer: Pointer, words: Words) -> str:
    name = name_of(scenario, pointer, words.language)
    return name if pointer.line is None else words("where.named", name=name, line=pointer.line)


def _standing(verdict: Verdict, words: Words) -> str:
    match verdict.status:
        case "met":
            return words("standing.met")
        case "missed":
            side = "above" if verdict.is_above else "below"
            return words(f"standing.{side}.{verdict.target}")
        case "undecided" if verdict.target == "strong_mechanisms":
            return words("standing.open")
        case "undecided":
            return words.count("standing.undecided", verdict.games, n=count(verdict.games, words.language))
        case _:
            assert_never(verdict.status)


def _where(scenario: Scenario, verdict: Verdict, words: Words) -> Iterator[str]:
    for pointer in verdict.see:
        if verdict.target in ("dead_mechanisms", "strong_mechanisms") or pointer.line is None:
            continue
        name = name_of(scenario, pointer, words.language)
        if pointer.what == "mechanism":
            yield words("where.standout", name=name, line=pointer.line)
        elif verdict.status != "met":
            yield words("where.kpi", name=name, line=pointer.line)
    if verdict.helps is not None:
        yield words(
            "where.remedy",
            name=label(scenario, verdict.helps.figure, Words(LABELS, words.language)),
            old=verdict.helps.figure.value,
            new=verdict.helps.to,
            line=verdict.helps.figure.line,
            games=count(verdict.helps.games, words.language),
            before=percent(verdict.helps.before, words.language, 0),
            after=percent(verdict.helps.after, words.language, 0),
        )
    if verdict.line is not None:
        yield words("where.target", line=verdict.line)
