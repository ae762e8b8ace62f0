"""Random play of OpenSpiel and PettingZoo from Python; run by ``peers`` in a virtual environment of its own.

Prints one JSON object for each game: its name, actions and seconds. Needs nothing of Piramide.
"""

import importlib
import json
import random
import sys
from time import process_time
from typing import Any

SPIEL = ("connect_four", "hearts", "gin_rummy", "backgammon")
ZOO = ("connect_four_v3", "tictactoe_v3")


def spiel(name: str, seconds: float) -> tuple[int, float]:
    """Games of OpenSpiel at random: actions (chance too) and seconds of processor time."""
    pyspiel: Any = importlib.import_module("pyspiel")
    game = pyspiel.load_game(name)
    luck = random.Random(1)
    actions, start = 0, process_time()
    while process_time() - start < seconds:
        state = game.new_initial_state()
        while not state.is_terminal():
            if state.is_chance_node():
                outcomes, chances = zip(*state.chance_outcomes(), strict=True)
                state.apply_action(luck.choices(outcomes, chances)[0])
            else:
                state.apply_action(luck.choice(state.legal_actions()))
            actions += 1
    return actions, process_time() - start


def zoo(name: str, seconds: float) -> tuple[int, float]:
    """Games of PettingZoo at random: actions and seconds of processor time."""
    import numpy as np  # noqa: PLC0415

    env = importlib.import_module(f"pettingzoo.classic.{name}").env()
    luck = random.Random(1)
    actions, start = 0, process_time()
    while process_time() - start < seconds:
        env.reset(seed=luck.randrange(1 << 30))
        for _ in env.agent_iter():
            observation, _, is_over, is_cut, _ = env.last()
            if is_over or is_cut:
                env.step(None)
                continue
            env.step(int(luck.choice(np.flatnonzero(observation["action_mask"]))))
            actions += 1
    return actions, process_time() - start


def main() -> None:
    """Play each game for so many seconds; what is not installed says so."""
    seconds = float(sys.argv[1])
    for peer, names, play in (("OpenSpiel", SPIEL, spiel), ("PettingZoo", ZOO, zoo)):
        for name in names:
            try:
                actions, spent = play(name, seconds)
            except ImportError as missing:
                print(json.dumps({"peer": peer, "game": name, "missing": str(missing)}), flush=True)
                continue
            print(json.dumps({"peer": peer, "game": name, "actions": actions, "seconds": spent}), flush=True)


if __name__ == "__main__":
    main()
