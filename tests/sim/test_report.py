"""The report: one page that stands alone, says what was found, and trusts no scenario."""

import shlex
from dataclasses import replace
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import typer
from matplotlib.text import Text
from typer.testing import CliRunner

from game.app import balancing, journals
from game.words.catalogue import LANGUAGES, Language
from sim import Judgement, balance, simulate
from sim.drawing import sheet
from sim.naming import spread
from sim.plots import ladder_plot, mechanisms_plot, points_plot, seats_plot
from sim.report import comeback, replay_command, report, write_report
from sim.sensitivity import Sensitivity, sensitivity
from sim.sentences import sentence
from sim.standouts import standouts, uses
from tests.builders import Values, tiny_bytes, tiny_scenario

GAMES = 600
ATTACK = "--></title><script>alert(1)</script>&amp; $\\frac{1}$ <b>"
FORMULA = "$x_{$ & <i>]]></i>"


class Page(HTMLParser):
    """Collects the elements of a page, their attributes and their text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


@pytest.fixture(scope="module")
def judged() -> Judgement:
    return balance(tiny_scenario(), GAMES, measures=True)


@pytest.fixture(scope="module")
def decides(tmp_path_factory: pytest.TempPathFactory) -> Sensitivity:
    path = tmp_path_factory.mktemp("tiny") / "tiny.yaml"
    path.write_bytes(tiny_bytes())
    return replace(sensitivity(path, 30, paths=0), name="tiny")


def test_what_was_not_measured_is_left_out() -> None:
    page = Page(report([balance(tiny_scenario(), 20)], "en"))
    assert "Attention" not in page.text
    assert "What decides" not in page.text


def test_the_best_comeback_won_its_medal_late(judged: Judgement) -> None:
    result = judged.best[3].result
    game = comeback(result)
    assert result.medal[game] == result.medal.max()
    same = result.medal == result.medal[game]
    assert result.bronze_week[game] == result.bronze_week[same].max()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_every_verdict_and_shows_every_picture(
    judged: Judgement, decides: Sensitivity, language: Language
) -> None:
    page = Page(report([judged], language, [decides]))
    for verdict in judged.verdicts:
        assert sentence(judged.scenario, verdict, language) in page.text
    for mechanism in judged.scenario.mechanisms:
        assert mechanism.name.get(language) in page.text
    pictures = [attributes for tag, attributes in page.elements if tag == "svg"]
    # Ladder, what decides; for each number of departments points, seats, pyramid, attention, mechanisms.
    assert len(pictures) == 2 + 2 * 5
    assert all(picture["aria-label"] for picture in pictures)
    assert ("html", {"lang": language}) in page.elements
    assert "{" not in "".join(part for part in page.words if "--ink" not in part and "stroke" not in part)


def test_it_needs_nothing_from_elsewhere(judged: Judgement) -> None:
    page = Page(report([judged], "en"))
    assert not {tag for tag, _ in page.elements} & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "base",
        "image",
    }
    for _, attributes in page.elements:
        for name, value in attributes.items():
            assert not name.startswith("on")
            assert "//" not in (value or "")
            if name in ("href", "xlink:href", "src"):
                assert (value or "").startswith("#")
    assert "url(http" not in page.text
    assert "@import" not in page.text


def test_hostile_texts_stay_texts() -> None:
    def hostile(values: Values) -> None:
        values["title"] = ATTACK[:24]
        values["summary"] = ATTACK
        for part in (*values["departments"], *values["mechanisms"]):
            part["name"] = FORMULA
        for department in values["departments"]:
            department["short"] = "</svg><i>"

    found = balance(tiny_scenario(hostile), GAMES, measures=True)
    plain = {tag for tag, _ in Page(report([balance(tiny_scenario(), GAMES, measures=True)], "nl")).elements}
    for language in LANGUAGES:
        page = Page(report([found], language))
        assert {tag for tag, _ in page.elements} == plain
        assert ATTACK in page.text
        assert page.text.count(FORMULA) > len(found.scenario.mechanisms)
        assert "</svg><i>" in page.text


def test_pictures_are_whole_svg_whatever_stands_in_them() -> None:
    def odd(values: Values) -> None:
        for number, part in enumerate((*values["departments"], *values["mechanisms"])):
            part["name"] = ("漢字 😀", "a--b", "%s {x} \\", FORMULA)[number % 4]

    found = balance(tiny_scenario(odd), GAMES)
    line_up = found.best[3]
    drawn = [ladder_plot(found, "nl"), points_plot(found, 3, "nl"), seats_plot(found, 3, "nl")]
    for svg in (*drawn, mechanisms_plot(line_up, uses(line_up.result), "nl")):
        namespaces = ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        assert ET.fromstring(svg.replace("<svg", f"<svg{namespaces}", 1)).tag.endswith("svg")


def test_the_same_study_gives_the_same_page(judged: Judgement) -> None:
    assert report([judged], "nl") == report([balance(tiny_scenario(), GAMES, measures=True)], "nl")


def test_several_scenarios_share_a_page(judged: Judgement) -> None:
    page = Page(report([judged, judged], "en"))
    assert sum(tag == "article" for tag, _ in page.elements) == 2
    assert [target for target in links(page) if "scenario" in target] == ["scenario-1", "scenario-2"]


def links(page: Page) -> list[str]:
    """Where the links of a page lead to, on that page."""
    return [(said["href"] or "").removeprefix("#") for tag, said in page.elements if tag == "a"]


def test_the_contents_lead_to_every_heading_and_to_nothing_else(
    judged: Judgement, decides: Sensitivity
) -> None:
    for chapters, weights in (([judged], [decides]), ([judged, judged], [])):
        page = Page(report(chapters, "nl", weights))
        headings = [said["id"] for tag, said in page.elements if tag == "h2"]
        assert len(headings) == len(set(headings))
        parts = [target for target in links(page) if "scenario" not in target]
        assert sorted(set(parts)) == sorted(filter(None, headings))
    bare = Page(report([balance(tiny_scenario(only_weeks), 20)], "en"))
    assert set(links(bare)) == {said["id"] for tag, said in bare.elements if tag == "h2"}


def only_weeks(values: Values) -> None:
    values["balance"]["targets"] = {"lost_weeks": {"players": "silo", "max_mean": 4}}


def test_without_ladder_and_seats_there_are_no_such_pictures() -> None:
    page = Page(report([balance(tiny_scenario(only_weeks), GAMES)], "en"))
    assert sum(tag == "svg" for tag, _ in page.elements) == 2 * 2  # points and mechanisms


def test_a_replay_command_plays_that_very_game(tmp_path: Path) -> None:
    path = tmp_path / "it's mine.yaml"
    path.write_bytes(tiny_bytes())
    found = balance(path, 50, seed=4)
    line_up = found.best[3]
    result = line_up.result
    game = int(result.points.argmax())
    piramide, *words = shlex.split(replay_command(found, line_up, game))
    assert piramide == "piramide"
    app = typer.Typer()
    journals.register(app)
    ran = CliRunner().invoke(app, [*words, "--lang", "en"])
    assert ran.exit_code == 0
    assert f"{result.points[game]} points" in ran.stdout.splitlines()[-1] + ran.stdout
    text = Page(report([found], "en")).text
    for which in (game, int(result.points.argmin())):
        assert f"--game {which} " in text


def test_what_stands_out_lifts_more_than_the_others_on_its_step() -> None:
    result = simulate(tiny_scenario(), 300, "random", 3)
    found = {use.mechanism: use for use in uses(result)}
    assert list(found) == list(result.mechanisms_in_play)
    outstanding = standouts(result)
    assert outstanding
    assert [use.extra for use in outstanding] == sorted((use.extra for use in outstanding), reverse=True)
    for use in outstanding:
        assert use.per_hour > use.others > 0
    chat, leaflet, course = found["chat"], found["leaflet"], found["course"]
    assert chat.departments == ("shop", "kitchen")
    assert (chat.per_hour, chat.others) == (leaflet.others, leaflet.per_hour)
    assert chat.extra == pytest.approx(chat.lifted - chat.hours * leaflet.per_hour)
    assert course.hours == pytest.approx(2 * course.plays)
    assert course.extra == 0  # alone on its step: nothing to compare with


def test_beside_something_that_nobody_plays_nothing_stands_out(judged: Judgement) -> None:
    chat = next(use for use in uses(judged.best[3].result) if use.mechanism == "chat")
    assert (chat.others, chat.extra) == (0, 0)


def test_names_in_a_picture_lie_on_no_other_name_and_on_no_mark() -> None:
    marks = [(2.0 + 0.1 * n, 1.0 + 0.02 * (n % 3)) for n in range(6)]
    with sheet(3.0) as figure:
        axes = figure.subplots()
        axes.set_xlim(0, 5)
        axes.set_ylim(0, 3)
        spread(axes, dict.fromkeys(marks[:4], "A rather long name"), marks)
        figure.draw_without_rendering()
        boxes = [Text.get_window_extent(text) for text in axes.texts]
        assert len(boxes) == 4
        for one, other in combinations(boxes, 2):
            assert not one.overlaps(other)
        for box in boxes:
            assert not any(box.contains(*axes.transData.transform(mark)) for mark in marks)
            assert axes.get_window_extent().fully_overlaps(box)


# The command


def run(*words: str | int | Path) -> tuple[int, str]:
    app = typer.Typer()
    balancing.register(app)
    ran = CliRunner().invoke(app, ["balance", *map(str, words)])
    return ran.exit_code, ran.stderr


def test_the_command_writes_the_report_beside_its_verdict(tmp_path: Path) -> None:
    path = tmp_path / "tiny.yaml"
    path.write_bytes(tiny_bytes())
    code, said = run(path, "--games", 20, "--report", tmp_path / "report.html", "--lang", "nl")
    assert code == 4
    assert "Verslag" in said
    assert (tmp_path / "report.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_verdicts_are_told_also_if_the_disk_is_full_by_then(tmp_path: Path) -> None:
    path = tmp_path / "tiny.yaml"
    path.write_bytes(tiny_bytes())
    app = typer.Typer()
    balancing.register(app)
    words = ["balance", str(path), "--games", "20", "--report", "/dev/full", "--lang", "en"]
    ran = CliRunner().invoke(app, words)
    assert ran.exit_code == 2
    assert f"({path})" in ran.stdout.splitlines()[0]
    assert "/dev/full cannot be written: the disk is full" in ran.stderr


def test_a_report_that_cannot_be_written_is_refused_before_playing(tmp_path: Path) -> None:
    for place in (tmp_path / "nowhere" / "report.html", tmp_path):
        code, said = run("fruit-stall", "--games", 10_000_000, "--report", place, "--lang", "en")
        assert code == 2
        assert "cannot be written" in said


def test_an_unwritable_place_is_an_error_of_the_user(judged: Judgement, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="Is a directory"):
        write_report(tmp_path, [judged], "en")
