"""Team points with the tokens where they stand in a view, or in a whole state as JSON (rule 8.1)."""

from collections.abc import Mapping
from typing import Any

from game.rules.score import worth
from game.scenario.models import Scenario


def points_of(view: Mapping[str, Any], scenario: Scenario) -> int:
    """As ``rules.score.board_points``, of what everybody may know: tokens, bonus and lost weeks."""
    tokens = sum(
        sum(cell) * worth(level) for cells in view["tokens"].values() for level, cell in enumerate(cells)
    )
    return int(tokens + view["bonus"] - view["lost_weeks"] * scenario.rules.lost_week_points)
