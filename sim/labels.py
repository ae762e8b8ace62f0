"""What a number of a scenario file is, in words: “Expert guide: difficulty”."""

from game.scenario.models import Scenario
from game.words.catalogue import Words
from sim.figures import Figure
from sim.wording import DOMAIN as BALANCE

DOMAIN = "study"


def label(scenario: Scenario, figure: Figure, words: Words) -> str:
    """The name of a number, for whoever wrote the scenario; ``words`` are those of ``DOMAIN``."""
    key = figure.shape.replace(".*", "")
    return words(f"figure.{key}", subject=_subject(scenario, figure, words), place=_place(figure, words))


def _subject(scenario: Scenario, figure: Figure, words: Words) -> str:
    """The thing of the scenario that the number belongs to."""
    section, entry = figure.path[0], figure.path[1]
    language = words.language
    if section == "powers":
        return words(f"power.{entry}")
    if section == "unlock":
        return words(f"unlocked.{entry}")
    if section == "mechanisms":
        return scenario.mechanisms[int(entry)].name.get(language)
    if section == "audiences":
        return scenario.audiences[int(entry)].name.get(language)
    if section == "departments":
        return scenario.departments[int(entry)].name.get(language)
    if section == "personal_motives":
        return scenario.personal_motives[int(entry)].text.get(language)
    if section == "events":
        return scenario.events[int(entry)].title.get(language)
    return ""


def _place(figure: Figure, words: Words) -> str:
    """Which one of several: a level, a number of departments, an option of an event."""
    path = figure.path
    match path[0]:
        case "audiences" if path[2] == "tokens":
            return Words(BALANCE, words.language)(f"level.{path[3]}")
        case "events":
            return str(int(path[3]) + 1)
        case "rules" | "goal" if len(path) > 2:
            return str(path[2])
        case _:
            return ""
