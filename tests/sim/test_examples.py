"""The examples of the documentation run as they stand."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import Values, tiny_bytes

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"


def run(name: str, *words: str | int | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(EXAMPLES / name), *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


def test_the_sweep_draws_points_that_fall_with_difficulty(tmp_path: Path) -> None:
    ran = run("sweep.py", "--games", 200, "--output", tmp_path / "sweep.svg")
    assert ran.returncode == 0, ran.stderr
    means = [float(line.split()[2]) for line in ran.stdout.splitlines() if line.startswith("difficulty")]
    assert len(means) == 5
    assert means[0] > means[-1]
    assert (tmp_path / "sweep.svg").read_text().rstrip().endswith("</svg>")


def easy(values: Values) -> None:
    values["balance"] = {
        "departments": [2],
        "games": 200,
        "targets": {"lost_weeks": {"players": "cooperative", "max_mean": 4}},
    }


def impossible(values: Values) -> None:
    easy(values)
    values["balance"]["targets"] = {
        "medal_rate": {"players": "random", "medal": "gold", "within": [0.9, 1.0]}
    }


def aimless(values: Values) -> None:
    del values["balance"]


def alone(values: Values) -> None:
    """No two of its mechanisms that tell how or why lift from the same step."""
    easy(values)
    values["balance"]["targets"] = {"strong_mechanisms": {"max_ratio": 1.5}}


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (["easy"], 0),
        (["aimless", "easy", "impossible"], 1),
        (["broken", "impossible"], 3),
        (["aimless", "easy"], 2),
        (["alone", "easy"], 2),
        ([], 2),
    ],
)
def test_the_gate_lets_through_what_is_not_missed(tmp_path: Path, files: list[str], code: int) -> None:
    contents = {
        "easy": tiny_bytes(easy),
        "impossible": tiny_bytes(impossible),
        "aimless": tiny_bytes(aimless),
        "alone": tiny_bytes(alone),
        "broken": tiny_bytes(easy).replace(b'"weeks"', b'"weken"').replace(b"weeks:", b"weken:"),
    }
    for name in files:
        (tmp_path / f"{name}.yaml").write_bytes(contents[name])
    ran = run("ci_gate.py", tmp_path, "--games", 200)
    assert ran.returncode == code, ran.stdout + ran.stderr
    assert "Traceback" not in ran.stderr
    assert ran.stdout


def test_the_gate_is_shut_where_there_is_no_folder(tmp_path: Path) -> None:
    ran = run("ci_gate.py", tmp_path / "nowhere")
    assert (ran.returncode, "no folder" in ran.stdout) == (2, True)
