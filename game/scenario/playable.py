"""Whether a scenario can be played with each number of departments that it promises."""

from collections.abc import Iterator

from game.rules.limits import POWERS, TOOLS
from game.scenario.demands import DEFAULT_WEEKS
from game.scenario.parts import HOURS, Unlock
from game.scenario.spots import Report, Spot

MEDALS = ("bronze", "silver", "gold")


def check_playable(file: Spot, report: Report) -> None:
    """Report, for each number of departments, what keeps it from being played."""
    supported = dict(file["in_play"].numbered())
    for seats, line_up in supported.items():
        if seats not in HOURS:
            continue  # the key itself was reported
        _line_up(seats, line_up, report)
        _medals(seats, file["goal"]["medals"], report)
        _tools(file, seats, line_up, report)
    for seats, _ in file["goal"]["medals"].numbered():
        if seats in HOURS and supported and seats not in supported:
            report.add("not_supported", file["goal"]["medals"][seats].path, key=True, seats=seats)
    personal = file["personal_motives"]
    if supported and personal.size and personal.size < max(supported) <= max(HOURS):
        report.add(
            "too_few_personal_motives", personal.path, key=True, seats=max(supported), actual=personal.size
        )
    _powers(file, report)


def _line_up(seats: int, line_up: Spot, report: Report) -> None:
    if line_up.size is not None and line_up.size != seats:
        report.add("wrong_number_in_play", line_up.path, key=True, seats=seats, actual=line_up.size)
    if seats > 3:
        for seat in line_up:
            if seat["also"].size:
                report.add("also_not_allowed", seat["also"].path, key=True, seats=seats)


def _medals(seats: int, medals: Spot, report: Report) -> None:
    if not isinstance(medals.value, dict):
        return
    if not medals[seats].given:
        report.add("medals_missing", medals.path, key=True, seats=seats)
    points = [medals[seats][medal].whole for medal in MEDALS]
    bronze, silver, gold = points
    if bronze is None or silver is None or gold is None:
        return
    if not bronze < silver < gold:
        report.add("medals_not_rising", medals[seats].path, key=True, seats=seats)


def toolboxes(file: Spot, line_up: Spot) -> Iterator[list[str]]:
    """The mechanisms that each seat of a line-up runs: its own, and those of ``also``, each once."""
    boxes = {d["id"].text: [tool.text or "" for tool in d["toolbox"]] for d in file["departments"]}
    for seat in line_up:
        owners = [seat["department"].text, *(other.text for other in seat["also"])]
        yield list(dict.fromkeys(tool for owner in owners for tool in boxes.get(owner, ())))


def _tools(file: Spot, seats: int, line_up: Spot, report: Report) -> None:
    boxes = list(toolboxes(file, line_up))
    pairs = sum(map(len, boxes))
    if pairs > TOOLS:
        report.add("too_many_tools", line_up.path, key=True, seats=seats, actual=pairs, limit=TOOLS)
    mechanisms = {entry["id"].text: entry for entry in file["mechanisms"]}
    in_play = {tool for box in boxes for tool in box}
    known = [mechanisms[tool] for tool in in_play if tool in mechanisms]
    if not known or len(known) < len(in_play) or any(entry["level"].whole is None for entry in known):
        return  # reported already; what the broken ones climb is anybody's guess
    climbed = {entry["level"].whole for entry in known if _can_be_played(file, entry, seats)}
    for level in range(5):
        if level not in climbed:
            report.add("step_missing", line_up.path, key=True, seats=seats, level=level)


def _can_be_played(file: Spot, mechanism: Spot, seats: int) -> bool:
    """Whether it fits the weeks, the hours and the channels; what is malformed counts as fitting."""
    default = Unlock().mechanisms_above_follower
    above = file["unlock"]["mechanisms_above_follower"].whole or default
    first = mechanism["first_week"].whole or (1 if (mechanism["level"].whole or 0) <= 1 else above)
    if first > (file["weeks"].whole or DEFAULT_WEEKS):
        return False
    hours = file["rules"]["hours"][seats].whole or HOURS[seats]
    if (mechanism["hours"].whole or 1) > hours:
        return False
    audiences = list(file["audiences"])[: seats + 1]
    channels = {channel.text for audience in audiences for channel in audience["channels"]}
    return mechanism["channel"].text in channels or not channels or mechanism["channel"].text is None


def _powers(file: Spot, report: Report) -> None:
    """A power that is given away must be in stock at the start, or come with an event."""
    effects = [
        effect for event in file["events"] for option in event["options"] for effect in option["effects"]
    ]
    gained = {effect["power"].text for effect in effects if (effect["n"].whole or 0) > 0}
    for mechanism in file["mechanisms"]:
        power = mechanism["power"]
        if power.text not in POWERS or mechanism["level"].whole != 4:
            continue
        if not file["powers"][power.text].whole and power.text not in gained:
            report.add("power_never_in_stock", power.path, power=power.text)
