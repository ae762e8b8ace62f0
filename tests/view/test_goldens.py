import pytest

from tests.view.goldens import FOLDER, texts


def test_no_golden_view_is_missing_or_too_many() -> None:
    assert sorted(file.name for file in FOLDER.iterdir()) == sorted(texts())


@pytest.mark.parametrize("name", sorted(texts()))
def test_golden_views(name: str) -> None:
    assert texts()[name] == (FOLDER / name).read_text(encoding="utf-8")
