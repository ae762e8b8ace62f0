"""What the rules ask of each part of a scenario, beyond its type."""

from typing import get_args

from game.scenario.references import once
from game.scenario.spots import Report, Spot
from game.scenario.texts import OrganisationMeasure
from game.words.catalogue import LANGUAGES

DEFAULT_WEEKS = 8
SHORT = 12
CROWDED = (4, 5, 6)
"""Numbers of departments with which a longer name does not fit on its stick."""


def check_demands(file: Spot, report: Report) -> None:
    """Report every part of the file that breaks a rule of its own."""
    _why_sentences(file, report)
    for mechanism in file["mechanisms"]:
        _mechanism(mechanism, report)
    _short_names(file, report)
    for department in file["departments"]:
        _measure(department["kpi"], report)
    for personal in file["personal_motives"]:
        _measure(personal, report)
        _comparison(personal, report, ("at_least", "at_most", "highest"))
    for condition in file["goal"]["conditions"]:
        _measure(condition, report)
        _comparison(condition, report, ("at_least", "at_most"))
    _events(file, report)
    for entry in file["audiences"]:
        _audience(entry, report)
    _balance(file, report)


def _why_sentences(file: Spot, report: Report) -> None:
    sentences = file["organisation"]["why_sentences"]
    if sentences.size and sum(bool(sentence["motives"].size) for sentence in sentences) < 2:
        report.add("two_sentences_with_motives", sentences.path, key=True)


def _mechanism(mechanism: Spot, report: Report) -> None:
    level, power = mechanism["level"].whole, mechanism["power"]
    if level == 4 and not power.given:
        report.add("power_needed", mechanism["level"].path)
    if power.given and level is not None and level != 4:
        report.add("power_only_at_level_4", power.path, key=True)
    messages = mechanism["motives"].size
    if mechanism["broadcast"].value is True:
        if messages:
            report.add("broadcast_without_motives", mechanism["motives"].path, key=True)
    elif mechanism["broadcast"].value in (None, False) and not mechanism["motives"].value:
        report.add("motives_needed", mechanism["motives"].path, key=True)


def _short_names(file: Spot, report: Report) -> None:
    crowded = {seat["department"].text for count in CROWDED for seat in file["in_play"][count]}
    for department in file["departments"]:
        if department["id"].text not in crowded or department["short"].given:
            continue
        name = department["name"]
        texts = [name.text] if name.text else [name[language].text for language in LANGUAGES]
        if any(text and len(text) > SHORT for text in texts):
            report.add("short_name_needed", name.path, limit=SHORT)


def _measure(part: Spot, report: Report) -> None:
    measure, level, best = part["measure"].text, part["level"], part["best"]
    if measure is None:
        return
    if level.given and measure not in {"lifted", "tokens_at_least"}:
        report.add("level_not_used", level.path, key=True, measure=measure)
    if measure == "lifted" and level.whole == 5:
        report.add("too_large", level.path, limit=4)
    if measure == "tokens_at_least" and not level.given:
        report.add("missing_field", part.path, field="level")
    if best.value is True and measure != "tokens_at_least":
        report.add("best_not_used", best.path, key=True, measure=measure)


def _comparison(part: Spot, report: Report, ways: tuple[str, ...]) -> None:
    if not isinstance(part.value, dict):
        return
    given = [way for way in ways if part[way].given]
    if len(given) != 1:
        report.add("one_comparison", (part[given[1]] if given else part).path, key=True, ways=", ".join(ways))
    if part["highest"].value is True and part["measure"].text in get_args(OrganisationMeasure):
        report.add("highest_of_seats", part["highest"].path, key=True, measure=part["measure"].text)


def _events(file: Spot, report: Report) -> None:
    weeks = file["weeks"].whole or DEFAULT_WEEKS
    taken: dict[int, str | None] = {}
    for event in file["events"]:
        week = event["week"]
        if week.whole is not None:
            if 12 >= week.whole > weeks:
                report.add("week_after_the_last", week.path, week=week.whole, weeks=weeks)
            elif week.whole in taken:
                report.add("week_taken", week.path, week=week.whole, event=taken[week.whole])
            taken.setdefault(week.whole, event["id"].text)
        options = event["options"]
        prices = [option["hours"].value or 0 for option in options]
        if prices and 0 not in prices:
            report.add("free_option_needed", options.path, key=True)
        for option in options:
            if len(prices) > 1 and isinstance(option.value, dict) and not option["label"].given:
                report.add("label_needed", option.path)


def _audience(entry: Spot, report: Report) -> None:
    counts = [tokens.whole for tokens in entry["tokens"]]
    if counts and all(count == 0 for count in counts):
        report.add("no_tokens", entry["tokens"].path)


def _balance(file: Spot, report: Report) -> None:
    supported = {seats for seats, _ in file["in_play"].numbered()}
    balance = file["balance"]
    for number in balance["departments"]:
        if number.whole is not None and supported and number.whole not in supported:
            report.add("not_supported", number.path, seats=number.whole)
    targets = balance["targets"]
    once(report, targets["ladder"])
    for target, largest in (("medal_rate", 1), ("seat_share", 6)):
        within = targets[target]["within"]
        numbers = [spot.number for spot in within]
        for spot in within:
            if spot.number is not None and not 0 <= spot.number <= largest:
                report.add("share_out_of_range", spot.path, limit=largest)
        if len(numbers) == 2 and numbers[0] is not None and numbers[1] is not None:
            low, high = numbers[0], numbers[1]
            if low >= high:
                report.add("range_not_rising", within.path)
