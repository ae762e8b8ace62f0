"""The one filter for facts: what everybody who is told may know (§9)."""

from dataclasses import replace

from game.rules.fact import Fact, Guessed


def facts_for(seat: str | None, facts: tuple[Fact, ...], *, over: bool) -> tuple[Fact, ...]:
    """The facts as a seat (none: an onlooker) may know them.

    All dice and moves are open. A guess is its own seat's secret until the end (8.5): the others learn
    only that it was made.
    """
    if over:
        return facts
    return tuple(
        replace(fact, motive=None) if isinstance(fact, Guessed) and fact.seat != seat else fact
        for fact in facts
    )
