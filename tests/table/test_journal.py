import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from game.rules import command as c
from game.rules.records import state_hash
from game.table.acts import Next, SetPeople, Start
from game.table.entries import FORMAT, Sources
from game.table.journal import set_aside
from game.table.reading import read
from game.table.replaying import verify
from game.table.table import Accepted, Table
from game.table.trouble import JournalError
from tests.builders import NO_LIBRARY, tiny_bytes
from tests.table.games import new_table, play_on, started, step

MANY = 25


@pytest.fixture
def played(tmp_path: Path) -> Path:
    """A journal of a game of some commands, closed."""
    with started(tmp_path, seed=4) as table:
        play_on(table, Random(4), MANY)
        return table.path


def trouble(path: Path) -> JournalError:
    """What is wrong with a journal; verifying it and going on with it must agree."""
    with pytest.raises(JournalError) as verifying:
        verify(path)
    with pytest.raises(JournalError) as going_on:
        Table.resume(path)
    assert going_on.value.code == verifying.value.code
    assert going_on.value.last_good == verifying.value.last_good
    for language in ("nl", "en"):
        assert str(path) in verifying.value.text(language)
    return verifying.value


def change(path: Path, sql: str, *values: object) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(sql, values)
        connection.commit()


def test_a_closed_journal_is_one_file_that_holds_the_whole_game(played: Path, tmp_path: Path) -> None:
    names = {file.name for file in played.parent.iterdir()}
    assert names == {"game.piramide", "game.piramide-lock"}
    elsewhere = tmp_path / "elsewhere" / "copy.piramide"
    elsewhere.parent.mkdir()
    shutil.copy(played, elsewhere)
    found = verify(elsewhere)
    assert (found.commands, found.entries, found.last_command) == (MANY, MANY + 3, MANY + 3)
    assert read(elsewhere).sources == Sources(tiny_bytes(), NO_LIBRARY)
    assert [file.name for file in elsewhere.parent.iterdir()] == ["copy.piramide"]


def test_a_commit_is_on_the_disk_and_in_the_one_file_when_it_returns(tmp_path: Path) -> None:
    with started(tmp_path, seed=4) as table:
        connection = table._journal._connection
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
        copy = tmp_path / "copy.piramide"
        for _ in range(5):
            step(table, Random(1))
            shutil.copy(table.path, copy)  # without the write-ahead log
            assert verify(copy).entries == table.revision


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let anybody remove an open file")
def test_a_journal_that_is_removed_while_it_is_open_is_written_again(tmp_path: Path) -> None:
    with started(tmp_path / "data", seed=4) as table:
        play_on(table, Random(4), MANY)
        shutil.rmtree(tmp_path / "data")
        step(table, Random(1))
        assert verify(table.path).commands == MANY + 1
        with pytest.raises(JournalError) as second:
            Table.resume(table.path)
        assert second.value.code == "locked"
        step(table, Random(2))
        left = state_hash(table.truth)
    assert verify(table.path).commands == MANY + 2
    with Table.resume(table.path) as again:
        assert state_hash(again.truth) == left


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let anybody move an open file")
def test_a_file_that_took_the_place_of_a_journal_is_left_alone(tmp_path: Path) -> None:
    with started(tmp_path, seed=4) as table:
        table.path.rename(tmp_path / "elsewhere.piramide")
        table.path.write_text("somebody else's")
        with pytest.raises(JournalError) as error:
            step(table, Random(1))
        assert error.value.code == "not_stored_replaced"
        assert table.path.read_text() == "somebody else's"


def test_there_must_be_a_journal_and_a_new_one_never_replaces_one(played: Path, tmp_path: Path) -> None:
    assert trouble(tmp_path / "none.piramide").code == "not_found"
    before = played.read_bytes()
    with pytest.raises(JournalError) as error:
        new_table(tmp_path)
    assert error.value.code == "exists"
    assert played.read_bytes() == before


def test_a_folder_that_cannot_be_written_to_is_said_to_be_so(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    with pytest.raises(JournalError) as error:
        new_table(in_the_way)
    assert error.value.code == "no_access"


def test_files_of_other_programs_and_versions_are_refused(played: Path, tmp_path: Path) -> None:
    text = tmp_path / "text.piramide"
    text.write_text("Once upon a time " * 100)
    assert trouble(text).code == "not_a_journal"
    empty = tmp_path / "empty.piramide"
    empty.touch()
    assert trouble(empty).code == "not_a_journal"
    change(played, "PRAGMA user_version = 9")
    assert trouble(played).code == "other_version"
    change(played, f"PRAGMA user_version = {FORMAT}")
    change(played, "UPDATE game SET engine = 9")
    assert trouble(played).code == "other_rules"
    change(played, "PRAGMA application_id = 7")
    assert trouble(played).code == "not_a_journal"


def test_changed_entries_break_the_chain_at_the_first_of_them(played: Path) -> None:
    pristine = played.read_bytes()
    for sql in (
        "UPDATE entry SET payload = payload || ' ' WHERE seq = 12",
        "UPDATE entry SET state = '00' WHERE seq = 12",
        "UPDATE entry SET chain = x'00' WHERE seq = 12",
        "UPDATE entry SET payload = 12 WHERE seq = 12",
        "UPDATE entry SET kind = 'act' WHERE seq = 12",
        "DELETE FROM entry WHERE seq = 12",
        "UPDATE entry SET seq = -12 WHERE seq = 12",
    ):
        played.write_bytes(pristine)
        change(played, sql)
        found = trouble(played)
        last_good = 0 if "-12" in sql else 11
        assert (found.code, found.last_good) == ("damaged", last_good)
        assert str(last_good + 1) in found.text("en")


def test_a_changed_head_or_scenario_is_noticed(played: Path) -> None:
    pristine = played.read_bytes()
    for sql in (
        "UPDATE game SET seed = seed + 1",
        "UPDATE game SET \"order\" = 'round'",
        "UPDATE game SET \"order\" = 'chaos'",
        "UPDATE game SET seats = 'two'",
        "DELETE FROM game",
        "UPDATE scenario SET content = content || x'0a' WHERE role = 'scenario'",
        "DELETE FROM scenario WHERE role = 'library'",
        "ALTER TABLE game RENAME COLUMN seed TO sad",
    ):
        played.write_bytes(pristine)
        change(played, sql)
        assert trouble(played).code == "damaged_head"


ENDLESS = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n AS seq FROM r"


@pytest.mark.parametrize(
    "sql",
    [
        "DROP TABLE entry",
        f"DROP TABLE entry; CREATE VIEW entry AS {ENDLESS}",
        "CREATE TRIGGER own AFTER INSERT ON entry BEGIN DELETE FROM entry; END",
        "ALTER TABLE game ADD COLUMN more BLOB AS (zeroblob(1000000000))",
        "UPDATE scenario SET content = zeroblob(2000000)",
    ],
)
def test_a_journal_with_other_tables_than_ours_is_refused(played: Path, sql: str) -> None:
    with closing(sqlite3.connect(played)) as connection:
        connection.executescript(sql)
    assert trouble(played).code == "damaged_head"


def test_entries_that_no_longer_give_what_they_gave_are_named(tmp_path: Path) -> None:
    with new_table(tmp_path) as table:
        for seat in table.seats:
            table.direct(SetPeople(seat, True))
        table.direct(Start())
        table.submit("shop", c.OurWhy("street"))
        # A stored state that is not the one which the rules give.
        table._journal.stage("command", '{"command":{"kind":"pass"},"seat":"shop"}', "0" * 32)
        table._journal.commit()
        path = table.path
    found = trouble(path)
    assert (found.code, found.last_good) == ("differs", 4)
    assert "5" in found.text("nl")


def test_a_second_process_is_refused_and_readers_are_welcome(tmp_path: Path) -> None:
    with started(tmp_path, seed=4) as table:
        play_on(table, Random(4), 10)
        with pytest.raises(JournalError) as here:
            Table.resume(table.path)
        assert here.value.code == "locked"
        script = (
            "import sys; from pathlib import Path; from game.table.table import Table\n"
            "from game.table.trouble import JournalError\n"
            "try: Table.resume(Path(sys.argv[1]))\n"
            "except JournalError as error: print(error.code)\n"
        )
        run = subprocess.run(
            [sys.executable, "-c", script, table.path], capture_output=True, text=True, check=True
        )
        assert run.stdout == "locked\n"
        assert verify(table.path).entries == 13
        step(table, Random(1))
        assert verify(table.path).entries == 14
    with Table.resume(tmp_path / "game.piramide") as table:
        assert table.revision == 14


def damage(path: Path, chance: Random) -> None:
    """Change some bytes, cut the file short, or write over a part."""
    data = bytearray(path.read_bytes())
    kind = chance.randrange(4)
    if kind == 0:
        del data[chance.randrange(len(data)) :]
    elif kind == 1:
        start = chance.randrange(len(data))
        data[start : start + 512] = bytes(len(data[start : start + 512]))
    else:
        for _ in range(chance.choice((1, 1, 4, 40))):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def check_damage(played: Path, times: int, seed: int) -> None:
    """Damage a journal often: it is refused in words, or nothing that counts was touched."""
    chance = Random(seed)
    pristine = played.read_bytes()
    whole = read(played)
    refused = 0
    for _ in range(times):
        played.write_bytes(pristine)
        damage(played, chance)
        try:
            verify(played)
        except JournalError:
            refused += 1
            trouble(played)
        else:
            assert read(played) == whole
    assert refused > times / 2


def test_damage_at_random_is_noticed_or_harmless(played: Path) -> None:
    check_damage(played, 120, 5)


@pytest.mark.torture
def test_much_damage_at_random_is_noticed_or_harmless(played: Path) -> None:
    check_damage(played, 2000, 6)


def test_going_on_gives_the_game_as_it_was_left(played: Path) -> None:
    with Table.resume(played) as table:
        before = state_hash(table.truth)
        assert isinstance(step(table, Random(9)), Accepted)
        after = state_hash(table.truth)
        assert before != after
    with Table.resume(played) as table:
        assert state_hash(table.truth) == after
        assert table.revision == MANY + 4


def modes(folder: Path) -> set[int]:
    return {path.stat().st_mode & 0o777 for path in folder.iterdir()}


@pytest.mark.skipif(os.name != "posix", reason="other systems have other rights")
@pytest.mark.parametrize("everything", [True, False])
def test_only_its_user_can_read_a_game(tmp_path: Path, everything: bool) -> None:
    folder = tmp_path / "saved" / "games"
    with started(folder) as table:
        path = table.path
        table.act_now("shop", c.OurWhy("street"))
        names = {file.name.removeprefix(path.name) for file in folder.iterdir()}
        assert {"", "-lock", "-wal"} <= names
        assert modes(folder) == {0o600}
        for file in folder.glob("*" if everything else path.name):  # it is written again where it was
            file.unlink()
        table.direct_now(Next())
        assert path.exists()
        table.direct_now(Next())
        assert modes(folder) == {0o600}
    assert verify(path).entries == table.revision
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.name != "posix", reason="other systems have other rights")
@pytest.mark.parametrize("how", ["opened", "put aside"])
def test_a_game_that_others_could_read_is_theirs_no_longer(tmp_path: Path, how: str) -> None:
    with started(tmp_path) as table:
        path = table.path
    for file in tmp_path.iterdir():
        file.chmod(0o644)
    if how == "opened":
        Table.resume(path).close()
    else:
        path = set_aside(path, "old.piramide")
    assert path.stat().st_mode & 0o777 == 0o600
