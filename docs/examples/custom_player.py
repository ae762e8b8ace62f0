"""A computer player of one's own, against the shipped ones: ``python docs/examples/custom_player.py``.

A player is a function. It gets the view of its seat, the same that a person's phone gets (everything that
is open, its own personal motive, and ``actions``: every command with price and odds), and gives one of the
commands in it. It is asked in plain Python, so a few dozen games take some seconds.
"""

from typing import Any

from sim import simulate


def expected(action: dict[str, Any]) -> float:
    """How many tokens a play may be expected to lift: the mean over the cases that are still possible."""
    chances = [one["dice"] * (7 - one["difficulty"]) / 6 for one in action["odds"]]
    return sum(chances) / len(chances) if chances else 0.0


def careful(view: dict[str, Any]) -> dict[str, str]:
    """Shakes every hand first; then plays what lifts most for an hour, with people it has talked to."""
    legal = [action for action in view["actions"] if action["refusal"] is None]
    for action in legal:
        command = action["command"]
        if command["kind"] == "talk" and not view["handshake"][command["audience"]]:
            return dict(command)
    plays = [action for action in legal if action["command"]["kind"] == "play"]
    if plays:
        best = max(plays, key=lambda action: expected(action) / action["price"]["hours"])
        return dict(best["command"])
    return dict(legal[0]["command"])


def main(games: int = 20) -> None:
    """Play the banana stall with three careful departments, with one among cooperative ones, and without."""
    line_ups: dict[str, Any] = {
        "three careful": careful,
        "one careful": [careful, "cooperative", "cooperative"],
        "none": "cooperative",
    }
    for name, players in line_ups.items():
        result = simulate("fruit-stall", games, players, departments=3, seed=1)
        print(f"{name:14} {result.points.mean():6.1f} points, medals {result.summary()['medals']}")


if __name__ == "__main__":
    main()
