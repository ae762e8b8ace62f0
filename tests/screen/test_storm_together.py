"""Whatever people do at a board, at the trainer's panel and on phones, all at once: the game stays whole."""

from collections import Counter
from pathlib import Path

import pytest

from tests.screen.storms.together import PhoneStorm


def rage(folder: Path, seeds: range, turns: int) -> tuple[Counter[str], Counter[str]]:
    """So many storms: how often each scene was seen on the board, and what else was counted."""
    scenes: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for seed in seeds:
        storm = PhoneStorm(folder / str(seed), seed)
        storm.rage(turns)
        scenes += storm.watch.seen
        counts += storm.crowd.said
        counts.update(
            acknowledged=len(storm.crowd.acked),
            restarts=storm.restarts,
            desk=storm.desk.seen["DeskScene"],
            stills=storm.watch.stills + storm.desk.stills,
        )
    return scenes, counts


def test_a_storm_of_people_with_phones_loses_nothing_and_ends_in_step(tmp_path: Path) -> None:
    scenes, counts = rage(tmp_path, range(1), 150)
    assert {"LobbyScene", "TrainerScene"} <= scenes.keys()
    assert counts["desk"], "the trainer's window was open"
    assert counts["acknowledged"], "something was done from phones"
    assert counts["welcome"] > counts["restarts"], "people came"


@pytest.mark.torture
def test_a_hundred_storms_of_people_with_phones_lose_nothing_and_end_in_step(tmp_path: Path) -> None:
    scenes, counts = rage(tmp_path, range(1, 101), 300)
    assert {"OurWhyScene", "EventScene", "WorkScene", "PauseScene", "AskScene", "ScoreScene"} <= scenes.keys()
    assert counts["restarts"] >= 50, "programs were ended in the middle"
    assert counts["stills"] >= 100, "they came to rest"
    for said in ("closed", "refused", "proposal", "proposal_ended", "nack"):
        assert counts[said] >= 50, said
